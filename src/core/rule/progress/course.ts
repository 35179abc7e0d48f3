import { elapsedMonths, endMonth, type Period } from '../../plan/period';
import { boundOf, meets, type Bound } from './bound';
import type { ReasonCode } from './messages';
import { monthsToEndOf, scheduledOnPath } from './scheduled';
import type { Subject } from './subject';
import { holds } from './terms';

/** What one period asks of one subject. */
export interface Course {
  readonly bound: Bound;
  /** 序时目标 in the indicator's unit. */
  readonly scheduled: number;
  /** The baseline that progress is measured from; null where it is measured from zero. */
  readonly origin: number | null;
  /** Why only the bound is judged: it was met from the start, or must hold every year; else null. */
  readonly hold: 'met-at-baseline' | 'to-be-held' | null;
  /** Whether the period reaches the end of the time that the target is set for. */
  readonly isDue: boolean;
  /** Months from the period's end until the target is due. */
  readonly monthsLeft: number;
}

export interface NoCourse {
  readonly reason: ReasonCode;
}

/** The target and schedule of the period, or why there is none. */
export function courseOf(subject: Subject, period: Period): Course | NoCourse {
  const { kind, target } = subject;
  if (subject.soft) return { reason: 'soft' };
  if (kind === 'milestone' || target.operator === 'qualitative') return { reason: 'qualitative' };
  if (elapsedMonths(subject.planStart, period) <= 0) return { reason: 'before-plan' };
  const course =
    kind === 'annual' || kind === 'year-growth'
      ? courseOfYear(subject, kind, period)
      : courseOfPlan(subject, kind, period);
  return course ?? { reason: 'target-not-set' };
}

/** annual and year-growth start anew every year. */
function courseOfYear(
  subject: Subject,
  kind: 'annual' | 'year-growth',
  period: Period,
): Course | NoCourse | null {
  const { target } = subject;
  const isTargetYear = period.year === target.year;
  const own = ownValue(subject, period.year);
  const isEarlierYearJudged = kind === 'annual' || target.everyYear || own !== null;
  if (!isTargetYear && (period.year > target.year || !isEarlierYearJudged))
    return { reason: 'other-year' };

  const isFinalGrowth = kind === 'year-growth' && isTargetYear;
  const bound = boundOf(subject, isFinalGrowth ? null : own);
  if (!bound) return null;
  const month = endMonth(period);
  return {
    bound,
    scheduled: kind === 'annual' ? bound.goal * (month / 12) : bound.goal,
    origin: null,
    hold: null,
    isDue: month === 12 && (kind === 'annual' || isTargetYear),
    monthsLeft: 12 - month,
  };
}

/** The kinds with one target for the end of the target's year. */
function courseOfPlan(
  subject: Subject,
  kind: 'level' | 'share' | 'cumulative' | 'increment' | 'average-growth' | 'change',
  period: Period,
): Course | null {
  const { target, planStart } = subject;
  const month = elapsedMonths(planStart, period);
  const monthsLeft = Math.max(monthsToEndOf(target.year, planStart) - month, 0);
  const time = { isDue: monthsLeft === 0, monthsLeft };
  const isLevel = kind === 'level' || kind === 'share';
  const origin = isLevel ? (subject.baseline?.value ?? null) : null;
  const bound = boundOf(subject, null, origin);
  if (!bound) return null;
  if (kind === 'average-growth') {
    const own = period.year < target.year ? ownValue(subject, period.year) : null;
    const scheduled = own ?? bound.goal;
    return { bound, scheduled, origin, hold: null, ...time };
  }
  const hold = isLevel ? holdOf(subject, bound, origin) : null;
  if (hold !== null) return { bound, scheduled: bound.goal, origin, hold, ...time };
  const scheduled = scheduledOnPath(subject, bound.goal, isLevel ? origin : 0, month);
  return { bound, scheduled, origin, hold, ...time };
}

function holdOf(subject: Subject, bound: Bound, origin: number | null): Course['hold'] {
  if (origin !== null && holds(meets(bound), origin)) return 'met-at-baseline';
  return subject.target.everyYear ? 'to-be-held' : null;
}

function ownValue({ yearlyTargets }: Subject, inYear: number): number | null {
  return yearlyTargets.find(({ year }) => year === inYear)?.value ?? null;
}
