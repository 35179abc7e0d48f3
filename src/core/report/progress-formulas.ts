import type { IndicatorResult } from '../consolidation/consolidation';
import { compileCondition, compileNumber, quote, type Binding } from '../rule/excel-formula';
import type { Condition } from '../rule/expression';
import { assessMilestone } from '../rule/progress/assess';
import { forecast } from '../rule/progress/forecast';
import { paceExpression } from '../rule/progress/pace';
import type { Status, Yardstick } from '../rule/progress/subject';
import { yardstick } from '../rule/progress/yardstick';
import { MILESTONE_STATUSES } from '../rule/row';
import { subjectOf } from '../template/entry';
import type { ReportContext } from './context';

/** Addresses of an indicator's own cells, relative, so that sorting keeps them together. */
export interface ProgressCells {
  readonly actual: string;
  readonly scheduled: string;
  readonly completion: string;
}

/** What judges the indicator in this period; null for a milestone. */
export function yardstickOf(
  { plan, indicator }: IndicatorResult,
  { consolidation: { period, nearSchedule } }: ReportContext,
): Yardstick | null {
  const subject = subjectOf(plan, indicator, null);
  if (subject === null || subject.kind === 'milestone') return null;
  return yardstick(subject, period, { nearSchedule });
}

/** 完成率 over the row's 完成值; null where it has no meaning whatever the figure. */
export function completionFormula(measured: Yardstick, cells: ProgressCells): string | null {
  return measured.completion && compileNumber(measured.completion, bindingTo(cells.actual));
}

/** What 完成率 should be by now, over the cell of 序时目标; null where it has no meaning. */
export function scheduledCompletionFormula(
  { completion, scheduledCompletion }: Yardstick,
  scheduled: string,
): string | null {
  if (completion === null || scheduledCompletion === null) return null;
  return compileNumber(completion, bindingTo(scheduled));
}

/** 进度差 in percentage points: actual − scheduled for a rate, else completion − what it should be by now. */
export function gapFormula(measured: Yardstick, cells: ProgressCells): string | null {
  const { actual, scheduled, completion } = cells;
  if (measured.scheduled === null) return null;
  if (measured.gapIn === 'points')
    return `IF(COUNT(${actual},${scheduled})=2,${actual}-${scheduled},"")`;
  if (measured.completion === null || measured.scheduledCompletion === null) return null;
  const due = compileNumber(measured.completion, bindingTo(scheduled));
  return `IF(COUNT(${completion},${scheduled})=2,(${completion}-${due})*100,"")`;
}

/** 后续每期需完成 over the row's 完成值; null where it has no meaning whatever the figure. */
export function paceFormula(
  { plan, indicator }: IndicatorResult,
  { actual }: ProgressCells,
  { consolidation: { period } }: ReportContext,
): string | null {
  const subject = subjectOf(plan, indicator, null);
  const expression = subject && paceExpression(subject, period);
  return expression && compileNumber(expression, bindingTo(actual));
}

/** 按现进度预计期末 over the row's 完成值; null where nothing can be foreseen. */
export function forecastFormula(
  { plan, indicator }: IndicatorResult,
  { actual }: ProgressCells,
  { consolidation: { period } }: ReportContext,
): string | null {
  const subject = subjectOf(plan, indicator, null);
  const expression = subject && forecast(subject, period);
  if (!expression || 'reason' in expression) return null;
  return compileNumber(expression, bindingTo(actual));
}

/** 状态 in the form's words: the first that holds; what was found without a figure where there is none. */
export function statusFormula(
  result: IndicatorResult,
  measured: Yardstick | null,
  cells: ProgressCells,
  { form, language }: ReportContext,
): string {
  const label = (status: Status) => quote(form.statuses[status].label[language]);
  const unjudged = label(result.progress.status);
  if (measured === null)
    return MILESTONE_STATUSES.reduceRight((rest, milestone) => {
      const named = quote(form.milestones[milestone][language]);
      return `IF(${cells.actual}=${named},${label(assessMilestone(milestone).status)},${rest})`;
    }, unjudged);
  const steps: readonly [Condition | null, Status][] = [
    [measured.achieved, 'achieved'],
    [measured.onSchedule, 'on-schedule'],
    [measured.nearSchedule, 'slightly-behind'],
  ];
  const binding = bindingTo(cells.actual);
  const judged = steps.reduceRight(
    (rest, [condition, status]) =>
      condition ? `IF(${compileCondition(condition, binding)},${label(status)},${rest})` : rest,
    label(measured.otherwise),
  );
  return `IF(ISNUMBER(${cells.actual}),${judged},${unjudged})`;
}

/** A yardstick reads nothing but the actual. */
function bindingTo(actual: string): Binding {
  const absent = (name: string): never => {
    throw new Error(`a yardstick reads only the actual, not ${name}`);
  };
  return {
    number: (name) => (name === 'actual' ? { type: 'cell', reference: actual } : absent(name)),
    text: absent,
    entry: absent,
  };
}
