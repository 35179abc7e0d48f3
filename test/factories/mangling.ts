import {
  gridKey,
  gridPlace,
  type GridCell,
  type SheetGrid,
  type WorkbookGrid,
} from '../../src/core/sheet/grid';
import { formatRange, parseAddress } from '../../src/core/sheet/address';
import { measured } from './grid';

/** Something that people and programs do to a sheet. */
export type SheetChange = (sheet: SheetGrid) => SheetGrid;

/** The workbook with one of its sheets changed. */
export function withSheet(grid: WorkbookGrid, name: string, change: SheetChange): WorkbookGrid {
  return {
    ...grid,
    sheets: grid.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  };
}

export const insertRows =
  (before: number, count = 1): SheetChange =>
  (sheet) =>
    moved(sheet, ({ row, column }) => ({ row: row >= before ? row + count : row, column }));

export const insertColumns =
  (before: number, count = 1): SheetChange =>
  (sheet) =>
    moved(sheet, ({ row, column }) => ({
      row,
      column: column >= before ? column + count : column,
    }));

export const deleteRow =
  (gone: number): SheetChange =>
  (sheet) =>
    moved(sheet, ({ row, column }) =>
      row === gone ? null : { row: row > gone ? row - 1 : row, column },
    );

export const deleteColumn =
  (gone: number): SheetChange =>
  (sheet) =>
    moved(sheet, ({ row, column }) =>
      column === gone ? null : { row, column: column > gone ? column - 1 : column },
    );

/** Rows `from` to `to` the other way round, as a sort leaves them. */
export const reverseRows =
  (from: number, to: number): SheetChange =>
  (sheet) =>
    moved(sheet, ({ row, column }) => ({
      row: row >= from && row <= to ? from + to - row : row,
      column,
    }));

/** Row `from` copied over row `to`. */
export const pasteRow =
  (from: number, to: number): SheetChange =>
  (sheet) => {
    const cells = new Map<number, GridCell>();
    for (const [key, cell] of sheet.cells) {
      const { row, column } = gridPlace(key);
      if (row !== to) cells.set(key, cell);
      if (row === from) cells.set(gridKey(to, column), cell);
    }
    return measured({ ...sheet, cells });
  };

export const hideRows =
  (...rows: number[]): SheetChange =>
  (sheet) => ({ ...sheet, hiddenRows: new Set([...sheet.hiddenRows, ...rows]) });

export const renameSheet =
  (name: string): SheetChange =>
  (sheet) => ({ ...sheet, name });

interface Place {
  readonly row: number;
  readonly column: number;
}

function moved(sheet: SheetGrid, to: (place: Place) => Place | null): SheetGrid {
  const cells = new Map<number, GridCell>();
  for (const [key, cell] of sheet.cells) {
    const place = to(gridPlace(key));
    if (place) cells.set(gridKey(place.row, place.column), cell);
  }
  const rows = [...sheet.hiddenRows].flatMap((row) => to({ row, column: 1 })?.row ?? []);
  const columns = [...sheet.hiddenColumns].flatMap(
    (column) => to({ row: 1, column })?.column ?? [],
  );
  return measured({
    ...sheet,
    cells,
    hiddenRows: new Set(rows),
    hiddenColumns: new Set(columns),
    merges: sheet.merges.flatMap((range) => movedRange(range, to) ?? []),
  });
}

/** A merge goes with its corners; one that loses a corner is undone. */
function movedRange(range: string, to: (place: Place) => Place | null): string | null {
  const corners = range.split(':').map((corner) => to(parseAddress(corner)!));
  const [first, last] = corners;
  return first && last ? formatRange(first.row, first.column, last.row, last.column) : null;
}
