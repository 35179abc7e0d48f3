import type { FileRule } from '../rule';

export const numberAsText: FileRule = {
  id: 'number-as-text',
  scope: 'file',
  severity: 'note',
  catches: { zh: '以文本形式填写的数值', en: 'A number typed as text' },
  message: {
    zh: '“{raw}”是文本，已按数值 {value} 读取。请改为数值格式。',
    en: '“{raw}” is text and was read as {value}. Please enter it as a number.',
  },
  adjustable: true,
};
