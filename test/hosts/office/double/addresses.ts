import { formatAddress, parseAddress } from '../../../../src/core/sheet/address';
import type { CellArea } from './book';

/** B2:H9 or B2 as an area; null for anything else. */
export function areaOf(address: string): CellArea | null {
  const [first = '', last = first] = address.replaceAll('$', '').split(':');
  const from = parseAddress(first);
  const to = parseAddress(last);
  if (!from || !to) return null;
  return {
    row: from.row - 1,
    column: from.column - 1,
    rows: to.row - from.row + 1,
    columns: to.column - from.column + 1,
  };
}

export function addressOf({ row, column, rows, columns }: CellArea): string {
  const first = formatAddress(row + 1, column + 1);
  return rows === 1 && columns === 1
    ? first
    : `${first}:${formatAddress(row + rows, column + columns)}`;
}

export function isWithin(inner: CellArea, outer: CellArea): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}
