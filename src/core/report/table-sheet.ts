import { fill } from '../plan/text';
import { periodLabel } from '../plan/period';
import { formatRange } from '../sheet/address';
import type {
  BodyDescription,
  CellDescription,
  CellStyle,
  CellValue,
  ConditionalFormatDescription,
  PrintDescription,
  ProtectionDescription,
  SheetDescription,
} from '../sheet/description';
import type { SheetBuilder } from '../template/sheet-builder';
import type { ColumnLabels } from './column-labels';
import { linkTo, plansTitle, type ReportContext } from './context';
import { reportMessages, sheetNames } from './messages';
import { FIRST_ROW, HEAD_ROW } from './places';
import type { ReportStyle, SheetId } from './report-design';
import { linesIn, rowHeight, shortened, widthOfLine, widthOfNumber } from '../sheet/text-size';

export interface TableColumn {
  readonly label: string;
  /** In characters of the default font. */
  readonly width: number;
  /** How wide the column may grow for long texts; as `width` where absent. */
  readonly widest?: number;
  readonly hidden?: boolean;
}

export interface TableCell {
  readonly value: CellValue;
  readonly style: string;
  readonly formula?: string;
  readonly link?: string;
  /** Columns that the cell takes, merged. */
  readonly span?: number;
}

/** A second table below the first one, in the same columns. */
export interface TableBlock {
  readonly title: string;
  readonly head: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
  /** What stands there when there are no rows. */
  readonly empty: string;
}

/** The lines of a table: in a list, or each made when it is asked for. */
export interface TableRows {
  readonly length: number;
  readonly at: (index: number) => readonly TableCell[] | undefined;
}

export interface Table {
  readonly id: SheetId;
  readonly note: string;
  readonly columns: readonly TableColumn[];
  /** Lines that are not in a list are written one by one; nothing may stand below them or span columns. */
  readonly rows: TableRows;
  readonly empty: string;
  /** A row of totals below the table, left alone by its filter. */
  readonly footer?: readonly TableCell[];
  readonly blocks?: readonly TableBlock[];
  readonly freezeColumns: number;
  readonly conditionalFormats?: readonly ConditionalFormatDescription[];
  /** Whether they hold for the blocks, too, and so without any row of the first table. */
  readonly isAlwaysFormatted?: boolean;
  /** How many columns are printed; all where absent. */
  readonly printedColumns?: number;
  readonly protection?: ProtectionDescription;
}

/** The width of each column, or the least and the most that it may take for long texts. */
export type Widths<L extends ColumnLabels> = Readonly<
  Record<keyof L, number | readonly [least: number, most: number]>
>;

/** The columns with these labels, in their order. */
export function columnsOf<L extends ColumnLabels>(
  labels: L,
  widths: Widths<L>,
  { say }: Pick<ReportContext, 'say'>,
  hidden: readonly (keyof L)[] = [],
): TableColumn[] {
  return Object.entries(labels).map(([id, label]) => {
    const width = widths[id]!;
    const [least, most] = typeof width === 'number' ? [width, width] : width;
    return { label: say(label), width: least, widest: most, hidden: hidden.includes(id) };
  });
}

const TITLE_HEIGHT = 30;
const NOTE_HEIGHT = 20;
const EMPTY_HEIGHT = 26;
/** A text column grows, as far as it may, until its longest text takes no more lines than this. */
const MOST_LINES = 14;
/** Beyond this many lines Excel would cut a text off, so the column grows whatever it may, up to a width that a screen shows. */
const LINES_OF_A_ROW = 27;
const WIDEST = 120;
const WIDEST_LINK = 48;

/** A sheet with a title, a note, one filterable table and any blocks below it; prints across. */
export function tableSheet(
  table: Table,
  builder: SheetBuilder,
  context: ReportContext,
): SheetDescription {
  const { say, consolidation, design, styles } = context;
  const { id, rows, blocks = [] } = table;
  const { widths, named } = measured(table, styles);
  table.columns.forEach(({ hidden }, index) => {
    builder.columns.push({ width: widths[index]!, ...(hidden ? { hidden } : {}) });
  });
  const name = sheetNames[id];
  const period = periodLabel(consolidation.period);
  const firstShown = table.columns.findIndex(({ hidden }) => !hidden) + 1;
  builder.put(
    1,
    firstShown,
    say(fill(reportMessages.sheetTitle, { sheet: name, period })),
    'title',
  );
  builder.rows.set(1, { height: TITLE_HEIGHT });
  putBackLink(builder, context);
  const secondShown = table.columns.findIndex(({ hidden }, index) => index > 0 && !hidden) + 1;
  builder.put(2, secondShown, table.note, 'note');
  builder.rows.set(2, { height: NOTE_HEIGHT });

  // what a hidden column holds takes no height
  const seen = widths.map((each, index) => (table.columns[index]?.hidden ? Infinity : each));
  const put = (row: number, cells: readonly TableCell[]) => {
    putRow(builder, styles, seen, row, cells);
  };
  const width = table.columns.length;
  const body = (first: number, lines: TableRows, empty: string): number => {
    for (let index = 0; index < lines.length; index++) put(first + index, lines.at(index)!);
    if (lines.length > 0) return first + lines.length;
    builder.merge({ row: first, column: 1 }, { row: first, column: width }, empty, 'empty');
    builder.rows.set(first, { height: EMPTY_HEIGHT });
    return first + 1;
  };
  put(
    HEAD_ROW,
    table.columns.map(({ label }) => ({ value: label, style: 'head' })),
  );
  const isStreamed = !Array.isArray(rows) && rows.length > 0;
  if (isStreamed && (table.footer || blocks.length > 0))
    throw new Error(`${id} has something below lines that are written one by one`);
  let next = isStreamed ? FIRST_ROW + rows.length : body(FIRST_ROW, rows, table.empty);
  if (table.footer && rows.length > 0) put(next++, table.footer);
  for (const block of blocks) {
    builder.put(next + 1, firstShown, block.title, 'blockTitle');
    builder.rows.set(next + 1, { height: TITLE_HEIGHT });
    put(next + 2, block.head);
    next = body(next + 3, block.rows, block.empty);
  }
  const printed = table.printedColumns ?? width;
  return {
    name: say(name),
    state: 'visible',
    tabColour: design.tabs[id],
    columns: builder.columns,
    rows: builder.rows,
    cells: builder.sorted(),
    ...(isStreamed && { body: bodyOf(rows, [...named], widths, styles) }),
    merges: builder.merges,
    validations: [],
    conditionalFormats:
      rows.length > 0 || table.isAlwaysFormatted ? (table.conditionalFormats ?? []) : [],
    ...(table.protection && { protection: table.protection }),
    freeze: { rows: HEAD_ROW, columns: table.freezeColumns },
    ...(rows.length > 0 && {
      autoFilter: formatRange(HEAD_ROW, 1, FIRST_ROW + rows.length - 1, width),
    }),
    print: {
      ...printOn(
        context,
        widths.slice(0, printed).filter((_, index) => !table.columns[index]?.hidden),
      ),
      header: `&L${headerText(context)}`,
      // a second table has heads of its own, which those of a short first one would only confuse
      ...((blocks.length === 0 || rows.length > ROWS_OF_A_PAGE) && {
        titleRows: { from: HEAD_ROW, to: HEAD_ROW },
      }),
      area: formatRange(1, 1, next - 1, printed),
    },
    showGridLines: false,
  };
}

/** Leads back to the overview, from the first cell of the note's row. */
export function putBackLink(builder: SheetBuilder, context: ReportContext): void {
  const link = linkTo(context, 'overview', 1, OVERVIEW_COLUMN);
  builder.put(2, 1, context.say(reportMessages.back), 'back', { link });
}

/** Where the overview's title stands. */
const OVERVIEW_COLUMN = 2;

/** The plans, on every page of a table; an & would begin a code. */
function headerText(context: ReportContext): string {
  const title = context.say(plansTitle(context));
  return shortened(title, HEADER_WIDTH, 'middle').replaceAll('&', '&&');
}

const HEADER_WIDTH = 80;
/** Rows of one line that fill a page across. */
const ROWS_OF_A_PAGE = 22;
/** Points between the margins of A4 across; of the padding and the unit of a column's width. */
const A4_WIDTH = 784;
const COLUMN_POINTS = { padding: 3.75, unit: 5.25 };
/** Below this share of its size text of 10 points is hard to read. */
const LEAST_SCALE = 0.7;

/** Across, as wide as the sheet, with the page's number at its foot; on A3 what A4 would make too small. */
export function printOn(
  { say }: Pick<ReportContext, 'say'>,
  widths: readonly number[] = [],
): PrintDescription {
  const { padding, unit } = COLUMN_POINTS;
  const points = widths.reduce((sum, width) => sum + width * unit + padding, 0);
  return {
    paper: A4_WIDTH < points * LEAST_SCALE ? 'A3' : 'A4',
    landscape: true,
    fitToWidth: 1,
    footer: `&C${say(reportMessages.pageFooter)}`,
    centred: true,
    margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4 },
  };
}

/** Puts cells side by side from column A, and gives the row the height that the longest text needs. */
export function putRow(
  builder: SheetBuilder,
  styles: ReadonlyMap<string, CellStyle>,
  widths: readonly number[],
  row: number,
  cells: readonly TableCell[],
  firstColumn = 1,
): void {
  let column = firstColumn;
  let height = 0;
  for (const { value, style, formula, link, span = 1 } of cells) {
    const extra: Pick<CellDescription, 'formula' | 'link'> = {
      ...(formula !== undefined && { formula }),
      ...(link !== undefined && { link }),
    };
    builder.merge({ row, column }, { row, column: column + span - 1 }, value, style, extra);
    const width = widths.slice(column - 1, column - 1 + span).reduce((sum, each) => sum + each, 0);
    height = Math.max(height, heightOf(value, style, width, styles));
    column += span;
  }
  builder.rows.set(row, { height });
}

function heightOf(
  value: CellValue,
  style: string,
  width: number,
  styles: ReadonlyMap<string, CellStyle>,
): number {
  const design = styles.get(style);
  const size = design?.font?.size ?? DEFAULT_SIZE;
  const wraps = design?.wrap === true && typeof value === 'string';
  return rowHeight(wraps ? linesIn(value, width, size) : 1, size);
}

function bodyOf(
  rows: TableRows,
  named: readonly string[],
  widths: readonly number[],
  styles: ReadonlyMap<string, CellStyle>,
): BodyDescription {
  return {
    firstRow: FIRST_ROW,
    count: rows.length,
    styles: named,
    row: (index) => {
      const cells = rows.at(index)!;
      let height = 0;
      cells.forEach(({ value, style }, at) => {
        height = Math.max(height, heightOf(value, style, widths[at]!, styles));
      });
      return { height, cells };
    },
  };
}

/** The widths of the table's columns, and the styles that its lines name. */
function measured(
  { columns, rows }: Table,
  styles: ReadonlyMap<string, CellStyle>,
): { widths: number[]; named: ReadonlySet<string> } {
  const widths = columns.map(({ width }) => width);
  const named = new Set<string>();
  for (let row = 0; row < rows.length; row++) {
    const cells = rows.at(row)!;
    for (let at = 0; at < columns.length && at < cells.length; at++) {
      named.add(cells[at]!.style);
      widths[at] = widened(widths[at]!, columns[at]!, cells[at]!, styles);
    }
  }
  return { widths, named };
}

/**
 * The width at which every number and linked text is seen, and the longest text stays within so many
 * lines as far as the column may grow for it.
 */
function widened(
  before: number,
  { width, widest = width }: TableColumn,
  { value, style, link }: TableCell,
  styles: ReadonlyMap<string, CellStyle>,
): number {
  let wide = before;
  const design = styles.get(style);
  const size = design?.font?.size ?? DEFAULT_SIZE;
  // a number that does not fit is shown as ####
  if (typeof value === 'number')
    return Math.max(wide, widthOfNumber(value, design?.numberFormat, size));
  if (typeof value !== 'string') return wide;
  // LibreOffice cuts off a linked text instead of wrapping it
  if (link !== undefined) wide = Math.max(wide, Math.min(WIDEST_LINK, widthOfLine(value, size)));
  while (wide < widest && linesIn(value, wide, size) > MOST_LINES) wide++;
  while (wide < WIDEST && linesIn(value, wide, size) > LINES_OF_A_ROW) wide++;
  return wide;
}

const DEFAULT_SIZE = 10;

/** A text, blank where there is none; a link where it leads somewhere. */
export function text(value: string | null, link?: string | null): TableCell {
  return linked(value === '' ? null : value, link, 'text', 'link');
}

/** A short text or number in the middle of its cell. */
export function centre(value: string | number | null, link?: string | null): TableCell {
  return linked(value === '' ? null : value, link, 'centre', 'linkCentre');
}

function linked(
  value: CellValue,
  link: string | null | undefined,
  style: ReportStyle,
  linkStyle: ReportStyle,
): TableCell {
  return link ? { value, style: linkStyle, link } : { value, style };
}
