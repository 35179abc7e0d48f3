import { notApplicableUnexplained } from '../../../../src/core/rule/catalogue/not-applicable-unexplained';
import type { RowFacts } from '../../../../src/core/rule/row';
import { messageOf, milestone, row, type Entered } from './rows';

const MESSAGE = '选择了“不适用”或“未到报送期”，请在情况说明中写明原因。';

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [row(), { state: 'not-applicable' }, MESSAGE],
  [row(), { state: 'not-due' }, MESSAGE],
  [milestone(), { state: 'not-applicable' }, MESSAGE],
  [row(), { state: 'nil', actual: 0 }, null],
  [row(), { actual: 5 }, null],
  [row(), {}, null],
  [row(), { state: 'conflict', raw: '5' }, null],
])('not-applicable-unexplained: %o filled with %o', (facts, entered, message) => {
  expect(messageOf(notApplicableUnexplained, facts, entered)).toBe(message);
});

test('points at the explanation, which clears it', () => {
  const { severity, at } = notApplicableUnexplained;
  expect([severity, at]).toEqual(['explain', 'explanation']);
});
