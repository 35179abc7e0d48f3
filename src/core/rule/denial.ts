import type { ComparisonOperator, Condition } from './expression';

const OPPOSITE: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '<': '>=',
  '<=': '>',
  '=': '<>',
  '<>': '=',
  '>=': '<',
  '>': '<=',
};

/**
 * True where the condition is certainly false. Unlike `not`, a comparison with a blank side
 * is denied neither way, so that a rule which cannot be judged says nothing.
 */
export function denial(condition: Condition): Condition {
  switch (condition.type) {
    case 'boolean':
      return { type: 'boolean', value: !condition.value };
    case 'comparison':
      return { ...condition, operator: OPPOSITE[condition.operator] };
    case 'text-is':
    case 'blank':
    case 'empty':
      return { type: 'not', operand: condition };
    case 'and':
      return { type: 'or', operands: condition.operands.map(denial) };
    case 'or':
      return { type: 'and', operands: condition.operands.map(denial) };
    case 'not':
      return affirmed(condition.operand);
  }
}

/** The same condition with every `not` inside it taken as a denial. */
function affirmed(condition: Condition): Condition {
  switch (condition.type) {
    case 'and':
    case 'or':
      return { ...condition, operands: condition.operands.map(affirmed) };
    case 'not':
      return denial(condition.operand);
    case 'boolean':
    case 'comparison':
    case 'text-is':
    case 'blank':
    case 'empty':
      return condition;
  }
}
