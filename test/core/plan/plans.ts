import type { Indicator, Plan } from '../../../src/core/plan/schema';

/** The whole text of the plan below. */
export const SOURCE = '到2025年，培育龙头企业120家，研发投入强度达到2.5%以上。';

export const INDICATOR: Indicator = {
  id: 'leading-firms',
  name: '龙头企业数',
  section: ['一、目标'],
  quotes: [{ text: '培育龙头企业120家', start: 7 }],
  measureUnit: '家',
  precision: 0,
  kind: 'cumulative',
  target: {
    operator: '>=',
    value: 120,
    upper: null,
    year: 2025,
    everyYear: false,
    tolerance: null,
  },
  direction: 'higher',
  strength: 'firm',
  attribute: null,
  soft: false,
  baseline: null,
  leadUnit: '市经信局',
  supportingUnits: ['市科技局'],
  leader: null,
  responsibility: 'stated',
  collect: { method: 'direct' },
  rollUp: 'sum',
  frequency: 'quarter',
  yearlyTargets: [],
  allocations: [],
  note: null,
};

export const RATIO: Indicator = {
  ...INDICATOR,
  id: 'rd-intensity',
  name: '研发投入强度',
  quotes: [{ text: '研发投入强度达到2.5%以上', start: 18 }],
  measureUnit: '%',
  precision: 2,
  kind: 'share',
  target: { ...INDICATOR.target, value: 2.5 },
  collect: { method: 'ratio', numerator: 'rd-spending', denominator: 'gdp', scale: 100 },
  rollUp: 'ratio',
};

const ITEM = { measureUnit: '亿元', precision: 2, accumulation: 'year-to-date' } as const;

export const PLAN: Plan = {
  schemaVersion: 1,
  id: 'a-plan',
  title: '一个规划',
  issuer: '市人民政府',
  documentNumber: null,
  issuedOn: '2021-03-01',
  startYear: 2021,
  endYear: 2025,
  source: { file: 'source.txt', sha256: '0'.repeat(64) },
  coordinator: '市经信局',
  organisations: [
    { name: '市经信局', aliases: [] },
    { name: '市科技局', aliases: ['市科技局〔市外专局〕'] },
  ],
  regions: [{ name: '东区' }],
  indicators: [INDICATOR, RATIO],
  items: [
    { id: 'rd-spending', name: '研发经费', ...ITEM },
    { id: 'gdp', name: '地区生产总值', ...ITEM },
  ],
  rules: [],
};

/** The plan with its first indicator changed. */
export function withIndicator(change: Partial<Indicator>): Plan {
  return { ...PLAN, indicators: [{ ...INDICATOR, ...change }, RATIO] };
}

/** The plan with the target of its first indicator changed. */
export function withTarget(change: Partial<Indicator['target']>): Plan {
  return withIndicator({ target: { ...INDICATOR.target, ...change } });
}
