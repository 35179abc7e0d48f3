import type { FileRule } from '../rule';

export const alteredFormula: FileRule = {
  id: 'altered-formula',
  scope: 'file',
  severity: 'note',
  catches: { zh: '锁定的公式被覆盖', en: 'A locked formula was overwritten' },
  message: {
    zh: '公式被覆盖：{label}，现为“{raw}”。汇总时按所填数据重新计算，不采用此单元格；请勿改动灰色区域。',
    en: 'A formula was overwritten: {label}, now “{raw}”. The value is computed again from the figures and this cell is ignored. Please leave the grey area alone.',
  },
};
