import { condition, type RowRule } from '../rule';

export const extraDecimals: RowRule = {
  id: 'extra-decimals',
  scope: 'row',
  severity: 'note',
  catches: {
    zh: '小数位数多于规定',
    en: 'More decimals than the indicator is reported with',
  },
  when: (row) =>
    row.precision > 0 && row.accumulation !== 'status'
      ? condition(`state = "value" and actual <> round(actual, ${row.precision})`)
      : null,
  message: {
    zh: '应保留 {decimals} 位小数，现填 {raw}。汇总按所填的数计，请核对后改为 {decimals} 位。',
    en: 'Reported with {decimals} decimals, now {raw}. It counts as entered; please check it and round it to {decimals}.',
  },
  values: (row) => ({ decimals: { text: String(row.precision) } }),
  yieldsTo: ['out-of-range', 'percent-as-fraction'],
  at: 'actual',
  typedOnly: true,
};
