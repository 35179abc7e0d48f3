import { cellAt } from '../sheet/grid';
import { rawOf } from './cell-text';
import { OPEN_COLUMNS, type FormPlaces, type OpenColumn, type SheetPlaces } from './form-places';

/** The copy of the form that holds another figure or state for the row; a blank or equal copy does no harm. */
export function filledCopy(key: string, places: FormPlaces): SheetPlaces | undefined {
  if (places.copies.length === 0) return undefined;
  const text = ({ sheet, rows, columns }: SheetPlaces, id: string): string => {
    const [row, column] = [rows.get(key)?.[0], columns.get(id)];
    return row === undefined || column === undefined ? '' : rawOf(cellAt(sheet, row, column));
  };
  const isOther = (copy: SheetPlaces, id: string) =>
    !['', text(places, id)].includes(text(copy, id));
  return places.copies.find((copy) => isOther(copy, 'actual') || isOther(copy, 'state'));
}

/** Where a copy of an open column holds something else in the row. */
export function filledTwins(
  row: number,
  { sheet, columns, twins }: FormPlaces,
): { id: OpenColumn; column: number }[] {
  if (twins.size === 0) return [];
  const text = (column: number | undefined) =>
    column === undefined ? '' : rawOf(cellAt(sheet, row, column));
  return OPEN_COLUMNS.flatMap((id) =>
    (twins.get(id) ?? [])
      .filter((column) => !['', text(columns.get(id))].includes(text(column)))
      .map((column) => ({ id, column })),
  );
}
