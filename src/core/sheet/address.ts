/** Rows and columns count from 1, as in Excel. */
export interface Address {
  readonly row: number;
  readonly column: number;
}

export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;

/** 1 → A, 28 → AB. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** H9 from row 9, column 8. */
export function formatAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Reads H9 or $H$9; null for anything that is no cell of a sheet. */
export function parseAddress(text: string): Address | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  let column = 0;
  for (const letter of match[1]!) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row <= LAST_ROW && column <= LAST_COLUMN ? { row, column } : null;
}

/** H9:L20 from two corners. */
export function formatRange(top: number, left: number, bottom: number, right: number): string {
  return `${formatAddress(top, left)}:${formatAddress(bottom, right)}`;
}
