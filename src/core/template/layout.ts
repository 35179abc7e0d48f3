import { columnLetters } from '../sheet/address';
import { FORM_COLUMNS, type Form, type FormColumn } from './form';
import type { Row } from './facts';
import { READING_COLUMNS, type SheetColumn } from './model';

/** Column A holds the key of each row, row 1 the id of each column: both hidden, both survive sorting and inserting. */
export const KEY_COLUMN = 1;
export const KEY_ROW = 1;
const FIRST_COLUMN = 2;

/** Where everything stands on the form's sheet. */
export interface Layout {
  readonly columns: readonly SheetColumn[];
  /** The number of the last column that a person sees. */
  readonly lastVisible: number;
  readonly titleRow: number;
  readonly firstHeadRow: number;
  readonly columnHeadRow: number;
  readonly firstEntryRow: number;
  readonly lastEntryRow: number;
  readonly firstFootRow: number;
  readonly footnoteRow: number;
  /** The columns of the rules that concern at least one row, in the order in which a first finding is chosen. */
  readonly rules: readonly string[];
  column(id: SheetColumn): number;
  has(id: SheetColumn): boolean;
  letters(id: SheetColumn): string;
  /** The address of a column's cell in a row, with the column fixed. */
  cell(id: SheetColumn, row: number): string;
}

/** Lays the form out for these rows; the plan column only appears where several plans share the form. */
export function layOut(form: Form, rows: readonly Row[], isSharedByPlans: boolean): Layout {
  const visible = form.columns
    .map(({ id }): FormColumn => id)
    .filter((id) => id !== 'plan' || isSharedByPlans);
  for (const id of FORM_COLUMNS)
    if (id !== 'plan' && !visible.includes(id))
      throw new Error(`form ${form.id} has no column ${id}`);
  const rules = ruleColumns(rows);
  const columns: SheetColumn[] = [
    ...visible,
    ...READING_COLUMNS,
    'explained',
    ...rules.map((rule): SheetColumn => `rule:${rule}`),
    'errors',
    'owed',
  ];
  const firstHeadRow = KEY_ROW + 2;
  const columnHeadRow = firstHeadRow + form.head.length;
  const firstEntryRow = columnHeadRow + 1;
  const lastEntryRow = columnHeadRow + rows.length;
  const numbers = new Map(columns.map((id, index) => [id, FIRST_COLUMN + index]));
  const column = (id: SheetColumn): number => {
    const found = numbers.get(id);
    if (found === undefined) throw new Error(`the form has no column ${id}`);
    return found;
  };
  return {
    columns,
    rules,
    lastVisible: FIRST_COLUMN + visible.length - 1,
    titleRow: KEY_ROW + 1,
    firstHeadRow,
    columnHeadRow,
    firstEntryRow,
    lastEntryRow,
    firstFootRow: lastEntryRow + 1,
    footnoteRow: lastEntryRow + 1 + form.foot.length,
    column,
    has: (id) => numbers.has(id),
    letters: (id) => columnLetters(column(id)),
    cell: (id, row) => `$${columnLetters(column(id))}${row}`,
  };
}

/** In the order in which every row has them. */
function ruleColumns(rows: readonly Row[]): string[] {
  const ranks = new Map(
    rows.flatMap(({ rules }) => rules.map(({ column, rank }) => [column, rank] as const)),
  );
  return [...ranks].sort(([, left], [, right]) => left - right).map(([column]) => column);
}
