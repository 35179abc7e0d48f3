import { TOO_LARGE } from '../expression';
import { condition, type RowRule } from '../rule';
import { isRate } from '../row';

export const outOfRange: RowRule = {
  id: 'out-of-range',
  scope: 'row',
  severity: 'error',
  catches: {
    zh: '超出可能的范围：增减幅度低于 -100%，或数值大得不可能',
    en: 'Outside what is possible: growth below −100 %, or a number too large for any figure',
  },
  when: (row) =>
    row.accumulation === 'status'
      ? null
      : condition(
          `state = "value" and (abs(actual) >= ${TOO_LARGE}${isRate(row) ? ' or actual < -100' : ''})`,
        ),
  // without the figure: programs write numbers that large in different ways
  message: {
    zh: '数值超出可能的范围。请核对数字、小数点和单位（{unit}）后改正。',
    en: 'The figure is outside what is possible. Check digits, decimal point and unit ({unit}), and correct it.',
  },
  at: 'actual',
};
