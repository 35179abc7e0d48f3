import { evaluateCondition, evaluateNumber, type Figures } from '../evaluate';
import {
  COMPARISON_DECIMALS,
  type ArithmeticOperator,
  type ComparisonOperator,
  type Condition,
  type NumberExpression,
} from '../expression';

export const ACTUAL: NumberExpression = { type: 'figure', name: 'actual' };

export function constant(value: number): NumberExpression {
  return { type: 'number', value };
}

/** A number that there is not: a division by zero is blank in code and in a sheet. */
export function blank(): NumberExpression {
  return arithmetic(constant(1), '/', constant(0));
}

export function arithmetic(
  left: NumberExpression,
  operator: ArithmeticOperator,
  right: NumberExpression,
): NumberExpression {
  return { type: 'arithmetic', operator, left, right };
}

export function comparison(
  left: NumberExpression,
  operator: ComparisonOperator,
  right: NumberExpression,
): Condition {
  return { type: 'comparison', operator, left, right };
}

export function choose(
  condition: Condition,
  then: NumberExpression,
  otherwise: NumberExpression,
): NumberExpression {
  return { type: 'if', condition, then, otherwise };
}

/** The condition that all of these hold. */
export function all(conditions: readonly Condition[]): Condition {
  return conditions.length === 1 ? conditions[0]! : { type: 'and', operands: conditions };
}

/** Whether the number is zero as far as a comparison can tell. */
export function isZero(value: number): boolean {
  return Math.abs(value) < 0.5 * 10 ** -COMPARISON_DECIMALS;
}

/** Whether the condition over `actual` holds for this one. */
export function holds(condition: Condition, actual: number): boolean {
  return evaluateCondition(condition, figuresOf(actual));
}

/** The number over `actual` for this one; null for blank. */
export function valueAt(expression: NumberExpression, actual: number): number | null {
  const value = evaluateNumber(expression, figuresOf(actual));
  // adding zero turns −0 into 0
  return value === null ? null : value + 0;
}

function figuresOf(actual: number): Figures {
  const absent = (name: string): never => {
    throw new Error(`a yardstick reads only the actual, not ${name}`);
  };
  return {
    number: (name) => (name === 'actual' ? actual : absent(name)),
    text: absent,
    entry: absent,
  };
}
