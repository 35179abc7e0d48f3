import { fill } from '../../plan/text';
import { STATUSES } from '../../rule/progress/subject';
import type {
  ChartAnchor,
  ChartDescription,
  ChartLabels,
  ChartLook,
  ChartSeries,
} from '../../sheet/chart';
import type { ReportContext } from '../context';
import {
  categoriesOf,
  FIRST_FIGURE_COLUMN,
  headsOf,
  lineOf,
  valuesOf,
  type ChartTable,
} from './chart-table';
import { isLight, toned } from './colours';
import { chartMessages } from './messages';

/** Whole per cents in a chart; zero counts are not written into bars that are not there. */
const SHARE = '0%';
const COUNT = '0;;;';
/** Room for the label at the end of the longest bar, as a share of the axis. */
const LABEL_ROOM = 0.12;
/** A count that makes less of the longest bar than this share has no room for its label. */
const LEAST_LABELLED = 1 / 70;
/** Gap widths in per cent of a bar's width, so that few bars are not beams. */
const GAPS = { few: 130, some: 80, many: 45 };

type Body = Omit<ChartDescription, 'name' | 'altText' | 'title' | 'anchor' | 'look'>;

/** The chart of a table at its place on the overview. */
export function drawChart(
  table: ChartTable,
  anchor: ChartAnchor,
  context: ReportContext,
): ChartDescription {
  const body = bodyOf(table, context);
  const [first = ''] = body.categories.cached;
  const { length: count } = body.categories.cached;
  const isSingle = table.id === 'sections' && table.lines.length === 1;
  const title = isSingle ? context.say(chartMessages.statusTitle) : table.title;
  return {
    name: title,
    altText: context.say(fill(chartMessages.altText, { title, first: first ?? '', count })),
    title,
    anchor,
    look: lookOf(context),
    ...body,
  };
}

function bodyOf(table: ChartTable, context: ReportContext): Body {
  switch (table.id) {
    case 'sections':
      return table.lines.length === 1 ? statusRing(table, context) : statusBars(table, context);
    case 'organisations':
    case 'regions':
      return shareBars(table, context);
    case 'trend':
      return trendLines(table, context);
    case 'schedule':
      return schedulePairs(table, context);
  }
}

/** The columns of a tally: 应报, then the statuses. */
const FIRST_STATUS = FIRST_FIGURE_COLUMN + 1;
const LAST_STATUS = FIRST_STATUS + STATUSES.length - 1;

function statusBars(table: ChartTable, context: ReportContext): Body {
  const numberFormat = countFormat(table);
  return {
    kind: 'stacked-bar',
    categories: categoriesOf(table, context),
    series: STATUSES.map((status, index) => {
      const colour = statusColour(status, context);
      return series(table, FIRST_STATUS + index, '0', colour, context, {
        position: 'inside',
        numberFormat,
        colour: onColour(colour, context),
      });
    }),
    axes: { category: {}, value: { numberFormat: '0', min: 0, hidden: true } },
    legend: 'bottom',
    gapWidth: gapWidth(table),
  };
}

function countFormat({ lines }: ChartTable): string {
  const asked = lines.map((line) => line[FIRST_FIGURE_COLUMN - 1]!.value);
  const longest = Math.max(...asked.map((value) => (typeof value === 'number' ? value : 0)));
  const least = Math.ceil(longest * LEAST_LABELLED);
  return least > 1 ? `[<${least}]"";0` : COUNT;
}

function gapWidth({ lines: { length } }: ChartTable): number {
  return length <= 3 ? GAPS.few : length <= 5 ? GAPS.some : GAPS.many;
}

/** One section has no bars to compare: its statuses are the pieces of a ring. */
function statusRing(table: ChartTable, context: ReportContext): Body {
  const names = headsOf(table, FIRST_STATUS, LAST_STATUS, context);
  const pointColours = STATUSES.map((status) => statusColour(status, context));
  return {
    kind: 'doughnut',
    categories: names,
    series: [
      {
        name: categoriesOf(table, context),
        values: {
          ...lineOf(table, 0, FIRST_STATUS, LAST_STATUS, context),
          numberFormat: '0',
        },
        colour: context.design.charts.bar,
        pointColours,
        labels: {
          position: 'inside',
          numberFormat: COUNT,
          colour: context.design.charts.onLight,
        },
      },
    ],
    legend: 'bottom',
  };
}

/** One bar for each reporter, with its share at the end: the last column of the table. */
function shareBars(table: ChartTable, context: ReportContext): Body {
  const { bar, text } = context.design.charts;
  return {
    kind: 'clustered-bar',
    categories: categoriesOf(table, context),
    series: [
      series(table, table.heads.length, SHARE, bar, context, {
        position: 'end',
        numberFormat: SHARE,
        colour: text.colour,
      }),
    ],
    axes: {
      category: {},
      value: { numberFormat: SHARE, min: 0, max: 1 + LABEL_ROOM, hidden: true },
    },
    legend: 'none',
    gapWidth: gapWidth(table),
  };
}

/** The shares on schedule and behind: the last two columns. */
function trendLines(table: ChartTable, context: ReportContext): Body {
  const { length } = table.heads;
  const line = (column: number, status: 'achieved' | 'behind', position: 'above' | 'below') => {
    const colour = statusColour(status, context);
    return series(table, column, SHARE, colour, context, {
      position,
      numberFormat: SHARE,
      colour: context.form.statuses[status].font,
    });
  };
  return {
    kind: 'line',
    categories: categoriesOf(table, context),
    series: [line(length - 1, 'achieved', 'above'), line(length, 'behind', 'above')],
    axes: {
      category: {},
      value: { numberFormat: SHARE, min: 0, max: 1, majorUnit: 0.25 },
    },
    legend: 'bottom',
  };
}

/** What completion should be, and what it is: the last two columns. */
function schedulePairs(table: ChartTable, context: ReportContext): Body {
  const { bar, scheduled, text } = context.design.charts;
  const { length } = table.heads;
  const labels = { position: 'end', numberFormat: SHARE, colour: text.colour } as const;
  const pair = [
    series(table, length - 1, SHARE, scheduled, context, labels),
    series(table, length, SHARE, bar, context, labels),
  ];
  const values = pair.flatMap(({ values: { cached } }) => cached.flatMap((value) => value ?? []));
  return {
    kind: 'clustered-bar',
    categories: categoriesOf(table, context),
    series: pair,
    axes: {
      category: {},
      value: { numberFormat: SHARE, ...boundsOf(values), hidden: true },
    },
    legend: 'bottom',
    gapWidth: gapWidth(table),
    overlap: 0,
  };
}

/** The ends of the axis, a tenth at least apart from the ends of the longest bars for their labels. */
function boundsOf(values: readonly number[]): { min: number; max: number } {
  const least = Math.min(0, ...values);
  const most = Math.max(0.1, ...values);
  const room = (most - least) * LABEL_ROOM;
  const tenths = (value: number) => Math.ceil(value * 10) / 10;
  return { min: least < 0 ? -tenths(room - least) : 0, max: tenths(most + room) };
}

function series(
  table: ChartTable,
  column: number,
  numberFormat: string,
  colour: string,
  context: ReportContext,
  labels: ChartLabels,
): ChartSeries {
  return {
    name: headsOf(table, column, column, context),
    values: { ...valuesOf(table, column, context), numberFormat },
    colour,
    labels,
  };
}

function statusColour(
  status: (typeof STATUSES)[number],
  { form, design }: Pick<ReportContext, 'form' | 'design'>,
): string {
  return toned(form.statuses[status].fill, design.charts.lightness[status]);
}

function onColour(colour: string, { design: { charts } }: ReportContext): string {
  return isLight(colour) ? charts.onLight : charts.onDark;
}

function lookOf({ design: { charts } }: ReportContext): ChartLook {
  const { title, text, background, border, gridLines, axisLine } = charts;
  return { title, text, background, border, gridLines, axisLine };
}
