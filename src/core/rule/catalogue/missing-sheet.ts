import type { FileRule } from '../rule';

export const missingSheet: FileRule = {
  id: 'missing-sheet',
  scope: 'file',
  severity: 'error',
  catches: { zh: '填报表工作表被删除', en: 'The form’s sheet was deleted' },
  message: {
    zh: '工作簿中没有“{name}”工作表，可能被删除或另存时遗漏。请在原报送表中重新填报。',
    en: 'The workbook has no sheet “{name}”. Fill in the original form again.',
  },
};
