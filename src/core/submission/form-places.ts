import {
  cellAt,
  cellsOfColumn,
  cellsOfRow,
  gridPlace,
  type GridCell,
  type SheetGrid,
  type WorkbookGrid,
} from '../sheet/grid';
import type { Entry } from '../template/entry';
import { FORM_COLUMNS } from '../template/form';
import { KEY_COLUMN, KEY_ROW } from '../template/layout';
import { FORM_MARK, READING_COLUMNS, type Carrier, type TemplateModel } from '../template/model';
import { hasIssuedHead } from './recover/head';
import { findHeadings, longestHeading } from './recover/headings';
import { plain } from './recover/plain-text';
import { footRowsByLabel, rowsByName } from './recover/row-names';

/** The columns that a department fills in. */
export const OPEN_COLUMNS = ['actual', 'state', 'explanation', 'evidence'] as const;
export type OpenColumn = (typeof OPEN_COLUMNS)[number];

/** Where the form's rows and columns stand on one sheet, whatever was inserted, moved or renamed. */
export interface SheetPlaces {
  readonly sheet: SheetGrid;
  /** Column number by column id. */
  readonly columns: ReadonlyMap<string, number>;
  /** Further columns of the same id: a column was copied. */
  readonly twins: ReadonlyMap<string, readonly number[]>;
  /** Row numbers by row key, in order; more than one where a row was copied. */
  readonly rows: ReadonlyMap<string, readonly number[]>;
  /** Null where the keys of rows, or of columns, are gone. */
  readonly keyColumn: number | null;
  readonly keyRow: number | null;
  readonly headingRow: number | null;
  /** What was told by its texts because its key is gone: column ids, and keys of entries. */
  readonly byText: { readonly columns: readonly string[]; readonly rows: readonly string[] };
}

export interface FormPlaces extends SheetPlaces {
  /** Further sheets with rows of the same keys: the form was copied inside the workbook. */
  readonly copies: readonly SheetPlaces[];
}

/** How far from its corner the form's mark is looked for after rows or columns were inserted before it. */
const SEARCHED = 50;
const COLUMN_IDS: ReadonlySet<string> = new Set(FORM_COLUMNS);
const HELPER_IDS: ReadonlySet<string> = new Set([
  ...READING_COLUMNS,
  'explained',
  'errors',
  'owed',
]);
/** Ids of columns that a row without the mark must hold to be the row of keys. */
const FEWEST_IDS = 4;

/**
 * Finds the form that this carrier describes: the sheet with the mark in its corner; else with the keys
 * of its rows; else with its headings and at least half of its rows' names. Null where no sheet has it.
 * Every further such sheet is a copy, except a form with another head: of another period or reporter.
 */
export function findForm({ sheets }: WorkbookGrid, carrier: Carrier): FormPlaces | null {
  const { model } = carrier;
  const keys = keysOf(model);
  const ways: readonly ((sheet: SheetGrid) => SheetPlaces | null)[] = [
    (sheet) => keyedPlaces(sheet, model, keys, findCorner(sheet)),
    (sheet) => keyedPlaces(sheet, model, keys, findKeys(sheet, keys)),
    (sheet) => namedPlaces(sheet, model),
  ];
  const isSign = signsOf(model, keys);
  const found = sheets.flatMap((sheet) => {
    if (!isAtCorner(sheet) && !holdsAny(sheet, isSign)) return [];
    for (const [weakness, placesOn] of ways.entries()) {
      const places = placesOn(sheet);
      if (places) return [{ weakness, places }];
    }
    return [];
  });
  const [form, ...copies] = ownAmong(
    found.sort((one, other) => one.weakness - other.weakness).map(({ places }) => places),
    carrier,
  );
  return form ? { ...form, copies } : null;
}

/** The keys of the form's rows. */
export function keysOf({ entries }: TemplateModel): ReadonlySet<string> {
  let keys = known.get(entries);
  if (!keys) known.set(entries, (keys = new Set(entries.map(({ key }) => key))));
  return keys;
}

/** By the list of entries, which forms of the same rows are read with. */
const known = new WeakMap<readonly Entry[], ReadonlySet<string>>();

/** Tells the cells without one of which a sheet has nothing of the form: mark, keys, id or heading of the figure. */
function signsOf(model: TemplateModel, keys: ReadonlySet<string>): (cell: GridCell) => boolean {
  const heading = plain(model.labels.columns.actual ?? '');
  const longest = longestHeading(model);
  // pages of text are not looked up
  const longestSign = Math.max(longest, FORM_MARK.length, ...[...keys].map(({ length }) => length));
  return ({ value, raw }) =>
    typeof value === 'string' &&
    value.length <= longestSign &&
    (value === FORM_MARK ||
      value === 'actual' ||
      keys.has(value) ||
      (raw.length <= longest && plain(value) === heading));
}

function holdsAny({ cells }: SheetGrid, isSign: (cell: GridCell) => boolean): boolean {
  for (const cell of cells.values()) if (isSign(cell)) return true;
  return false;
}

function keyedPlaces(
  sheet: SheetGrid,
  model: TemplateModel,
  keys: ReadonlySet<string>,
  anchor: Anchor | null,
): SheetPlaces | null {
  if (!anchor) return null;
  const places = readPlaces(sheet, model, anchor);
  for (const key of keys)
    if (places.rows.has(key) && !places.byText.rows.includes(key)) return places;
  return null;
}

function namedPlaces(sheet: SheetGrid, model: TemplateModel): SheetPlaces | null {
  const anchor = findKeyRow(sheet);
  if (anchor.row === null && !findHeadings(sheet, model)) return null;
  const places = readPlaces(sheet, model, anchor);
  const { length } = places.byText.rows;
  return length > 0 && length * 2 >= model.entries.length ? places : null;
}

/** Of several forms with the same rows, those whose head is this one's: organisation, period and all. */
function ownAmong(forms: readonly SheetPlaces[], carrier: Carrier): readonly SheetPlaces[] {
  if (forms.length < 2) return forms;
  const own = forms.filter(({ sheet }) => hasIssuedHead(sheet, carrier));
  return own.length > 0 ? own : forms;
}

/** Whether the sheet was a form of ours once, whichever: its mark or its rows' keys are there. */
export function isMarkedForm(sheet: SheetGrid): boolean {
  if (findCorner(sheet)) return true;
  for (const cell of sheet.cells.values()) if (cell.value === 'head:1') return true;
  return false;
}

/** Where the keys stand; null for those that are gone. */
interface Anchor {
  readonly row: number | null;
  readonly column: number | null;
}

function isAtCorner(sheet: SheetGrid): boolean {
  return cellAt(sheet, KEY_ROW, KEY_COLUMN)?.value === FORM_MARK;
}

/** The mark that is nearest to the sheet's corner. */
function findCorner(sheet: SheetGrid): Anchor | null {
  // nothing is nearer, and a whole form need not be looked through
  if (isAtCorner(sheet)) return { row: KEY_ROW, column: KEY_COLUMN };
  const { cells } = sheet;
  let nearest: Anchor | null = null;
  let least = SEARCHED;
  for (const place of cells.keys()) {
    const corner = gridPlace(place);
    const distance = Math.max(corner.row - KEY_ROW, corner.column - KEY_COLUMN);
    if (distance >= least || cells.get(place)!.value !== FORM_MARK) continue;
    nearest = corner;
    least = distance;
  }
  return nearest;
}

/** The column with the most keys of rows, without the mark. */
function findKeys(sheet: SheetGrid, keys: ReadonlySet<string>): Anchor | null {
  const counts = new Map<number, number>();
  for (const [place, { type, value }] of sheet.cells) {
    if (type !== 'text' || !keys.has(String(value))) continue;
    const { column } = gridPlace(place);
    counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, left], [, right]) => right - left);
  return best ? { column: best[0], row: findKeyRow(sheet).row } : null;
}

/** The row with the ids of columns, without the mark. */
function findKeyRow(sheet: SheetGrid): Anchor {
  const ids = new Map<number, Set<string>>();
  for (const [place, { type, value }] of sheet.cells) {
    if (type !== 'text' || !COLUMN_IDS.has(String(value))) continue;
    const { row } = gridPlace(place);
    ids.set(row, (ids.get(row) ?? new Set()).add(String(value)));
  }
  const [row] = [...ids].find(([, found]) => found.has('actual') && found.size >= FEWEST_IDS) ?? [];
  return { row: row ?? null, column: null };
}

type Numbers = ReadonlyMap<string, readonly number[]>;

function readPlaces(sheet: SheetGrid, model: TemplateModel, anchor: Anchor): SheetPlaces {
  const ids = new Map<string, number[]>();
  const rows = new Map<string, number[]>();
  if (anchor.row !== null)
    for (const [column, { type, value }] of cellsOfRow(sheet, anchor.row))
      if (column !== anchor.column && type === 'text' && value !== '')
        addTo(ids, String(value), column);
  if (anchor.column !== null)
    for (const [row, { type, value }] of cellsOfColumn(sheet, anchor.column))
      if (row !== anchor.row && type === 'text' && value !== '') addTo(rows, String(value), row);
  const headings = isWhole(model, ids, rows) ? null : findHeadings(sheet, model);
  const byHeading = headings ? unkeyed(headings.columns, ids) : NONE;
  const columns = new Map<string, number>();
  const twins = new Map<string, readonly number[]>();
  for (const [id, [first, ...further]] of [...ids, ...byHeading]) {
    columns.set(id, first!);
    if (further.length > 0) twins.set(id, further);
  }
  const headingRow = rows.get('columns')?.[0] ?? headings?.row ?? null;
  let known: ReadonlySet<number> | null = null;
  const isFree = (row: number) => {
    known ??= new Set([...rows].flatMap(([key, numbers]) => (isKey(key) ? numbers : [])));
    return row !== anchor.row && row > (headingRow ?? 0) && !known.has(row);
  };
  const missing = model.entries.filter(({ key }) => !rows.has(key));
  const byName = rowsByName(model, missing, { sheet, columns, isFree });
  const feet = new Set(model.fields.flatMap(({ row }) => (rows.has(row) ? [] : [row])));
  const byLabel = footRowsByLabel(model, feet, { sheet, isFree });
  return {
    sheet,
    columns,
    twins,
    rows: new Map([...rows, ...byName, ...byLabel]),
    keyColumn: anchor.column,
    keyRow: anchor.row,
    headingRow,
    byText: { columns: [...byHeading.keys()], rows: [...byName.keys()] },
  };
}

const NONE: Numbers = new Map();

/** Whether nothing that the form was issued with has lost its key. */
function isWhole(model: TemplateModel, ids: Numbers, rows: Numbers): boolean {
  return (
    Object.keys(model.labels.columns).every((id) => id === 'plan' || ids.has(id)) &&
    model.entries.every(({ key }) => rows.has(key))
  );
}

/** The columns under headings whose ids are gone; never one that has another id. */
function unkeyed(headings: Numbers, ids: Numbers): Numbers {
  const taken = new Set([...ids].flatMap(([id, columns]) => (isColumnId(id) ? columns : [])));
  const found = new Map<string, number[]>();
  for (const [id, columns] of headings) {
    const free = columns.filter((column) => !taken.has(column));
    if (!ids.has(id) && free.length > 0) found.set(id, free);
  }
  return found;
}

function isColumnId(text: string): boolean {
  return COLUMN_IDS.has(text) || HELPER_IDS.has(text) || text.startsWith('rule:');
}

/** Whether a text of the key column is a key, of this form or of another. */
export function isKey(text: string): boolean {
  return /^(?:title|columns|footnote|(?:head|foot):\d+|[a-z0-9-]+\/[a-z0-9.-]+)$/.test(text);
}

function addTo(numbers: Map<string, number[]>, key: string, number: number): void {
  const known = numbers.get(key);
  if (known) known.push(number);
  else numbers.set(key, [number]);
}
