import type { Kind } from '../../plan/schema';
import type { NumberExpression } from '../expression';
import { within, type Bound } from './bound';
import type { Course } from './course';
import type { ReasonCode } from './messages';
import { ACTUAL, arithmetic, choose, comparison, constant, isZero } from './terms';

/** 完成率 over `actual`, as a share of 1, or why no actual has one. */
export type Completion =
  | {
      readonly expression: NumberExpression;
      /** Why it is blank for some actuals. */
      readonly blankReason: ReasonCode;
      readonly reason: null;
    }
  | { readonly expression: null; readonly blankReason: null; readonly reason: ReasonCode };

const ZERO = constant(0);

/** A ÷ T; measured from a baseline (A − B) ÷ (T − B); T ÷ A where a lower level is better. */
export function completionOf(kind: Kind, { bound, origin, hold }: Course): Completion {
  if (hold === 'met-at-baseline') return none(hold);
  if (hold === 'to-be-held' && origin !== null) return none(hold);
  if (origin !== null) return fromBaseline(bound, origin);
  if (isZero(bound.goal)) return none('target-zero');
  const isLevel = kind === 'level' || kind === 'share';
  if (bound.sense === 'lower') return isLevel ? inverse(bound.goal) : direct(bound.goal);
  // A ÷ T would fall as the actual improves
  if (bound.goal < 0 && (bound.sense === 'higher' || bound.isRange)) return none('target-negative');
  return bound.isRange && bound.sense === 'none' ? ofRange(bound) : direct(bound.goal);
}

function fromBaseline(bound: Bound, baseline: number): Completion {
  if (isZero(bound.goal - baseline)) return none('baseline-equals-target');
  const start = constant(baseline);
  const way = arithmetic(constant(bound.goal), '-', start);
  const completion = arithmetic(arithmetic(ACTUAL, '-', start), '/', way);
  return bound.isRange && bound.sense === 'none'
    ? some(choose(within(bound), constant(1), completion), 'out-of-range')
    : some(completion, 'out-of-range');
}

function direct(goal: number): Completion {
  return some(shareOf(goal), 'sign-change');
}

/** T ÷ A, blank unless the actual is above zero. */
function inverse(goal: number): Completion {
  if (goal < 0) return none('target-negative');
  const divisor = choose(comparison(ACTUAL, '<=', ZERO), ZERO, ACTUAL);
  return some(arithmetic(constant(goal), '/', divisor), 'actual-not-positive');
}

/** 1 within a two-sided range, A ÷ its lower end below it, its upper end ÷ A above it. */
function ofRange(bound: Bound): Completion {
  const { low, high } = bound;
  if (low === null || high === null) throw new Error('a two-sided range has both ends');
  const above = choose(
    comparison(ACTUAL, '>', constant(high)),
    arithmetic(constant(high), '/', ACTUAL),
    constant(1),
  );
  return some(choose(comparison(ACTUAL, '<', constant(low)), shareOf(low), above), 'sign-change');
}

/** A ÷ T, blank where their signs differ: a division by zero is blank in code and sheet alike. */
function shareOf(goal: number): NumberExpression {
  const isOpposite = comparison(ACTUAL, goal > 0 ? '<' : '>', ZERO);
  return arithmetic(ACTUAL, '/', choose(isOpposite, ZERO, constant(goal)));
}

function some(expression: NumberExpression, blankReason: ReasonCode): Completion {
  return { expression, blankReason, reason: null };
}

function none(reason: ReasonCode): Completion {
  return { expression: null, blankReason: null, reason };
}
