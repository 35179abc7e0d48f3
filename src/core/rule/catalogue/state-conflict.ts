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
    zh: '“{name}”的填报状态与完成值“{raw}”矛盾。有数请把状态改为“正常”，没有数请删去完成值。',
    en: '“{name}” has a state that contradicts its figure “{raw}”. Set the state to “normal”, or delete the figure.',
  },
  at: 'state',
};
