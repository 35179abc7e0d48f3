import type { CellReference } from '../../sheet/chart';
import { formatAddress, formatRange } from '../../sheet/address';
import type { SheetBuilder } from '../../template/sheet-builder';
import type { ReportContext } from '../context';
import { centre, text, type TableCell } from '../table-sheet';

/** The columns that every table of 图表数据 begins with: number, full name, name in the chart. */
export const LABEL_COLUMN = 3;
export const FIRST_FIGURE_COLUMN = LABEL_COLUMN + 1;
/** The most categories that a chart of half a page's width shows readably. */
export const MOST_BARS = 12;
/** Digits that a category's label may take; a Chinese character takes two. */
export const LABEL_WIDTH = 32;

export type ChartId = 'sections' | 'organisations' | 'regions' | 'trend' | 'schedule';

/** The figures of one chart, as a table on 图表数据. */
export interface ChartTable {
  readonly id: ChartId;
  readonly title: string;
  /** How the figures come about. */
  readonly note: string;
  /** What there was no room for in the chart, and where it is; null where all is drawn. */
  readonly limit: string | null;
  readonly heads: readonly string[];
  readonly lines: readonly (readonly TableCell[])[];
  readonly headRow: number;
}

/** A table, or the sentence that stands in its chart's place. */
export type Drawn =
  | { readonly is: 'table'; readonly table: ChartTable }
  | { readonly is: 'omitted'; readonly why: string };

/** What is needed to lay out one table: its first line's row is known before it is built. */
export interface TableFrame {
  readonly builder: SheetBuilder;
  readonly context: ReportContext;
  /** Of the column heads; the lines follow. */
  readonly headRow: number;
}

/** The lines of a table: what each is called, its name in the chart, and its figures. */
export function linesOf<T>(
  items: readonly T[],
  { headRow }: TableFrame,
  line: (
    item: T,
    row: number,
  ) => {
    readonly name: string;
    readonly label: TableCell;
    readonly figures: readonly TableCell[];
    readonly number?: TableCell;
  },
): TableCell[][] {
  return items.map((item, index) => {
    const { name, label, figures, number } = line(item, headRow + 1 + index);
    return [number ?? centre(index + 1), text(name), label, ...figures];
  });
}

/** The names along the category axis. */
export function categoriesOf(table: ChartTable, context: ReportContext): CellReference<string> {
  return {
    reference: columnRange(table, LABEL_COLUMN, context),
    cached: table.lines.map((line) => asText(line[LABEL_COLUMN - 1]!)),
  };
}

/** The figures of one column; a blank has no point. */
export function valuesOf(
  table: ChartTable,
  column: number,
  context: ReportContext,
): CellReference<number> {
  return {
    reference: columnRange(table, column, context),
    cached: table.lines.map((line) => asNumber(line[column - 1]!)),
  };
}

/** The heads of some columns: one names a series. */
export function headsOf(
  table: ChartTable,
  from: number,
  to: number,
  context: ReportContext,
): CellReference<string> {
  const range = formatRange(table.headRow, from, table.headRow, to);
  return { reference: onSheet(range, context), cached: table.heads.slice(from - 1, to) };
}

/** The figures of one line. */
export function lineOf(
  table: ChartTable,
  index: number,
  from: number,
  to: number,
  context: ReportContext,
): CellReference<number> {
  const row = table.headRow + 1 + index;
  const cells = table.lines[index]!.slice(from - 1, to);
  return {
    reference: onSheet(formatRange(row, from, row, to), context),
    cached: cells.map(asNumber),
  };
}

/** The n-th figure's cell in a row, relative. */
export function figureAt(row: number, index: number): string {
  return formatAddress(row, FIRST_FIGURE_COLUMN + index);
}

/** A column of a table, without its head. */
function columnRange(table: ChartTable, column: number, context: ReportContext): string {
  const first = table.headRow + 1;
  return onSheet(formatRange(first, column, first + table.lines.length - 1, column), context);
}

/** '图表数据'!$C$5:$C$12; a single cell is named once. */
function onSheet(range: string, { places }: ReportContext): string {
  const [from, to] = range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2').split(':');
  return `${places.sheet('charts')}!${from === to ? from! : `${from!}:${to!}`}`;
}

function asText({ value }: TableCell): string | null {
  return value === null || value === '' ? null : String(value);
}

function asNumber({ value }: TableCell): number | null {
  return typeof value === 'number' ? value : null;
}
