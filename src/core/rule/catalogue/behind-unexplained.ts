import { condition, inRow, type RowRule } from '../rule';

export const behindUnexplained: RowRule = {
  id: 'behind-unexplained',
  scope: 'row',
  severity: 'explain',
  catches: { zh: '进度滞后而未说明原因', en: 'Behind schedule without an explanation' },
  when: (row) =>
    row.behind === null
      ? null
      : { type: 'and', operands: [condition('state = "value" or state = "nil"'), row.behind] },
  message: {
    zh: '完成 {actual}，序时目标 {scheduled}，进度滞后。请在情况说明中写明原因和下一步措施。',
    en: '{actual} against a scheduled {scheduled} is behind schedule. Give the reason and the next steps in the explanation.',
  },
  values: (row) => ({ actual: inRow(row, 'actual'), scheduled: inRow(row, 'scheduled') }),
  yieldsTo: [
    'out-of-range',
    'negative-figure',
    'percent-as-fraction',
    'unit-slip',
    'cumulative-decrease',
  ],
  at: 'explanation',
};
