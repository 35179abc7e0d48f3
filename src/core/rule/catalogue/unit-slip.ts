import { Limits } from '../limits';
import { condition, inRow, type RowRule } from '../rule';
import { isPercent, isRate, type RowFacts } from '../row';

/** 元, 万, 亿 slips change a figure by 10² to 10⁸ either way. */
const FACTORS_TO_PREVIOUS = [1e2, 1e4, 1e8, 1e-2, 1e-4, 1e-8];
/** A hundredth of the target may be an honest start, so it is no sign of a slip. */
const FACTORS_TO_TARGET = [1e2, 1e4, 1e8, 1e-4, 1e-8];

const limits = new Limits({
  smallestCount: {
    usual: 1000,
    low: 1,
    high: 1e9,
    meaning: {
      zh: '家数、个数从多少起查错位：几十个的数可能真的增减百倍',
      en: 'from where on counts are looked at: a few dozen can honestly grow a hundredfold',
    },
  },
  spread: {
    usual: 2,
    low: 1.1,
    high: 5,
    meaning: {
      zh: '与 10²、10⁴、10⁸ 倍相差几倍以内算错位',
      en: 'how far from 10², 10⁴ or 10⁸ a ratio may be to count as a slip',
    },
  },
});

export const unitSlip: RowRule = {
  id: 'unit-slip',
  scope: 'row',
  severity: 'explain',
  catches: {
    zh: '与上期或目标相差约 10²、10⁴、10⁸ 倍，疑似元、万元、亿元填错',
    en: 'About 10², 10⁴ or 10⁸ times the last period’s figure or the target: 元, 万元 and 亿元 mixed up',
  },
  limits,
  when: (row, changed) => {
    const { smallestCount, spread } = limits.with(changed);
    const name = referenceOf(row, smallestCount);
    if (name === null) return null;
    const factors = name === 'previous' ? FACTORS_TO_PREVIOUS : FACTORS_TO_TARGET;
    const slips = factors.map(
      (factor) =>
        `(actual >= ${name} * ${decimal(factor / spread)} and actual <= ${name} * ${decimal(factor * spread)})`,
    );
    return condition(`state = "value" and actual > 0 and (${slips.join(' or ')})`);
  },
  message: {
    zh: '填 {raw}{unit}，与上期或目标值 {reference}{unit} 差得太多，疑似元、万元、亿元填错。请按“{unit}”改正；如无误，请在情况说明中写明原因。',
    en: '{raw} {unit} is far from the last figure or the target, {reference} {unit}: 元, 万元 and 亿元 may be mixed up. Correct it in {unit}; if it is right, say why in the explanation.',
  },
  values: (row, changed) => ({
    reference: inRow(row, referenceOf(row, limits.with(changed).smallestCount) ?? 'target'),
  }),
  yieldsTo: ['out-of-range'],
  at: 'actual',
};

function referenceOf(row: RowFacts, smallestCount: number): 'previous' | 'target' | null {
  if (isRate(row) || isPercent(row)) return null;
  const isAmount = /[元万亿]/.test(row.measureUnit);
  if (row.previous !== null && row.previous > 0)
    return isAmount || row.previous >= smallestCount ? 'previous' : null;
  if (row.target !== null && row.target > 0)
    return isAmount || row.target >= smallestCount ? 'target' : null;
  return null;
}

/** Without an exponent, which the rule language does not read. */
function decimal(value: number): string {
  return value.toFixed(10).replace(/\.?0+$/, '');
}
