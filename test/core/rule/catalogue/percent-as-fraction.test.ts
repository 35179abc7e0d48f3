import { percentAsFraction } from '../../../../src/core/rule/catalogue/percent-as-fraction';
import type { RowFacts } from '../../../../src/core/rule/row';
import { growth, messageOf, row, share, type Entered } from './rows';

const message = (raw: number, reference: number) =>
  `单位是 %，现填 ${raw}，与上期或目标值 ${reference} 差约 100 倍（百分之二点五填 2.5）。请改正；如无误，请在情况说明中写明原因。`;

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  // a hundred times too small
  [share(), { actual: 0.025 }, message(0.025, 2.5)],
  [share({ target: 43 }), { actual: 0.43 }, message(0.43, 43)],
  [share({ target: 100 }), { actual: 1 }, message(1, 100)],
  [growth({ target: 6 }), { actual: -0.06 }, message(-0.06, 6)],
  // last period’s figure says more than the target
  [share({ target: 43, previous: 2.1 }), { actual: 0.022 }, message(0.022, 2.1)],
  // a hundred times too large
  [share(), { actual: 250 }, message(250, 2.5)],
  [growth({ target: 6, previous: -5.5 }), { actual: -550 }, message(-550, -5.5)],
  // between half and twice the reference once it is put right
  [share({ target: 40 }), { actual: 0.2 }, message(0.2, 40)],
  [share({ target: 40 }), { actual: 0.8 }, message(0.8, 40)],
  [share({ target: 40 }), { actual: 0.19 }, null],
  [share({ target: 40 }), { actual: 0.81 }, null],
  [share(), { actual: 2.5 }, null],
  [share(), { actual: 0 }, null],
  [share(), {}, null],
  [share({ target: 43, previous: 44 }), { actual: 43.5 }, null],
  // below 2 an honest figure and a fraction can’t be told apart
  [share({ target: 1.5 }), { actual: 0.015 }, null],
  [share({ target: null }), { actual: 0.025 }, null],
  [row(), { actual: 1 }, null],
])('percent-as-fraction: %o filled with %o', (facts, entered, expected) => {
  expect(messageOf(percentAsFraction, facts, entered)).toBe(expected);
});

test('percent-as-fraction: a plan says from which reference on', () => {
  const [facts, entered] = [share({ target: 1.5 }), { actual: 0.015 }];
  expect(messageOf(percentAsFraction, facts, entered)).toBeNull();
  expect(messageOf(percentAsFraction, facts, entered, { smallestReference: 1 })).toContain('0.015');
});
