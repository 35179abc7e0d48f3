import { columnLetters, parseAddress } from '../../core/sheet/address';

export interface Corners {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The corners of B2:H9, $B$2:$H$9 or a single cell; throws on anything else. */
export function rangeCorners(range: string): Corners {
  const [first, last = first, ...more] = range.split(':').map(parseAddress);
  if (!first || !last || more.length > 0 || first.row > last.row || first.column > last.column)
    throw new Error(`“${range}” is no range`);
  return { top: first.row, left: first.column, bottom: last.row, right: last.column };
}

/** $B$2:$H$9, as a defined name refers to it; $H$9 for a single cell. */
export function absoluteRange(range: string): string {
  const { top, left, bottom, right } = rangeCorners(range);
  const first = `$${columnLetters(left)}$${top}`;
  const last = `$${columnLetters(right)}$${bottom}`;
  return first === last ? first : `${first}:${last}`;
}

/** B2:H9, or H9 for a single cell. */
export function plainRange(range: string): string {
  return absoluteRange(range).replaceAll('$', '');
}

/** 'O''Brien' from O'Brien. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
