import type { FileRule } from '../rule';

export const planVersion: FileRule = {
  id: 'plan-version',
  scope: 'file',
  severity: 'note',
  catches: {
    zh: '规划指标清单已更新',
    en: 'The plan’s list has changed since the form was issued',
  },
  message: {
    zh: '该报送表下发后，规划“{plan}”的指标清单已更新；按指标编号读取，请核对新增或调整的指标。',
    en: 'The list of plan “{plan}” has changed since this form was issued; figures were read by indicator id, check new or changed ones.',
  },
};
