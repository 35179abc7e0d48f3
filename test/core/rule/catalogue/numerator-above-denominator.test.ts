import { numeratorAboveDenominator } from '../../../../src/core/rule/catalogue/numerator-above-denominator';
import { relationMessages, type RelatedEntry } from './rows';

const message = (part: number, total: number) =>
  `rd：分子 ${part} 大于分母“revenue”${total}，比重会超过 100%。请核对这两行的数和单位。`;
const entries = (
  rd: number | null,
  revenue: number | null,
  unit = '亿元',
): Record<string, RelatedEntry> => ({
  rd: { actual: rd, precision: 2, unit: '亿元' },
  revenue: { actual: revenue, precision: 2, unit },
});

test.each<[what: string, entries: Record<string, RelatedEntry>, message: string | null]>([
  ['a share', entries(30, 1000), null],
  ['all of it', entries(1000, 1000), null],
  ['more than all of it', entries(1200, 1000), message(1200, 1000)],
  ['the two mixed up', entries(1000, 30), message(1000, 30)],
  ['a denominator of zero', entries(30, 0), null],
  ['a negative denominator', entries(30, -1000), null],
  ['a loss', entries(-30, 1000), null],
  ['no numerator', entries(null, 1000), null],
  ['no denominator', entries(30, null), null],
  ['another unit', entries(3, 30_000, '万元'), null],
  ['another unit that is wrong', entries(3.01, 30_000, '万元'), message(3.01, 30_000)],
])('numerator-above-denominator: %s', (_, filled, expected) => {
  const of = { whole: 'revenue', parts: ['rd'] };
  expect(relationMessages(numeratorAboveDenominator, of, filled)).toEqual(
    expected === null ? [] : [expected],
  );
});
