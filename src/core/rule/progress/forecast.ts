import { elapsedMonths, endMonth, type Period } from '../../plan/period';
import type { NumberExpression } from '../expression';
import { courseOf, type Course } from './course';
import type { ReasonCode } from './messages';
import { isAccumulating, isGrowth, type Subject } from './subject';
import { ACTUAL, arithmetic, constant } from './terms';

/**
 * 按现进度预计: where the figure, in the indicator's unit, will stand when the target falls due, if it
 * goes on as it has gone since the start: B + (A − B) × months in all ÷ months gone, with B the
 * baseline, or 0 for what adds up. Straight, as the schedule is; a share stays within 0 and 100 and
 * nothing that starts above zero falls below it.
 * @returns an expression over `actual`, or why nothing can be foreseen
 */
export function forecast(
  subject: Subject,
  period: Period,
): NumberExpression | { readonly reason: ReasonCode } {
  const course = courseOf(subject, period);
  if ('reason' in course) return course;
  if (isGrowth(subject.kind)) return { reason: 'forecast-needs-levels' };
  if (course.monthsLeft === 0) return { reason: 'no-period-left' };
  const start = startOf(subject, course);
  if (typeof start !== 'number') return start;
  const gone =
    subject.kind === 'annual' ? endMonth(period) : elapsedMonths(subject.planStart, period);
  const run = arithmetic(
    arithmetic(arithmetic(ACTUAL, '-', constant(start)), '*', constant(gone + course.monthsLeft)),
    '/',
    constant(gone),
  );
  return bounded(subject, course, start, arithmetic(constant(start), '+', run));
}

/** What the figure stood at when the time for the target began. */
function startOf(
  { kind }: Subject,
  { origin, hold }: Course,
): number | { readonly reason: ReasonCode } {
  if (isAccumulating(kind)) return 0;
  if (hold !== null) return { reason: hold };
  return origin ?? { reason: 'forecast-needs-baseline' };
}

function bounded(
  { kind }: Subject,
  { bound }: Course,
  start: number,
  value: NumberExpression,
): NumberExpression {
  if (start < 0 || bound.goal < 0) return value;
  const least: NumberExpression = { type: 'call', name: 'max', arguments: [value, constant(0)] };
  if (kind !== 'share' || start > 100 || bound.goal > 100) return kind === 'change' ? value : least;
  return { type: 'call', name: 'min', arguments: [least, constant(100)] };
}
