import { comparePeriods, isAskedIn, parsePeriod } from '../plan/period';
import type { Indicator, Plan } from '../plan/schema';
import { fill, verbatim, type Text } from '../plan/text';
import { assess, assessMilestone } from '../rule/progress/assess';
import { yardstick } from '../rule/progress/yardstick';
import { subjectOf } from '../template/entry';
import { reporterOf } from '../template/select';
import { rolledUpIn } from './comparison';
import type { PastProgress } from './consolidation';
import { partsOf } from './facts';
import { comparisonMessages } from './messages';
import type { Reported, RoundFacts } from './round-facts';
import type { Settled } from './settle';
import { listed } from './wording';

/** The figure of an earlier period that this one is compared with, made in the same way; null where there is none. */
export function figureIn(
  period: string,
  plan: Plan,
  indicator: Indicator,
  { entry, rolled }: Reported,
  { composition }: Pick<Settled, 'composition'>,
  { history }: Pick<RoundFacts, 'history'>,
): number | null {
  if (composition === 'rolled-up' && rolled)
    return rolledUpIn(period, indicator, rolled, entry, history);
  return history.find(
    entry.key,
    { organisation: reporterOf(plan, indicator), region: null },
    period,
  );
}

/** That the figure of an earlier period was revised after it was first accepted; null where it was not. */
export function revisionIn(
  period: string,
  plan: Plan,
  indicator: Indicator,
  { entry, rolled }: Reported,
  { composition }: Pick<Settled, 'composition'>,
  { history }: Pick<RoundFacts, 'history'>,
): Text | null {
  if (composition === 'rolled-up' && rolled) {
    const keys = [entry.key, ...partsOf(entry)];
    const revised = rolled.contributing.filter(({ workbook }) =>
      keys.some((key) => history.revisedFrom(key, workbook, period) !== null),
    );
    const list = listed(revised.map(({ region }) => verbatim(region)));
    return revised.length === 0 ? null : fill(comparisonMessages.revisedRegions, { list });
  }
  const reporter = { organisation: reporterOf(plan, indicator), region: null };
  const from = history.revisedFrom(entry.key, reporter, period);
  const to = history.find(entry.key, reporter, period);
  return from === null || to === null ? null : fill(comparisonMessages.revised, { from, to });
}

/** Every earlier period as long as this one that has a figure, judged against what was scheduled then. */
export function pastProgress(
  plan: Plan,
  indicator: Indicator,
  reported: Reported,
  settled: Settled,
  round: RoundFacts,
): PastProgress[] {
  const { period: now, history, nearSchedule } = round;
  const subject = subjectOf(plan, indicator, null);
  if (!subject) return [];
  return history.periods
    .flatMap((written): PastProgress[] => {
      const period = parsePeriod(written);
      const isEarlier =
        period !== null &&
        period.granularity === now.granularity &&
        comparePeriods(period, now) < 0 &&
        isAskedIn(indicator.frequency, period.granularity);
      if (!isEarlier) return [];
      if (subject.kind === 'milestone') {
        const reporter = { organisation: reporterOf(plan, indicator), region: null };
        const milestone = history.milestone(reported.entry.key, reporter, written);
        return milestone === null
          ? []
          : [{ period, actual: null, milestone, status: assessMilestone(milestone).status }];
      }
      const actual = figureIn(written, plan, indicator, reported, settled, round);
      if (actual === null) return [];
      const { status } = assess(yardstick(subject, period, { nearSchedule }), actual);
      return [{ period, actual, milestone: null, status }];
    })
    .sort((left, right) => comparePeriods(left.period, right.period));
}
