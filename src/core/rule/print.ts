import type { Expression } from './expression';

/** How tightly each kind binds, as the rule language reads it; what binds less is bracketed. */
const TIGHTNESS = { or: 1, and: 2, not: 3, comparison: 4, sum: 5, product: 6, value: 7 };

/** The shortest text that reads as this expression. */
export function print(expression: Expression, needed = 0): string {
  const text = printed(expression);
  return tightnessOf(expression) < needed ? `(${text})` : text;
}

function tightnessOf(expression: Expression): number {
  switch (expression.type) {
    case 'or':
    case 'and':
    case 'not':
      return TIGHTNESS[expression.type];
    case 'comparison':
    case 'text-is':
      return TIGHTNESS.comparison;
    case 'arithmetic':
      return '+-'.includes(expression.operator) ? TIGHTNESS.sum : TIGHTNESS.product;
    case 'number':
    case 'figure':
    case 'entry':
    case 'earlier':
    case 'sum-by-region':
    case 'call':
    case 'if':
    case 'boolean':
    case 'blank':
    case 'empty':
      return TIGHTNESS.value;
  }
}

function printed(expression: Expression): string {
  switch (expression.type) {
    case 'number':
      return decimal(expression.value);
    case 'figure':
      return expression.name;
    case 'entry':
      return `[${expression.id}]`;
    case 'earlier':
      return `${expression.period}([${expression.id}])`;
    case 'sum-by-region':
      return `sum(${print(expression.operand)} by region)`;
    case 'boolean':
      return String(expression.value);
    case 'arithmetic': {
      const tightness = tightnessOf(expression);
      const left = print(expression.left, tightness);
      return `${left} ${expression.operator} ${print(expression.right, tightness + 1)}`;
    }
    case 'call':
      return `${expression.name}(${expression.arguments.map((part) => print(part)).join(', ')})`;
    case 'if': {
      const { condition, then, otherwise } = expression;
      return `if(${[condition, then, otherwise].map((part) => print(part)).join(', ')})`;
    }
    case 'comparison': {
      const [left, right] = [expression.left, expression.right].map((side) =>
        print(side, TIGHTNESS.sum),
      );
      return `${left} ${expression.operator} ${right}`;
    }
    case 'text-is':
      return `${expression.figure} = "${expression.value}"`;
    case 'blank':
      return `blank(${print(expression.operand)})`;
    case 'empty':
      return `empty(${expression.figure})`;
    case 'and':
    case 'or': {
      const inner = TIGHTNESS[expression.type] + 1;
      return expression.operands.map((part) => print(part, inner)).join(` ${expression.type} `);
    }
    case 'not':
      return `not ${print(expression.operand, TIGHTNESS.not)}`;
  }
}

/** Without an exponent, which the rule language does not read. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/, '') : text;
}
