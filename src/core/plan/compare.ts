import { conversionFactor } from './measure-unit';
import type { Indicator, Plan } from './schema';

/** Two indicators of different plans that may speak of the same subject; a person decides. */
export interface ComparedPair {
  readonly left: Indicator;
  readonly right: Indicator;
  /** How alike the names are, 0 to 1. */
  readonly likeness: number;
  readonly differences: readonly Difference[];
}

export type Difference =
  | 'name'
  | 'measureUnit'
  | 'kind'
  | 'operator'
  | 'value'
  | 'year'
  | 'everyYear'
  | 'strength'
  | 'leadUnit';

/** Below this, names share a few common words and no more. */
const ALIKE = 0.5;

/** The pairs of indicators whose names are alike, the most alike first; nothing is ever merged. */
export function comparePlans(left: Plan, right: Plan): ComparedPair[] {
  const candidates = right.indicators.map((indicator) => ({
    indicator,
    pairs: letterPairs(indicator.name),
  }));
  const found = left.indicators.flatMap((indicator) => {
    const pairs = letterPairs(indicator.name);
    return candidates.flatMap((candidate): ComparedPair[] => {
      const likeness = dice(pairs, candidate.pairs);
      if (likeness < ALIKE) return [];
      const other = candidate.indicator;
      return [
        { left: indicator, right: other, likeness, differences: differences(indicator, other) },
      ];
    });
  });
  return found.sort((one, other) => other.likeness - one.likeness);
}

function differences(left: Indicator, right: Indicator): Difference[] {
  const factor = conversionFactor(left.measureUnit, right.measureUnit);
  const inRightUnit = (value: number | null) =>
    value === null || factor === null ? value : value * factor;
  const isDifferent: readonly [Difference, boolean][] = [
    ['name', left.name !== right.name],
    ['measureUnit', left.measureUnit !== right.measureUnit],
    ['kind', left.kind !== right.kind],
    ['operator', left.target.operator !== right.target.operator],
    ['value', inRightUnit(left.target.value) !== right.target.value],
    ['year', left.target.year !== right.target.year],
    ['everyYear', left.target.everyYear !== right.target.everyYear],
    ['strength', left.strength !== right.strength],
    ['leadUnit', left.leadUnit !== right.leadUnit],
  ];
  return isDifferent.filter(([, differs]) => differs).map(([name]) => name);
}

/** Neighbouring letters of the name without quotes and brackets, as a multiset. */
function letterPairs(name: string): Map<string, number> {
  const letters = name.replace(/[“”"'()（）\s、/]/g, '').replaceAll('规模以上', '规上');
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at++) {
    const pair = letters.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** Dice's coefficient: twice what both share over what both have. */
function dice(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  const total = size(left) + size(right);
  return total === 0 ? 0 : (2 * shared) / total;
}

function size(pairs: ReadonlyMap<string, number>): number {
  return [...pairs.values()].reduce((total, count) => total + count, 0);
}
