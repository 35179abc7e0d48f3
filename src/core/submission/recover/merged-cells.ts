import { parseAddress } from '../../sheet/address';
import type { SheetGrid } from '../../sheet/grid';

/** Several cells that were made one; only the first holds what a person sees. */
export interface MergedArea {
  /** As stored: H9:H11. */
  readonly range: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The merged areas that reach into these rows and columns. */
export function mergedAreas(
  { merges }: SheetGrid,
  rows: readonly number[],
  columns: readonly number[],
): MergedArea[] {
  const reaches = (numbers: readonly number[], from: number, to: number) =>
    numbers.some((number) => number >= from && number <= to);
  return merges.flatMap((range) => {
    const [first, last] = range.split(':').map((corner) => parseAddress(corner));
    if (!first || !last) return [];
    const area = {
      range,
      ...{ top: Math.min(first.row, last.row), bottom: Math.max(first.row, last.row) },
      ...{ left: Math.min(first.column, last.column), right: Math.max(first.column, last.column) },
    };
    return reaches(rows, area.top, area.bottom) && reaches(columns, area.left, area.right)
      ? [area]
      : [];
  });
}

/** Whether another cell covers this one, so that nobody sees what it may still hold. */
export function isCovered(areas: readonly MergedArea[], row: number, column: number): boolean {
  return areas.some(
    ({ top, left, bottom, right }) =>
      row >= top &&
      row <= bottom &&
      column >= left &&
      column <= right &&
      (row !== top || column !== left),
  );
}
