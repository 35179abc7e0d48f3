import type { FileRule } from '../rule';

export const extraRow: FileRule = {
  id: 'extra-row',
  scope: 'file',
  severity: 'note',
  catches: { zh: '填报表中多出的行', en: 'Rows that are not part of the form' },
  message: {
    zh: '第 {rows} 行不属于报送表，未读取。如填有数据，请移到表内对应的行。',
    en: 'These rows are not part of the form and were not read: {rows}. Move any figures into the form’s own rows.',
  },
  adjustable: true,
};
