import fc from 'fast-check';
import { evaluateNumber } from '../../../src/core/rule/evaluate';
import { print } from '../../../src/core/rule/print';
import { condition, number } from '../../../src/core/rule/rule';
import { unifyCondition, unifyNumber } from '../../../src/core/rule/units';

const UNITS: Readonly<Record<string, string>> = {
  firms: '家',
  parks: '个',
  revenue: '亿元',
  taxes: '万元',
  gdp: '万亿元',
  share: '%',
  points: '百分点',
  permille: '‰',
  staff: '人',
  population: '万人',
  productivity: '万元/人·年',
  per: '元/人',
  land: '亩',
  yield: '万元/亩',
  patents: '件/万人',
  invented: '件',
};

const unitOf = (named: { type: string; id?: string }) =>
  named.id === undefined ? '亿元' : (UNITS[named.id] ?? '');

const unified = (text: string) => {
  const result = unifyCondition(condition(text), unitOf);
  return result.ok ? print(result.expression) : `${result.column}: ${result.message.zh}`;
};

test.each([
  ['[firms] <= [firms]', '[firms] <= [firms]'],
  ['[firms] <= 5', '[firms] <= 5'],
  ['[revenue] > [taxes]', '[revenue] > [taxes] / 10000'],
  ['[taxes] > [revenue]', '[taxes] / 10000 > [revenue]'],
  ['[gdp] > [revenue] + [taxes]', '[gdp] > ([revenue] + [taxes] / 10000) / 10000'],
  ['actual > [taxes]', 'actual > [taxes] / 10000'],
  ['previous([taxes]) < [revenue]', 'previous([taxes]) / 10000 < [revenue]'],
  ['sum([taxes] by region) = [revenue]', 'sum([taxes] by region) / 10000 = [revenue]'],
  ['max([taxes], [revenue], 0) > 1', 'max([taxes] / 10000, [revenue], 0) > 1'],
  ['round([taxes], 2) = [revenue]', 'round([taxes], 2) / 10000 = [revenue]'],
  ['if([firms] > 5, [taxes], 0) < [revenue]', 'if([firms] > 5, [taxes], 0) / 10000 < [revenue]'],
  // percentages and percentage points are one measure, thousandths a tenth of it
  ['[share] - [share] < [points]', '[share] - [share] < [points]'],
  ['[permille] < [share]', '[permille] / 10 < [share]'],
  // where the units cancel, the ratio is a plain number
  ['[taxes] / [revenue] < 0.2', '[taxes] / [revenue] / 10000 < 0.2'],
  ['[share] = [taxes] / [revenue] * 100', '[share] = [taxes] / [revenue] / 10000 * 100'],
  ['[revenue] * [share] / 100 > [taxes]', '[revenue] * [share] / 100 > [taxes] / 10000'],
  // compound units
  ['[revenue] / [staff] < [per]', '[revenue] / [staff] < [per] / 100000000'],
  ['[yield] * [land] > [taxes]', '[yield] * [land] > [taxes]'],
  ['[yield] * [land] > [revenue]', '[yield] * [land] / 10000 > [revenue]'],
  ['[invented] / [population] = [patents]', '[invented] / [population] = [patents]'],
  ['[invented] / [staff] = [patents]', '[invented] / [staff] = [patents] / 10000'],
  ['[population] > [staff]', '[population] > [staff] / 10000'],
  ['[parks] / [firms] < 1', '[parks] / [firms] < 1'],
  ['power([revenue] / [taxes], 0.2) > 1', 'power([revenue] / [taxes] * 10000, 0.2) > 1'],
  ['blank([taxes] + [revenue])', 'blank([taxes] / 10000 + [revenue])'],
  [
    'not ([taxes] > [revenue] and true or [firms] = 1)',
    'not ([taxes] / 10000 > [revenue] and true or [firms] = 1)',
  ],
])('%s', (text, expected) => {
  expect(unified(text)).toBe(expected);
});

const unlike = (column: number, left: string, right: string) =>
  `${column}: 第 ${column} 个字符处：计量单位“${left}”与“${right}”不能比较、加减。请核对引用的编号，或改写成比值。`;

test.each([
  ['[revenue] > [firms]', unlike(11, '亿元', '家')],
  ['[firms] > 5 and [revenue] + [firms] > 0', unlike(27, '亿元', '家')],
  ['[firms] = [parks]', unlike(9, '家', '个')],
  ['[share] > [revenue]', unlike(9, '%', '亿元')],
  ['actual > [firms]', unlike(8, '亿元', '家')],
  ['max([revenue], [firms]) > 0', unlike(1, '亿元', '家')],
  ['[yield] > [productivity]', unlike(9, '万元/亩', '万元/人·年')],
  ['[revenue] * [taxes] > [revenue]', unlike(21, '亿元·万元', '亿元')],
  ['power([revenue], 2) > 0', unlike(1, '亿元', '无单位')],
  ['round([share], [firms]) > 0', unlike(1, '家', '无单位')],
  ['if([firms] > [revenue], 1, 2) > 0', unlike(12, '家', '亿元')],
])('%s is refused', (text, expected) => {
  expect(unified(text)).toBe(expected);
});

test.each([
  ['[taxes]', '亿元', '[taxes] / 10000'],
  ['[revenue] + [taxes]', '万元', '([revenue] + [taxes] / 10000) * 10000'],
  ['[revenue] / [revenue] * 100', '%', '[revenue] / [revenue] * 100'],
])('%s in %s', (text, unit, expected) => {
  const result = unifyNumber(number(text), unitOf, unit);
  expect(result.ok && print(result.expression)).toBe(expected);
});

test('a sum has the same value in whatever units its parts are reported', () => {
  const scale = { 元: 1, 万元: 1e4, 亿元: 1e8 } as const;
  const unit = fc.constantFrom(...(Object.keys(scale) as (keyof typeof scale)[]));
  const part = fc.record({ unit, yuan: fc.integer({ min: 0, max: 10_000_000 }) });
  fc.assert(
    fc.property(part, part, unit, (left, right, wanted) => {
      const parts = { left, right };
      const result = unifyNumber(
        number('[left] + [right]'),
        (named) => (named.type === 'figure' ? '' : parts[named.id as 'left'].unit),
        wanted,
      );
      if (!result.ok) throw new Error(result.message.en);
      const value = evaluateNumber(result.expression, {
        number: () => null,
        text: () => '',
        entry: (id) => parts[id as 'left'].yuan / scale[parts[id as 'left'].unit],
      });
      expect(value! * scale[wanted]).toBeCloseTo(left.yuan + right.yuan, 3);
    }),
  );
});
