import { condition, type RowRule } from '../rule';

export const stateConflict: RowRule = {
  id: 'state-conflict',
  scope: 'row',
  severity: 'error',
  catches: {
    zh: '填报状态与完成值矛盾（如选“零报告”又填了非零数）',
    en: 'The state contradicts the figure (a nil report with a figure other than 0)',
  },
  when: () => condition('state = "conflict"'),
  message: {
    zh: '填报状态与完成值“{raw}”矛盾。有数请选“正常”，没有请删去完成值。',
    en: 'The state contradicts the figure “{raw}”. Choose “normal”, or delete the figure.',
  },
  at: 'state',
  typedOnly: true,
};
