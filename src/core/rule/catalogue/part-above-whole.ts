import type { RelationRule } from '../rule';

export const partAboveWhole: RelationRule = {
  id: 'part-above-whole',
  scope: 'relation',
  severity: 'error',
  catches: { zh: '其中项大于总数', en: 'A part above its whole' },
  needs: ['whole', 'parts'],
  relations: ({ whole = '', parts = [] }) =>
    parts.map((part) => ({
      at: part,
      assert: `[${part}] <= [${whole}]`,
      values: {
        part: { text: `[${part}]`, as: part },
        total: { text: `[${whole}]`, as: whole },
      },
      names: { whole },
    })),
  message: {
    zh: '本项 {part} 大于“{whole}”{total}，而它是其中一项。请核对这两行后改正。',
    en: '{part} is more than “{whole}”, {total}, of which it is a part. Check both rows and correct them.',
  },
};
