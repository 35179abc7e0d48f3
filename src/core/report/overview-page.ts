import type { Text } from '../plan/text';
import type { ConditionalFormatDescription } from '../sheet/description';
import type { SheetBuilder } from '../template/sheet-builder';
import type { ReportContext } from './context';
import type { ReportStyle } from './report-design';
import { putRow, type TableCell } from './table-sheet';
import { TALLY_CELLS } from './tally';
import { linesIn, rowHeight } from '../sheet/text-size';

/** The grid of the overview: a margin, number and name, then one column for each figure of a tally. */
export const FIRST_COLUMN = 2;
export const FIRST_FIGURE = 4;
export const FIGURES = TALLY_CELLS;
export const LAST_COLUMN = FIRST_FIGURE + FIGURES - 1;
/** The columns from the first to this one are as wide as those after it, for two charts side by side. */
export const MIDDLE_COLUMN = 6;
const FIGURE_WIDTH = 11.5;
const NUMBER_WIDTH = 6;
/** At both sides; a chart that ends with the last column would lose its edge without it. */
const MARGIN_WIDTH = 1.5;
const WIDTHS = [
  MARGIN_WIDTH,
  NUMBER_WIDTH,
  (FIGURES - 2 * (MIDDLE_COLUMN - FIRST_FIGURE + 1)) * FIGURE_WIDTH - NUMBER_WIDTH,
  ...Array<number>(FIGURES).fill(FIGURE_WIDTH),
  MARGIN_WIDTH,
];
const TITLE_HEIGHT = 32;
/** Points of an A4 page across between the margins that printOn sets, at full size. */
const PAGE_HEIGHT = 515;

/** The overview while it is being built: its parts are put one below the other. */
export class OverviewPage {
  row = 1;
  readonly conditionalFormats: ConditionalFormatDescription[] = [];
  /** Rows after which a new page begins. */
  readonly breaks: number[] = [];
  private firstRowOfPage = 1;

  constructor(
    readonly builder: SheetBuilder,
    readonly context: ReportContext,
  ) {
    builder.columns.push(...WIDTHS.map((width) => ({ width })));
  }

  /**
   * A heading over the part that follows.
   * @param height points of what must stand on the same page
   */
  title(text: Text, height = 0): void {
    this.keepTogether(TITLE_HEIGHT + height);
    this.builder.put(this.row, FIRST_COLUMN, this.context.say(text), 'blockTitle');
    this.builder.rows.set(this.row++, { height: TITLE_HEIGHT });
  }

  /** A text over the whole width. */
  line(value: string, style: ReportStyle): void {
    const { builder, context, row } = this;
    builder.merge({ row, column: FIRST_COLUMN }, { row, column: LAST_COLUMN }, value, style);
    const size = context.styles.get(style)?.font?.size ?? 10;
    const width = WIDTHS.slice(FIRST_COLUMN - 1, LAST_COLUMN).reduce((sum, each) => sum + each, 0);
    const height = rowHeight(linesIn(value, width, size), size);
    builder.rows.set(this.row++, { height: height + LINE_SPACE });
  }

  /** A row of a table, from the column of numbers on. */
  cells(cells: readonly TableCell[]): void {
    putRow(this.builder, this.context.styles, WIDTHS, this.row++, cells, FIRST_COLUMN);
  }

  space(height: number): void {
    this.builder.rows.set(this.row++, { height });
  }

  /** Points that are left on the page. */
  get left(): number {
    let used = 0;
    for (let row = this.firstRowOfPage; row < this.row; row++) {
      const next = this.builder.rows.get(row)?.height ?? 0;
      // the program began a new page here by itself
      used = used + next > PAGE_HEIGHT ? next : used + next;
    }
    return PAGE_HEIGHT - used;
  }

  /** Begins a new page where so many points no longer fit below what is on this one. */
  keepTogether(height: number): void {
    if (height <= this.left || this.row === this.firstRowOfPage) return;
    this.breaks.push(this.row - 1);
    this.firstRowOfPage = this.row;
  }
}

/** Points of air around a line of text. */
const LINE_SPACE = 4;
