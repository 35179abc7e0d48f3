import type { Consolidation } from '../../../../src/core/consolidation/consolidation';
import { formatPeriod, previousPeriod } from '../../../../src/core/plan/period';
import type { Plan } from '../../../../src/core/plan/schema';
import { yardstick } from '../../../../src/core/rule/progress/yardstick';
import { roundTo } from '../../../../src/core/rule/rounding';
import { MILESTONE_STATUSES } from '../../../../src/core/rule/row';
import { entriesFor, recipientsOf, type Division } from '../../../../src/core/template/select';
import { subjectOf } from '../../../../src/core/template/entry';
import type { PastFigure } from '../../../../src/core/template/round';
import { consolidated, period, type Filling, type Sent } from '../../consolidation/samples';

export interface Shape {
  readonly plans: readonly Plan[];
  readonly period: string;
  readonly division: Division;
  /** Of the figures: the same number gives the same round. */
  readonly seed: number;
  /** The share of recipients that send nothing. */
  readonly silent: number;
}

const EXPLANATIONS = ['', '受 3 月停产影响，预计 2 个月恢复。', '<b>原因</b> & "说明"'];

/** A round of the plan with figures at random: near the schedule, far off, blank, nil, not applicable. */
export function generatedRound({ plans, seed, silent, ...rest }: Shape): {
  readonly round: Consolidation;
  readonly history: PastFigure[];
} {
  const next = chance(seed);
  const when = period(rest.period);
  const sent = recipientsOf(plans, when, rest.division).flatMap((recipient): Sent[] => {
    const { organisation, region } = recipient;
    if (next() < silent) return [];
    const entries = entriesFor(recipient, when, { figure: () => null }, []);
    const fill = Object.fromEntries(
      entries.map((entry) => {
        const subject = plans.flatMap((plan) => {
          const indicator = plan.indicators.find(({ id }) => entry.key === `${plan.id}/${id}`);
          if (!indicator) return [];
          return subjectOf(plan, indicator, region) ?? subjectOf(plan, indicator, null) ?? [];
        })[0];
        const scheduled =
          subject && subject.kind !== 'milestone'
            ? yardstick(subject, when, { nearSchedule: 0.9 }).scheduled
            : null;
        const value = fillingOf(entry.accumulation === 'status', scheduled, entry.precision, next);
        return [entry.key.slice(entry.key.indexOf('/') + 1), value];
      }),
    );
    const day = String(1 + Math.floor(next() * 14)).padStart(2, '0');
    return [{ organisation, region, fill, savedAt: `2021-07-${day}T02:00:00Z` }];
  });
  const round = consolidated({ plans, period: rest.period, division: rest.division, sent });
  const last = formatPeriod(previousPeriod(when));
  const history = round.facts.flatMap(({ key, organisation, region, value, counts }) =>
    counts && value !== null && next() < 0.7
      ? [{ key, organisation, region, period: last, value: value * (0.5 + next()) }]
      : [],
  );
  return { round, history };
}

function fillingOf(
  isMilestone: boolean,
  scheduled: number | null,
  precision: number,
  next: () => number,
): Filling {
  const explanation = EXPLANATIONS[Math.floor(next() * EXPLANATIONS.length)]!;
  const kind = next();
  if (kind < 0.06) return 'blank';
  if (kind < 0.1) return { value: 'not-applicable', explanation };
  if (kind < 0.13) return 'nil';
  if (isMilestone) return { value: MILESTONE_STATUSES[Math.floor(next() * 4)]!, explanation };
  const value = (scheduled ?? 1000 * next()) * (kind < 0.9 ? 0.8 + next() * 0.4 : next() * 3 - 0.5);
  return { value: roundTo(value, precision), explanation };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
