import { wholeNumber } from '../../../../src/core/rule/catalogue/whole-number';
import type { RowFacts } from '../../../../src/core/rule/row';
import { amount, messageOf, milestone, row, type Entered } from './rows';

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [row(), { actual: 12.5 }, '应为整数，现为 12.5。请按“个”核对后改填整数。'],
  [row(), { actual: -0.5 }, '应为整数，现为 -0.5。请按“个”核对后改填整数。'],
  [
    row({ measureUnit: '家' }),
    { actual: 1.2, raw: '1.2万' },
    '应为整数，现为 1.2万。请按“家”核对后改填整数。',
  ],
  [row(), { actual: 12 }, null],
  [row(), { actual: 0 }, null],
  // what binary arithmetic leaves behind is not what a person typed
  [row(), { actual: 12.000_000_000_1 }, null],
  [row(), {}, null],
  [amount(), { actual: 12.5 }, null],
  [milestone(), { actual: 1.5 }, null],
])('whole-number: %o filled with %o', (facts, entered, message) => {
  expect(messageOf(wholeNumber, facts, entered)).toBe(message);
});
