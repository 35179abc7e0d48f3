import { cumulativeDecrease } from '../../../../src/core/rule/catalogue/cumulative-decrease';
import type { RowFacts } from '../../../../src/core/rule/row';
import { amount, growth, messageOf, row, share, type Entered } from './rows';

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [
    row({ previous: 50 }),
    { actual: 49 },
    '本期累计 49 小于上期累计 50，请核对；如确为数据修订，请在情况说明中写明原因。',
  ],
  [
    row({ previous: 50 }),
    { state: 'nil', actual: 0 },
    '本期累计 0 小于上期累计 50，请核对；如确为数据修订，请在情况说明中写明原因。',
  ],
  [
    amount({ previous: 60.5 }),
    { actual: 58.127 },
    '本期累计 58.13 小于上期累计 60.5，请核对；如确为数据修订，请在情况说明中写明原因。',
  ],
  [row({ previous: 50 }), { actual: 50 }, null],
  [row({ previous: 50 }), { actual: 51 }, null],
  [row({ previous: 50 }), {}, null],
  [row({ previous: 50 }), { state: 'not-applicable' }, null],
  [row({ previous: null }), { actual: 1 }, null],
  // January begins the year’s total anew
  [amount({ previous: 230, months: 3, previousMonths: 12 }), { actual: 40 }, null],
  // a stock and a rate may fall
  [share({ previous: 2.5 }), { actual: 2.1 }, null],
  [growth({ previous: 6 }), { actual: -2 }, null],
])('cumulative-decrease: %o filled with %o', (facts, entered, message) => {
  expect(messageOf(cumulativeDecrease, facts, entered)).toBe(message);
});
