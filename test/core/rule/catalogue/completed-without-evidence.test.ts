import { completedWithoutEvidence } from '../../../../src/core/rule/catalogue/completed-without-evidence';
import { milestoneCode, type RowFacts } from '../../../../src/core/rule/row';
import { messageOf, milestone, row, type Entered } from './rows';

const COMPLETED = milestoneCode('completed');
const MESSAGE = '填报“已完成”，请在佐证材料栏写明文件名称或文号。';

test.each<[facts: RowFacts, entered: Entered, message: string | null]>([
  [milestone(), { actual: COMPLETED }, MESSAGE],
  [milestone(), { actual: COMPLETED, evidence: ' \u3000\n' }, MESSAGE],
  // an explanation is no evidence
  [milestone(), { actual: COMPLETED, explanation: '已建成' }, MESSAGE],
  [milestone(), { actual: COMPLETED, evidence: '甬政发〔2022〕1号' }, null],
  [milestone(), { actual: milestoneCode('on-schedule') }, null],
  [milestone(), { actual: milestoneCode('not-started') }, null],
  [milestone(), {}, null],
  [row({ target: 4 }), { actual: 4 }, null],
])('completed-without-evidence: %o filled with %o', (facts, entered, message) => {
  expect(messageOf(completedWithoutEvidence, facts, entered)).toBe(message);
});
