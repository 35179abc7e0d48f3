import { fill, type Text } from '../../plan/text';
import type { Target } from '../../plan/schema';

/** Why a figure or a judgement has no meaning. Places: {year}, the year the target is for. */
export const reasonMessages = {
  soft: {
    zh: '愿景或排位类表述，无法量化，不作评判。',
    en: 'Vision or ranking wording that nobody can measure; it is not judged.',
  },
  qualitative: {
    zh: '定性目标，按填报的状态评判，不计算完成率。',
    en: 'A qualitative target: judged by the status reported, without a completion.',
  },
  'target-not-set': {
    zh: '目标值尚未下达，待补充后再评判。',
    en: 'The target value is not set yet; add it, and the indicator can be judged.',
  },
  'before-plan': {
    zh: '报告期早于规划起始年，不作评判。',
    en: 'The period ends before the plan starts, so there is nothing to judge.',
  },
  'other-year': {
    zh: '目标年份为{year}年，本报告期所在年份不作评判。',
    en: 'The target is for {year}; this period’s year is not judged.',
  },
  'met-at-baseline': {
    zh: '基期值已达到目标，只评判是否保持，不计算完成率。',
    en: 'The baseline already meets the target: only whether it still holds is judged, without a completion.',
  },
  'to-be-held': {
    zh: '保持类目标，只评判是否守住，不计算完成率。',
    en: 'A bound to be held every year: only whether it holds is judged, without a completion.',
  },
  'baseline-equals-target': {
    zh: '基期值等于目标值，完成率没有意义。',
    en: 'The baseline equals the target, so a completion has no meaning.',
  },
  'target-zero': {
    zh: '目标值为零，完成率没有意义。',
    en: 'The target is zero, so a completion has no meaning.',
  },
  'target-negative': {
    zh: '目标值为负，完成率没有意义，只与序时目标比较。',
    en: 'The target is negative, so a completion has no meaning; the figure is only compared with the schedule.',
  },
  'sign-change': {
    zh: '完成值与目标值正负相反，完成率没有意义，只与序时目标比较。',
    en: 'Actual and target have opposite signs, so a completion has no meaning; the figure is only compared with the schedule.',
  },
  'actual-not-positive': {
    zh: '完成值不大于零，越低越好的完成率没有意义，只与序时目标比较。',
    en: 'The actual is not above zero, so a lower-is-better completion has no meaning; the figure is only compared with the schedule.',
  },
  'out-of-range': {
    zh: '数值过大，无法计算。请核对计量单位。',
    en: 'The figures are too large to compute with. Check the unit of measure.',
  },
  'no-period-left': {
    zh: '到目标期末已无剩余报告期。',
    en: 'No reporting period is left before the target falls due.',
  },
  'already-met': { zh: '目标已达到。', en: 'The target is already met.' },
  'ceiling-exceeded': {
    zh: '累计值已超过上限，后续无法回落。',
    en: 'The total is already above its ceiling, and a total cannot fall.',
  },
  'pace-needs-levels': {
    zh: '以增速填报，没有总量数据，无法推算后续所需增速。',
    en: 'Reported as a growth rate without levels, so the pace still needed cannot be worked out.',
  },
  'forecast-needs-levels': {
    zh: '以增速填报，没有总量数据，无法预计。',
    en: 'Reported as a growth rate without levels, so nothing can be foreseen.',
  },
  'forecast-needs-baseline': {
    zh: '没有基期值，无法按现进度预计。',
    en: 'Without a baseline nothing can be foreseen from the progress so far.',
  },
  'current-missing': { zh: '本期数缺失。', en: 'The current figure is missing.' },
  'earlier-missing': { zh: '对比期数据缺失。', en: 'The earlier figure is missing.' },
  'earlier-zero': {
    zh: '对比期数为零，无法计算增幅。',
    en: 'The earlier figure is zero, so no rate of change exists.',
  },
  'earlier-negative': {
    zh: '对比期数为负，增幅没有意义。',
    en: 'The earlier figure is negative, so a rate of change has no meaning.',
  },
  'baseline-missing': {
    zh: '缺少基期值，无法计算年均增速。',
    en: 'The base value is missing, so average growth cannot be computed.',
  },
  'level-not-positive': {
    zh: '本期或基期数不大于零，年均增速没有意义。',
    en: 'The level or its base is not above zero, so average growth has no meaning.',
  },
  'years-not-positive': {
    zh: '本期不晚于基期，无法计算年均增速。',
    en: 'The year is not after the base year, so average growth cannot be computed.',
  },
} as const satisfies Record<string, Text>;

export type ReasonCode = keyof typeof reasonMessages;

/** The reason in words, for the indicator with this target. */
export function reasonText(reason: ReasonCode, target: Pick<Target, 'year'>): Text {
  return fill(reasonMessages[reason], { year: target.year });
}
