import { comparePlans, type ComparedPair } from '../../../src/core/plan/compare';
import { loadSeed } from '../../seeds/load';

const seedPlan = (id: string) => loadSeed(id).plan;
const pairsOf = (left: string, right: string) => comparePlans(seedPlan(left), seedPlan(right));
const pairOf = (pairs: readonly ComparedPair[], left: string, right: string) =>
  pairs.find((pair) => pair.left.id === left && pair.right.id === right);

describe('targets of two real plans on the same subject stand side by side', () => {
  test.each([
    [
      'ningbo-quality-2022',
      'ningbo-innovation-2026',
      'top-500-manufacturers',
      'china-manufacturing-500',
      [22, 20],
      ['value', 'year', 'leadUnit'],
    ],
    [
      'ningbo-retrofit-2024',
      'ningbo-innovation-2026',
      'retrofit-investment-growth',
      'retrofit-investment-growth',
      [10, 15],
      ['name', 'value', 'year'],
    ],
  ])('%s and %s: %s', (left, right, leftId, rightId, values, differences) => {
    const pair = pairOf(pairsOf(left, right), leftId, rightId);
    expect([pair?.left.target.value, pair?.right.target.value]).toEqual(values);
    expect(pair?.differences).toEqual(differences);
  });

  test('a plan beside itself pairs every indicator with itself, without a difference', () => {
    const plan = seedPlan('ningbo-retrofit-2024');
    const pairs = comparePlans(plan, plan);
    for (const { id } of plan.indicators)
      expect(pairOf(pairs, id, id)).toMatchObject({ likeness: 1, differences: [] });
  });

  test('the most alike come first, and subjects that share no words are left out', () => {
    const pairs = pairsOf('ningbo-quality-2022', 'zhejiang-2025');
    const likeness = pairs.map((pair) => pair.likeness);
    expect(likeness).toEqual([...likeness].sort((one, other) => other - one));
    expect(Math.min(...likeness)).toBeGreaterThanOrEqual(0.5);
  });

  test('a target in another scale of the same unit is no other target', () => {
    const plan = seedPlan('ningbo-innovation-2026');
    const scaled = {
      ...plan,
      indicators: plan.indicators.map((indicator) =>
        indicator.id === 'industrial-value-added'
          ? { ...indicator, measureUnit: '万亿元', target: { ...indicator.target, value: 1 } }
          : indicator,
      ),
    };
    const pair = pairOf(
      comparePlans(plan, scaled),
      'industrial-value-added',
      'industrial-value-added',
    );
    expect(pair?.differences).toEqual(['measureUnit']);
  });
});
