import { condition, type RowRule } from '../rule';
import { isRate } from '../row';

export const negativeFigure: RowRule = {
  id: 'negative-figure',
  scope: 'row',
  severity: 'error',
  catches: { zh: '数量、金额、比重为负数', en: 'A negative count, amount or share' },
  when: (row) => (isRate(row) ? null : condition('state = "value" and actual < 0')),
  message: {
    zh: '不能为负数，现为 {raw}。请核对后改正。',
    en: 'Cannot be negative, now {raw}. Check and correct it.',
  },
  yieldsTo: ['out-of-range'],
  at: 'actual',
};
