import fc from 'fast-check';
import { forecast } from '../../../../src/core/rule/progress/forecast';
import { paceExpression, requiredPace } from '../../../../src/core/rule/progress/pace';
import { valueAt } from '../../../../src/core/rule/progress/terms';
import { period, subject, type Shape } from './subjects';

const LEVEL: Shape = { kind: 'level', value: 50, baseline: 30 };
const SHARE: Shape = { kind: 'share', value: 95, baseline: 80 };
const LOWER: Shape = { kind: 'level', operator: '<=', value: 5, direction: 'lower', baseline: 20 };

it.each<[string, Shape, string, number, number]>([
  ['a level goes on from its baseline', LEVEL, '2022', 38, 50],
  ['a level below its baseline goes on falling', LEVEL, '2022', 28, 25],
  ['a lower level', LOWER, '2022', 14, 5],
  ['nothing that starts above zero falls below it', LOWER, '2022', 8, 0],
  ['a share', SHARE, '2022', 86, 95],
  ['a share ends at 100', SHARE, '2022', 92, 100],
  ['a total since the start', { kind: 'cumulative', value: 120 }, '2023H1', 60, 120],
  [
    'a total due before the plan ends',
    { kind: 'cumulative', value: 90, year: 2023 },
    '2022',
    60,
    90,
  ],
  ['each year anew', { kind: 'annual', value: 12 }, '2022Q1', 4, 16],
  ['a change', { kind: 'change', value: 15, direction: 'lower' }, '2022', 6, 15],
  ['a change the wrong way', { kind: 'change', value: 15, direction: 'lower' }, '2022', -2, -5],
])('%s', (_, shape, at, actual, expected) => {
  const expression = forecast(subject(shape), period(at));
  expect(expression).not.toHaveProperty('reason');
  if (!('reason' in expression)) expect(valueAt(expression, actual)).toBeCloseTo(expected, 9);
});

it.each<[Shape, string, string]>([
  [{ kind: 'level', value: 50 }, '2022', 'forecast-needs-baseline'],
  [{ kind: 'average-growth', value: 8 }, '2023', 'forecast-needs-levels'],
  [LEVEL, '2025', 'no-period-left'],
  [{ ...LEVEL, baseline: 60 }, '2022', 'met-at-baseline'],
  [{ ...LEVEL, everyYear: true }, '2022', 'to-be-held'],
  [{ ...LEVEL, soft: true }, '2022', 'soft'],
])('%j in %s: %s', (shape, at, reason) => {
  expect(forecast(subject(shape), period(at))).toEqual({ reason });
});

const shapes = fc.constantFrom<Shape[]>(
  LEVEL,
  LOWER,
  SHARE,
  { kind: 'cumulative', operator: '<=', value: 100, direction: 'lower' },
  { kind: 'increment', operator: 'range', value: 3, upper: 5, direction: 'none' },
  { kind: 'level', operator: 'range', value: 3, upper: 5, direction: 'none' },
  { kind: 'change', operator: '<=', value: 5, direction: 'lower' },
  { kind: 'annual', value: 12, year: 2023 },
);

it('the sheet’s expression of the pace gives what the pace is, and blank where there is none', () => {
  fc.assert(
    fc.property(
      shapes,
      fc.constantFrom('2021Q1', '2022', '2023H1', '2023-08', '2025'),
      fc.double({ min: -200, max: 200, noNaN: true }),
      (shape, at, actual) => {
        const pace = requiredPace(subject(shape), period(at), actual);
        const expression = paceExpression(subject(shape), period(at));
        const found = expression === null ? null : valueAt(expression, actual);
        expect(found).toBe('perPeriod' in pace ? pace.perPeriod : null);
      },
    ),
  );
});

it('who stays exactly on schedule is foreseen to reach the target', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2021, max: 2024 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 0, max: 900 }),
      (year, baseline, gain) => {
        fc.pre(gain > 0);
        const value = baseline + gain;
        const expression = forecast(
          subject({ kind: 'level', value, baseline }),
          period(String(year)),
        );
        const scheduled = baseline + (gain * (year - 2020)) / 5;
        expect('reason' in expression ? null : valueAt(expression, scheduled)).toBeCloseTo(
          value,
          6,
        );
      },
    ),
  );
});
