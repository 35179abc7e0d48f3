import { cellAt, gridPlace, type SheetGrid } from '../../sheet/grid';
import type { Entry } from '../../template/entry';
import type { TemplateModel } from '../../template/model';
import { plain, plainText, withoutColon } from './plain-text';

/** What tells rows apart by their texts. */
export interface RowTexts {
  readonly sheet: SheetGrid;
  /** Column number by column id. */
  readonly columns: ReadonlyMap<string, number>;
  /** Whether a row may be taken: it stands below the headings and has no key of its own. */
  readonly isFree: (row: number) => boolean;
}

/**
 * The rows whose name and unit are those of an entry, by the entry's key; more than one where such a
 * row stands twice. Entries that their texts cannot tell apart are left out.
 */
export function rowsByName(
  model: TemplateModel,
  wanted: readonly Entry[],
  { sheet, columns, isFree }: RowTexts,
): Map<string, number[]> {
  const name = columns.get('indicator');
  const found = new Map<string, number[]>();
  if (name === undefined || wanted.length === 0) return found;
  const unit = columns.get('measureUnit');
  const plan = columns.get('plan');
  const sequence = columns.get('sequence');
  const rowsOf = new Map<string, number[]>();
  for (const [place, cell] of sheet.cells) {
    const { row, column } = gridPlace(place);
    if (column !== name || !isFree(row)) continue;
    const text = plainText(cell);
    rowsOf.set(
      text,
      [...(rowsOf.get(text) ?? []), row].sort((left, right) => left - right),
    );
  }
  const isUnit = (row: number, { measureUnit }: Entry) =>
    unit === undefined || plainText(cellAt(sheet, row, unit)) === plain(measureUnit);
  for (const entry of wanted) {
    const alike = model.entries.filter(
      (other) =>
        plain(other.name) === plain(entry.name) &&
        (unit === undefined || plain(other.measureUnit) === plain(entry.measureUnit)),
    );
    const rows = (rowsOf.get(plain(entry.name)) ?? []).filter((row) => isUnit(row, entry));
    const own =
      alike.length === 1
        ? rows
        : rows.filter((row) => isOwn(row, entry, alike, { model, sheet, plan, sequence }));
    if (own.length > 0) found.set(entry.key, own);
  }
  return found;
}

interface FurtherTexts {
  readonly model: TemplateModel;
  readonly sheet: SheetGrid;
  readonly plan: number | undefined;
  readonly sequence: number | undefined;
}

/** Whether the row's plan, or else its number, tells an entry from those of the same name and unit. */
function isOwn(
  row: number,
  entry: Entry,
  alike: readonly Entry[],
  { model, sheet, plan, sequence }: FurtherTexts,
): boolean {
  const plansOf = ({ serves }: Entry) => plain(titlesOf(model, serves));
  const isOnlyOfPlan = alike.every((other) => other === entry || plansOf(other) !== plansOf(entry));
  if (plan !== undefined && isOnlyOfPlan)
    return plainText(cellAt(sheet, row, plan)) === plansOf(entry);
  if (sequence === undefined) return false;
  return Number(cellAt(sheet, row, sequence)?.value) === model.entries.indexOf(entry) + 1;
}

function titlesOf({ plans }: TemplateModel, serves: readonly string[]): string {
  const ids = new Set(serves.map((name) => name.slice(0, name.indexOf('/'))));
  return plans
    .filter(({ id }) => ids.has(id))
    .map(({ title }) => title)
    .join('、');
}

/** The rows of the foot, by their key, told by the labels in them. */
export function footRowsByLabel(
  { fields }: TemplateModel,
  wanted: ReadonlySet<string>,
  { sheet, isFree }: Pick<RowTexts, 'sheet' | 'isFree'>,
): Map<string, number[]> {
  const keys = new Map<string, string>();
  for (const { row, label } of fields)
    if (wanted.has(row)) keys.set(withoutColon(plain(label)), row);
  const found = new Map<string, Set<number>>();
  if (keys.size === 0) return new Map();
  for (const [place, cell] of sheet.cells) {
    if (cell.type !== 'text') continue;
    const key = keys.get(withoutColon(plainText(cell)));
    const { row } = gridPlace(place);
    if (key !== undefined && isFree(row)) found.set(key, (found.get(key) ?? new Set()).add(row));
  }
  // a label that stands in two rows tells neither
  return new Map(
    [...found].flatMap(([key, rows]): [string, number[]][] =>
      rows.size === 1 ? [[key, [...rows]]] : [],
    ),
  );
}
