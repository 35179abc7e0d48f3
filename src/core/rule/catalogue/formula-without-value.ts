import type { FileRule } from '../rule';

export const formulaWithoutValue: FileRule = {
  id: 'formula-without-value',
  scope: 'file',
  severity: 'error',
  catches: { zh: '公式没有保存计算结果', en: 'A formula saved without its value' },
  message: {
    zh: '此处是公式“{raw}”，但文件没有保存计算结果。请用 Excel 或 WPS 打开，保存后再报送，或直接填写数值。',
    en: 'This cell holds the formula “{raw}” saved without its value. Open and save it in Excel or WPS, or enter the number itself.',
  },
};
