import type { Direction, Target } from '../../plan/schema';
import type { Condition } from '../expression';
import type { Subject } from './subject';
import { ACTUAL, all, comparison, constant } from './terms';

/** 左右 where the plan declares no tolerance: ±5 % of the value. */
export const DEFAULT_TOLERANCE = 0.05;

/** A target as limits on the actual, in the indicator's unit. */
export interface Bound {
  /** Which way is better for the figure as reported. */
  readonly sense: Direction;
  /** The value that the schedule runs to. */
  readonly goal: number;
  /** Least and greatest value that meet the target. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the limit itself does not meet the target. */
  readonly isStrict: boolean;
  readonly isRange: boolean;
}

/** Limits on the actual, themselves allowed. */
export interface Edges {
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The target as limits; null while its value, or a range's upper end, is not set.
 * @param own the value that one year has in place of the target's
 * @param from where the figure started: a two-sided range is entered from that side
 */
export function boundOf(
  subject: Pick<Subject, 'kind' | 'direction' | 'target'>,
  own: number | null = null,
  from: number | null = null,
): Bound | null {
  const { target } = subject;
  const value = own ?? target.value;
  if (value === null) return null;
  const sense = senseOf(subject);
  const isStrict = target.operator === '>' || target.operator === '<';
  const common = { sense, goal: value, low: null, high: null, isStrict, isRange: false };
  switch (target.operator) {
    case '>=':
    case '>':
      return { ...common, low: value };
    case '<=':
    case '<':
      return { ...common, high: value };
    case '~': {
      const slack = tolerance(target) * Math.abs(value);
      return {
        ...common,
        low: sense === 'lower' ? null : value - slack,
        high: sense === 'higher' ? null : value + slack,
      };
    }
    case 'range':
      return rangeOf(target, sense, own, from);
    case 'qualitative':
      return null;
  }
}

/** The condition that the actual meets the target. */
export function meets(bound: Bound): Condition {
  return within(bound, bound.isStrict);
}

/** The condition that the actual lies within the edges; `isStrict` shuts the edges themselves out. */
export function within({ low, high }: Edges, isStrict = false): Condition {
  const conditions: Condition[] = [];
  if (low !== null) conditions.push(comparison(ACTUAL, isStrict ? '>' : '>=', constant(low)));
  if (high !== null) conditions.push(comparison(ACTUAL, isStrict ? '<' : '<=', constant(high)));
  return all(conditions);
}

/** The value and what 左右 allows either way of it; the value itself for other operators. */
export function band(target: Target, value: number): { low: number; high: number } {
  const slack = target.operator === '~' ? tolerance(target) * Math.abs(value) : 0;
  return { low: value - slack, high: value + slack };
}

/** An operator that bounds one side decides what is better, whatever direction says. */
function senseOf({
  kind,
  direction,
  target,
}: Pick<Subject, 'kind' | 'direction' | 'target'>): Direction {
  switch (target.operator) {
    case '>=':
    case '>':
      return 'higher';
    case '<=':
    case '<':
      return 'lower';
    case '~':
    case 'range':
    case 'qualitative':
      // a change is reported as a positive amount in the wanted sense
      return kind === 'change' && direction === 'lower' ? 'higher' : direction;
  }
}

function rangeOf(
  target: Target,
  sense: Direction,
  own: number | null,
  from: number | null,
): Bound | null {
  if (target.value === null || target.upper === null) return null;
  const common = { sense, isStrict: false, isRange: true };
  // a year's own value takes the place of the end that is judged
  const low = own ?? target.value;
  switch (sense) {
    case 'higher':
      return { ...common, goal: low, low, high: null };
    case 'lower': {
      const high = own ?? target.upper;
      return { ...common, goal: high, low: null, high };
    }
    case 'none': {
      const high = Math.max(target.upper, low);
      return { ...common, goal: from !== null && from > high ? high : low, low, high };
    }
  }
}

function tolerance(target: Target): number {
  return target.tolerance ?? DEFAULT_TOLERANCE;
}
