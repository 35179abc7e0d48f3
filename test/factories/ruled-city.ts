import type { Plan } from '../../src/core/plan/schema';
import { CITY, indicatorOf, itemOf, targetOf } from './plan';

/**
 * The small plan with rules of its own, all of it data: over rows and between entries, an item that
 * computes itself, and changes to the catalogue.
 */
export const RULED_CITY: Plan = {
  ...CITY,
  items: [
    ...CITY.items.map((item) =>
      item.id === 'revenue' ? { ...item, compute: '[sales] + [services]' } : item,
    ),
    itemOf({ id: 'sales', name: '产品销售收入' }),
    itemOf({ id: 'services', name: '服务收入', measureUnit: '万元', precision: 0 }),
  ],
  indicators: [
    ...CITY.indicators,
    indicatorOf({
      id: 'sales-growth',
      name: '产品销售收入增速',
      kind: 'year-growth',
      measureUnit: '%',
      precision: 1,
      target: targetOf({ value: 5 }),
    }),
  ],
  rules: [
    {
      id: 'investment-above-rd',
      severity: 'explain',
      assert: '[investment] >= [rd]',
      message: {
        zh: '技术改造投资 {investment} 小于研发经费 {rd}，请核对；确实如此请说明。',
        en: 'Investment {investment} is below R&D {rd}. Check both, or explain.',
      },
    },
    {
      id: 'firms-fast',
      severity: 'error',
      rows: { ids: ['firms'] },
      assert: 'actual <= target * 2',
      message: {
        zh: '“{name}”填 {raw}{unit}，超过目标 {target} 的两倍。请核对后改正。',
        en: '“{name}” reads {raw} {unit}, more than twice the target {target}. Correct it.',
      },
    },
    {
      id: 'firms-grow',
      severity: 'note',
      assert: '[firms] >= previous([firms]) + 1',
      message: { zh: '本期没有新增企业。', en: 'No new firms this period.' },
    },
    {
      id: 'park-evidence',
      severity: 'explain',
      rows: { kinds: ['milestone'] },
      assert: 'not empty(evidence)',
      message: { zh: '请在佐证材料栏写明进展依据。', en: 'Name the evidence of progress.' },
      at: 'evidence',
    },
    {
      id: 'regions-add-up',
      severity: 'error',
      assert: 'sum([investment] by region) = [investment]',
      message: { zh: '各区合计应等于全市。', en: 'The regions must add up to the whole.' },
    },
  ],
  ruleSettings: [
    { rule: 'swing', thresholds: { share: 0.2 }, severity: 'note' },
    { rule: 'behind-unexplained', off: true, rows: { ids: ['firms'] } },
    {
      rule: 'parts-add-up',
      of: { whole: 'revenue', parts: ['sales', 'services'] },
      severity: 'explain',
    },
    { rule: 'part-above-whole', of: { whole: 'investment', parts: ['item.rd'] } },
    { rule: 'growth-disagrees', of: { growth: 'sales-growth', level: 'item.sales' } },
    { rule: 'head-missing', severity: 'note' },
  ],
};
