import { formatAddress } from '../../src/core/sheet/address';
import type { CellValue, SheetDescription } from '../../src/core/sheet/description';
import type { BuiltTemplate } from '../../src/core/template/build-template';
import { KEY_COLUMN, KEY_ROW } from '../../src/core/template/layout';
import { FORM_MARK, type SheetColumn } from '../../src/core/template/model';
import type { GridCell } from '../../src/core/sheet/grid';

/** What a department puts into the open cells of one row. */
export type Filling<Value = CellValue> = Partial<
  Record<'actual' | 'state' | 'explanation' | 'evidence', Value>
>;

export interface Edit<Value = CellValue> {
  readonly sheet: string;
  readonly cell: string;
  readonly value: Value;
}

/** The form's sheet in a description. */
export function formOf({ description }: Pick<BuiltTemplate, 'description'>): SheetDescription {
  return description.sheets.find(({ cells }) => cells.some(({ value }) => value === FORM_MARK))!;
}

/** The address of a column's cell in the row with this key, as issued. */
export function cellOf(built: BuiltTemplate, key: string, column: SheetColumn): string {
  const { cells } = formOf(built);
  const row = cells.find((cell) => cell.column === KEY_COLUMN && cell.value === key)?.row;
  const place = cells.find((cell) => cell.row === KEY_ROW && cell.value === column)?.column;
  if (row === undefined || place === undefined) throw new Error(`no cell ${key} ${column}`);
  return formatAddress(row, place);
}

/** The edits that fill these rows in, by key. */
export function editsOf<Value extends CellValue | GridCell>(
  built: BuiltTemplate,
  fillings: Readonly<Record<string, Filling<Value>>>,
): Edit<Value>[] {
  const sheet = formOf(built).name;
  return Object.entries(fillings).flatMap(([key, filling]) =>
    (Object.entries(filling) as [keyof Filling, Value][]).map(([column, value]) => ({
      sheet,
      cell: cellOf(built, key, column),
      value,
    })),
  );
}

/** The edits that fill in the foot of the form. */
export function footEdits(built: BuiltTemplate, value = '张三'): Edit<string>[] {
  return built.model.fields.map(({ row, column }) => ({
    sheet: formOf(built).name,
    cell: cellOf(built, row, column as SheetColumn),
    value,
  }));
}
