import fc from 'fast-check';
import {
  comparePeriods,
  elapsedMonths,
  endMonth,
  formatPeriod,
  isAskedIn,
  parsePeriod,
  periodLabel,
  previousPeriod,
  samePeriodLastYear,
  type Period,
} from '../../../src/core/plan/period';
import { FREQUENCIES, type Frequency } from '../../../src/core/plan/schema';

const PER_YEAR: Readonly<Record<Frequency, number>> = { month: 12, quarter: 4, half: 2, year: 1 };

const periods: fc.Arbitrary<Period> = fc.constantFrom(...FREQUENCIES).chain((granularity) =>
  fc.record({
    granularity: fc.constant(granularity),
    year: fc.integer({ min: 1950, max: 2100 }),
    index: fc.integer({ min: 1, max: PER_YEAR[granularity] }),
  }),
);

function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (!parsed) throw new Error(`no period: ${text}`);
  return parsed;
}

test.each<[text: string, expected: Period]>([
  ['2021', { granularity: 'year', year: 2021, index: 1 }],
  ['2021H1', { granularity: 'half', year: 2021, index: 1 }],
  ['2021H2', { granularity: 'half', year: 2021, index: 2 }],
  ['2021Q1', { granularity: 'quarter', year: 2021, index: 1 }],
  ['2021Q4', { granularity: 'quarter', year: 2021, index: 4 }],
  ['2021-01', { granularity: 'month', year: 2021, index: 1 }],
  ['2021-12', { granularity: 'month', year: 2021, index: 12 }],
])('parsePeriod reads %s', (text, expected) => {
  expect(parsePeriod(text)).toEqual(expected);
});

test.each([
  '',
  '21',
  '20211',
  '0021',
  '0000Q1',
  '2021H0',
  '2021H3',
  '2021Q0',
  '2021Q5',
  '2021-00',
  '2021-13',
  '2021-6',
  '2021M6',
  '2021q2',
  '2021 Q2',
  ' 2021',
  '2021\n',
  '2021年',
  '２０２１',
  '2021-06-30',
])('parsePeriod refuses %j', (text) => {
  expect(parsePeriod(text)).toBeNull();
});

test('a period survives being written and read', () => {
  fc.assert(
    fc.property(periods, (value) => {
      expect(parsePeriod(formatPeriod(value))).toEqual(value);
    }),
  );
});

test('what parsePeriod reads is spelt as formatPeriod spells it', () => {
  const texts = fc.stringMatching(/^\d{4}(?:[HQ]\d|-\d\d)?$/);
  fc.assert(
    fc.property(fc.oneof(texts, fc.string()), (text) => {
      const parsed = parsePeriod(text);
      expect(parsed === null || formatPeriod(parsed) === text).toBe(true);
    }),
  );
});

test.each([
  ['2021', '2021年', '2021'],
  ['2021H1', '2021年上半年', '2021 H1'],
  ['2021H2', '2021年下半年', '2021 H2'],
  ['2021Q1', '2021年第一季度', '2021 Q1'],
  ['2021Q2', '2021年第二季度', '2021 Q2'],
  ['2021Q3', '2021年第三季度', '2021 Q3'],
  ['2021Q4', '2021年第四季度', '2021 Q4'],
  ['2021-06', '2021年6月', '2021-06'],
  ['2021-12', '2021年12月', '2021-12'],
])('%s is labelled %s and %s', (text, zh, en) => {
  expect(periodLabel(period(text))).toEqual({ zh, en });
});

test.each([
  ['2021', 12],
  ['2021H1', 6],
  ['2021H2', 12],
  ['2021Q1', 3],
  ['2021Q3', 9],
  ['2021-02', 2],
  ['2021-12', 12],
])('%s ends in month %i', (text, month) => {
  expect(endMonth(period(text))).toBe(month);
});

test.each([
  [2020, '2020Q1', 3],
  [2020, '2020', 12],
  [2020, '2022', 36],
  [2020, '2021H1', 18],
  [2022, '2024-05', 29],
  [2022, '2021', 0],
  [2022, '2021Q3', -3],
])('from the start of %i to the end of %s there are %i months', (startYear, text, months) => {
  expect(elapsedMonths(startYear, period(text))).toBe(months);
});

test.each([
  ['2021', '2020', '2020'],
  ['2021H1', '2020H2', '2020H1'],
  ['2021H2', '2021H1', '2020H2'],
  ['2021Q1', '2020Q4', '2020Q1'],
  ['2021Q3', '2021Q2', '2020Q3'],
  ['2021-01', '2020-12', '2020-01'],
  ['2021-07', '2021-06', '2020-07'],
])('before %s comes %s; a year earlier is %s', (text, previous, lastYear) => {
  expect(formatPeriod(previousPeriod(period(text)))).toBe(previous);
  expect(formatPeriod(samePeriodLastYear(period(text)))).toBe(lastYear);
});

test('going back a year period by period arrives at the same period of last year', () => {
  fc.assert(
    fc.property(periods, (value) => {
      let earlier = value;
      for (let step = 0; step < PER_YEAR[value.granularity]; step++) {
        const before = previousPeriod(earlier);
        expect(comparePeriods(before, earlier)).toBeLessThan(0);
        earlier = before;
      }
      expect(earlier).toEqual(samePeriodLastYear(value));
      expect(elapsedMonths(2000, value) - elapsedMonths(2000, earlier)).toBe(12);
    }),
  );
});

test.each<[frequency: Frequency, rounds: readonly Frequency[]]>([
  ['month', ['month', 'quarter', 'half', 'year']],
  ['quarter', ['quarter', 'half', 'year']],
  ['half', ['half', 'year']],
  ['year', ['year']],
])('an indicator of frequency %s is asked in rounds of %j', (frequency, rounds) => {
  expect(FREQUENCIES.filter((round) => isAskedIn(frequency, round))).toEqual(rounds);
});

test.each([
  ['2021Q2', '2021H1', 0],
  ['2021-12', '2021', 0],
  ['2021Q1', '2021Q2', -1],
  ['2021Q4', '2022-01', -1],
  ['2022-01', '2021', 1],
])('comparePeriods orders %s and %s by their ends', (left, right, sign) => {
  expect(Math.sign(comparePeriods(period(left), period(right)))).toBe(sign);
});
