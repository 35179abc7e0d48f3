import type { Period } from '../../plan/period';
import type { Target } from '../../plan/schema';
import type { Condition } from '../expression';
import { band, meets, within, type Edges } from './bound';
import { completionOf, type Completion } from './completion';
import { courseOf, type Course } from './course';
import { isAccumulating, isGrowth, type Subject, type Thresholds, type Yardstick } from './subject';
import { ACTUAL, all, arithmetic, comparison, constant, isZero, valueAt } from './terms';

/** How any actual of the subject is judged at the end of the period. */
export function yardstick(subject: Subject, period: Period, thresholds: Thresholds): Yardstick {
  const gapIn = isGrowth(subject.kind) ? 'points' : 'share';
  const course = courseOf(subject, period);
  if ('reason' in course)
    return {
      scheduled: null,
      scheduledCompletion: null,
      completion: null,
      achieved: null,
      onSchedule: null,
      nearSchedule: null,
      otherwise: 'not-assessable',
      reason: course.reason,
      blankReason: null,
      gapIn,
    };

  const { bound, scheduled, hold } = course;
  const completion = completionOf(subject.kind, course);
  const hasNoShare = hold === null && isWithoutShare(completion);
  const met = meets(bound);
  const edges = edgesOf(subject.target, course);
  return {
    scheduled,
    scheduledCompletion: completion.expression && valueAt(completion.expression, scheduled),
    completion: completion.expression,
    achieved: countsAsMetNow(subject, course) ? met : null,
    onSchedule: hold !== null || hasNoShare ? met : within(edges),
    nearSchedule: hasNoShare ? null : nearSchedule(course, edges, thresholds.nearSchedule),
    otherwise: hasNoShare ? 'not-assessable' : 'behind',
    reason: completion.reason,
    blankReason: completion.blankReason,
    gapIn,
  };
}

/** No share of the way exists at all, so a figure short of the target cannot be placed on it. */
function isWithoutShare({ reason }: Completion): boolean {
  return reason === 'target-zero' || reason === 'baseline-equals-target';
}

/** A growth rate, a ceiling on a total and a bound to be held can still be lost, so they count only when due. */
function countsAsMetNow({ kind }: Subject, { bound, hold, isDue }: Course): boolean {
  const canBeLost =
    hold !== null || isGrowth(kind) || (isAccumulating(kind) && bound.sense !== 'higher');
  return isDue || !canBeLost;
}

/** Where a figure is at or ahead of schedule. */
function edgesOf(target: Target, { bound, scheduled, hold }: Course): Edges {
  const { sense, low, high, goal } = bound;
  if (hold !== null) return { low, high };
  const isGoalDue = scheduled === goal;
  switch (sense) {
    case 'higher':
      return { low: isGoalDue ? Math.min(scheduled, low ?? scheduled) : scheduled, high: null };
    case 'lower':
      return { low: null, high: isGoalDue ? Math.max(scheduled, high ?? scheduled) : scheduled };
    case 'none': {
      const now = band(target, scheduled);
      // between the schedule and the target itself a figure is ahead, not off
      return { low: Math.min(now.low, low ?? now.low), high: Math.max(now.high, high ?? now.high) };
    }
  }
}

/** Where a figure has at least the share `least` of what is scheduled, written without dividing. */
function nearSchedule(course: Course, edges: Edges, least: number): Condition | null {
  const { bound, scheduled, origin, hold } = course;
  if (hold !== null && (origin !== null || isZero(bound.goal))) return null;
  const { low, high } = bound.sense === 'none' ? edges : oneSided(bound.sense, scheduled);
  if (origin !== null) {
    const slack = (1 - least) * Math.abs(scheduled - origin);
    return within({
      low: low === null ? null : low - slack,
      high: high === null ? null : high + slack,
    });
  }
  const conditions: Condition[] = [];
  const scaled = arithmetic(ACTUAL, '*', constant(least));
  if (low !== null)
    conditions.push(
      low < 0
        ? comparison(scaled, '>=', constant(low))
        : comparison(ACTUAL, '>=', constant(low * least)),
    );
  if (high !== null)
    conditions.push(
      high < 0
        ? comparison(ACTUAL, '<=', constant(high * least))
        : comparison(scaled, '<=', constant(high)),
    );
  return all(conditions);
}

function oneSided(sense: 'higher' | 'lower', edge: number): Edges {
  return sense === 'higher' ? { low: edge, high: null } : { low: null, high: edge };
}
