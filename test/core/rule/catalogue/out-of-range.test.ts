import { outOfRange } from '../../../../src/core/rule/catalogue/out-of-range';
import type { RowFacts } from '../../../../src/core/rule/row';
import { amount, growth, messageOf, milestone, row, share, type Entered } from './rows';

const message = (unit: string) => `数值超出可能的范围。请核对数字、小数点和单位（${unit}）后改正。`;

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  // nothing can fall by more than all of it
  [growth(), { actual: -100.01 }, message('%')],
  [growth(), { actual: -100 }, null],
  [growth({ kind: 'change' }), { actual: -250 }, message('%')],
  [growth(), { actual: 250 }, null],
  [share(), { actual: -250 }, null],
  [amount(), { actual: 1e15 }, message('亿元')],
  [amount(), { actual: -1e15 }, message('亿元')],
  // closer to it than comparisons tell apart counts as equal
  [amount(), { actual: 999_999_999_000_000 }, null],
  [row(), { actual: 1e300 }, message('个')],
  [row(), { actual: 120 }, null],
  [row(), {}, null],
  [row(), { state: 'nil', actual: 0 }, null],
  [milestone(), { actual: 4 }, null],
])('out-of-range: %o filled with %o', (facts, entered, expected) => {
  expect(messageOf(outOfRange, facts, entered)).toBe(expected);
});
