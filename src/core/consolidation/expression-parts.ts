import type { Expression } from '../rule/expression';

/** The expression and everything in it, outside in, left to right. */
export function expressionParts(expression: Expression): Expression[] {
  return [expression, ...childrenOf(expression).flatMap(expressionParts)];
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.type) {
    case 'number':
    case 'figure':
    case 'entry':
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
    case 'blank':
    case 'not':
      return [expression.operand];
    case 'and':
    case 'or':
      return expression.operands;
  }
}
