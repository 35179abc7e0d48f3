import { condition, type RowRule } from '../rule';
import { isPercent } from '../row';

export const shareAbove100: RowRule = {
  id: 'share-above-100',
  scope: 'row',
  severity: 'error',
  catches: { zh: '比重、率超过 100%', en: 'A share above 100 %' },
  when: (row) =>
    row.kind === 'share' && isPercent(row) && (row.target ?? 0) <= 100
      ? condition('state = "value" and actual > 100')
      : null,
  message: {
    zh: '比重不能超过 100%，现为 {raw}。请核对分子、分母和小数点。',
    en: 'A share cannot exceed 100 %, now {raw}. Check numerator, denominator and decimal point.',
  },
  yieldsTo: ['out-of-range'],
  at: 'actual',
};
