import fc from 'fast-check';
import { periodOnPeriod, yearOnYear } from '../../../../src/core/rule/progress/comparison';
import { averageGrowth } from '../../../../src/core/rule/progress/growth';
import { reasonMessages, reasonText } from '../../../../src/core/rule/progress/messages';

describe.each([
  ['同比', yearOnYear],
  ['环比', periodOnPeriod],
])('%s', (_, compare) => {
  it.each([
    [120, 100, 0.2, null],
    [80, 100, -0.2, null],
    [0, 100, -1, null],
    [-50, 100, -1.5, null],
    [120, 0, null, 'earlier-zero'],
    [120, -5, null, 'earlier-negative'],
    [120, null, null, 'earlier-missing'],
    [null, 100, null, 'current-missing'],
    [1e300, 1e-300, null, 'out-of-range'],
  ])('%p against %p: %p %p', (current, earlier, value, reason) => {
    expect(compare(current, earlier)).toEqual({ value, reason });
  });
});

it.each([
  [146.41, 100, 4, 10],
  [50, 200, 2, -50],
  [100, 100, 5, 0],
])('average growth to %p from %p in %p years is %p %', (level, base, years, value) => {
  expect(averageGrowth(level, base, years).value).toBeCloseTo(value, 9);
});

it.each([
  [null, 100, 5, 'current-missing'],
  [100, null, 5, 'baseline-missing'],
  [100, 100, 0, 'years-not-positive'],
  [100, 100, -1, 'years-not-positive'],
  [0, 100, 5, 'level-not-positive'],
  [100, -3, 5, 'level-not-positive'],
  [1e300, 1e-300, 1, 'out-of-range'],
])('average growth to %p from %p in %p years has none: %s', (level, base, years, reason) => {
  expect(averageGrowth(level, base, years)).toEqual({ value: null, reason });
});

it('average growth, applied year after year, leads back to the level', () => {
  const positive = fc.double({ min: 0.01, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(positive, positive, fc.integer({ min: 1, max: 15 }), (level, base, years) => {
      const { value } = averageGrowth(level, base, years);
      expect(value).not.toBeNull();
      const factor = 1 + value! / 100;
      const reached = base * Math.pow(factor, years);
      // close to −100 % the factor keeps few digits of its own
      const tolerance = 1e-9 + (years * 4e-16) / factor;
      expect(Math.abs(reached / level - 1)).toBeLessThan(tolerance);
    }),
  );
});

it('every reason can be said in both languages', () => {
  for (const reason of Object.keys(reasonMessages) as (keyof typeof reasonMessages)[]) {
    const { zh, en } = reasonText(reason, { year: 2022 });
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
    expect(zh + en).not.toMatch(/[{}]/);
  }
  expect(reasonText('other-year', { year: 2022 }).zh).toContain('2022年');
});
