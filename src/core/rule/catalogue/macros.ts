import type { FileRule } from '../rule';

export const macros: FileRule = {
  id: 'macros',
  scope: 'file',
  severity: 'note',
  catches: { zh: '工作簿含有宏', en: 'The workbook holds macros' },
  message: {
    zh: '工作簿含有宏，已忽略、不会运行。请另存为 .xlsx 格式后报送。',
    en: 'The workbook holds macros; they are ignored and never run. Please save it as .xlsx.',
  },
  adjustable: true,
};
