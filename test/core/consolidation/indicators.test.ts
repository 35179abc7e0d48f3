import type { IndicatorResult } from '../../../src/core/consolidation/consolidation';
import type { Indicator } from '../../../src/core/plan/schema';
import {
  consolidated,
  indicator,
  plan,
  ratioIndicator,
  resultOf,
  target,
  type Filling,
  type Fillings,
  type Shape,
} from './samples';

/** One indicator reported by its unit. */
function reported(
  shape: Partial<Indicator>,
  fill: Fillings | null,
  round: Partial<Shape> = {},
): IndicatorResult {
  const plans = [plan([indicator('x', shape)])];
  const sent = fill ? [{ fill }] : [];
  return resultOf(consolidated({ plans, sent, ...round }), 'x');
}

it('lists every indicator of every plan in order', () => {
  const plans = [
    plan([indicator('a'), indicator('b', { soft: true })]),
    plan([indicator('a')], { id: 'other' }),
  ];
  const ids = consolidated({ plans }).indicators.map(({ id }) => id);
  expect(ids).toEqual(['quality/a', 'quality/b', 'other/a']);
});

describe('an indicator that is not asked', () => {
  it.each<[string, Partial<Indicator>, Partial<Shape>, RegExp]>([
    ['vision wording', { soft: true }, {}, /^愿景或排位类表述，无法量化，不作评判。$/],
    ['reported by the year', { frequency: 'year' }, {}, /按年报送.*2021Q2/],
    [
      'its unit has no form',
      { leadUnit: '市商务局' },
      { issued: [{ organisation: '市经信局', region: null, file: 'a.xlsx', seal: 's' }] },
      /市商务局/,
    ],
    ['regions only', {}, { division: 'region' }, /没有下发/],
  ])('%s', (_, shape, round, reason) => {
    const result = reported(shape, null, round);
    expect(result).toMatchObject({
      isAsked: false,
      actual: null,
      composition: 'none',
      progress: { status: 'not-assessable', completion: null, gap: null },
      sources: [],
    });
    expect(result.reason?.zh).toMatch(reason);
  });
});

describe('an indicator without a figure', () => {
  const explained = (value: Filling): Filling => ({ value, explanation: '统计制度调整' });
  it.each<[string, Fillings | null, string, RegExp, RegExp]>([
    ['nobody sent', null, 'not-reported', /市经信局尚未报送.*催报/, /has not reported/],
    ['blank', {}, 'not-reported', /没有填“指标x”/, /left “指标x” blank/],
    [
      'invalid',
      { x: 'invalid' },
      'not-reported',
      /未通过审核（规则 not-a-number）/,
      /not-a-number/,
    ],
    ['conflict', { x: 'conflict' }, 'not-reported', /规则 state-conflict/, /state-conflict/],
    ['an error', { x: -5 }, 'not-reported', /规则 negative-figure/, /negative-figure/],
    ['unexplained', { x: 10 }, 'not-reported', /规则 behind-unexplained/, /behind-unexplained/],
    [
      'no reason given',
      { x: 'not-applicable' },
      'not-reported',
      /规则 not-applicable-unexplained/,
      /not-applicable-unexplained/,
    ],
    [
      'not applicable',
      { x: explained('not-applicable') },
      'not-assessable',
      /不适用：统计制度调整/,
      /not applicable: 统计制度调整/,
    ],
    [
      'not due',
      { x: explained('not-due') },
      'not-assessable',
      /未到报送期：统计制度调整/,
      /not yet due/,
    ],
  ])('%s', (_, fill, status, zh, en) => {
    const result = reported({}, fill);
    expect(result).toMatchObject({
      isAsked: true,
      reporter: '市经信局',
      actual: null,
      composition: 'none',
      progress: { status, completion: null, gap: null, scheduled: 50 },
      yearOnYear: null,
      requiredPace: null,
      sources: [],
    });
    expect(result.reason?.zh).toMatch(zh);
    expect(result.reason?.en).toMatch(en);
    expect(result.yearOnYearReason).not.toBeNull();
    expect(result.requiredPaceReason).not.toBeNull();
  });
});

it('judges the reporter’s figure and names its source', () => {
  const result = reported({}, { x: { value: 40, explanation: '项目延期' } });
  expect(result).toMatchObject({
    actual: 40,
    composition: 'reported',
    progress: { status: 'behind', scheduled: 50, completion: 0.4, scheduledCompletion: 0.5 },
    explanation: '项目延期',
    requiredPace: 10,
    requiredPaceReason: null,
    sources: [{ key: 'quality/x', value: 40, raw: '40', cell: 'H9' }],
    regions: [],
    missingRegions: [],
  });
  expect(result.progress.gap).toBeCloseTo(-10, 9);
  expect(result.reason).toBeNull();
});

it('an indicator without a lead is reported by the coordinator', () => {
  const plans = [plan([indicator('x', { leadUnit: null })])];
  const sent = [{ organisation: '市汇总办', fill: { x: 60 } }];
  const result = resultOf(consolidated({ plans, sent }), 'x');
  expect(result).toMatchObject({ reporter: '市汇总办', actual: 60 });
});

it('says why a figure has no completion', () => {
  const result = reported({ target: target(null) }, { x: 40 });
  expect(result).toMatchObject({ actual: 40, progress: { status: 'not-assessable' } });
  expect(result.reason?.zh).toContain('尚未下达');
});

describe('a derived indicator', () => {
  const growth: Partial<Indicator> = {
    kind: 'average-growth',
    measureUnit: '%',
    precision: 2,
    target: target(8),
    collect: { method: 'average-growth', item: 'level', baseYear: 2019 },
  };
  const share: Partial<Indicator> = { ...ratioIndicator('x'), rollUp: 'none' };

  it.each<[string, Partial<Indicator>, Fillings, number, string[]]>([
    ['ratio', share, { 'item.part': 60, 'item.whole': 90 }, 66.67, ['item.part', 'item.whole']],
    [
      'growth of levels',
      growth,
      { 'item.level': 121, 'item.level.2019': 100 },
      10,
      ['item.level', 'item.level.2019'],
    ],
  ])('%s', (_, shape, fill, actual, keys) => {
    const result = reported(shape, fill);
    expect(result).toMatchObject({ actual, composition: 'derived' });
    expect(result.sources.map(({ key }) => key)).toEqual(keys.map((key) => `quality/${key}`));
  });

  it.each<[string, Partial<Indicator>, Fillings, string, RegExp]>([
    ['part blank', share, { 'item.part': 60 }, 'not-reported', /没有填“报送项whole”/],
    [
      'part negative',
      share,
      { 'item.part': -1, 'item.whole': 9 },
      'not-reported',
      /“报送项part”未通过/,
    ],
    [
      'part not applicable',
      share,
      { 'item.part': { value: 'not-applicable', explanation: '无' }, 'item.whole': 9 },
      'not-assessable',
      /“报送项part”不适用/,
    ],
    [
      'what has to be returned comes first',
      share,
      { 'item.part': { value: 'not-applicable', explanation: '无' } },
      'not-reported',
      /没有填“报送项whole”/,
    ],
    ['zero denominator', share, { 'item.part': 0, 'item.whole': 0 }, 'not-assessable', /分母为零/],
    [
      'base of zero',
      growth,
      { 'item.level': 121, 'item.level.2019': 0 },
      'not-assessable',
      /不大于零.*核对/,
    ],
  ])('%s', (_, shape, fill, status, reason) => {
    const result = reported(shape, fill);
    expect(result).toMatchObject({ actual: null, composition: 'none', progress: { status } });
    expect(result.reason?.zh).toMatch(reason);
  });

  it('has no growth before its base year is over', () => {
    const collect = { method: 'average-growth', item: 'level', baseYear: 2021 } as const;
    const fill = { 'item.level': 121, 'item.level.2021': 100 };
    const result = reported({ ...growth, collect }, fill);
    expect(result).toMatchObject({ actual: null, progress: { status: 'not-assessable' } });
    expect(result.reason?.zh).toContain('不晚于基期');
  });
});

describe('同比', () => {
  const past = (value: number, shape = {}) => ({
    key: 'quality/x',
    organisation: '市经信局',
    region: null,
    period: '2020Q2',
    value,
    ...shape,
  });
  it.each([
    ['a share of 1', {}, 50, [past(40)], 0.25, null],
    ['missing', {}, 50, [], null, /缺失/],
    ['another period', {}, 50, [past(40, { period: '2021Q1' })], null, /缺失/],
    ['another organisation', {}, 50, [past(40, { organisation: '市商务局' })], null, /缺失/],
    ['zero', {}, 50, [past(0)], null, /为零/],
    [
      'rates in points',
      { kind: 'year-growth', measureUnit: '%', precision: 1, target: target(5) },
      8.3,
      [past(7.1)],
      null,
      /上年同期 7.1，本期 8.3，相差 1.2 个百分点/,
    ],
  ] as const)('%s', (_, shape, actual, history, value, reason) => {
    const result = reported(shape, { x: actual }, { history });
    expect(result.yearOnYear).toBe(value);
    if (reason) expect(result.yearOnYearReason?.zh).toMatch(reason);
    else expect(result.yearOnYearReason).toBeNull();
  });
});

it('items stand behind more than one indicator', () => {
  const inverse = { method: 'ratio', numerator: 'whole', denominator: 'part', scale: 1 } as const;
  const plans = [
    plan([
      ratioIndicator('a', { rollUp: 'none' }),
      ratioIndicator('b', {
        rollUp: 'none',
        collect: inverse,
        measureUnit: '倍',
        target: target(1),
      }),
    ]),
  ];
  const sent = [{ fill: { 'item.part': 60, 'item.whole': 90 } }];
  const consolidation = consolidated({ plans, sent });
  expect(resultOf(consolidation, 'a').actual).toBe(66.67);
  expect(resultOf(consolidation, 'b').actual).toBe(1.5);
  expect(consolidation.facts).toHaveLength(4);
});

describe('a figure that two plans share', () => {
  const first = plan([indicator('x', { measureUnit: '亿元', precision: 2 })]);
  const share = ratioIndicator('share', { rollUp: 'none' });
  const items = first.items.map((item) => ({ ...item, measureUnit: '万元' }));
  const second = plan([share], { id: 'other', items });
  const shared = [
    {
      id: 'one',
      members: [
        { key: 'quality/x', measureUnit: '亿元', isIndicator: true },
        { key: 'other/item.part', measureUnit: '万元', isIndicator: false },
      ],
    },
  ];
  const compiled = (fill: Fillings) =>
    consolidated({ plans: [first, second], shared, sent: [{ fill }] });

  it('is asked once and counted for each in its own unit', () => {
    const consolidation = compiled({ x: 60, 'item.whole': 900000 });
    expect(resultOf(consolidation, 'x').actual).toBe(60);
    expect(resultOf(consolidation, 'share')).toMatchObject({
      actual: 66.67,
      composition: 'derived',
      sources: [
        { key: 'other/item.part', value: 600000, measureUnit: '万元', sharedFrom: 'quality/x' },
        { key: 'other/item.whole', value: 900000, sharedFrom: null },
      ],
    });
  });

  it('counts for none where it does not pass', () => {
    const consolidation = compiled({ x: -60, 'item.whole': 900000 });
    for (const id of ['x', 'share']) {
      const result = resultOf(consolidation, id);
      expect(result).toMatchObject({ actual: null, progress: { status: 'not-reported' } });
      expect(result.reason?.zh).toContain('negative-figure');
    }
  });
});
