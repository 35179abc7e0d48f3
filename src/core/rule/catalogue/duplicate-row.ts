import type { FileRule } from '../rule';

export const duplicateRow: FileRule = {
  id: 'duplicate-row',
  scope: 'file',
  severity: 'error',
  catches: { zh: '同一指标出现两行', en: 'The same row stands twice' },
  message: {
    zh: '“{name}”出现了两行（第 {first} 行和第 {second} 行），无法确定以哪行为准，两行都不采用。请删去多余的一行。',
    en: '“{name}” stands in two rows ({first} and {second}); neither counts. Delete the one too many.',
  },
};
