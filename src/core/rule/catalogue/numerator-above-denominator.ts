import type { RelationRule } from '../rule';

/** Which rows are meant, the way a share is computed says: see template/applied-rules. */
export const numeratorAboveDenominator: RelationRule = {
  id: 'numerator-above-denominator',
  scope: 'relation',
  severity: 'error',
  catches: {
    zh: '比重的分子大于分母',
    en: 'The numerator of a share above its denominator',
  },
  needs: [],
  relations: ({ whole = '', parts = [] }) =>
    parts.map((part) => ({
      at: part,
      // what stands over zero or less has a finding of its own
      assert: `[${whole}] <= 0 or [${part}] <= [${whole}]`,
      values: {
        part: { text: `[${part}]`, as: part },
        total: { text: `[${whole}]`, as: whole },
      },
      names: { whole },
    })),
  message: {
    zh: '分子 {part} 大于分母“{whole}”{total}，比重会超过 100%。请核对这两行的数和单位。',
    en: 'The numerator {part} is above its denominator “{whole}”, {total}, a share above 100 %. Check figures and units of both rows.',
  },
};
