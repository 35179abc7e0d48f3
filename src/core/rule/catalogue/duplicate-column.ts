import type { FileRule } from '../rule';

export const duplicateColumn: FileRule = {
  id: 'duplicate-column',
  scope: 'file',
  severity: 'error',
  catches: { zh: '同一列出现两次且数据不同', en: 'A column stands twice with different contents' },
  message: {
    zh: '“{name}”的“{label}”有两列（{first} 和 {second}），内容不同，不采用。请删去多余的一列。',
    en: '“{label}” of “{name}” stands in two cells, {first} and {second}, that differ; neither counts. Delete the column that is one too many.',
  },
};
