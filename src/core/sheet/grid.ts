import type { SheetState } from './description';

/** What a returned workbook holds, whether it came from a file or from the open workbook of a host. */
export interface WorkbookGrid {
  readonly sheets: readonly SheetGrid[];
  readonly definedNames: readonly { readonly name: string; readonly reference: string }[];
  /** The program that saved the file, as it names itself. */
  readonly application: string | null;
  /** The document's own saved time, ISO. */
  readonly savedAt: string | null;
  /** Targets of links to other workbooks; nothing is ever followed. */
  readonly externalLinks: readonly string[];
  readonly hasMacros: boolean;
}

export interface SheetGrid {
  readonly name: string;
  readonly state: SheetState;
  /** The last used row and column, counted from 1; 0 in an empty sheet. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** By gridKey(row, column); blank cells are left out. */
  readonly cells: ReadonlyMap<number, GridCell>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merges: readonly string[];
  readonly isProtected: boolean;
  /** Comment texts by address. */
  readonly comments: ReadonlyMap<string, string>;
}

export type GridCellType = 'number' | 'text' | 'boolean' | 'error';

export interface GridCell {
  /** Of the value; a formula whose value was not stored has type text, value '' and hasCachedValue false. */
  readonly type: GridCellType;
  /** Text as the person sees it; an error as its code, #REF!. */
  readonly value: number | string | boolean;
  /** The value exactly as stored in the file, before any reading. */
  readonly raw: string;
  /** Without the leading “=”; present for a formula cell. */
  readonly formula?: string;
  /** False for a formula cell saved without its value. */
  readonly hasCachedValue?: boolean;
  /** The number format's code, absent for General. */
  readonly numberFormat?: string;
}

/** Key of a cell in SheetGrid.cells. */
export function gridKey(row: number, column: number): number {
  return row * 16_384 + column;
}

/** The row and column of a gridKey. */
export function gridPlace(key: number): { row: number; column: number } {
  const column = ((key - 1) % 16_384) + 1;
  return { row: (key - column) / 16_384, column };
}

export function cellAt(sheet: SheetGrid, row: number, column: number): GridCell | undefined {
  return sheet.cells.get(gridKey(row, column));
}

/** The filled cells of one row by their columns, in order. */
export function cellsOfRow(sheet: SheetGrid, row: number): [number, GridCell][] {
  return line(
    sheet,
    sheet.columnCount,
    (column) => gridKey(row, column),
    (at) => (at.row === row ? at.column : null),
  );
}

/** The filled cells of one column by their rows, in order. */
export function cellsOfColumn(sheet: SheetGrid, column: number): [number, GridCell][] {
  return line(
    sheet,
    sheet.rowCount,
    (row) => gridKey(row, column),
    (at) => (at.column === column ? at.row : null),
  );
}

function line(
  { cells }: SheetGrid,
  length: number,
  keyOf: (number: number) => number,
  numberOf: (place: ReturnType<typeof gridPlace>) => number | null,
): [number, GridCell][] {
  const found: [number, GridCell][] = [];
  const take = (number: number, key: number) => {
    const cell = cells.get(key);
    if (cell) found.push([number, cell]);
  };
  // cells far apart are fewer than the places between them
  if (length <= cells.size)
    for (let number = 1; number <= length; number++) take(number, keyOf(number));
  else
    for (const key of cells.keys()) {
      const number = numberOf(gridPlace(key));
      if (number !== null) take(number, key);
    }
  return found.sort(([left], [right]) => left - right);
}
