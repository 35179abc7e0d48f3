import type { FileRule } from '../rule';

export const wrongPeriod: FileRule = {
  id: 'wrong-period',
  scope: 'file',
  severity: 'error',
  catches: { zh: '报告期不符', en: 'Another reporting period' },
  message: {
    zh: '报送表的报告期是 {found}，本次为 {expected}。请使用本期下发的报送表。',
    en: 'This form is for {found}, this round is for {expected}. Use the form issued for this period.',
  },
};
