import fc from 'fast-check';
import { compileJson } from '../../../src/core/consolidation/compile-json';
import type { IndicatorResult } from '../../../src/core/consolidation/consolidation';
import type { Indicator } from '../../../src/core/plan/schema';
import {
  consolidated,
  indicator,
  plan,
  ratioIndicator,
  REGIONS,
  resultOf,
  target,
  wholeAndRegions,
  type Filling,
  type Fillings,
  type Sent,
  type Shape,
} from './samples';

const SUM = indicator('x', { rollUp: 'sum', target: target(200) });
const FINE = { ...SUM, measureUnit: '亿元', precision: 6 };
const MAX = indicator('x', { rollUp: 'max', kind: 'level', target: target(50) });
const RATIO = ratioIndicator('x');

/** What the regions sent, by region; null sends nothing. */
function byRegions(
  of: Indicator,
  fills: readonly (Fillings | null)[],
  round: Partial<Shape> = {},
): IndicatorResult {
  const sent = fills.flatMap((fill, index): Sent[] => {
    const region = REGIONS[index]!;
    return fill ? [{ organisation: region, region, fill }] : [];
  });
  return resultOf(consolidated({ plans: [plan([of])], division: 'region', sent, ...round }), 'x');
}

const x = (value: Filling): Fillings => ({ x: value });
const parts = (part: number, whole: number): Fillings => ({
  'item.part': part,
  'item.whole': whole,
});
const NOT_APPLICABLE: Filling = { value: 'not-applicable', explanation: '无此类企业' };
const NOT_DUE: Filling = { value: 'not-due', explanation: '年底统计' };

describe('complete regions', () => {
  it.each<[string, Indicator, Fillings[], number, number]>([
    ['Σ', FINE, [x(10), x(20), x(70.5)], 100.5, 3],
    ['Σ without a binary tail', { ...FINE, target: target(0.1) }, [x(0.1), x(0.2), x(0)], 0.3, 3],
    ['Σ with a nil report', SUM, [x(10), x('nil'), x(90)], 100, 3],
    ['maximum', MAX, [x(10), x(60), x(20)], 60, 3],
    // the average of the three percentages would be 60
    ['Σ÷Σ', RATIO, [parts(1, 1), parts(30, 100), parts(50, 100)], 40.3, 6],
    ['Σ÷Σ with a region that has none', RATIO, [parts(0, 0), parts(30, 60), parts(30, 60)], 50, 6],
    [
      'a ratio is never a sum of percentages',
      ratioIndicator('x', { rollUp: 'sum' }),
      [parts(1, 2), parts(1, 2), parts(1, 2)],
      50,
      6,
    ],
  ])('%s', (_, of, fills, actual, sources) => {
    const result = byRegions(of, fills);
    expect(result).toMatchObject({ actual, composition: 'rolled-up', missingRegions: [] });
    expect(result.sources).toHaveLength(sources);
    expect(result.sources.every(({ counts }) => counts)).toBe(true);
    expect(result.reason).toBeNull();
    expect(result.regions.map(({ region }) => region)).toEqual([...REGIONS]);
  });
});

describe('missing regions', () => {
  it.each<[string, Indicator, (Fillings | null)[], number | null, string[], RegExp]>([
    ['not sent', SUM, [x(60), null, x(50)], 110, ['江北区'], /3 个.*有 1 个.*：江北区（未报送）/],
    [
      'several reasons',
      SUM,
      [x(110), {}, x(-1)],
      110,
      ['江北区', '镇海区'],
      /有 2 个.*江北区（未填）、镇海区（未通过审核）.*其余 1 个/,
    ],
    ['not yet due', SUM, [x(110), x(NOT_DUE), x(1)], 111, ['江北区'], /江北区（未到报送期）/],
    ['ratio', RATIO, [parts(60, 100), null, parts(30, 100)], 45, ['江北区'], /江北区（未报送）/],
    ['maximum', MAX, [x(60), null, x(30)], 60, ['江北区'], /江北区（未报送）/],
  ])('%s: a part is called a part', (_, of, fills, actual, missing, reason) => {
    const result = byRegions(of, fills);
    expect(result).toMatchObject({
      actual,
      composition: 'rolled-up',
      missingRegions: missing,
      yearOnYear: null,
      requiredPace: null,
    });
    expect(result.progress.completion).not.toBeNull();
    expect(result.reason?.zh).toMatch(reason);
    expect(result.yearOnYearReason?.zh).toContain('不含部分');
    expect(result.requiredPaceReason?.zh).toContain('不含部分');
  });

  it('a region that has nothing to report is not missing', () => {
    const result = byRegions(SUM, [x(60), x(NOT_APPLICABLE), x(50)]);
    expect(result).toMatchObject({ actual: 110, missingRegions: [], requiredPace: 15 });
    expect(result.reason?.zh).toContain('江北区（不适用）');
    expect(result.explanation).toBe('江北区：无此类企业');
  });

  it.each<[string, (Fillings | null)[], string]>([
    ['nobody sent', [null, null, null], 'not-reported'],
    ['one sent nothing usable', [x(NOT_APPLICABLE), null, {}], 'not-reported'],
    [
      'nothing applies',
      [x(NOT_APPLICABLE), x(NOT_APPLICABLE), x(NOT_APPLICABLE)],
      'not-assessable',
    ],
    ['nothing is due', [x(NOT_DUE), x(NOT_APPLICABLE), x(NOT_DUE)], 'not-assessable'],
  ])('%s', (_, fills, status) => {
    const result = byRegions(SUM, fills);
    expect(result).toMatchObject({ actual: null, composition: 'none', progress: { status } });
    expect(result.reason?.zh).toMatch(/3 个.*3 个没有可用数据/);
    expect(result.sources).toEqual([]);
  });

  it('a total too large to be a number is no number', () => {
    const huge = x({ value: 1.7e308, explanation: '测试' });
    // a plan may let any figure pass
    const plans = [plan([SUM], { ruleSettings: [{ rule: 'out-of-range', off: true }] })];
    const result = byRegions(SUM, [huge, huge, huge], { plans });
    expect(result).toMatchObject({ actual: null, progress: { status: 'not-assessable' } });
    expect(result.reason?.zh).toContain('数值过大');
  });

  it.each([[[parts(0, 0), parts(0, 0), parts(0, 0)]], [[parts(0, 0), null, parts(0, 0)]]])(
    'denominators that add up to zero give no ratio',
    (fills) => {
      const result = byRegions(RATIO, fills);
      expect(result).toMatchObject({ actual: null, progress: { status: 'not-assessable' } });
      expect(result.reason?.zh).toContain('合计为零');
    },
  );
});

describe('what regions do not make together', () => {
  const allocations = REGIONS.map((region) => ({ region, value: 20 }));
  it.each<[string, Indicator, Fillings]>([
    ['no roll-up', indicator('x', { allocations }), x(10)],
    [
      'growth',
      indicator('x', {
        kind: 'average-growth',
        measureUnit: '%',
        precision: 2,
        rollUp: 'sum',
        target: target(8),
        collect: { method: 'average-growth', item: 'level', baseYear: 2019 },
      }),
      { 'item.level': 121, 'item.level.2019': 100 },
    ],
  ])('%s', (_, of, fill) => {
    const result = byRegions(of, [fill, fill, fill]);
    expect(result).toMatchObject({
      isAsked: true,
      actual: null,
      composition: 'none',
      progress: { status: 'not-assessable' },
    });
    expect(result.reason?.zh).toMatch(/不由区（县、市）数据汇总.*市经信局/);
    expect(result.regions.map(({ actual }) => actual)).toEqual([10, 10, 10]);
  });

  it('a region is judged against its own allocation', () => {
    const of = indicator('x', { allocations: allocations.slice(0, 2) });
    const result = byRegions(of, [x(15), null, null]);
    expect(result.regions).toMatchObject([
      { region: '海曙区', actual: 15, progress: { status: 'on-schedule', scheduled: 10 } },
      { region: '江北区', actual: null, progress: { status: 'not-reported' }, facts: [] },
    ]);
    expect(result.regions[0]?.facts).toHaveLength(1);
  });
});

describe('the reporter’s own figure beside regional ones', () => {
  const both = (...of: Parameters<typeof wholeAndRegions>) => resultOf(wholeAndRegions(...of), 'x');

  it.each<[string, Indicator, Fillings, Fillings[], number, RegExp | null]>([
    ['equal', SUM, x(110), [x(30), x(30), x(50)], 110, null],
    ['within rounding', SUM, x(112), [x(30), x(30), x(50)], 112, null],
    ['beyond rounding', SUM, x(113), [x(30), x(30), x(50)], 113, /113.*110，相差 3。.*说明/],
    ['ratio', RATIO, parts(60, 100), [parts(10, 20), parts(1, 2), parts(1, 2)], 60, /相差 10/],
  ])('%s', (_, of, unit, regional, actual, reason) => {
    const result = both(of, unit, regional);
    expect(result).toMatchObject({ actual, missingRegions: [] });
    expect(['reported', 'derived']).toContain(result.composition);
    if (reason) expect(result.reason?.zh).toMatch(reason);
    else expect(result.reason).toBeNull();
  });

  it('says nothing of a difference while regions are missing', () => {
    const result = both(SUM, x(110), [x(30), null, x(50)]);
    expect(result).toMatchObject({ actual: 110, reason: null, missingRegions: ['江北区'] });
  });

  it('the regions stand in for a figure that does not count', () => {
    const result = both(SUM, x(-1), [x(30), x(30), x(50)]);
    expect(result).toMatchObject({ actual: 110, composition: 'rolled-up' });
    expect(result.reason?.zh).toMatch(/negative-figure.*暂以.*汇总数代替/);
  });
});

it('by unit and region, the reporter’s regional forms roll up', () => {
  const of = [SUM, indicator('y')];
  const sent = REGIONS.map((region, index): Sent => ({ region, fill: x(40 + index) }));
  const shape = { plans: [plan(of)], division: 'unit-region', sent } as const;
  const consolidation = consolidated(shape);
  expect(resultOf(consolidation, 'x')).toMatchObject({
    actual: 123,
    composition: 'rolled-up',
    reason: null,
  });
  const missing = resultOf(consolidated({ ...shape, sent: sent.slice(1) }), 'x');
  expect(missing.missingRegions).toEqual(['海曙区']);
  expect(resultOf(consolidation, 'y').progress.status).toBe('not-reported');
});

describe('同比 of a roll-up', () => {
  const past = (region: string, value: number, key = 'quality/x') => ({
    key,
    organisation: region,
    region,
    period: '2020Q2',
    value,
  });
  const all = REGIONS.map((region) => past(region, 20));

  it.each<[string, Fillings[], Shape['history'], number | null]>([
    ['all regions were there', [x(30), x(30), x(30)], all, 0.5],
    ['one has no earlier figure', [x(30), x(30), x(30)], all.slice(1), null],
    ['a region that fell out counts then', [x(60), x(60), x(NOT_APPLICABLE)], all, 1],
  ])('%s', (_, fills, history = [], value) => {
    const result = byRegions(SUM, fills, { history });
    expect(result.yearOnYear).toBe(value);
    expect(result.yearOnYearReason === null).toBe(value !== null);
  });

  it('a ratio is compared with the ratio of last year’s items', () => {
    const history = REGIONS.flatMap((region) => [
      past(region, 1, 'quality/item.part'),
      past(region, 4, 'quality/item.whole'),
    ]);
    const of = ratioIndicator('x', { measureUnit: '万元/亩', target: target(50) });
    const fills = [parts(3, 6), parts(3, 6), parts(3, 6)];
    expect(byRegions(of, fills, { history }).yearOnYear).toBe(1);
  });
});

describe('for any figures', () => {
  const amount = fc.double({ min: 0, max: 1e12, noNaN: true });
  const filling = fc.oneof(
    amount,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom<Filling>('blank', 'nil', 'invalid', 'not-applicable', NOT_APPLICABLE, NOT_DUE),
  );

  it('Σ is the sum of what the regions report', () => {
    const of = indicator('x', { kind: 'level', rollUp: 'sum', target: target(0), precision: 6 });
    const triple = fc.tuple(amount, amount, amount);
    fc.assert(
      fc.property(triple, (values) => {
        const { actual } = byRegions(of, values.map(x));
        const sum = values.reduce((left, right) => left + right, 0);
        expect(Math.abs((actual ?? NaN) - sum)).toBeLessThanOrEqual(1e-9 + sum * 1e-14);
      }),
    );
  });

  it('Σ÷Σ lies between the least and the greatest of the ratios', () => {
    const of = ratioIndicator('x', { precision: 6, measureUnit: '万元/亩', target: target(0) });
    const pair = fc.tuple(
      fc.double({ min: 1, max: 1e3, noNaN: true }),
      fc.double({ min: 1, max: 1e3, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.tuple(pair, pair, pair), (pairs) => {
        const { actual } = byRegions(
          of,
          pairs.map(([part, whole]) => parts(part, whole)),
        );
        const ratios = pairs.map(([part, whole]) => (part / whole) * 100);
        expect(actual).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-6);
        expect(actual).toBeLessThanOrEqual(Math.max(...ratios) + 1e-6);
      }),
    );
  });

  it('no result holds NaN or infinity, and every absence has its reason', () => {
    const fill = fc.record({ x: filling, 'item.part': filling, 'item.whole': filling });
    const sent = fc.option(fill, { nil: null });
    const of = fc.constantFrom(FINE, { ...MAX, precision: 6 }, RATIO, {
      ...RATIO,
      rollUp: 'none' as const,
    });
    fc.assert(
      fc.property(of, fc.tuple(sent, sent, sent), (chosen, fills) => {
        const all = fills.flatMap((given, index): Sent[] => {
          const region = REGIONS[index]!;
          return given ? [{ organisation: region, region, fill: given }] : [];
        });
        const consolidation = consolidated({
          plans: [plan([chosen])],
          division: 'region',
          sent: all,
        });
        const json = compileJson(consolidation, 'zh');
        expect(JSON.parse(JSON.stringify(json))).toEqual(json);
        for (const result of consolidation.indicators) {
          expect(result.actual === null).toBe(result.composition === 'none');
          expect(result.actual === null && result.reason === null).toBe(false);
          expect(result.yearOnYear === null).toBe(result.yearOnYearReason !== null);
          expect(result.requiredPace === null).toBe(result.requiredPaceReason !== null);
        }
      }),
    );
  });
});
