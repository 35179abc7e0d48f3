import type { FileRule } from '../rule';

export const headMissing: FileRule = {
  id: 'head-missing',
  scope: 'file',
  severity: 'error',
  catches: {
    zh: '表头表尾必填项（单位负责人、审核人、填报人、联系电话、报出日期）缺失',
    en: 'A required field of the form’s head or foot is empty',
  },
  message: {
    zh: '“{field}”未填。请填写后再报送。',
    en: '“{field}” is empty. Fill it in before sending.',
  },
  adjustable: true,
};
