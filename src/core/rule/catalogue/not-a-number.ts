import { condition, type RowRule } from '../rule';

export const notANumber: RowRule = {
  id: 'not-a-number',
  scope: 'row',
  severity: 'error',
  catches: {
    zh: '应填数值（或所列状态）处填了文字、日期或错误值',
    en: 'Text, a date or an error value where a number (or a listed status) belongs',
  },
  when: () => condition('state = "invalid"'),
  message: {
    zh: '填的是“{raw}”，不能作为数值读取。请只填数字，不带单位和文字；定性指标从下拉列表选择。',
    en: '“{raw}” cannot be read as a figure. Enter digits only, without unit or words; choose from the list for a qualitative indicator.',
  },
  at: 'actual',
  typedOnly: true,
};
