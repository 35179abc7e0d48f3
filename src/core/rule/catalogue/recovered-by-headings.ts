import type { FileRule } from '../rule';

export const recoveredByHeadings: FileRule = {
  id: 'recovered-by-headings',
  scope: 'file',
  severity: 'note',
  catches: {
    zh: '列标识丢失，按列标题识别',
    en: 'The columns’ keys were lost; columns were told by their headings',
  },
  message: {
    zh: '列标识缺失，以下各列按标题识别：{names}。请核对所读数据。',
    en: 'The keys of columns are gone; these were told by their headings: {names}. Check the figures read.',
  },
};
