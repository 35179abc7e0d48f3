import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  planSchema,
  type Indicator,
  type Item,
  type Plan,
  type Target,
} from '../../src/core/plan/schema';

export const SEED_IDS = [
  'ningbo-quality-2022',
  'shaoxing-4151',
  'ningbo-retrofit-2024',
  'zhejiang-2025',
  'ningbo-innovation-2026',
] as const;
export type SeedId = (typeof SEED_IDS)[number];

/** One of the real plans that come with the product. */
export function seedPlan(id: SeedId): Plan {
  const file = path.join(__dirname, '../../seeds', id, 'plan.json');
  return planSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export function targetOf(change: Partial<Target> = {}): Target {
  return {
    operator: '>=',
    value: 100,
    upper: null,
    year: 2022,
    everyYear: false,
    tolerance: null,
    ...change,
  };
}

/** A direct indicator of the economy office; `change` says what matters to the test. */
export function indicatorOf(change: Partial<Indicator> & Pick<Indicator, 'id'>): Indicator {
  return {
    name: `指标 ${change.id}`,
    section: ['一、总体要求'],
    quotes: [{ text: '到2022年达到100家以上', start: 0 }],
    measureUnit: '家',
    precision: 0,
    kind: 'cumulative',
    target: targetOf(),
    direction: 'higher',
    strength: 'firm',
    attribute: null,
    soft: false,
    baseline: null,
    leadUnit: '市经信局',
    supportingUnits: [],
    leader: null,
    responsibility: 'stated',
    collect: { method: 'direct' },
    rollUp: 'none',
    frequency: 'quarter',
    yearlyTargets: [],
    allocations: [],
    note: null,
    ...change,
  };
}

export function itemOf(change: Partial<Item> & Pick<Item, 'id'>): Item {
  return {
    name: `报送项 ${change.id}`,
    measureUnit: '亿元',
    precision: 2,
    accumulation: 'year-to-date',
    ...change,
  };
}

export function planOf(change: Partial<Plan> = {}): Plan {
  return {
    schemaVersion: 1,
    id: 'city',
    title: '某市制造业高质量发展规划',
    issuer: '某市人民政府',
    documentNumber: '某政发〔2020〕1号',
    issuedOn: '2020-01-31',
    startYear: 2020,
    endYear: 2022,
    source: { file: 'source.txt', sha256: '0'.repeat(64) },
    coordinator: '市经信局',
    organisations: [
      { name: '市经信局', aliases: [] },
      { name: '市科技局', aliases: [] },
    ],
    regions: [{ name: '海曙区' }, { name: '江北区' }],
    indicators: [indicatorOf({ id: 'firms' })],
    items: [],
    rules: [],
    ...change,
  };
}

/** A small plan with a row of each sort: stock, total, yearly total, derived from items, milestone. */
export const CITY: Plan = planOf({
  indicators: [
    indicatorOf({
      id: 'productivity',
      name: '全员劳动生产率',
      kind: 'level',
      measureUnit: '万元/人·年',
      precision: 2,
      target: targetOf({ value: 30 }),
    }),
    indicatorOf({ id: 'firms', name: '新增小升规企业', target: targetOf({ value: 120 }) }),
    indicatorOf({
      id: 'rd-share',
      name: '研发经费占营业收入比重',
      kind: 'share',
      measureUnit: '%',
      precision: 2,
      target: targetOf({ value: 2.5 }),
      collect: { method: 'ratio', numerator: 'rd', denominator: 'revenue', scale: 100 },
      rollUp: 'ratio',
    }),
    indicatorOf({
      id: 'rd-growth',
      name: '研发经费年均增速',
      kind: 'average-growth',
      measureUnit: '%',
      precision: 2,
      target: targetOf({ value: 8 }),
      collect: { method: 'average-growth', item: 'rd', baseYear: 2019 },
    }),
    indicatorOf({
      id: 'investment',
      name: '技术改造投资',
      kind: 'annual',
      measureUnit: '亿元',
      precision: 2,
      target: targetOf({ value: 400 }),
      rollUp: 'sum',
    }),
    indicatorOf({
      id: 'park',
      name: '产业园区基本建成',
      kind: 'milestone',
      measureUnit: '',
      target: targetOf({ operator: 'qualitative', value: null }),
      direction: 'none',
    }),
    indicatorOf({ id: 'vision', name: '走在全国前列', soft: true }),
  ],
  items: [
    itemOf({ id: 'rd', name: '研发经费' }),
    itemOf({ id: 'revenue', name: '营业收入', measureUnit: '亿元' }),
  ],
});
