import { isEmptyText } from '../../rule/evaluate';
import { columnLetters } from '../../sheet/address';
import {
  cellAt,
  gridPlace,
  type GridCell,
  type SheetGrid,
  type WorkbookGrid,
} from '../../sheet/grid';
import { fingerprint } from '../../template/fingerprint';
import { templateMessages } from '../../template/messages';
import { CARRIER_MARK, CARRIER_SHEET, type Carrier } from '../../template/model';
import { isKey, keysOf, type FormPlaces } from '../form-places';
import { isReturnSlip } from '../return-slip-mark';
import type { Observation } from '../submission';
import { findHeadings } from './headings';
import { plainText } from './plain-text';

/** How many sheets, rows or columns a message names. */
const NAMED = 10;

/** Says what was found beside the form and was not read: sheets, rows, columns, and rows of another list. */
export function findExtras(
  grid: WorkbookGrid,
  carrier: Carrier,
  places: FormPlaces | null,
): Observation[] {
  const observations: Observation[] = [];
  const say = (
    rule: Observation['rule'],
    filling: string,
    found: readonly string[],
    sheet: string | null,
  ) => {
    if (found.length === 0) return;
    const fillings = { [filling]: listed(found) };
    observations.push({ rule, sheet, cell: null, entry: null, fillings });
  };
  const sheets = grid.sheets.filter((sheet) => !isOurs(sheet, carrier, places));
  const names = sheets.filter(hasContent).map(({ name }) => `“${name}”`);
  say('extraSheet', 'names', names, null);
  if (!places) return observations;
  const { rows, columns, unlisted } = besideForm(carrier, places);
  say('unlistedIndicator', 'names', unlisted, places.sheet.name);
  say('extraRow', 'rows', rows.map(String), places.sheet.name);
  say('extraColumn', 'columns', columns.map(columnLetters), places.sheet.name);
  return observations;
}

function isOurs(sheet: SheetGrid, carrier: Carrier, places: FormPlaces | null): boolean {
  if (places?.sheet === sheet || places?.copies.some((copy) => copy.sheet === sheet)) return true;
  const isCarrier = sheet.name === CARRIER_SHEET || cellAt(sheet, 1, 1)?.value === CARRIER_MARK;
  return isCarrier || isReturnSlip(sheet) || isGuide(sheet, carrier);
}

/** The sheets that come with the form: how to fill it in, and the definitions. */
function isGuide(sheet: SheetGrid, { model, form }: Carrier): boolean {
  const titles = new Set(Object.values(form.locked.title ?? {}));
  const definitions: readonly string[] = Object.values(templateMessages.definitionsTitle);
  for (const { type, value } of sheet.cells.values())
    if (type === 'text' && (titles.has(fingerprint(value)) || definitions.includes(String(value))))
      // a copy of the form has the same title
      return findHeadings(sheet, model) === null;
  return false;
}

/** Rows and columns with something in them that are none of the form's. */
function besideForm({ model, form }: Carrier, places: FormPlaces) {
  const { sheet, keyColumn, keyRow, headingRow } = places;
  const entries = keysOf(model);
  const ownRows = new Set(keyRow === null ? [] : [keyRow]);
  const otherKeys = new Map<number, string>();
  for (const [key, numbers] of places.rows)
    for (const row of numbers)
      if (entries.has(key) || (isKey(key) && !key.includes('/'))) ownRows.add(row);
      else if (isKey(key)) otherKeys.set(row, key);
  const ownColumns = new Set([...places.columns.values(), ...[...places.twins.values()].flat()]);
  const issued = [...places.columns.values()];
  const [first, last] = [Math.min(...issued), Math.max(...issued)];
  const findOwnColumn = (column: number): boolean => {
    if (ownColumns.has(column)) return true;
    if (keyRow !== null) return plainText(cellAt(sheet, keyRow, column)) !== '';
    // without their ids, the columns behind the form have no heading either
    const isInside = column > first && column < last;
    return !isInside && (headingRow === null || !isFilled(cellAt(sheet, headingRow, column)));
  };
  const known: boolean[] = [];
  const isOwnColumn = (column: number): boolean => (known[column] ??= findOwnColumn(column));
  const footnotes = new Set(Object.values(form.locked.footnote ?? {}));
  const firstEntry = Math.min(...[...entries].flatMap((key) => places.rows.get(key) ?? []));
  const headEnd = headingRow ?? firstEntry - 1;
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (const place of sheet.cells.keys()) {
    const { row, column } = gridPlace(place);
    const isOwn = ownRows.has(row) || (keyColumn === null && row <= headEnd);
    // nearly all cells are the form's, and those need not be looked at
    if (column === keyColumn || (isOwn && isOwnColumn(column))) continue;
    const cell = sheet.cells.get(place)!;
    if (!isFilled(cell)) continue;
    if (isOwn) columns.add(column);
    else if (keyColumn === null && footnotes.has(fingerprint(cell.value))) ownRows.add(row);
    else if (!otherKeys.has(row)) rows.add(row);
  }
  const name = places.columns.get('indicator');
  const unlisted = [...otherKeys].map(([row, key]) => {
    const text = name === undefined ? '' : plainText(cellAt(sheet, row, name));
    return text === '' ? key : text;
  });
  return { rows: inOrder(rows), columns: inOrder(columns), unlisted };
}

function hasContent({ cells }: SheetGrid): boolean {
  for (const cell of cells.values()) if (isFilled(cell)) return true;
  return false;
}

function isFilled(cell: GridCell | undefined): boolean {
  if (cell === undefined) return false;
  return cell.type !== 'text' || !isEmptyText(String(cell.value));
}

function inOrder(numbers: ReadonlySet<number>): number[] {
  return [...numbers].sort((left, right) => left - right);
}

function listed(found: readonly string[]): string {
  return found.slice(0, NAMED).join('、') + (found.length > NAMED ? '…' : '');
}
