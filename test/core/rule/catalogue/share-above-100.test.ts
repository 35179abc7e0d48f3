import { shareAbove100 } from '../../../../src/core/rule/catalogue/share-above-100';
import type { RowFacts } from '../../../../src/core/rule/row';
import { growth, messageOf, row, share, type Entered } from './rows';

const message = (raw: string) => `比重不能超过 100%，现为 ${raw}。请核对分子、分母和小数点。`;

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [share({ target: 43 }), { actual: 100.01 }, message('100.01')],
  [share({ target: 100 }), { actual: 105 }, message('105')],
  [share({ target: null }), { actual: 4310 }, message('4310')],
  [share({ target: 100 }), { actual: 100 }, null],
  [share({ target: 43 }), { actual: 43.1 }, null],
  [share({ target: 43 }), {}, null],
  // a share that is meant to pass 100 is a ratio of another sort
  [share({ target: 120 }), { actual: 110 }, null],
  // per mille and growth know no such ceiling
  [share({ measureUnit: '‰' }), { actual: 250 }, null],
  [growth(), { actual: 130 }, null],
  [row(), { actual: 130 }, null],
])('share-above-100: %o filled with %o', (facts, entered, expected) => {
  expect(messageOf(shareAbove100, facts, entered)).toBe(expected);
});
