import { negativeFigure } from '../../../../src/core/rule/catalogue/negative-figure';
import type { RowFacts } from '../../../../src/core/rule/row';
import { amount, growth, messageOf, row, share, type Entered } from './rows';

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [row(), { actual: -5 }, '不能为负数，现为 -5。请核对后改正。'],
  [row(), { actual: -5, raw: '－5' }, '不能为负数，现为 －5。请核对后改正。'],
  [amount(), { actual: -0.01 }, '不能为负数，现为 -0.01。请核对后改正。'],
  [share(), { actual: -2.1 }, '不能为负数，现为 -2.1。请核对后改正。'],
  [row(), { actual: 0 }, null],
  [row(), { actual: 5 }, null],
  [row(), {}, null],
  // growth and change may be negative
  [growth(), { actual: -5 }, null],
])('negative-figure: %o filled with %o', (facts, entered, message) => {
  expect(messageOf(negativeFigure, facts, entered)).toBe(message);
});
