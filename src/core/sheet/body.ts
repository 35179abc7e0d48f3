import type { CellDescription, RowDescription, SheetDescription } from './description';

/** The sheet with the rows of its body among its cells. */
export function withBodyAsCells(sheet: SheetDescription): SheetDescription {
  const { body, ...rest } = sheet;
  if (!body) return sheet;
  const cells: CellDescription[] = [...sheet.cells];
  const rows = new Map<number, RowDescription>(sheet.rows);
  for (let index = 0; index < body.count; index++) {
    const row = body.firstRow + index;
    const { height, cells: made } = body.row(index);
    rows.set(row, { height });
    made.forEach((cell, at) => cells.push({ ...cell, row, column: at + 1 }));
  }
  return { ...rest, cells, rows };
}
