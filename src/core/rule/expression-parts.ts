import type { Condition, Expression, NumberExpression } from './expression';

/** The expression and everything in it, outside in, left to right. */
export function expressionParts(expression: Expression): Expression[] {
  return [expression, ...childrenOf(expression).flatMap(expressionParts)];
}

/** The ids of the rows that an expression names, each once, in the order in which it names them. */
export function entriesIn(expression: Expression): string[] {
  const ids = expressionParts(expression).flatMap((part) =>
    part.type === 'entry' || part.type === 'earlier' ? part.id : [],
  );
  return [...new Set(ids)];
}

/** Whether it sums over regions, which only a round can. */
export function sumsRegions(expression: Expression): boolean {
  return expressionParts(expression).some(({ type }) => type === 'sum-by-region');
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'number':
    case 'figure':
    case 'entry':
    case 'earlier':
    case 'boolean':
    case 'text-is':
    case 'empty':
      return [];
    case 'arithmetic':
    case 'comparison':
      return [expression.left, expression.right];
    case 'call':
      return expression.arguments;
    case 'if':
      return [expression.condition, expression.then, expression.otherwise];
    case 'sum-by-region':
    case 'blank':
    case 'not':
      return [expression.operand];
    case 'and':
    case 'or':
      return expression.operands;
  }
}

/** What stands for a named figure in another setting: another row, or a row in another unit. */
export type Replacement = (
  named: Extract<NumberExpression, { type: 'entry' | 'earlier' | 'figure' }>,
) => NumberExpression;

/** The number with every named figure replaced. */
export function replaceInNumber(
  expression: NumberExpression,
  replacement: Replacement,
): NumberExpression {
  const inside = (part: NumberExpression) => replaceInNumber(part, replacement);
  switch (expression.type) {
    case 'number':
      return expression;
    case 'figure':
    case 'entry':
    case 'earlier':
      return replacement(expression);
    case 'sum-by-region':
      return { ...expression, operand: inside(expression.operand) };
    case 'arithmetic':
      return { ...expression, left: inside(expression.left), right: inside(expression.right) };
    case 'call':
      return { ...expression, arguments: expression.arguments.map(inside) };
    case 'if':
      return {
        ...expression,
        condition: replaceInCondition(expression.condition, replacement),
        then: inside(expression.then),
        otherwise: inside(expression.otherwise),
      };
  }
}

/** The condition with every named figure replaced. */
export function replaceInCondition(condition: Condition, replacement: Replacement): Condition {
  switch (condition.type) {
    case 'boolean':
    case 'text-is':
    case 'empty':
      return condition;
    case 'comparison':
      return {
        ...condition,
        left: replaceInNumber(condition.left, replacement),
        right: replaceInNumber(condition.right, replacement),
      };
    case 'blank':
      return { ...condition, operand: replaceInNumber(condition.operand, replacement) };
    case 'and':
    case 'or':
      return {
        ...condition,
        operands: condition.operands.map((operand) => replaceInCondition(operand, replacement)),
      };
    case 'not':
      return { ...condition, operand: replaceInCondition(condition.operand, replacement) };
  }
}
