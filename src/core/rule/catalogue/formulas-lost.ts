import type { FileRule } from '../rule';

export const formulasLost: FileRule = {
  id: 'formulas-lost',
  scope: 'file',
  severity: 'note',
  catches: { zh: '表中公式全部变为数值', en: 'All formulas of the form became values' },
  message: {
    zh: '填报表中的公式全部变成了数值（可能是选择性粘贴），表内审核结果不再更新。数据已重新计算，请以本结果为准。',
    en: 'All formulas of the form became values, perhaps by pasting; its check results are no longer live. Everything was computed again: go by these results.',
  },
};
