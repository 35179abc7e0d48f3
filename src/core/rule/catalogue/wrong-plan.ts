import type { FileRule } from '../rule';

export const wrongPlan: FileRule = {
  id: 'wrong-plan',
  scope: 'file',
  severity: 'error',
  catches: { zh: '规划不符', en: 'A form of another plan' },
  message: {
    zh: '报送表所属规划是 {found}，本次为 {expected}。请使用本次下发的报送表。',
    en: 'This form belongs to plan {found}, this round covers {expected}. Use the form issued for this round.',
  },
};
