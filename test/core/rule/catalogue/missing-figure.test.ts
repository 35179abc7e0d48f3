import { missingFigure } from '../../../../src/core/rule/catalogue/missing-figure';
import type { RowFacts } from '../../../../src/core/rule/row';
import { messageOf, milestone, row, type Entered } from './rows';

const MESSAGE = '未填。请填写完成值，或选择填报状态。';

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [row(), {}, MESSAGE],
  [milestone(), {}, MESSAGE],
  [row(), { explanation: '数据尚未出来' }, MESSAGE],
  [row(), { actual: 0 }, null],
  [row(), { actual: 12 }, null],
  [row(), { state: 'nil', actual: 0 }, null],
  [row(), { state: 'not-applicable' }, null],
  [row(), { state: 'not-due' }, null],
  [row(), { state: 'invalid', raw: '—' }, null],
  [row(), { state: 'conflict', raw: '5' }, null],
  [row(), { state: 'pending' }, null],
])('missing-figure: %o filled with %o', (facts, entered, message) => {
  expect(messageOf(missingFigure, facts, entered)).toBe(message);
});
