import { condition, type RowRule } from '../rule';
import { milestoneCode } from '../row';

export const completedWithoutEvidence: RowRule = {
  id: 'completed-without-evidence',
  scope: 'row',
  severity: 'explain',
  catches: { zh: '定性指标填“已完成”而没有佐证材料', en: '“Completed” without evidence' },
  when: (row) =>
    row.accumulation === 'status'
      ? condition(`actual = ${milestoneCode('completed')} and empty(evidence)`)
      : null,
  message: {
    zh: '“{name}”填报“已完成”，请在佐证材料栏写明文件名称、文号或链接，或在情况说明中写明依据。',
    en: '“{name}” is reported as completed; name the document in the evidence column, or give the grounds in the explanation.',
  },
  at: 'evidence',
};
