import { columnLetters, LAST_COLUMN, LAST_ROW } from '../../core/sheet/address';

/**
 * A quoted text, a quoted sheet name or a bracketed part, taken over as they are; else a word, which
 * may be a reference; else one sign.
 */
const TOKEN = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^[\]]*\]|[\p{L}\p{N}_.$\\]+|[^]/gu;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)([1-9]\d{0,6})$/;

interface Reference {
  /** 0 where the reference has no column or no row. */
  readonly column: number;
  readonly row: number;
  readonly isColumnFixed: boolean;
  readonly isRowFixed: boolean;
}

/** Gives a formula as it reads so many rows further down and columns further right. */
export type ShiftedFormula = (rows: number, columns: number) => string;

/**
 * Makes a formula movable: relative references move, one that leaves the sheet becomes #REF!.
 * Shared formulas store only the text of their first cell.
 */
export function movable(formula: string): ShiftedFormula {
  const tokens = formula.match(TOKEN) ?? [];
  const pieces: (string | Reference)[] = [];
  let depth = 0;
  tokens.forEach((token, index) => {
    // structured references nest brackets: Table1[[#This Row],[A1]]
    if (token === '[') depth++;
    else if (token === ']') depth--;
    const reference = depth > 0 ? null : readReference(tokens, index);
    const last = pieces.length - 1;
    if (reference) pieces.push(reference);
    else if (typeof pieces[last] === 'string') pieces[last] += token;
    else pieces.push(token);
  });
  return (rows, columns) =>
    pieces
      .map((piece) => (typeof piece === 'string' ? piece : shift(piece, rows, columns)))
      .join('');
}

function readReference(tokens: readonly string[], index: number): Reference | null {
  const token = tokens[index]!;
  const next = tokens[index + 1];
  // the name of a function, of a sheet, or of the first of several sheets
  if (next === '(' || next === '!' || (next === ':' && tokens[index + 3] === '!')) return null;
  const cell = CELL.exec(token);
  if (cell) return toReference(cell[1]!, cell[2]!, cell[3]!, cell[4]!);
  const others = [
    next === ':' ? tokens[index + 2] : undefined,
    tokens[index - 1] === ':' ? tokens[index - 2] : undefined,
  ];
  const isPaired = (form: RegExp): boolean =>
    others.some((other) => other !== undefined && form.test(other));
  const column = COLUMN.exec(token);
  if (column && isPaired(COLUMN)) return toReference(column[1]!, column[2]!, '', '');
  const row = ROW.exec(token);
  return row && isPaired(ROW) ? toReference('', '', row[1]!, row[2]!) : null;
}

/** Null for what lies outside the sheet, such as the name XFE1. */
function toReference(
  columnAnchor: string,
  letters: string,
  rowAnchor: string,
  digits: string,
): Reference | null {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits);
  if (column > LAST_COLUMN || row > LAST_ROW) return null;
  return { column, row, isColumnFixed: columnAnchor !== '', isRowFixed: rowAnchor !== '' };
}

function shift(reference: Reference, rows: number, columns: number): string {
  const { isColumnFixed, isRowFixed } = reference;
  const column = reference.column && reference.column + (isColumnFixed ? 0 : columns);
  const row = reference.row && reference.row + (isRowFixed ? 0 : rows);
  if (reference.column && (column < 1 || column > LAST_COLUMN)) return '#REF!';
  if (reference.row && (row < 1 || row > LAST_ROW)) return '#REF!';
  const left = column ? (isColumnFixed ? '$' : '') + columnLetters(column) : '';
  return left + (row ? (isRowFixed ? '$' : '') + String(row) : '');
}
