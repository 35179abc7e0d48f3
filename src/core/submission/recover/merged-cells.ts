import { parseAddress } from '../../sheet/address';
import type { SheetGrid } from '../../sheet/grid';
import { knownResults } from '../../sheet/known-results';

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
  const found: MergedArea[] = [];
  for (const range of merges) {
    const area = areaOf(range);
    if (!area || !reaches(columns, area.left, area.right)) continue;
    if (reaches(rows, area.top, area.bottom)) found.push(area);
  }
  return found;
}

const MOST_RANGES = 2000;

/** Null for what is no range; read once, since head and foot are merged alike in every form. */
const areaOf = knownResults(readArea, MOST_RANGES);

function readArea(range: string): MergedArea | null {
  const [first, last] = range.split(':').map((corner) => parseAddress(corner));
  if (!first || !last) return null;
  return {
    range,
    ...{ top: Math.min(first.row, last.row), bottom: Math.max(first.row, last.row) },
    ...{ left: Math.min(first.column, last.column), right: Math.max(first.column, last.column) },
  };
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
