import type { FileRule } from '../rule';

export const externalLink: FileRule = {
  id: 'external-link',
  scope: 'file',
  severity: 'note',
  catches: { zh: '工作簿含有外部链接', en: 'Links to other workbooks' },
  message: {
    zh: '工作簿含有 {count} 个外部链接，已忽略，不会读取。请直接填写数值。',
    en: 'The workbook links to {count} other files; the links are ignored and never followed. Please enter the figures themselves.',
  },
  adjustable: true,
};
