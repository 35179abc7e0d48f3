import { parseAddress } from '../../src/core/sheet/address';
import type {
  CellDescription,
  CellValue,
  SheetDescription,
  WorkbookDescription,
} from '../../src/core/sheet/description';
import {
  gridKey,
  gridPlace,
  type GridCell,
  type SheetGrid,
  type WorkbookGrid,
} from '../../src/core/sheet/grid';
import type { Edit } from './filling';

/** The grid that reading the written workbook would give, with these cells changed; no bytes in between. */
export function gridOf(
  description: WorkbookDescription,
  edits: readonly Edit<CellValue | GridCell>[] = [],
): WorkbookGrid {
  return {
    sheets: description.sheets.map((sheet) =>
      edited(
        sheetGridOf(sheet, description),
        edits.filter((edit) => edit.sheet === sheet.name),
      ),
    ),
    definedNames: [],
    application: null,
    savedAt: description.createdAt,
    externalLinks: [],
    hasMacros: false,
  };
}

/** A cell as it stands when a person types the value into it. */
export function typed(value: string | number | boolean): GridCell {
  if (typeof value === 'number') return { type: 'number', value, raw: String(value) };
  if (typeof value === 'boolean') return { type: 'boolean', value, raw: value ? '1' : '0' };
  return { type: 'text', value, raw: value };
}

export const errorCell = (code: string): GridCell => ({ type: 'error', value: code, raw: code });

/** A cell holding a formula that was saved without its value. */
export const uncomputed = (formula: string): GridCell => ({
  ...typed(''),
  formula,
  hasCachedValue: false,
});

function sheetGridOf(sheet: SheetDescription, { styles }: WorkbookDescription): SheetGrid {
  const cells = new Map<number, GridCell>();
  for (const cell of sheet.cells) {
    const found = cellGridOf(cell, styles[cell.style]?.numberFormat);
    if (found) cells.set(gridKey(cell.row, cell.column), found);
  }
  return measured({
    name: sheet.name,
    state: sheet.state,
    cells,
    hiddenRows: new Set([...sheet.rows].flatMap(([row, { hidden }]) => (hidden ? [row] : []))),
    hiddenColumns: new Set(sheet.columns.flatMap(({ hidden }, at) => (hidden ? [at + 1] : []))),
    merges: sheet.merges,
    isProtected: sheet.protection !== undefined,
    comments: new Map(),
  });
}

function cellGridOf(
  { value, formula }: CellDescription,
  numberFormat: string | undefined,
): GridCell | null {
  if (formula === undefined && (value === null || value === '')) return null;
  return {
    ...typed(value ?? ''),
    ...(formula === undefined ? {} : { formula, hasCachedValue: true }),
    ...(numberFormat === undefined ? {} : { numberFormat }),
  };
}

function edited(sheet: SheetGrid, edits: readonly Edit<CellValue | GridCell>[]): SheetGrid {
  const cells = new Map(sheet.cells);
  for (const { cell, value } of edits) {
    const place = parseAddress(cell)!;
    const key = gridKey(place.row, place.column);
    const { numberFormat } = cells.get(key) ?? {};
    if (value === null) cells.delete(key);
    else if (typeof value === 'object') cells.set(key, value);
    else
      cells.set(key, { ...typed(value), ...(numberFormat === undefined ? {} : { numberFormat }) });
  }
  return measured({ ...sheet, cells });
}

/** The sheet with its last used row and column counted again. */
export function measured(sheet: Omit<SheetGrid, 'rowCount' | 'columnCount'>): SheetGrid {
  let [rowCount, columnCount] = [0, 0];
  for (const key of sheet.cells.keys()) {
    const { row, column } = gridPlace(key);
    rowCount = Math.max(rowCount, row);
    columnCount = Math.max(columnCount, column);
  }
  return { ...sheet, rowCount, columnCount };
}
