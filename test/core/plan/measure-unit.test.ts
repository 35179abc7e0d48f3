import { conversionFactor, scaledUnit } from '../../../src/core/plan/measure-unit';

test.each([
  ['元', 1, '元'],
  ['万元', 1e4, '元'],
  ['亿元', 1e8, '元'],
  ['百亿元', 1e10, '元'],
  ['万亿元', 1e12, '元'],
  ['万元/亩', 1e4, '元/亩'],
  ['亿美元', 1e8, '美元'],
  ['万', 1e4, ''],
  ['%', 1, '%'],
  ['件/万人', 1, '件/万人'],
])('%s is %d of %j', (unit, scale, base) => {
  expect(scaledUnit(unit)).toEqual({ scale, base });
});

test.each([
  ['万亿元', '亿元', 10_000],
  ['亿元', '万亿元', 0.0001],
  ['万家', '家', 10_000],
  ['家', '家', 1],
  ['亿元', '亿美元', null],
  ['家', '个', null],
  ['%', '元', null],
  ['万元/人', '万元/亩', null],
])('from %s to %s: %d', (from, to, factor) => {
  expect(conversionFactor(from, to)).toBe(factor);
});
