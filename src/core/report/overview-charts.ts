import { fill } from '../plan/text';
import type { ChartDescription } from '../sheet/chart';
import type { ChartFigures } from './charts/chart-figures';
import type { ChartTable } from './charts/chart-table';
import { drawChart } from './charts/draw';
import { chartMessages } from './charts/messages';
import { FIRST_COLUMN, LAST_COLUMN, MIDDLE_COLUMN, type OverviewPage } from './overview-page';

/** Points: title and legend, each category, and the least and most that a chart is high. */
const HEIGHT = { frame: 62, bar: 16, pair: 22, least: 180, most: 225 };
const ROW_HEIGHT = 15;
/** Points between two charts side by side, and below a pair of them. */
const SPACE = 8;
const EDGE = 1.5;

/** Two charts to a row of the page, each pair as high as the taller one needs; returns them. */
export function putCharts(
  page: OverviewPage,
  { tables, omitted }: ChartFigures,
): ChartDescription[] {
  const { context } = page;
  const charts: ChartDescription[] = [];
  page.title(chartMessages.chartsTitle, HEIGHT.least + SPACE);
  for (let index = 0; index < tables.length; index += 2) {
    const pair = tables.slice(index, index + 2);
    // a little lower rather than on another page than the heading
    const room = page.left - SPACE;
    const wanted = Math.max(...pair.map(heightOf));
    const height = room < HEIGHT.least ? wanted : Math.min(wanted, room);
    const rows = Math.floor(height / ROW_HEIGHT);
    page.keepTogether(rows * ROW_HEIGHT + SPACE);
    const [top, bottom] = [page.row, page.row + rows - 1];
    pair.forEach((table, place) => {
      const isLeft = place === 0;
      const right = isLeft && pair.length > 1 ? MIDDLE_COLUMN : LAST_COLUMN;
      const anchor = {
        from: {
          row: top,
          column: isLeft ? FIRST_COLUMN : MIDDLE_COLUMN + 1,
          right: isLeft ? 0 : SPACE,
          // on the edge of a page its own edge would be printed on the one before too
          below: EDGE,
        },
        to: { row: bottom, column: right },
      };
      charts.push(drawChart(table, anchor, context));
    });
    for (let row = 0; row < rows; row++) page.space(ROW_HEIGHT);
    page.space(SPACE);
  }
  const more = [...tables.flatMap(({ limit }) => limit ?? []), ...omitted].join('');
  page.line(context.say(fill(chartMessages.chartsNote, { more })), 'footnote');
  return charts;
}

function heightOf({ id, lines }: ChartTable): number {
  const { frame, bar, pair, least, most } = HEIGHT;
  const needed = frame + lines.length * (id === 'schedule' ? pair : bar);
  return id === 'trend' ? least : Math.min(most, Math.max(least, needed));
}
