import { endMonth, type Period } from '../../plan/period';
import { meets, within, type Bound } from './bound';
import { courseOf } from './course';
import { averageGrowth } from './growth';
import type { ReasonCode } from './messages';
import { isAccumulating, isGrowth, type Subject } from './subject';
import { holds } from './terms';

/** What is still needed; under a ceiling on a total, what may still be added. */
export interface Pace {
  /** In the indicator's unit, for each period left of the same length as the one reported. */
  readonly perPeriod: number;
  readonly unit: 'per-period';
  /** Growth per year that leads to the target, in per cent; null unless a level with positive figures. */
  readonly growthPerYear: number | null;
}

/**
 * The pace from the period's end to the end of the target's year (annual: of the period's year):
 * (T − A) ÷ periods left, and for levels also (T ÷ A)^(1 ÷ years left) − 1.
 */
export function requiredPace(
  subject: Subject,
  period: Period,
  actual: number,
): Pace | { readonly reason: ReasonCode } {
  const course = courseOf(subject, period);
  if ('reason' in course) return course;
  if (isGrowth(subject.kind)) return { reason: 'pace-needs-levels' };
  const { bound, monthsLeft } = course;
  const isAbove = bound.high !== null && !holds(within({ low: null, high: bound.high }), actual);
  const isTotal = isAccumulating(subject.kind);
  // a relative change, unlike a total, can come back under its ceiling
  if (isTotal && isAbove && subject.kind !== 'change') return { reason: 'ceiling-exceeded' };
  const isCeiling = isTotal && bound.sense === 'lower';
  if (!isCeiling && holds(meets(bound), actual)) return { reason: 'already-met' };
  if (monthsLeft === 0) return { reason: 'no-period-left' };

  const goal = goalFor(bound, isCeiling, isAbove);
  const perPeriod = ((goal - actual) * monthsPer(period)) / monthsLeft;
  if (!Number.isFinite(perPeriod)) return { reason: 'out-of-range' };
  const growthPerYear =
    subject.kind === 'level' ? averageGrowth(goal, actual, monthsLeft / 12).value : null;
  return { perPeriod, unit: 'per-period', growthPerYear };
}

/** The limit that the figure has to reach or keep under. */
function goalFor({ goal, high, isRange }: Bound, isCeiling: boolean, isAbove: boolean): number {
  if (high === null) return goal;
  return isCeiling || (isRange && isAbove) ? high : goal;
}

function monthsPer(period: Period): number {
  return endMonth({ ...period, index: 1 });
}
