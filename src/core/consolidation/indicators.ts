import { formatPeriod, isAskedIn, samePeriodLastYear } from '../plan/period';
import type { Indicator, Plan } from '../plan/schema';
import { fill, type Text } from '../plan/text';
import { assess, assessMilestone } from '../rule/progress/assess';
import { reasonText } from '../rule/progress/messages';
import type { Progress, Subject } from '../rule/progress/subject';
import { yardstick } from '../rule/progress/yardstick';
import type { MilestoneStatus } from '../rule/row';
import { fullName, subjectOf } from '../template/entry';
import { reporterOf } from '../template/select';
import { compareWithLastYear, forecastFor, paceFor, type Compared } from './comparison';
import type { IndicatorResult, RegionResult } from './consolidation';
import { rowsIn } from './figure';
import { comparisonMessages, frequencyLabels, notAskedMessages } from './messages';
import { figureIn, pastProgress, revisionIn } from './past';
import { reportedFor, type Reported, type RoundFacts } from './round-facts';
import { settle, statusOf, type Settled } from './settle';
import type { RegionFigure } from './roll-up';
import { sentences } from './wording';

/** The result of every indicator of a plan, in the plan's order, asked or not. */
export function indicatorResults(plan: Plan, round: RoundFacts): IndicatorResult[] {
  return plan.indicators.map((indicator) => resultOf(plan, indicator, round));
}

function resultOf(plan: Plan, indicator: Indicator, round: RoundFacts): IndicatorResult {
  const reported = reportedFor(plan, indicator, round);
  const { regions, rolled } = reported;
  const subject = subjectOf(plan, indicator, null);
  if (!subject) throw new Error('the whole always has a subject');
  const notAsked = whyNotAsked(plan, indicator, reported, round);
  const settled = notAsked
    ? nothing('not-assessable', notAsked)
    : settle(plan, indicator, reported);
  const { actual, milestone, composition } = settled;
  const missing = rolled?.missing ?? [];
  const isPartial = composition === 'rolled-up' && missing.length > 0;
  const progress = judge(subject, settled, round);
  const partial: Compared = { value: null, reason: comparisonMessages.partial };
  const year = isPartial ? partial : yearOnYearOf(plan, indicator, reported, settled, round);
  const pace = isPartial ? partial : paceFor(subject, round.period, actual);
  const { reason } = progress;
  // a reason for not asking says all there is to say
  const judged = reason && !notAsked ? [reasonText(reason, indicator.target)] : [];
  return {
    plan,
    indicator,
    id: fullName(plan, indicator),
    isAsked: notAsked === null,
    reporter: reporterOf(plan, indicator),
    actual,
    milestone,
    composition,
    progress,
    reason: sentences([...settled.reasons, ...judged]),
    yearOnYear: year.value,
    yearOnYearReason: year.reason,
    past: notAsked ? [] : pastProgress(plan, indicator, reported, settled, round),
    requiredPace: pace.value,
    requiredPaceReason: pace.reason,
    forecast: isPartial ? null : forecastFor(subject, round.period, actual),
    explanation: settled.explanation,
    sources: settled.sources,
    regions: regions.map((region) => regionResult(plan, indicator, region, reported, round)),
    regionsTogether: rolled && missing.length === 0 ? rolled.value : null,
    missingRegions: missing.map(({ region }) => region),
  };
}

function whyNotAsked(
  plan: Plan,
  indicator: Indicator,
  { unit, regions }: Reported,
  { period }: RoundFacts,
): Text | null {
  if (indicator.soft) return reasonText('soft', indicator.target);
  const { frequency } = indicator;
  if (!isAskedIn(frequency, period.granularity))
    return fill(notAskedMessages.frequency, {
      frequency: frequencyLabels[frequency],
      period: formatPeriod(period),
    });
  if (unit || regions.length > 0) return null;
  return fill(notAskedMessages.noWorkbook, { reporter: reporterOf(plan, indicator) });
}

function nothing(status: 'not-reported' | 'not-assessable', reason: Text): Settled {
  return {
    actual: null,
    milestone: null,
    composition: 'none',
    status,
    reasons: [reason],
    sources: [],
    explanation: '',
  };
}

/** The figure against target and schedule; without a figure, the schedule and why there is none. */
function judge(
  subject: Subject,
  { actual, milestone, status }: Pick<Settled, 'actual' | 'milestone' | 'status'>,
  { period, nearSchedule }: RoundFacts,
): Progress {
  const progress =
    subject.kind === 'milestone'
      ? assessMilestone(milestone)
      : assess(yardstick(subject, period, { nearSchedule }), actual);
  return status === null ? progress : { ...progress, status };
}

function yearOnYearOf(
  plan: Plan,
  indicator: Indicator,
  reported: Reported,
  settled: Settled,
  round: RoundFacts,
): Compared {
  const { target, kind } = indicator;
  if (kind === 'milestone') return { value: null, reason: reasonText('qualitative', target) };
  const lastYear = formatPeriod(samePeriodLastYear(round.period));
  const earlier = figureIn(lastYear, plan, indicator, reported, settled, round);
  const compared = compareWithLastYear(indicator, settled.actual, earlier);
  const revision = revisionIn(lastYear, plan, indicator, reported, settled, round);
  const texts = [compared.reason, revision].filter((text) => text !== null);
  return { value: compared.value, reason: sentences(texts) };
}

function regionResult(
  plan: Plan,
  indicator: Indicator,
  { region, workbook, figure }: RegionFigure,
  { entry }: Reported,
  round: RoundFacts,
): RegionResult {
  const filed = round.filed.get(workbook);
  const rows = filed && rowsIn(filed, entry);
  const subject = subjectOf(plan, indicator, region);
  const actual = figure.is === 'counted' ? figure.value : null;
  const milestone: MilestoneStatus | null = figure.is === 'counted' ? figure.milestone : null;
  const status = figure.is === 'counted' ? null : statusOf(figure.cause);
  return {
    region,
    actual,
    progress: subject && judge(subject, { actual, milestone, status }, round),
    facts: rows ? [...rows.parts, rows.own] : [],
  };
}
