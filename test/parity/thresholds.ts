import { evaluateNumber, type Figures } from '../../src/core/rule/evaluate';
import type { Condition } from '../../src/core/rule/expression';

type Comparison = Extract<Condition, { type: 'comparison' }>;

/**
 * The actuals at which a comparison inside the conditions turns over, the other figures being given.
 * A comparison is followed by secants from a few starts, so whatever a rule says it is found for.
 */
export function thresholdsOf(
  conditions: readonly Condition[],
  figures: Figures,
  starts: readonly number[],
): number[] {
  const found = new Set<number>();
  for (const comparison of conditions.flatMap(comparisonsIn))
    for (const start of starts) {
      const root = rootOf(comparison, figures, start);
      if (root !== null) found.add(Number(root.toPrecision(15)));
    }
  return [...found];
}

function rootOf({ left, right }: Comparison, figures: Figures, start: number): number | null {
  const difference = (actual: number): number | null => {
    const at: Figures = {
      ...figures,
      number: (name) => (name === 'actual' ? actual : figures.number(name)),
    };
    const [one, other] = [evaluateNumber(left, at), evaluateNumber(right, at)];
    return one === null || other === null ? null : one - other;
  };
  let [x, y] = [start, start === 0 ? 1 : start * 1.001];
  for (let step = 0; step < 8; step++) {
    const [atX, atY] = [difference(x), difference(y)];
    if (atX === null || atY === null) return null;
    if (Math.abs(atY) < 1e-9) return y;
    if (atX === atY) return null;
    [x, y] = [y, y - (atY * (y - x)) / (atY - atX)];
    if (!Number.isFinite(y)) return null;
  }
  return null;
}

/** Every comparison in the tree, whatever sorts of expression there are. */
function comparisonsIn(node: unknown): Comparison[] {
  if (typeof node !== 'object' || node === null) return [];
  const below = Object.values(node).flatMap(comparisonsIn);
  return isComparison(node) ? [node, ...below] : below;
}

function isComparison(node: object): node is Comparison {
  return 'type' in node && node.type === 'comparison';
}
