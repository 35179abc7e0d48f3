import { againstLastPeriod, type Cause, type ChangedFile } from '../consolidation/changes';
import type { IndicatorResult } from '../consolidation/consolidation';
import { withoutTail } from '../consolidation/decimals';
import { comparePeriods, formatPeriod, periodLabel, type Period } from '../plan/period';
import { fill } from '../plan/text';
import { isGrowth, type Status } from '../rule/progress/subject';
import { formatAddress } from '../sheet/address';
import type { SheetDescription } from '../sheet/description';
import { SheetBuilder } from '../template/sheet-builder';
import { changeKinds, changesMessages as messages } from './changes-messages';
import { changesNote, changesOf } from './changes-note';
import { changeColumns, columnNumber, indicatorColumns, lettersOf } from './column-labels';
import { linkTo, reporterText, sourceText, type ReportContext } from './context';
import { figureCell, milestoneLabel } from './figures';
import { FIRST_ROW, secondBlockFirstRow } from './places';
import {
  centre,
  columnsOf,
  tableSheet,
  text,
  type TableBlock,
  type TableCell,
  type Widths,
} from './table-sheet';
import { statusFormats } from './tally';

const WIDTHS: Widths<typeof changeColumns> = {
  sequence: 6,
  plan: 20,
  indicator: 28,
  measureUnit: 11,
  before: 13,
  now: 13,
  difference: 13,
  statusBefore: 11,
  statusNow: 11,
  source: [34, 48],
  remark: [20, 40],
};
/** Places that a change names; the rest is counted. */
const MOST_CAUSES = 3;
/** Periods side by side, this one included. */
const MOST_PERIODS = 5;

/** 变化: against the last compile and against the last period, with the submission that brought each change. */
export function changesSheet(context: ReportContext): SheetDescription {
  const { say, consolidation } = context;
  const builder = new SheetBuilder(context.styles);
  const changes = changesOf(context);
  const changed = changes?.indicators ?? [];
  const files = changes?.files ?? [];
  const lines = againstLastPeriod(consolidation);
  const periodFirst = secondBlockFirstRow(changed.length) + Math.max(1, files.length) + 3;
  return tableSheet(
    {
      id: 'changes',
      note: [changesNote(consolidation, context.lastCompile), messages.formulas].map(say).join(''),
      columns: columnsOf(
        changeColumns,
        WIDTHS,
        context,
        consolidation.plans.length > 1 ? [] : ['plan'],
      ),
      rows: changed.map(({ result, before, statusBefore, causes }, index) =>
        rowOf(
          { result, before, statusBefore, source: causesText(causes, context), remark: null },
          { row: FIRST_ROW + index, sequence: index + 1 },
          builder,
          context,
        ),
      ),
      empty: say(changes ? messages.noIndicators : changesNote(consolidation, context.lastCompile)),
      blocks: [
        filesBlock(files, context),
        {
          title: say(messages.periodTitle),
          head: Object.values(changeColumns).map((label) => head(say(label))),
          rows: lines.map(({ result, last }, index) =>
            rowOf(
              {
                result,
                before: last.actual,
                statusBefore: last.status,
                source: sourcesText(result, context),
                remark: say(fill(messages.lastPeriod, { period: periodLabel(last.period) })),
              },
              { row: periodFirst + index, sequence: index + 1 },
              builder,
              context,
            ),
          ),
          empty: say(messages.noPeriod),
        },
        ...(lines.length > 0 ? [historyBlock(lines, builder, context)] : []),
      ],
      freezeColumns: columnNumber(changeColumns, 'indicator'),
      isAlwaysFormatted: true,
      conditionalFormats: (['statusBefore', 'statusNow'] as const).map((id) => {
        const letters = lettersOf(changeColumns, id);
        const last = periodFirst + Math.max(1, lines.length) - 1;
        const range = `${letters}${FIRST_ROW}:${letters}${last}`;
        return statusFormats(range, `$${letters}${FIRST_ROW}`, context);
      }),
    },
    builder,
    context,
  );
}

interface Line {
  readonly result: IndicatorResult;
  readonly before: number | null;
  readonly statusBefore: Status;
  readonly source: string;
  readonly remark: string | null;
}

function rowOf(
  { result, before, statusBefore, source, remark }: Line,
  { row, sequence }: { readonly row: number; readonly sequence: number },
  builder: SheetBuilder,
  context: ReportContext,
): TableCell[] {
  const { plan, indicator, actual, milestone, progress } = result;
  const { precision, measureUnit } = indicator;
  const at = (id: keyof typeof changeColumns) =>
    formatAddress(row, columnNumber(changeColumns, id));
  const isRate = isGrowth(indicator.kind) || indicator.kind === 'change' || measureUnit === '%';
  const isCompared = before !== null && actual !== null;
  const remarks = [remark, isRate && isCompared ? context.say(messages.points) : null];
  const cells: Record<keyof typeof changeColumns, TableCell> = {
    sequence: centre(sequence, toIndicator(result, context)),
    plan: text(plan.title),
    indicator: text(indicator.name),
    measureUnit: centre(measureUnit),
    before: figureCell(builder, before, precision),
    now:
      milestone === null
        ? figureCell(builder, actual, precision, actualNow(result, context))
        : centre(milestoneLabel(result, context)),
    difference: isCompared
      ? figureCell(builder, withoutTail(actual - before), precision, {
          formula: `${at('now')}-${at('before')}`,
        })
      : centre(null),
    statusBefore: centre(labelOf(statusBefore, context)),
    statusNow: centre(labelOf(progress.status, context)),
    source: text(source),
    remark: text(remarks.filter((each) => each !== null).join('；')),
  };
  return Object.values(cells);
}

/** The figure of now is that of 指标对照, and follows it. */
function actualNow(result: IndicatorResult, { places }: ReportContext) {
  if (result.actual === null) return {};
  const row = places.indicatorRow(result);
  return {
    formula: `${places.sheet('indicators')}!$${lettersOf(indicatorColumns, 'actual')}$${row}`,
  };
}

function toIndicator(result: IndicatorResult, context: ReportContext): string {
  const column = columnNumber(indicatorColumns, 'indicator');
  return linkTo(context, 'indicators', context.places.indicatorRow(result), column);
}

function labelOf(status: Status, { form, language }: ReportContext): string {
  return form.statuses[status].label[language];
}

function causesText(causes: readonly Cause[], { say }: ReportContext): string {
  const texts = causes.map((cause) =>
    cause.isGone ? say(fill(messages.gone, { source: sourceText(cause) })) : sourceText(cause),
  );
  return someOf(texts, say);
}

function sourcesText({ sources }: IndicatorResult, { say }: ReportContext): string {
  return someOf(sources.map(sourceText), say);
}

function someOf(texts: readonly string[], say: ReportContext['say']): string {
  const shown = texts.slice(0, MOST_CAUSES);
  if (texts.length > MOST_CAUSES) shown.push(say(fill(messages.more, { count: texts.length })));
  return shown.join('\n');
}

const head = (value: string, span = 1): TableCell => ({ value, style: 'head', span });

/** 报送文件的变化: what counts now in the place of what counted before, and what does not count. */
function filesBlock(files: readonly ChangedFile[], { say }: ReportContext): TableBlock {
  return {
    title: say(messages.filesTitle),
    head: [
      head(say(changeColumns.sequence)),
      head(say(messages.organisation), 2),
      head(say(messages.change)),
      head(say(messages.fileBefore), 3),
      head(say(messages.fileNow), 2),
      head(say(messages.reason), 2),
    ],
    rows: files.map(({ organisation, region, change, before, now, reason }, index) => [
      centre(index + 1),
      { ...text(organisation === null ? null : say(reporterText(organisation, region))), span: 2 },
      centre(say(changeKinds[change])),
      { ...text(before), span: 3 },
      { ...text(now), span: 2 },
      { ...text(reason && say(reason)), span: 2 },
    ]),
    empty: say(messages.noFiles),
  };
}

/** 历期完成值: the last periods side by side, this one last. */
function historyBlock(
  lines: readonly { readonly result: IndicatorResult }[],
  builder: SheetBuilder,
  context: ReportContext,
): TableBlock {
  const { say, consolidation } = context;
  const known = new Map<string, Period>();
  for (const { result } of lines)
    for (const { period } of result.past) known.set(formatPeriod(period), period);
  const periods = [...known.values()].sort(comparePeriods).slice(1 - MOST_PERIODS);
  const { form, language } = context;
  const cellOf = (result: IndicatorResult, period: Period): TableCell => {
    const past = result.past.find((one) => comparePeriods(one.period, period) === 0);
    if (past?.milestone) return centre(form.milestones[past.milestone][language]);
    return figureCell(builder, past?.actual ?? null, result.indicator.precision);
  };
  const now = (result: IndicatorResult): TableCell =>
    result.milestone === null
      ? figureCell(builder, result.actual, result.indicator.precision, actualNow(result, context))
      : centre(milestoneLabel(result, context));
  return {
    title: say(messages.historyTitle),
    head: [
      ...[changeColumns.sequence, changeColumns.plan, changeColumns.indicator].map((label) =>
        head(say(label)),
      ),
      head(say(changeColumns.measureUnit)),
      ...periods.map((period) => head(say(periodLabel(period)))),
      head(say(periodLabel(consolidation.period))),
    ],
    rows: lines.map(({ result }, index) => [
      centre(index + 1, toIndicator(result, context)),
      text(result.plan.title),
      text(result.indicator.name),
      centre(result.indicator.measureUnit),
      ...periods.map((period) => cellOf(result, period)),
      now(result),
    ]),
    empty: say(messages.noPeriod),
  };
}
