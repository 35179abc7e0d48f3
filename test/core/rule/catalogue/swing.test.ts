import { swing } from '../../../../src/core/rule/catalogue/swing';
import type { RowFacts } from '../../../../src/core/rule/row';
import { amount, growth, messageOf, row, share, type Entered } from './rows';

const message = (actual: number, previous: number, percent: number) =>
  `本期 ${actual}，上期 ${previous}，变动 ${percent}%，超过 50%（累计数按月均比）。请核对；如属实请在情况说明中写明原因。`;

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  // stocks are compared as they are
  [share({ previous: 2 }), { actual: 3.01 }, message(3.01, 2, 51)],
  [share({ previous: 2 }), { actual: 0.9 }, message(0.9, 2, -55)],
  [share({ previous: 2 }), { actual: 3 }, null],
  [share({ previous: 2 }), { actual: 1 }, null],
  // totals to date per month: 30 in 3 months, 91 in 6
  [amount({ previous: 30 }), { actual: 91 }, message(91, 30, 52)],
  [amount({ previous: 30 }), { actual: 29 }, message(29, 30, -52)],
  [amount({ previous: 30 }), { actual: 60 }, null],
  [amount({ previous: 30 }), { actual: 90 }, null],
  // a new year’s total against the whole of last year
  [amount({ previous: 120, months: 3, previousMonths: 12 }), { actual: 30 }, null],
  [amount({ previous: 120, months: 3, previousMonths: 12 }), { actual: 50 }, message(50, 120, 67)],
  // the year's total began again in January
  [amount({ previous: 120, months: 3, previousMonths: null }), { actual: 500 }, null],
  [row({ previous: 50 }), { actual: 61 }, null],
  // a loss against a loss
  [share({ previous: -2, kind: 'level' }), { actual: -3.5 }, message(-3.5, -2, -75)],
  [share({ previous: 2 }), {}, null],
  [share({ previous: 2 }), { state: 'nil', actual: 0 }, null],
  [share({ previous: null }), { actual: 90 }, null],
  [share({ previous: 0 }), { actual: 90 }, null],
  [growth({ previous: 6 }), { actual: 12 }, null],
])('swing: %o filled with %o', (facts, entered, expected) => {
  expect(messageOf(swing, facts, entered)).toBe(expected);
});

test.each<[share: number, actual: number, message: string | null]>([
  [
    0.3,
    2.61,
    '本期 2.61，上期 2，变动 31%，超过 30%（累计数按月均比）。请核对；如属实请在情况说明中写明原因。',
  ],
  [0.3, 2.6, null],
  [0.5, 2.9, null],
  [2, 5.9, null],
  [
    2,
    6.1,
    '本期 6.1，上期 2，变动 205%，超过 200%（累计数按月均比）。请核对；如属实请在情况说明中写明原因。',
  ],
])('swing: a plan that allows %d, filled with %d', (limit, actual, expected) => {
  expect(messageOf(swing, share({ previous: 2 }), { actual }, { share: limit })).toBe(expected);
});
