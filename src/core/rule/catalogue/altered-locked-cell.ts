import type { FileRule } from '../rule';

export const alteredLockedCell: FileRule = {
  id: 'altered-locked-cell',
  scope: 'file',
  severity: 'error',
  catches: {
    zh: '锁定的文字、目标值或计量单位被改动',
    en: 'A locked text, target or unit was changed',
  },
  message: {
    zh: '锁定单元格被改动：{label}，现为“{raw}”。该行数据不能采用，请在原报送表中重新填报，不要改动灰色区域。',
    en: 'A locked cell was changed: {label}, now “{raw}”. This row cannot count. Fill in the original form again and leave the grey area alone.',
  },
};
