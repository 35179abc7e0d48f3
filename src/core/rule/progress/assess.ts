import type { MilestoneStatus } from '../row';
import type { Progress, Status, Yardstick } from './subject';
import { holds, valueAt } from './terms';

/**
 * The actual against its yardstick; null is a figure nobody reported.
 * Throws for an actual that is no finite number.
 */
export function assess(yardstick: Yardstick, actual: number | null): Progress {
  const { scheduled, scheduledCompletion } = yardstick;
  if (actual === null) {
    // soft wording is never collected, so nobody owes a report
    const isSoft = yardstick.reason === 'soft';
    return {
      scheduled,
      scheduledCompletion,
      completion: null,
      gap: null,
      status: isSoft ? 'not-assessable' : 'not-reported',
      reason: isSoft ? 'soft' : null,
    };
  }
  if (!Number.isFinite(actual)) throw new RangeError(`an actual is a finite number, not ${actual}`);
  const completion = yardstick.completion && valueAt(yardstick.completion, actual);
  return {
    scheduled,
    scheduledCompletion,
    completion,
    gap: gapOf(yardstick, actual, completion),
    status: statusOf(yardstick, actual),
    reason: completion === null ? (yardstick.reason ?? yardstick.blankReason) : null,
  };
}

const MILESTONE_PROGRESS = {
  'not-started': 'behind',
  'under-way': 'slightly-behind',
  'on-schedule': 'on-schedule',
  completed: 'achieved',
} as const satisfies Record<MilestoneStatus, Status>;

/** The progress of a qualitative target, which has a status and no figures; null is not reported. */
export function assessMilestone(status: MilestoneStatus | null): Progress {
  return {
    scheduled: null,
    scheduledCompletion: null,
    completion: null,
    gap: null,
    status: status === null ? 'not-reported' : MILESTONE_PROGRESS[status],
    reason: status === null ? null : 'qualitative',
  };
}

function statusOf(yardstick: Yardstick, actual: number): Status {
  const { achieved, onSchedule, nearSchedule } = yardstick;
  if (achieved && holds(achieved, actual)) return 'achieved';
  if (onSchedule && holds(onSchedule, actual)) return 'on-schedule';
  if (nearSchedule && holds(nearSchedule, actual)) return 'slightly-behind';
  return yardstick.otherwise;
}

function gapOf(yardstick: Yardstick, actual: number, completion: number | null): number | null {
  const { gapIn, scheduled, scheduledCompletion } = yardstick;
  const gap =
    gapIn === 'points'
      ? scheduled === null
        ? null
        : actual - scheduled
      : completion === null || scheduledCompletion === null
        ? null
        : (completion - scheduledCompletion) * 100;
  return gap !== null && Number.isFinite(gap) ? gap + 0 : null;
}
