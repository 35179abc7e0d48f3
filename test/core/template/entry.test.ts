import { elapsedMonths } from '../../../src/core/plan/period';
import {
  accumulatedMonths,
  entriesOf,
  previousMonths,
  type Entry,
} from '../../../src/core/template/entry';
import { rowsOf } from '../../../src/core/template/facts';
import { CITY, indicatorOf, itemOf, planOf, targetOf } from '../../factories/plan';
import { contextOf, historyOf, periodOf, templateFor } from '../../factories/template';

const PAST = { organisation: '市经信局', region: null };

describe('the rows of a form', () => {
  const { entries } = templateFor(contextOf([CITY], '2021Q2')).model;
  const row = (key: string): Entry => entries.find((entry) => entry.key === `city/${key}`)!;

  test('each figure once, the parts before what is computed from them', () => {
    expect(entries.map(({ key }) => key)).toEqual([
      'city/productivity',
      'city/firms',
      'city/item.rd',
      'city/item.revenue',
      'city/rd-share',
      'city/item.rd.2019',
      'city/rd-growth',
      'city/investment',
      'city/park',
    ]);
  });

  test('an item behind two indicators is asked once and serves both', () => {
    expect(row('item.rd').serves).toEqual(['city/rd-share', 'city/rd-growth']);
    expect(row('item.revenue').serves).toEqual(['city/rd-share']);
    expect(row('firms').serves).toEqual(['city/firms']);
  });

  test('a ratio and a growth name the rows that they come from', () => {
    expect(row('rd-share').derivation).toEqual({
      method: 'ratio',
      numerator: 'city/item.rd',
      denominator: 'city/item.revenue',
      scale: 100,
    });
    expect(row('rd-growth').derivation).toEqual({
      method: 'average-growth',
      level: 'city/item.rd',
      base: 'city/item.rd.2019',
      factor: 1,
      years: 2,
    });
    const derived = entries.filter(({ derivation }) => derivation !== null);
    expect(derived.map(({ key }) => key)).toEqual(['city/rd-share', 'city/rd-growth']);
  });

  test('a base-year figure names its year, and adds up over the same months of it', () => {
    expect(row('item.rd.2019')).toMatchObject({
      name: '研发经费（2019年同期）',
      accumulation: 'year-to-date',
    });
    expect(row('item.rd')).toMatchObject({ name: '研发经费', accumulation: 'year-to-date' });
  });

  test.each([
    ['productivity', 'stock'],
    ['firms', 'since-start'],
    ['rd-share', 'stock'],
    ['rd-growth', 'rate'],
    ['investment', 'year-to-date'],
    ['park', 'status'],
  ])('%s adds up as %s', (key, accumulation) => {
    expect(row(key).accumulation).toBe(accumulation);
  });
});

describe('what judges a row', () => {
  const indicator = indicatorOf({
    id: 'shared',
    kind: 'level',
    baseline: { year: 2019, value: 40, note: '2019年指标值' },
    yearlyTargets: [{ year: 2021, value: 70 }],
    allocations: [{ region: '江北区', value: 30 }],
    target: targetOf({ operator: 'range', value: 90, upper: 110 }),
  });
  const subjectIn = (region: string | null) =>
    entriesOf(planOf({ indicators: [indicator] }), indicator, region, periodOf('2021Q2')).at(-1)!
      .subject;

  test('the plan’s own target for the whole', () => {
    expect(subjectIn(null)).toMatchObject({
      target: { value: 90, upper: 110 },
      baseline: { year: 2019, value: 40 },
      yearlyTargets: [{ year: 2021, value: 70 }],
      planStart: 2020,
      planEnd: 2022,
    });
  });

  test('its share for a region that has one, without the baseline and path of the whole', () => {
    expect(subjectIn('江北区')).toMatchObject({
      target: { value: 30, upper: null },
      baseline: null,
      yearlyTargets: [],
    });
  });

  test('nothing for a region without a share', () => {
    expect(subjectIn('海曙区')).toBeNull();
  });
});

describe('the figures of earlier rounds', () => {
  const key = 'city/firms';
  const history = historyOf([
    { key, ...PAST, period: '2021Q1', value: 40 },
    { key, ...PAST, period: '2020Q2', value: 11 },
    { key: 'city/item.rd', ...PAST, period: '2021Q1', value: 9 },
    { key: 'city/item.revenue', ...PAST, period: '2020Q2', value: 800 },
    { key: 'city/investment', organisation: '市科技局', region: null, period: '2021Q1', value: 7 },
    {
      key: 'city/productivity',
      organisation: '市经信局',
      region: '海曙区',
      period: '2021Q1',
      value: 7,
    },
  ]);
  const { model } = templateFor(contextOf([CITY], '2021Q2', { history }));

  test.each<[key: string, previous: number | null, sameLastYear: number | null]>([
    ['city/firms', 40, 11],
    ['city/item.rd', 9, null],
    ['city/item.revenue', null, 800],
    ['city/investment', null, null],
    ['city/productivity', null, null],
  ])('%s: last period %s, a year ago %s', (name, previous, sameLastYear) => {
    const entry = model.entries.find((one) => one.key === name)!;
    expect(entry).toMatchObject({
      previous,
      previousPeriod: previous === null ? null : '2021Q1',
      sameLastYear,
    });
    const facts = rowsOf(model, periodOf('2021Q2')).find((one) => one.entry.key === name)!.facts;
    expect([facts.previous, facts.sameLastYear]).toEqual([previous, sameLastYear]);
  });

  test('a first quarter looks back to the last one of the year before', () => {
    const first = historyOf([{ key, ...PAST, period: '2020Q4', value: 33 }]);
    const { entries } = templateFor(contextOf([CITY], '2021Q1', { history: first })).model;
    expect(entries.find((one) => one.key === key)).toMatchObject({
      previous: 33,
      previousPeriod: '2020Q4',
    });
  });
});

test.each<
  [
    kind: Entry['accumulation'],
    period: string,
    last: string,
    months: number | null,
    before: number | null,
  ]
>([
  ['since-start', '2021Q2', '2021Q1', 18, 15],
  ['since-start', '2021Q1', '2020Q4', 15, 12],
  ['year-to-date', '2021Q2', '2021Q1', 6, 3],
  ['year-to-date', '2021-05', '2021-04', 5, 4],
  ['year-to-date', '2021Q1', '2020Q4', 3, null],
  ['year-to-date', '2021', '2020', 12, null],
  ['stock', '2021Q2', '2021Q1', null, null],
  ['rate', '2021Q2', '2021Q1', null, null],
  ['status', '2021Q2', '2021Q1', null, null],
])(
  'a %s figure of %s after %s: %s months, before %s',
  (accumulation, text, last, months, before) => {
    const [plan, period] = [planOf(), periodOf(text)];
    const [entry] = entriesOf(plan, plan.indicators[0]!, null, period);
    const row: Entry = { ...entry!, accumulation, previous: 1, previousPeriod: last };
    expect(accumulatedMonths(row, period, plan.startYear)).toBe(months);
    expect(previousMonths(row, period, plan.startYear)).toBe(before);
    expect(previousMonths({ ...row, previousPeriod: null }, period, plan.startYear)).toBeNull();
    if (accumulation === 'since-start') expect(months).toBe(elapsedMonths(plan.startYear, period));
  },
);

test('a plan that was not checked is our own bug', () => {
  const indicator = indicatorOf({
    id: 'ratio',
    collect: { method: 'ratio', numerator: 'rd', denominator: 'gone', scale: 100 },
  });
  const plan = planOf({ indicators: [indicator], items: [itemOf({ id: 'rd' })] });
  expect(() => entriesOf(plan, indicator, null, periodOf('2021'))).toThrow('no item gone');
});
