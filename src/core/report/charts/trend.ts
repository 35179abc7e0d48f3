import type { IndicatorResult } from '../../consolidation/consolidation';
import { comparePeriods, formatPeriod, periodLabel, type Period } from '../../plan/period';
import { quote } from '../../rule/excel-formula';
import type { Status } from '../../rule/progress/subject';
import { kindLabels } from '../../template/messages';
import { indicatorColumns, lettersOf } from '../column-labels';
import type { ReportContext } from '../context';
import { text, type TableCell } from '../table-sheet';
import { COUNT_FORMAT, SHARE_FORMAT } from '../tally';
import { chartMessages } from './messages';
import { figureAt, linesOf, type Drawn, type TableFrame } from './chart-table';

/** Two years of quarters; a longer line would not be read either. */
const MOST_PERIODS = 8;
/** The statuses of a figure that could be judged. */
const JUDGED = ['achieved', 'on-schedule', 'slightly-behind', 'behind'] as const;
const GOOD = ['achieved', 'on-schedule'] as const;

interface Point {
  readonly period: Period;
  readonly statuses: readonly Status[];
  readonly isNow: boolean;
}

/** 各期达序时情况: of the figures that could be judged in each period, the shares on schedule and behind. */
export function trendTable(frame: TableFrame): Drawn {
  const { context, headRow } = frame;
  const { say, consolidation } = context;
  const points = pointsOf(consolidation.indicators, consolidation.period);
  if (points.length < 2) return { is: 'omitted', why: say(chartMessages.onePeriod) };
  const shown = points.slice(-MOST_PERIODS);
  return {
    is: 'table',
    table: {
      id: 'trend',
      title: say(chartMessages.trendTitle),
      note: say(chartMessages.trendNote),
      limit: null,
      heads: [
        say(chartMessages.number),
        say(chartMessages.period),
        say(chartMessages.inChart),
        say(chartMessages.judged),
        say(chartMessages.onSchedule),
        say(chartMessages.behind),
        say(chartMessages.onScheduleShare),
        say(chartMessages.behindShare),
      ],
      lines: linesOf(shown, frame, (point, row) => {
        const label = say(periodLabel(point.period));
        return { name: label, label: text(label), figures: figuresOf(point, row, frame) };
      }),
      headRow,
    },
  };
}

/** Milestones are left out everywhere, since earlier rounds only hand on figures. */
function pointsOf(indicators: readonly IndicatorResult[], now: Period): Point[] {
  const measured = indicators.filter(
    ({ isAsked, indicator }) => isAsked && indicator.kind !== 'milestone',
  );
  const past = new Map<string, { period: Period; statuses: Status[] }>();
  for (const { period, status } of measured.flatMap((result) => result.past)) {
    const key = formatPeriod(period);
    const point = past.get(key) ?? { period, statuses: [] };
    point.statuses.push(status);
    past.set(key, point);
  }
  const current = measured.map(({ progress }) => progress.status);
  return [
    ...[...past.values()]
      .sort((left, right) => comparePeriods(left.period, right.period))
      .map((point) => ({ ...point, isNow: false })),
    { period: now, statuses: current, isNow: true },
  ].filter(({ statuses }) => counted(statuses, JUDGED) > 0);
}

function counted(statuses: readonly Status[], wanted: readonly Status[]): number {
  return statuses.filter((status) => wanted.includes(status)).length;
}

/** Counts of this period follow from 指标对照; those of earlier ones stand as they were accepted. */
function figuresOf(
  { statuses, isNow }: Point,
  row: number,
  { builder, context }: TableFrame,
): TableCell[] {
  const count = builder.variant('count', { numberFormat: COUNT_FORMAT });
  const share = builder.variant('count', { numberFormat: SHARE_FORMAT });
  const number = (wanted: readonly Status[]): TableCell => {
    const formula = isNow ? countFormula(wanted, context) : null;
    return { value: counted(statuses, wanted), style: count, ...(formula && { formula }) };
  };
  const of = (index: number, value: number): TableCell => ({
    value,
    style: share,
    formula: `IF(${figureAt(row, 0)}=0,"",${figureAt(row, index)}/${figureAt(row, 0)})`,
  });
  const judged = counted(statuses, JUDGED);
  return [
    number(JUDGED),
    number(GOOD),
    number(['behind']),
    of(1, counted(statuses, GOOD) / judged),
    of(2, counted(statuses, ['behind']) / judged),
  ];
}

function countFormula(wanted: readonly Status[], context: ReportContext): string | null {
  const { places, form, language, say } = context;
  const column = (id: 'status' | 'kind') =>
    places.column('indicators', lettersOf(indicatorColumns, id));
  const [status, kind] = [column('status'), column('kind')];
  if (status === null || kind === null) return null;
  const figures = `${kind},${quote(`<>${say(kindLabels.milestone)}`)}`;
  return wanted
    .map((each) => `COUNTIFS(${status},${quote(form.statuses[each].label[language])},${figures})`)
    .join('+');
}
