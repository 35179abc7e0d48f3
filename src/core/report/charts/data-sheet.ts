import { periodLabel } from '../../plan/period';
import { fill } from '../../plan/text';
import { formatRange } from '../../sheet/address';
import type { SheetDescription } from '../../sheet/description';
import { linesIn, rowHeight } from '../../sheet/text-size';
import { SheetBuilder } from '../../template/sheet-builder';
import type { ReportContext } from '../context';
import { reportMessages, sheetNames } from '../messages';
import { printOn, putBackLink, putRow } from '../table-sheet';
import { ROWS_ABOVE_HEADS, type ChartFigures } from './chart-figures';
import { LABEL_COLUMN } from './chart-table';
import { chartMessages } from './messages';

/** Number, full name, name in the chart, then the figures. */
const WIDTHS = [9, 40, 28];
const FIGURE_WIDTH = 12;
const NOTE_SIZE = 9;

/** 图表数据: the figures behind each chart of the overview, one table below the other. */
export function chartDataSheet({ tables }: ChartFigures, context: ReportContext): SheetDescription {
  const { say, consolidation, design, styles } = context;
  const builder = new SheetBuilder(styles);
  const columns = Math.max(LABEL_COLUMN + 1, ...tables.map(({ heads }) => heads.length));
  const widths = Array.from({ length: columns }, (_, index) => WIDTHS[index] ?? FIGURE_WIDTH);
  builder.columns.push(...widths.map((width) => ({ width })));
  const period = periodLabel(consolidation.period);
  const title = fill(reportMessages.sheetTitle, { sheet: sheetNames.charts, period });
  builder.put(1, 1, say(title), 'title');
  builder.rows.set(1, { height: 30 });
  putBackLink(builder, context);
  builder.put(
    2,
    2,
    say(tables.length > 0 ? chartMessages.dataNote : chartMessages.noCharts),
    'note',
  );
  builder.rows.set(2, { height: 20 });
  for (const { title: heading, heads, lines, headRow, ...table } of tables) {
    const note = table.note + (table.limit ?? '');
    const titleRow = headRow - ROWS_ABOVE_HEADS;
    builder.put(titleRow, 1, heading, 'blockTitle');
    builder.rows.set(titleRow, { height: 26 });
    builder.merge(
      { row: titleRow + 1, column: 1 },
      { row: titleRow + 1, column: columns },
      note,
      'footnote',
    );
    const width = widths.reduce((sum, each) => sum + each, 0);
    builder.rows.set(titleRow + 1, {
      height: rowHeight(linesIn(note, width, NOTE_SIZE), NOTE_SIZE),
    });
    putRow(
      builder,
      styles,
      widths,
      headRow,
      heads.map((value) => ({ value, style: 'head' })),
    );
    lines.forEach((line, index) => {
      putRow(builder, styles, widths, headRow + 1 + index, line);
    });
  }
  const last = tables.at(-1);
  return {
    name: say(sheetNames.charts),
    state: 'visible',
    tabColour: design.tabs.charts,
    columns: builder.columns,
    rows: builder.rows,
    cells: builder.sorted(),
    merges: builder.merges,
    validations: [],
    conditionalFormats: [],
    freeze: { rows: 2, columns: LABEL_COLUMN },
    print: {
      ...printOn(context, widths),
      area: formatRange(1, 1, last ? last.headRow + last.lines.length : 2, columns),
    },
    showGridLines: false,
  };
}
