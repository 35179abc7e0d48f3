import { extraDecimals } from '../../../../src/core/rule/catalogue/extra-decimals';
import type { RowFacts } from '../../../../src/core/rule/row';
import { amount, growth, messageOf, milestone, row, share, type Entered } from './rows';

const message = (raw: string, decimals = 2) =>
  `应保留 ${decimals} 位小数，现填 ${raw}。汇总按所填的数计，请核对后改为 ${decimals} 位。`;

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [share(), { actual: 2.345 }, message('2.345')],
  [share(), { actual: 2.34 }, null],
  [share(), { actual: 2.3 }, null],
  [share(), { actual: 2 }, null],
  [growth({ precision: 1 }), { actual: -5.25 }, message('-5.25', 1)],
  [amount(), { actual: 117.31 }, null],
  // the binary tail of a computation is no decimal
  [amount(), { actual: 0.1 + 0.2 }, null],
  [amount(), { actual: 0.000_001 }, message('0.000001')],
  // a count is answered by whole-number
  [row(), { actual: 12.5 }, null],
  [milestone({ precision: 2 }), { actual: 2.5 }, null],
  [share(), { state: 'nil', actual: 0 }, null],
  [share(), {}, null],
])('extra-decimals: %o filled with %o', (facts, entered, expected) => {
  expect(messageOf(extraDecimals, facts, entered)).toBe(expected);
});
