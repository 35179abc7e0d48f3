import fc from 'fast-check';
import { requiredPace } from '../../../../src/core/rule/progress/pace';
import { period, subject, type Shape } from './subjects';

const LEVEL: Shape = { kind: 'level', value: 50 };
const CUMULATIVE: Shape = { kind: 'cumulative', value: 120 };
const CEILING: Shape = { kind: 'cumulative', operator: '<=', value: 100, direction: 'lower' };
const RANGE = { operator: 'range', value: 3, upper: 5, direction: 'none' } as const;

it.each<[string, Shape, string, number, number, number | null]>([
  ['level by year', LEVEL, '2023', 40, 5, (Math.sqrt(1.25) - 1) * 100],
  ['level by quarter', LEVEL, '2024Q4', 40, 2.5, 25],
  ['level of zero', LEVEL, '2023', 0, 25, null],
  ['level below zero', LEVEL, '2023', -10, 30, null],
  ['share', { kind: 'share', value: 50 }, '2023', 40, 5, null],
  [
    'lower level',
    { kind: 'level', operator: '<=', value: 25, direction: 'lower' },
    '2024',
    30,
    -5,
    -100 / 6,
  ],
  ['broken bound', { ...LEVEL, baseline: 60 }, '2024', 40, 10, 25],
  ['cumulative by half', CUMULATIVE, '2024H1', 90, 10, null],
  ['cumulative by month', CUMULATIVE, '2025-06', 90, 5, null],
  ['due before the plan ends', { ...CUMULATIVE, year: 2023 }, '2022', 90, 30, null],
  ['each year anew', { kind: 'annual', value: 12 }, '2022Q2', 4, 4, null],
  [
    'a year’s own value',
    { kind: 'annual', value: 12, yearly: { 2022: 24 } },
    '2022Q2',
    4,
    10,
    null,
  ],
  ['what a ceiling leaves', CEILING, '2024', 80, 20, null],
  ['下降', { kind: 'change', value: 15, direction: 'lower' }, '2024', 10, 5, null],
  [
    'rise over its limit',
    { kind: 'change', operator: '<=', value: 5, direction: 'lower' },
    '2024',
    7,
    -2,
    null,
  ],
  ['below a range', { kind: 'level', ...RANGE }, '2024', 2, 1, 50],
  ['above a range', { kind: 'level', ...RANGE }, '2024', 10, -5, -50],
])('%s', (_, shape, at, actual, perPeriod, growthPerYear) => {
  const pace = requiredPace(subject(shape), period(at), actual);
  expect(pace).toEqual({
    perPeriod: expect.closeTo(perPeriod, 9) as number,
    unit: 'per-period',
    growthPerYear: growthPerYear === null ? null : (expect.closeTo(growthPerYear, 9) as number),
  });
});

it.each<[Shape, string, number, string]>([
  [LEVEL, '2023', 50, 'already-met'],
  [LEVEL, '2025', 40, 'no-period-left'],
  [LEVEL, '2025', 50, 'already-met'],
  [{ kind: 'annual', value: 12 }, '2022', 4, 'no-period-left'],
  [{ kind: 'annual', value: 12, year: 2022 }, '2023', 4, 'other-year'],
  [CEILING, '2023', 101, 'ceiling-exceeded'],
  [CEILING, '2025', 80, 'no-period-left'],
  [{ kind: 'increment', ...RANGE }, '2023', 6, 'ceiling-exceeded'],
  [{ kind: 'increment', ...RANGE }, '2023', 4, 'already-met'],
  [{ kind: 'average-growth', value: 8 }, '2023', 7, 'pace-needs-levels'],
  [{ kind: 'year-growth', value: 8, year: 2023 }, '2023Q1', 7, 'pace-needs-levels'],
  [{ ...LEVEL, soft: true }, '2023', 1, 'soft'],
  [{ ...LEVEL, value: null }, '2023', 1, 'target-not-set'],
  [LEVEL, '2020', 1, 'before-plan'],
])('%j in %s at %p: %s', (shape, at, actual, reason) => {
  expect(requiredPace(subject(shape), period(at), actual)).toEqual({ reason });
});

it('the pace, kept for every period left, leads to the target', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2021, max: 2025 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      (year, index, value, share) => {
        const quartersLeft = (2025 - year) * 4 + 4 - index;
        fc.pre(quartersLeft > 0);
        const actual = value * share;
        const pace = requiredPace(
          subject({ kind: 'increment', value }),
          { granularity: 'quarter', year, index },
          actual,
        );
        expect(pace).toHaveProperty('perPeriod');
        if ('perPeriod' in pace)
          expect(actual + pace.perPeriod * quartersLeft).toBeCloseTo(value, 6);
      },
    ),
  );
});
