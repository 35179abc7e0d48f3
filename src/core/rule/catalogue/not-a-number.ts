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
    zh: '“{name}”填的是“{raw}”，无法作为数值读取。请只填数字，不带单位、文字和符号；定性指标请从下拉列表中选择。',
    en: '“{name}” holds “{raw}”, which cannot be read as a figure. Enter digits only, without unit or words; for a qualitative indicator choose from the list.',
  },
  at: 'actual',
};
