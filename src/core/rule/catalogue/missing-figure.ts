import { condition, type RowRule } from '../rule';

export const missingFigure: RowRule = {
  id: 'missing-figure',
  scope: 'row',
  severity: 'error',
  catches: { zh: '本期完成值未填，也未选择填报状态', en: 'No figure and no state that says why' },
  when: () => condition('state = "blank"'),
  message: {
    zh: '未填。请填写完成值，或选择填报状态。',
    en: 'Not filled in. Enter the figure, or choose a state.',
  },
  at: 'actual',
  typedOnly: true,
};
