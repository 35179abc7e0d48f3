import { condition, type RowRule } from '../rule';

export const notApplicableUnexplained: RowRule = {
  id: 'not-applicable-unexplained',
  scope: 'row',
  severity: 'explain',
  catches: {
    zh: '选择“不适用”或“未到报送期”而未说明原因',
    en: '“Not applicable” or “not yet due” without a reason',
  },
  when: () => condition('state = "not-applicable" or state = "not-due"'),
  message: {
    zh: '选择了“不适用”或“未到报送期”，请在情况说明中写明原因。',
    en: 'Declared not applicable or not yet due; say why in the explanation.',
  },
  at: 'explanation',
  typedOnly: true,
};
