import { endMonth, type Period } from '../../plan/period';
import type { NumberExpression } from '../expression';
import { meets, within } from './bound';
import { courseOf, type Course } from './course';
import { averageGrowth } from './growth';
import type { ReasonCode } from './messages';
import { isAccumulating, isGrowth, type Subject } from './subject';
import { ACTUAL, arithmetic, blank, choose, constant, holds, valueAt } from './terms';

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

  const expression = needed(subject, course, period);
  const perPeriod = valueAt(expression, actual);
  if (perPeriod === null) return { reason: 'out-of-range' };
  const goal = actual + (perPeriod * monthsLeft) / monthsPer(period);
  const growthPerYear =
    subject.kind === 'level' ? averageGrowth(goal, actual, monthsLeft / 12).value : null;
  return { perPeriod, unit: 'per-period', growthPerYear };
}

/** requiredPace over `actual`, blank where it has a reason instead; null where no actual has a pace. */
export function paceExpression(subject: Subject, period: Period): NumberExpression | null {
  const course = courseOf(subject, period);
  if ('reason' in course || isGrowth(subject.kind) || course.monthsLeft === 0) return null;
  return needed(subject, course, period);
}

/** (T − A) × months of a period ÷ months left, T being the limit that the figure has to reach or keep under. */
function needed(subject: Subject, { bound, monthsLeft }: Course, period: Period): NumberExpression {
  const { goal, high, isRange } = bound;
  const isTotal = isAccumulating(subject.kind);
  const isCeiling = isTotal && bound.sense === 'lower';
  const rest = (limit: number) =>
    arithmetic(
      arithmetic(arithmetic(constant(limit), '-', ACTUAL), '*', constant(monthsPer(period))),
      '/',
      constant(monthsLeft),
    );
  const below = high === null ? null : within({ low: null, high });
  let expression = rest(isCeiling && high !== null ? high : goal);
  if (below && high !== null) {
    // a relative change, unlike a total, can come back under its ceiling
    if (isTotal && subject.kind !== 'change') expression = choose(below, expression, blank());
    else if (isRange) expression = choose(below, expression, rest(high));
  }
  return isCeiling ? expression : choose(meets(bound), blank(), expression);
}

function monthsPer(period: Period): number {
  return endMonth({ ...period, index: 1 });
}
