import type { FileRule } from '../rule';

export const extraSheet: FileRule = {
  id: 'extra-sheet',
  scope: 'file',
  severity: 'note',
  catches: { zh: '多出的工作表', en: 'Sheets that are not part of the form' },
  message: {
    zh: '工作表{names}不属于报送表，未读取。如有数据，请填入填报表。',
    en: 'These sheets are not part of the form and were not read: {names}. Enter any figures in the form.',
  },
  adjustable: true,
};
