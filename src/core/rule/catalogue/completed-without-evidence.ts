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
    zh: '填报“已完成”，请在佐证材料栏写明文件名称或文号。',
    en: 'Reported as completed; name the document in the evidence column.',
  },
  at: 'evidence',
};
