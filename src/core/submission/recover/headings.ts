import { gridPlace, type SheetGrid } from '../../sheet/grid';
import type { TemplateModel } from '../../template/model';
import { plain, plainText } from './plain-text';

/** The row with the columns' headings, and the columns under each heading that the form has. */
export interface Headings {
  readonly row: number;
  /** Column numbers by column id, left to right; more than one where a heading stands twice. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
  /** Columns with a heading that is none of the form's. */
  readonly unknown: ReadonlySet<number>;
}

/**
 * Finds the one row with the form's headings; null where there is none or more than one.
 * A row counts that names at least the indicator and this period's figure.
 */
export function findHeadings(sheet: SheetGrid, model: TemplateModel): Headings | null {
  const { labels } = model;
  const ids = new Map<string, string>();
  for (const [id, label] of Object.entries(labels.columns)) ids.set(plain(label), id);
  const longest = longestHeading(model);
  const rows = new Map<number, Map<string, number[]>>();
  for (const [place, cell] of sheet.cells) {
    if (cell.type !== 'text' || cell.raw.length > longest) continue;
    const id = ids.get(plainText(cell));
    if (id === undefined) continue;
    const { row, column } = gridPlace(place);
    const found = rows.get(row) ?? new Map<string, number[]>();
    rows.set(row, found.set(id, [...(found.get(id) ?? []), column].sort(ascending)));
  }
  const [only, second] = [...rows].filter(
    ([, found]) => found.has('indicator') && found.has('actual'),
  );
  if (!only || second) return null;
  const [row, columns] = only;
  const known = new Set([...columns.values()].flat());
  const unknown = new Set<number>();
  for (const [place, cell] of sheet.cells) {
    const at = gridPlace(place);
    if (at.row === row && !known.has(at.column) && plainText(cell) !== '') unknown.add(at.column);
  }
  return { row, columns, unknown };
}

/** Characters of a heading at most: definitions and guides hold pages of text, a heading has a few spaces. */
export function longestHeading({ labels }: TemplateModel): number {
  return 2 * Math.max(...Object.values(labels.columns).map(({ length }) => length));
}

function ascending(left: number, right: number): number {
  return left - right;
}
