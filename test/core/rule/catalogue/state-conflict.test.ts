import { stateConflict } from '../../../../src/core/rule/catalogue/state-conflict';
import type { RowFacts } from '../../../../src/core/rule/row';
import { messageOf, milestone, row, type Entered } from './rows';

const MESSAGE = '填报状态与完成值“5”矛盾。有数请选“正常”，没有请删去完成值。';

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [row(), { state: 'conflict', raw: '5' }, MESSAGE],
  [milestone(), { state: 'conflict', raw: '5' }, MESSAGE],
  [row(), { state: 'nil', actual: 0 }, null],
  [row(), { actual: 5 }, null],
  [row(), { state: 'not-applicable' }, null],
  [row(), {}, null],
])('state-conflict: %o filled with %o', (facts, entered, message) => {
  expect(messageOf(stateConflict, facts, entered)).toBe(message);
});
