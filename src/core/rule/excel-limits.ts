import { compileCondition, type Binding } from './excel-formula';
import type { Condition, Expression } from './expression';
import { expressionParts } from './expression-parts';

/** What Excel takes in one formula: characters, and functions inside one another. */
export const LONGEST_FORMULA = 8192;
export const DEEPEST_FORMULA = 64;

/** Cells as far from the corner as a form has any, so that no real formula is longer. */
export const FARTHEST: Binding = {
  number: () => ({ type: 'cell', reference: '$AAA9999' }),
  text: () => '$AAA9999',
  entry: () => ({ type: 'cell', reference: '$AAA9999' }),
  earlier: () => ({ type: 'constant', value: -1234567890.12345 }),
};

/** Why no sheet can say a condition exactly; null where every one can. */
export function beyondExcel(
  condition: Condition,
): { readonly is: 'tooLong' | 'tooDeep'; readonly found: number } | null {
  const formula = `IF(AND(${compileCondition(condition, FARTHEST)},$AAA9999=0),1,0)`;
  if (formula.length > LONGEST_FORMULA) return { is: 'tooLong', found: formula.length };
  const depth = functionDepth(formula);
  return depth > DEEPEST_FORMULA ? { is: 'tooDeep', found: depth } : null;
}

/** The first number with more digits than spreadsheets keep. */
export function overlongNumber(expression: Expression): Expression | null {
  const parts = expressionParts(expression);
  return (
    parts.find(
      (part) => part.type === 'number' && Number(part.value.toPrecision(15)) !== part.value,
    ) ?? null
  );
}

/** How deep functions and brackets stand inside one another. */
function functionDepth(formula: string): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (const character of formula) {
    if (character === '"') isText = !isText;
    else if (isText) continue;
    else if (character === '(') deepest = Math.max(deepest, ++depth);
    else if (character === ')') depth--;
  }
  return deepest;
}
