import type { IndicatorResult } from '../../consolidation/consolidation';
import { fill } from '../../plan/text';
import { formatAddress } from '../../sheet/address';
import { shortened } from '../../sheet/text-size';
import { columnNumber, indicatorColumns, lettersOf } from '../column-labels';
import { linkTo, type ReportContext } from '../context';
import { figureCell, workedOutCell } from '../figures';
import { FIRST_ROW } from '../places';
import { scheduledCompletionFormula, yardstickOf } from '../progress-formulas';
import { centre, text, type TableCell } from '../table-sheet';
import { SHARE_FORMAT } from '../tally';
import { chartMessages } from './messages';
import { figureAt, LABEL_WIDTH, linesOf, type Drawn, type TableFrame } from './chart-table';

/** Each takes two bars. */
const MOST_INDICATORS = 8;

/** 序时与实际完成率: the indicators furthest behind their schedule, or least ahead of it. */
export function scheduleTable(frame: TableFrame): Drawn {
  const { context, headRow } = frame;
  const { say, consolidation } = context;
  const compared = consolidation.indicators
    .flatMap((result) => {
      const gap = shareGap(result);
      return gap === null ? [] : [{ result, gap }];
    })
    .sort((left, right) => left.gap - right.gap);
  const drawable = compared.filter(({ result }) => isDrawable(result));
  // of what would else have been drawn
  const wild = compared
    .slice(0, MOST_INDICATORS)
    .filter(({ result }) => !isDrawable(result)).length;
  if (drawable.length === 0) return { is: 'omitted', why: say(chartMessages.nothingCompared) };
  const shown = drawable.slice(0, MOST_INDICATORS).map(({ result }) => result);
  return {
    is: 'table',
    table: {
      id: 'schedule',
      title: say(fill(chartMessages.scheduleTitle, { count: shown.length })),
      note: say(fill(chartMessages.scheduleNote, { all: compared.length })),
      limit: wild > 0 ? say(fill(chartMessages.wildLeftOut, { count: wild })) : null,
      heads: [
        say(chartMessages.sequence),
        say(indicatorColumns.indicator),
        say(chartMessages.inChart),
        say(indicatorColumns.measureUnit),
        say(indicatorColumns.scheduled),
        say(indicatorColumns.actual),
        say(chartMessages.scheduledCompletion),
        say(chartMessages.actualCompletion),
      ],
      lines: linesOf(shown, frame, (result, row) => ({
        number: sequenceCell(result, context),
        name: result.indicator.name,
        label: text(shortened(result.indicator.name, LABEL_WIDTH, 'middle')),
        figures: figuresOf(result, row, frame),
      })),
      headRow,
    },
  };
}

/** One wild figure would flatten the bars of all others. */
function isDrawable({ progress: { completion } }: IndicatorResult): boolean {
  return completion !== null && Math.abs(completion) <= MOST_COMPLETION;
}

/** As a share of 1, on either side of zero. */
const MOST_COMPLETION = 2;

/** Completion less what it should be by now, as shares; null where either has no meaning. */
function shareGap({ isAsked, progress }: IndicatorResult): number | null {
  const { completion, scheduledCompletion } = progress;
  return isAsked && completion !== null && scheduledCompletion !== null
    ? completion - scheduledCompletion
    : null;
}

/** The indicator's number on 指标对照, by which the figures are looked up there whatever its order. */
function sequenceCell(result: IndicatorResult, context: ReportContext): TableCell {
  const row = context.places.indicatorRow(result);
  const column = columnNumber(indicatorColumns, 'indicator');
  return centre(row - FIRST_ROW + 1, linkTo(context, 'indicators', row, column));
}

function figuresOf(
  result: IndicatorResult,
  row: number,
  { builder, context }: TableFrame,
): TableCell[] {
  const { indicator, progress, actual } = result;
  const share = builder.variant('count', { numberFormat: SHARE_FORMAT });
  const lookUp = (id: keyof typeof indicatorColumns) => lookUpFormula(id, row, context);
  const measured = yardstickOf(result, context);
  const due = measured && scheduledCompletionFormula(measured, figureAt(row, 1));
  return [
    centre(indicator.measureUnit),
    {
      ...workedOutCell(builder, progress.scheduled, indicator.precision),
      formula: lookUp('scheduled'),
    },
    figureCell(builder, actual, indicator.precision, { formula: lookUp('actual') }),
    { value: progress.scheduledCompletion, style: share, ...(due && { formula: due }) },
    { value: progress.completion, style: share, formula: lookUp('completion') },
  ];
}

function lookUpFormula(
  id: keyof typeof indicatorColumns,
  row: number,
  { places }: ReportContext,
): string {
  const column = (each: keyof typeof indicatorColumns) =>
    places.column('indicators', lettersOf(indicatorColumns, each)) ?? '';
  const sequence = `$${formatAddress(row, 1)}`;
  return `INDEX(${column(id)},MATCH(${sequence},${column('sequence')},0))`;
}
