import { notANumber } from '../../../../src/core/rule/catalogue/not-a-number';
import type { RowFacts } from '../../../../src/core/rule/row';
import { messageOf, milestone, row, type Entered } from './rows';

const message = (raw: string) =>
  `填的是“${raw}”，不能作为数值读取。请只填数字，不带单位和文字；定性指标从下拉列表选择。`;

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [row(), { state: 'invalid', raw: '约50' }, message('约50')],
  [row(), { state: 'invalid', raw: '#REF!' }, message('#REF!')],
  [row(), { state: 'invalid', raw: '{raw}' }, message('{raw}')],
  [milestone(), { state: 'invalid', raw: '完成了' }, message('完成了')],
  [row(), { actual: 50, raw: '５０' }, null],
  [row(), {}, null],
  [row(), { state: 'conflict', raw: '5' }, null],
])('not-a-number: %o filled with %o', (facts, entered, expected) => {
  expect(messageOf(notANumber, facts, entered)).toBe(expected);
});
