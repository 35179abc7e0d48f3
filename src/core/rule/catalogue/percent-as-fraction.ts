import { Limits } from '../limits';
import { condition, inRow, type RowRule } from '../rule';
import { isPercent } from '../row';

const limits = new Limits({
  smallestReference: {
    usual: 2,
    low: 0.1,
    high: 100,
    meaning: {
      zh: '参照值（%）从多少起查：更小的数分不清是小数还是百分数',
      en: 'from which reference (%) on it is looked at: below, an honest figure and a fraction look alike',
    },
  },
});

export const percentAsFraction: RowRule = {
  id: 'percent-as-fraction',
  scope: 'row',
  severity: 'explain',
  catches: {
    zh: '百分数按小数填报（2.5% 填成 0.025）或放大了 100 倍',
    en: 'A percentage entered as a fraction (0.025 for 2.5) or a hundred times too large',
  },
  limits,
  when: (row, changed) => {
    const { smallestReference } = limits.with(changed);
    const reference = row.previous ?? row.target;
    if (!isPercent(row) || reference === null || Math.abs(reference) < smallestReference)
      return null;
    const name = row.previous === null ? 'target' : 'previous';
    return condition(
      `state = "value" and (abs(actual) <= 1 and actual <> 0 and abs(actual * 100) >= abs(${name}) * 0.5 and abs(actual * 100) <= abs(${name}) * 2` +
        ` or abs(actual) > 100 and abs(actual / 100) >= abs(${name}) * 0.5 and abs(actual / 100) <= abs(${name}) * 2)`,
    );
  },
  message: {
    zh: '单位是 %，现填 {raw}，与上期或目标值 {reference} 差约 100 倍（百分之二点五填 2.5）。请改正；如无误，请在情况说明中写明原因。',
    en: 'The unit is %: {raw} against the last figure or the target, {reference}, looks off by a factor of 100 (enter 2.5 for two and a half per cent). Correct it; if it is right, say why in the explanation.',
  },
  values: (row) => ({
    reference: inRow(row, row.previous === null ? 'target' : 'previous'),
  }),
  yieldsTo: ['out-of-range'],
  at: 'actual',
};
