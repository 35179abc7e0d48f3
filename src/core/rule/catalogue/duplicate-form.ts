import type { FileRule } from '../rule';

export const duplicateForm: FileRule = {
  id: 'duplicate-form',
  scope: 'file',
  severity: 'error',
  catches: {
    zh: '工作簿中有两张填报表且数据不同',
    en: 'The form stands on two sheets with different figures',
  },
  message: {
    zh: '“{name}”在工作表“{first}”和“{second}”中数据不同，无法确定以哪张为准，不采用。请删去多余的工作表。',
    en: '“{name}” differs between the sheets “{first}” and “{second}”; neither counts. Delete the sheet that is one too many.',
  },
};
