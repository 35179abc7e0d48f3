import type { FileRule } from '../rule';

export const missingRow: FileRule = {
  id: 'missing-row',
  scope: 'file',
  severity: 'error',
  catches: { zh: '表中的一行被删除', en: 'A row of the form was deleted' },
  message: {
    zh: '找不到“{name}”这一行，可能被删除。请从原报送表恢复该行后重新报送。',
    en: 'The row “{name}” is gone. Restore it from the original form and send again.',
  },
};
