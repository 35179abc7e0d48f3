import type { FileRule } from '../rule';

export const missingColumn: FileRule = {
  id: 'missing-column',
  scope: 'file',
  severity: 'error',
  catches: { zh: '表中的一列被删除', en: 'A column of the form was deleted' },
  message: {
    zh: '找不到“{name}”这一列，可能被删除。请在原报送表中重新填报。',
    en: 'The column “{name}” is gone. Fill in the original form again.',
  },
};
