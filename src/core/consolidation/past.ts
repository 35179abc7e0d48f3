import { comparePeriods, isAskedIn, parsePeriod } from '../plan/period';
import type { Indicator, Plan } from '../plan/schema';
import { assess } from '../rule/progress/assess';
import { yardstick } from '../rule/progress/yardstick';
import { subjectOf } from '../template/entry';
import { reporterOf } from '../template/select';
import { rolledUpIn } from './comparison';
import type { PastProgress } from './consolidation';
import type { Reported, RoundFacts } from './round-facts';
import type { Settled } from './settle';

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
  if (!subject || subject.kind === 'milestone') return [];
  return history.periods
    .flatMap((written): PastProgress[] => {
      const period = parsePeriod(written);
      const isEarlier =
        period !== null &&
        period.granularity === now.granularity &&
        comparePeriods(period, now) < 0 &&
        isAskedIn(indicator.frequency, period.granularity);
      if (!isEarlier) return [];
      const actual = figureIn(written, plan, indicator, reported, settled, round);
      if (actual === null) return [];
      const { status } = assess(yardstick(subject, period, { nearSchedule }), actual);
      return [{ period, actual, status }];
    })
    .sort((left, right) => comparePeriods(left.period, right.period));
}
