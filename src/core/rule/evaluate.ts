import {
  COMPARISON_DECIMALS,
  COMPARISON_SCALE,
  type ArithmeticOperator,
  type ComparisonOperator,
  type Condition,
  type EarlierPeriod,
  type FunctionName,
  type NumberExpression,
  type NumberFigure,
  type TextFigure,
} from './expression';
import { roundTo } from './rounding';

/** Where an expression finds its figures; null is blank. */
export interface Figures {
  number(name: NumberFigure): number | null;
  text(name: TextFigure): string;
  /** The actual of the row with this id. */
  entry(id: string): number | null;
  /** The same of an earlier period; absent where no earlier figures are at hand. */
  earlier?(id: string, period: EarlierPeriod): number | null;
  /** The figures of every region that was asked; absent or empty where none was. */
  regions?(): readonly Figures[];
}

/** Characters that leave a text cell empty; excel-formula.ts takes out the same ones. */
export const EMPTY_CHARACTERS = [' ', '\u00a0', '\u3000', '\t', '\n', '\r'] as const;

/** The number, or null for blank; a result that is no finite number is blank too. */
export function evaluateNumber(expression: NumberExpression, figures: Figures): number | null {
  switch (expression.type) {
    case 'number':
      return expression.value;
    case 'figure':
      return figures.number(expression.name);
    case 'entry':
      return figures.entry(expression.id);
    case 'earlier':
      return figures.earlier?.(expression.id, expression.period) ?? null;
    case 'sum-by-region':
      return sumByRegion(expression.operand, figures.regions?.() ?? []);
    case 'arithmetic': {
      const left = evaluateNumber(expression.left, figures);
      const right = evaluateNumber(expression.right, figures);
      if (left === null || right === null) return null;
      return finite(calculate(expression.operator, left, right));
    }
    case 'call': {
      const values: number[] = [];
      for (const argument of expression.arguments) {
        const value = evaluateNumber(argument, figures);
        if (value === null) return null;
        values.push(value);
      }
      return finite(apply(expression.name, values));
    }
    case 'if':
      return evaluateNumber(
        evaluateCondition(expression.condition, figures) ? expression.then : expression.otherwise,
        figures,
      );
  }
}

/** True or false; a comparison with a blank side is false. */
export function evaluateCondition(condition: Condition, figures: Figures): boolean {
  switch (condition.type) {
    case 'boolean':
      return condition.value;
    case 'comparison': {
      const left = evaluateNumber(condition.left, figures);
      const right = evaluateNumber(condition.right, figures);
      if (left === null || right === null) return false;
      return compare(condition.operator, significant((left - right) / comparisonScale(right)));
    }
    case 'text-is':
      return figures.text(condition.figure) === condition.value;
    case 'blank':
      return evaluateNumber(condition.operand, figures) === null;
    case 'empty':
      return isEmptyText(figures.text(condition.figure));
    case 'and':
      for (const operand of condition.operands)
        if (!evaluateCondition(operand, figures)) return false;
      return true;
    case 'or':
      for (const operand of condition.operands)
        if (evaluateCondition(operand, figures)) return true;
      return false;
    case 'not':
      return !evaluateCondition(condition.operand, figures);
  }
}

/** The difference as ROUND leaves it, so far as its sign goes. */
function significant(difference: number): number {
  return Math.abs(difference) > CERTAIN ? difference : roundTo(difference, COMPARISON_DECIMALS);
}

/** A difference that rounding leaves its sign. */
const CERTAIN = 10 ** (1 - COMPARISON_DECIMALS);

/** What a difference from this number is divided by before it is held against the tolerance. */
export function comparisonScale(right: number): number {
  return Math.max(1, Math.abs(right) / COMPARISON_SCALE);
}

/** Whether a text cell holds nothing but spaces and line breaks. */
export function isEmptyText(text: string): boolean {
  for (const character of text)
    if (!(EMPTY_CHARACTERS as readonly string[]).includes(character)) return false;
  return true;
}

/** Blank as soon as one region is: a part of the whole proves nothing. */
function sumByRegion(operand: NumberExpression, regions: readonly Figures[]): number | null {
  const values = regions.map((figures) => evaluateNumber(operand, figures));
  return values.length > 0 && values.every((value) => value !== null)
    ? finite(apply('sum', values))
    : null;
}

/** The operation on two numbers, which may give no finite one. */
export function calculate(operator: ArithmeticOperator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
  }
}

function compare(operator: ComparisonOperator, difference: number): boolean {
  switch (operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '=':
      return difference === 0;
    case '<>':
      return difference !== 0;
    case '>=':
      return difference >= 0;
    case '>':
      return difference > 0;
  }
}

function apply(name: FunctionName, values: readonly number[]): number {
  const [first = NaN, second = 0] = values;
  switch (name) {
    case 'abs':
      return Math.abs(first);
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'sum':
      return values.reduce((total, value) => total + value, 0);
    case 'round':
      // as ROUND reads its second argument
      return roundTo(first, Math.trunc(second));
    case 'power':
      // 0 to the power of 0 is an error in a spreadsheet
      return first === 0 && second === 0 ? NaN : Math.pow(first, second);
    case 'int':
      // what a comparison takes for whole is whole; programs differ on the binary tail
      return Math.floor(roundTo(first, COMPARISON_DECIMALS));
  }
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
