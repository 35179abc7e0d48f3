import { condition, type RowRule } from '../rule';

export const missingFigure: RowRule = {
  id: 'missing-figure',
  scope: 'row',
  severity: 'error',
  catches: { zh: '本期完成值未填，也未选择填报状态', en: 'No figure and no state that says why' },
  when: () => condition('state = "blank"'),
  message: {
    zh: '“{name}”本期完成值未填。请填写；确无发生数请在填报状态选“零报告”，不适用请选“不适用”。',
    en: '“{name}” has no figure. Enter it; if nothing happened choose “nil report”, if it does not apply choose “not applicable”.',
  },
  at: 'actual',
};
