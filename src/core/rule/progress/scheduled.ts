import type { Subject } from './subject';

/** What should be reached by the end of a month, counted from the plan's start. */
interface Waypoint {
  readonly month: number;
  readonly value: number;
}

/** Months from the plan's start to the end of `year`. */
export function monthsToEndOf(year: number, planStart: number): number {
  return (year - planStart + 1) * 12;
}

/**
 * 序时目标 on the way from `start` to `goal`, in the indicator's unit: start + (goal − start)·k/n,
 * bent through the yearly targets where there are any; the goal from the end of the target's year on.
 * @param month k, months since the plan's start
 * @param start the value when the plan started; null where nobody knows it, then the first known value holds
 */
export function scheduledOnPath(
  subject: Pick<Subject, 'yearlyTargets' | 'planStart' | 'target'>,
  goal: number,
  start: number | null,
  month: number,
): number {
  const path = waypoints(subject, goal, start);
  const next = path.find((point) => point.month >= month);
  if (!next) return goal;
  if (next.month === month) return next.value;
  const last = path[path.indexOf(next) - 1];
  if (!last) return next.value;
  const elapsed = month - last.month;
  return last.value + ((next.value - last.value) * elapsed) / (next.month - last.month);
}

function waypoints(
  { yearlyTargets, planStart, target }: Pick<Subject, 'yearlyTargets' | 'planStart' | 'target'>,
  goal: number,
  start: number | null,
): Waypoint[] {
  const between = yearlyTargets
    .filter(({ year }) => year >= planStart && year < target.year)
    .map(({ year, value }) => ({ month: monthsToEndOf(year, planStart), value }))
    .sort((left, right) => left.month - right.month);
  return [
    ...(start === null ? [] : [{ month: 0, value: start }]),
    ...between,
    { month: monthsToEndOf(target.year, planStart), value: goal },
  ];
}
