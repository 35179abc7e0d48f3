import { behindUnexplained } from '../../../../src/core/rule/catalogue/behind-unexplained';
import { condition } from '../../../../src/core/rule/rule';
import type { RowFacts } from '../../../../src/core/rule/row';
import { messageOf, milestone, row, share, type Entered } from './rows';

const BEHIND = { scheduled: 60, behind: condition('not actual >= scheduled * 0.9') };
const MESSAGE = '完成 53，序时目标 60，进度滞后。请在情况说明中写明原因和下一步措施。';

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [row(BEHIND), { actual: 53 }, MESSAGE],
  [
    row(BEHIND),
    { state: 'nil', actual: 0 },
    '完成 0，序时目标 60，进度滞后。请在情况说明中写明原因和下一步措施。',
  ],
  [
    share({ scheduled: 2.345, behind: condition('actual < scheduled') }),
    { actual: 2.1 },
    '完成 2.1，序时目标 2.35，进度滞后。请在情况说明中写明原因和下一步措施。',
  ],
  [row(BEHIND), { actual: 54 }, null],
  [row(BEHIND), { actual: 60 }, null],
  [row(BEHIND), {}, null],
  [row(BEHIND), { state: 'not-due' }, null],
  [row(BEHIND), { state: 'invalid', raw: '约50' }, null],
  // nobody can judge it
  [row({ scheduled: 60, behind: null }), { actual: 0 }, null],
  [milestone(), { actual: 1 }, null],
])('behind-unexplained: %o filled with %o', (facts, entered, message) => {
  expect(messageOf(behindUnexplained, facts, entered)).toBe(message);
});

test('points at the explanation, which clears it', () => {
  expect([behindUnexplained.severity, behindUnexplained.at]).toEqual(['explain', 'explanation']);
});
