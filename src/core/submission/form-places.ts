import { cellAt, gridPlace, type SheetGrid, type WorkbookGrid } from '../sheet/grid';
import { KEY_COLUMN, KEY_ROW } from '../template/layout';
import { FORM_MARK } from '../template/model';

/** Where the form's rows and columns stand now, found by their keys, whatever was inserted, moved or renamed. */
export interface FormPlaces {
  readonly sheet: SheetGrid;
  /** Column number by column id. */
  readonly columns: ReadonlyMap<string, number>;
  /** Row numbers by row key, in order; more than one where a row was copied. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** Further sheets with rows of the same keys: the form was copied inside the workbook. */
  readonly copies: readonly Omit<FormPlaces, 'copies'>[];
}

/** How far from its corner the form's mark is looked for after rows or columns were inserted before it. */
const SEARCHED = 50;

/**
 * Finds the form with rows of these keys by the mark in its corner; null where no sheet has it.
 * A form of another workbook that was copied in beside it is passed over.
 */
export function findForm(grid: WorkbookGrid, keys: readonly string[]): FormPlaces | null {
  const [form, ...copies] = grid.sheets.flatMap((sheet) => {
    const corner = findCorner(sheet);
    const places = corner && readPlaces(sheet, corner);
    return places && keys.some((key) => places.rows.has(key)) ? [places] : [];
  });
  return form ? { ...form, copies } : null;
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

function findCorner(sheet: SheetGrid): Corner | null {
  for (let distance = 0; distance < SEARCHED; distance++)
    for (let step = 0; step <= distance; step++)
      for (const corner of [
        { row: KEY_ROW + step, column: KEY_COLUMN + distance },
        { row: KEY_ROW + distance, column: KEY_COLUMN + step },
      ])
        if (cellAt(sheet, corner.row, corner.column)?.value === FORM_MARK) return corner;
  return null;
}

function readPlaces(sheet: SheetGrid, corner: Corner): Omit<FormPlaces, 'copies'> {
  const columns = new Map<string, number>();
  const rows = new Map<string, number[]>();
  for (const [place, cell] of sheet.cells) {
    const { row, column } = gridPlace(place);
    if (cell.type !== 'text' || cell.value === '') continue;
    const key = String(cell.value);
    if (row === corner.row && column !== corner.column && !columns.has(key))
      columns.set(key, column);
    if (column === corner.column && row !== corner.row)
      rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  for (const numbers of rows.values()) numbers.sort((left, right) => left - right);
  return { sheet, columns, rows };
}
