import { condition, inRow, type RowRule } from '../rule';

export const cumulativeDecrease: RowRule = {
  id: 'cumulative-decrease',
  scope: 'row',
  severity: 'explain',
  catches: {
    zh: '规划期累计数或本年累计数小于上期累计数',
    en: 'A total since the plan’s start or since January below the last one',
  },
  when: (row) => {
    const { previous, months, previousMonths } = row;
    if (previous === null || months === null || previousMonths === null) return null;
    return months > previousMonths
      ? condition('(state = "value" or state = "nil") and actual < previous')
      : null;
  },
  message: {
    zh: '本期累计 {actual} 小于上期累计 {previous}，请核对；如确为数据修订，请在情况说明中写明原因。',
    en: 'The total to date, {actual}, is below the last one, {previous}. Check it; if the data were revised, say why in the explanation.',
  },
  values: (row) => ({ actual: inRow(row, 'actual'), previous: inRow(row, 'previous') }),
  yieldsTo: ['out-of-range', 'negative-figure', 'unit-slip'],
  at: 'actual',
};
