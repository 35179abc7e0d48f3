import type { FileRule } from '../rule';

export const extraColumn: FileRule = {
  id: 'extra-column',
  scope: 'file',
  severity: 'note',
  catches: { zh: '填报表中多出的列', en: 'Columns that are not part of the form' },
  message: {
    zh: '{columns} 列不属于报送表，未读取。如填有数据，请移到表内对应的列。',
    en: 'These columns are not part of the form and were not read: {columns}. Move any figures into the form’s own columns.',
  },
  adjustable: true,
};
