import type { Text } from '../plan/text';
import { STATUSES } from '../rule/progress/subject';
import type { SheetBuilder } from '../template/sheet-builder';
import type { ReportContext } from './context';
import type { ReportStyle } from './report-design';
import { putRow, type TableCell } from './table-sheet';
import { linesIn, rowHeight } from '../sheet/text-size';

/** The grid of the overview: a margin, number and name, then one column for each figure of a tally. */
export const FIRST_COLUMN = 2;
export const FIRST_FIGURE = 4;
export const FIGURES = STATUSES.length + 3;
const LAST_COLUMN = FIRST_FIGURE + FIGURES - 1;
const FIGURE_WIDTH = 11;
const WIDTHS = [1.5, 6, 32, ...Array<number>(FIGURES).fill(FIGURE_WIDTH)];
const TITLE_HEIGHT = 32;

/** The overview while it is being built: its parts are put one below the other. */
export class OverviewPage {
  row = 1;

  constructor(
    readonly builder: SheetBuilder,
    readonly context: ReportContext,
  ) {
    builder.columns.push(...WIDTHS.map((width) => ({ width })));
  }

  /** A heading over the part that follows. */
  title(text: Text): void {
    this.builder.put(this.row, FIRST_COLUMN, this.context.say(text), 'blockTitle');
    this.builder.rows.set(this.row++, { height: TITLE_HEIGHT });
  }

  /** A text over the whole width. */
  line(value: string, style: ReportStyle): void {
    const { builder, context, row } = this;
    builder.merge({ row, column: FIRST_COLUMN }, { row, column: LAST_COLUMN }, value, style);
    const size = context.styles.get(style)?.font?.size ?? 10;
    const width = WIDTHS.slice(FIRST_COLUMN - 1).reduce((sum, each) => sum + each, 0);
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
}

/** Points of air around a line of text. */
const LINE_SPACE = 4;
