import type { Consolidation } from '../../../src/core/consolidation/consolidation';
import { actualFormula } from '../../../src/core/report/actual-formula';
import type { ReportContext } from '../../../src/core/report/context';
import { placesOf } from '../../../src/core/report/places';
import {
  consolidated,
  indicator,
  plan,
  ratioIndicator,
  REGIONS,
  resultOf,
  type Fillings,
  type Shape,
} from '../consolidation/samples';
import { options } from './filled-round';

function contextOf(consolidation: Consolidation): ReportContext {
  return {
    ...options(),
    consolidation,
    places: placesOf(consolidation, 'zh'),
    styles: new Map(),
    say: ({ zh }) => zh,
  };
}

function formulaOf(shape: Shape, id: string): string | null {
  const consolidation = consolidated(shape);
  const result = resultOf(consolidation, id);
  return actualFormula(result, result.actual, result.sources, contextOf(consolidation));
}

const byRegion = (plans: Shape['plans'], fillings: readonly Fillings[]): Shape => ({
  plans,
  division: 'region',
  sent: fillings.map((fill, index) => ({
    organisation: REGIONS[index]!,
    region: REGIONS[index]!,
    fill,
  })),
});

test('a figure of one organisation is the cell that holds it', () => {
  const plans = [plan([indicator('a'), indicator('b')])];
  expect(formulaOf({ plans, sent: [{ fill: { a: 60, b: 70 } }] }, 'b')).toBe("'数据'!$H$5");
});

test('a ratio is computed from its items, rounded as it is reported', () => {
  const plans = [plan([ratioIndicator('share')])];
  const fill = { 'item.part': 60, 'item.whole': 90 };
  expect(formulaOf({ plans, sent: [{ fill }] }, 'share')).toBe(
    "ROUND('数据'!$H$4/'数据'!$H$5*100,2)",
  );
});

test('an average growth is computed from its levels', () => {
  const growth = indicator('growth', {
    kind: 'average-growth',
    measureUnit: '%',
    precision: 2,
    collect: { method: 'average-growth', item: 'level', baseYear: 2019 },
  });
  const fill = {
    'item.level': 121,
    'item.level.2019': 100,
    growth: { value: 'blank' as const, explanation: '基数较高。' },
  };
  const formula = formulaOf({ plans: [plan([growth])], sent: [{ fill }] }, 'growth');
  expect(formula).toBe("(POWER('数据'!$H$4/'数据'!$H$5,1/2)-1)*100");
});

test('regions are added up by SUMIFS over what counts', () => {
  const plans = [plan([indicator('a', { rollUp: 'sum' })])];
  const column = (letter: string) => `'数据'!$${letter}$4:$${letter}$6`;
  expect(formulaOf(byRegion(plans, [{ a: 60 }, { a: 70 }, { a: 'blank' }]), 'a')).toBe(
    `SUMIFS(${column('H')},${column('B')},"quality/a",${column('I')},"是",${column('F')},"<>")`,
  );
});

test('the greatest region is the maximum of their cells', () => {
  const plans = [plan([indicator('a', { rollUp: 'max' })])];
  expect(formulaOf(byRegion(plans, [{ a: 60 }, { a: 70 }]), 'a')).toBe(
    "MAX('数据'!$H$4,'数据'!$H$5)",
  );
});

test('a ratio of regions is Σ÷Σ', () => {
  const plans = [plan([ratioIndicator('share')])];
  const fill = (part: number, whole: number) => ({ 'item.part': part, 'item.whole': whole });
  const formula = formulaOf(byRegion(plans, [fill(60, 90), fill(10, 40)]), 'share');
  expect(formula).toMatch(/^ROUND\(SUMIFS\(.*"quality\/item\.part".*\)\/SUMIFS\(.*\)\*100,2\)$/);
});

test('a figure that two plans share is computed from the row of its own plan', () => {
  const other = plan([ratioIndicator('share', { precision: 1 })], { id: 'other' });
  const members = (id: string) =>
    ['quality', 'other'].map((planId) => {
      return { key: `${planId}/item.${id}`, measureUnit: '亿元', isIndicator: false };
    });
  const shape: Shape = {
    plans: [plan([ratioIndicator('share')]), other],
    shared: ['part', 'whole'].map((id) => ({ id, members: members(id) })),
    sent: [{ fill: { 'item.part': 60, 'item.whole': 90 } }],
  };
  const consolidation = consolidated(shape);
  const context = contextOf(consolidation);
  const formulas = consolidation.indicators.map((result) =>
    actualFormula(result, result.actual, result.sources, context),
  );
  expect(consolidation.indicators.map(({ actual }) => actual)).toEqual([66.67, 66.7]);
  for (const [index, precision] of [2, 1].entries())
    expect(formulas[index]).toMatch(
      new RegExp(`^ROUND\\('数据'!\\$H\\$\\d+/'数据'!\\$H\\$\\d+\\*100,${precision}\\)$`),
    );
});

test('no figure has no formula; nor has one that the sources do not give', () => {
  const plans = [plan([indicator('a')])];
  expect(formulaOf({ plans, sent: [] }, 'a')).toBeNull();
  const consolidation = consolidated({ plans, sent: [{ fill: { a: 60 } }] });
  const result = resultOf(consolidation, 'a');
  const context = contextOf(consolidation);
  expect(actualFormula(result, 61, result.sources, context)).toBeNull();
});
