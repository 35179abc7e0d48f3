import { fill } from '../../plan/text';
import { formatAddress, parseAddress } from '../../sheet/address';
import { cellAt, gridPlace, type SheetGrid, type WorkbookGrid } from '../../sheet/grid';
import { comparable } from './choices';
import {
  SHEET_IDS,
  sheetDesigns,
  type ColumnDesign,
  type SheetDesign,
  type SheetId,
} from './columns';
import type { PlanListFinding } from './finding';
import { findingMessages as messages } from './messages';

/** A sheet of the list as it came back: its columns may have moved, its rows may have been sorted. */
export interface Table {
  readonly sheet: SheetGrid;
  readonly headRow: number;
  /** Where each column stands; those that are missing or stand twice are left out. */
  readonly columns: ReadonlyMap<string, number>;
  /** The rows below the headers that hold anything in a column that is read. */
  readonly rows: readonly number[];
}

export interface FoundTables {
  /** Null for a sheet that is missing. */
  readonly tables: Readonly<Record<SheetId, Table | null>>;
  readonly findings: readonly PlanListFinding[];
}

/** People put lines of their own above the headers, but not many. */
const LAST_HEAD_ROW = 30;

/** Finds each sheet by its headers, whatever stands before it, and says what is missing. */
export function findTables(grid: WorkbookGrid): FoundTables {
  const findings: PlanListFinding[] = [];
  const found = SHEET_IDS.map((id) => [id, findTable(grid, sheetDesigns[id])] as const);
  const anywhere = grid.sheets[0]?.name ?? '';
  if (!found.some(([, table]) => table))
    findings.push({ sheet: anywhere, cell: 'A1', message: messages.notAPlanList });
  else
    for (const [id, table] of found) {
      const { name } = sheetDesigns[id];
      if (table) findings.push(...findingsOf(table, sheetDesigns[id]));
      else if (!sheetDesigns[id].isNew)
        findings.push({
          sheet: name.zh,
          cell: 'A1',
          message: fill(messages.sheetMissing, { name }),
        });
    }
  return {
    tables: Object.fromEntries(found) as Record<SheetId, Table | null>,
    findings,
  };
}

interface Head {
  readonly sheet: SheetGrid;
  readonly row: number;
  /** Every column of the design, with the places of its header. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** A sheet that goes by another name shows at least this share of the headers. */
const RECOGNISED = 0.7;

function findTable(grid: WorkbookGrid, design: SheetDesign): Table | null {
  const isNamed = ({ sheet }: Head) => isCalled(sheet, design);
  const isOther = (sheet: SheetGrid) =>
    SHEET_IDS.some((id) => id !== design.id && isCalled(sheet, sheetDesigns[id]));
  const [best] = grid.sheets
    .flatMap((sheet) => (isOther(sheet) ? [] : (bestHead(sheet, design) ?? [])))
    .filter((head) => isNamed(head) || head.places.size >= known(design) * RECOGNISED)
    .sort(
      (left, right) =>
        Number(isNamed(right)) - Number(isNamed(left)) || right.places.size - left.places.size,
    );
  return best ? tableOf(best, design) : null;
}

/** Columns that every list has. */
function known({ columns }: SheetDesign): number {
  return columns.filter(({ isNew }) => !isNew).length;
}

function isCalled({ name }: SheetGrid, design: SheetDesign): boolean {
  return [design.name.zh, design.name.en].map(comparable).includes(comparable(name));
}

function bestHead(sheet: SheetGrid, { columns }: SheetDesign): Head | null {
  const ids = new Map(
    columns.flatMap(({ id, words: { header } }) => [
      [comparable(header.zh), id] as const,
      [comparable(header.en), id] as const,
    ]),
  );
  const rows = new Map<number, Map<string, number[]>>();
  for (const [key, { value }] of sheet.cells) {
    const { row, column } = gridPlace(key);
    if (row > LAST_HEAD_ROW || typeof value !== 'string') continue;
    const id = ids.get(comparable(value));
    if (id === undefined) continue;
    const places = rows.get(row) ?? new Map<string, number[]>();
    places.set(
      id,
      [...(places.get(id) ?? []), column].sort((left, right) => left - right),
    );
    rows.set(row, places);
  }
  const [best] = [...rows].sort(
    ([leftRow, left], [rightRow, right]) => right.size - left.size || leftRow - rightRow,
  );
  return best ? { sheet, row: best[0], places: best[1] } : null;
}

function tableOf({ sheet, row: headRow, places }: Head, design: SheetDesign): Table {
  const columns = new Map(
    [...places].flatMap(([id, [column, ...more]]) =>
      column === undefined || more.length > 0 ? [] : [[id, column] as const],
    ),
  );
  const isRead = new Set(
    design.columns.flatMap(({ id, input }) =>
      input.type === 'shown' ? [] : (columns.get(id) ?? []),
    ),
  );
  const rows = new Set<number>();
  for (const [key, { value }] of sheet.cells) {
    const { row, column } = gridPlace(key);
    const isBlank = typeof value === 'string' && value.trim() === '';
    if (row > headRow && isRead.has(column) && !isBlank) rows.add(row);
  }
  return { sheet, headRow, columns, rows: [...rows].sort((left, right) => left - right) };
}

function findingsOf(table: Table, { columns }: SheetDesign): PlanListFinding[] {
  const read = columns.filter(({ input, isNew }) => input.type !== 'shown' && !isNew);
  return [
    ...read.filter(({ id }) => !table.columns.has(id)).map((column) => absentColumn(table, column)),
    ...table.sheet.merges
      .filter((merge) => hidesCells(merge, table))
      .map((merge) => ({
        sheet: table.sheet.name,
        cell: merge.split(':')[0]!,
        message: messages.merged,
      })),
  ];
}

function absentColumn(
  { sheet, headRow }: Table,
  { words: { header } }: ColumnDesign,
): PlanListFinding {
  const wanted = [comparable(header.zh), comparable(header.en)];
  const twice = columnsOf(sheet, headRow, wanted);
  const message = twice.length > 1 ? messages.columnTwice : messages.columnMissing;
  return {
    sheet: sheet.name,
    cell: formatAddress(headRow, twice[1] ?? 1),
    message: fill(message, { name: header }),
  };
}

function columnsOf(sheet: SheetGrid, row: number, wanted: readonly string[]): number[] {
  const columns: number[] = [];
  for (let column = 1; column <= sheet.columnCount; column++) {
    const value = cellAt(sheet, row, column)?.value;
    if (typeof value === 'string' && wanted.includes(comparable(value))) columns.push(column);
  }
  return columns;
}

/** Whether a merged range covers cells below the headers that would be read as blank. */
function hidesCells(merge: string, { headRow, columns }: Table): boolean {
  const [from, to] = merge.split(':').map(parseAddress);
  if (!from || !to || to.row <= headRow) return false;
  return [...columns.values()].some((column) => column >= from.column && column <= to.column);
}
