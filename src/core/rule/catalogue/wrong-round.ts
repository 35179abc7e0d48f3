import type { FileRule } from '../rule';

export const wrongRound: FileRule = {
  id: 'wrong-round',
  scope: 'file',
  severity: 'error',
  catches: { zh: '不是本次报送任务的报送表', en: 'A form of another round' },
  message: {
    zh: '这是另一报送任务（{found}）的报送表，本次任务为 {expected}。请使用本次下发的报送表。',
    en: 'This form belongs to round {found}, this round is {expected}. Use the form issued for this round.',
  },
};
