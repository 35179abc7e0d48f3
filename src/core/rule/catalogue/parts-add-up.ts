import { TOO_LARGE } from '../expression';
import { Limits } from '../limits';
import type { RelationRule } from '../rule';

const limits = new Limits({
  tolerance: {
    usual: 0,
    low: 0,
    high: 1e9,
    meaning: {
      zh: '舍入误差之外允许的差额（按总数的单位）',
      en: 'difference allowed besides rounding, in the unit of the whole',
    },
  },
});

export const partsAddUp: RelationRule = {
  id: 'parts-add-up',
  scope: 'relation',
  severity: 'error',
  catches: { zh: '各分项之和不等于总数', en: 'Parts that do not add up to their whole' },
  limits,
  needs: ['whole', 'parts'],
  relations: ({ whole = '', parts = [] }, precisionOf, changed) => {
    const figures = parts.map((part) => `[${part}]`).join(', ');
    const decimals = [whole, ...parts].map(precisionOf);
    // counts are exact; of figures with decimals each may be half a unit of its last place off
    const rounding = decimals.every((precision) => precision === 0)
      ? 0
      : decimals.reduce((sum, precision) => sum + 0.5 * 10 ** -precision, 0);
    const allowed = (rounding + limits.with(changed).tolerance).toFixed(8);
    return [
      {
        at: whole,
        // beyond 15 digits programs differ in the last, and out-of-range says it already
        assert: `abs([${whole}] - sum(${figures})) <= ${allowed} or abs([${whole}]) >= ${TOO_LARGE}`,
        values: {
          total: { text: `[${whole}]`, as: whole },
          sum: { text: `sum(${figures})`, as: whole },
          difference: { text: `[${whole}] - sum(${figures})`, as: whole },
        },
        names: {},
      },
    ];
  },
  message: {
    zh: '总数 {total}，各分项之和 {sum}，相差 {difference}。请核对总数和各分项，改到一致。',
    en: 'The whole is {total}, its parts add up to {sum}, {difference} off. Check the whole and each part until they agree.',
  },
};
