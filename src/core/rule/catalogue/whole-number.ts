import { condition, type RowRule } from '../rule';

export const wholeNumber: RowRule = {
  id: 'whole-number',
  scope: 'row',
  severity: 'error',
  catches: { zh: '家数、个数等应为整数而有小数', en: 'A count that is not whole' },
  when: (row) =>
    row.precision === 0 && row.accumulation !== 'status'
      ? condition('state = "value" and actual <> round(actual, 0)')
      : null,
  message: {
    zh: '应为整数，现为 {raw}。请按“{unit}”核对后改填整数。',
    en: 'Must be a whole number, now {raw}. Check it in {unit} and enter a whole number.',
  },
  yieldsTo: ['out-of-range'],
  at: 'actual',
  typedOnly: true,
};
