import { checkPlan, itemsOf, type PlanProblem } from '../../../src/core/plan/check';
import { planMessages } from '../../../src/core/plan/messages';
import type { Indicator, Plan } from '../../../src/core/plan/schema';
import { INDICATOR, PLAN, RATIO, SOURCE, withIndicator, withTarget } from './plans';

type Found = [code: PlanProblem['code'], path: string];

const MILESTONE: Partial<Indicator> = {
  kind: 'milestone',
  measureUnit: '',
  target: { ...INDICATOR.target, operator: 'qualitative', value: null },
};
const RANGE = { operator: 'range', value: 3, upper: 5 } as const;
const ABOUT = { operator: '~', tolerance: 0.05 } as const;
const RULE = { severity: 'error', assert: 'true', message: { zh: '错', en: 'wrong' } } as const;

function found(plan: Plan, source: string | null = SOURCE): Found[] {
  return checkPlan(plan, source).map(({ code, path }) => [code, path]);
}

test.each<[what: string, plan: Plan]>([
  ['counts and shares', PLAN],
  ['a range', withTarget(RANGE)],
  ['an approximate target', withTarget(ABOUT)],
  ['a milestone without a unit', withIndicator(MILESTONE)],
  ['a target that is set from outside', withTarget({ value: null })],
  ['nobody in the lead', withIndicator({ leadUnit: null, supportingUnits: [] })],
  ['an allocation', withIndicator({ allocations: [{ region: '东区', value: 12 }] })],
  ['yearly targets', withIndicator({ yearlyTargets: [{ year: 2021, value: 20 }] })],
])('finds nothing wrong with %s', (_, plan) => {
  expect(found(plan)).toEqual([]);
});

/** One or more plans for each code that checkPlan can report. */
const CASES: readonly [code: PlanProblem['code'], path: string, plan: Plan][] = [
  [
    'yearsReversed',
    'startYear',
    { ...PLAN, startYear: 2026, endYear: 2025, indicators: [], items: [] },
  ],
  [
    'duplicateId',
    'indicators[1].id',
    { ...PLAN, indicators: [RATIO, { ...INDICATOR, id: RATIO.id }] },
  ],
  ['duplicateId', 'items[2].id', { ...PLAN, items: [...PLAN.items, PLAN.items[0]!] }],
  [
    'duplicateId',
    'rules[1].id',
    {
      ...PLAN,
      rules: [
        { id: 'a', ...RULE },
        { id: 'a', ...RULE },
      ],
    },
  ],
  ['unknownOrganisation', 'indicators[0]', withIndicator({ leadUnit: '市财政局' })],
  ['unknownOrganisation', 'indicators[0]', withIndicator({ supportingUnits: ['市财政局'] })],
  // an alias reads as the organisation, but a plan file names it properly
  ['unknownOrganisation', 'indicators[0]', withIndicator({ leadUnit: '市科技局〔市外专局〕' })],
  [
    'unknownRegion',
    'indicators[0]',
    withIndicator({ allocations: [{ region: '西区', value: 1 }] }),
  ],
  [
    'unknownItem',
    'indicators[0].collect',
    withIndicator({ collect: { method: 'average-growth', item: 'output', baseYear: 2020 } }),
  ],
  ['unusedItem', 'items[0]', { ...PLAN, indicators: [INDICATOR], items: [PLAN.items[0]!] }],
  ['yearOutside', 'indicators[0].target.year', withTarget({ year: 2026 })],
  ['yearOutside', 'indicators[0].target.year', withTarget({ year: 2020 })],
  [
    'yearOutside',
    'indicators[0].target.year',
    withIndicator({ yearlyTargets: [{ year: 2020, value: 1 }] }),
  ],
  ['rangeNeedsUpper', 'indicators[0].target', withTarget({ ...RANGE, upper: null })],
  ['rangeNeedsUpper', 'indicators[0].target', withTarget({ ...RANGE, value: null })],
  ['rangeNeedsUpper', 'indicators[0].target', withTarget({ ...RANGE, value: 5 })],
  ['upperWithoutRange', 'indicators[0].target', withTarget({ upper: 150 })],
  ['toleranceNeeded', 'indicators[0].target', withTarget({ ...ABOUT, tolerance: null })],
  ['toleranceNeeded', 'indicators[0].target', withTarget({ tolerance: 0.05 })],
  ['qualitative', 'indicators[0]', withTarget({ operator: 'qualitative', value: null })],
  ['qualitative', 'indicators[0]', withIndicator({ kind: 'milestone' })],
  [
    'qualitative',
    'indicators[0]',
    withIndicator({ ...MILESTONE, target: { ...MILESTONE.target!, value: 1 } }),
  ],
  ['unitMissing', 'indicators[0].measureUnit', withIndicator({ measureUnit: '' })],
  ['rollUpNeedsRatio', 'indicators[0]', withIndicator({ rollUp: 'ratio' })],
  ['noQuote', 'indicators[0].quotes', withIndicator({ quotes: [] })],
  [
    'quoteNotFound',
    'indicators[0].quotes[1]',
    withIndicator({ quotes: [...INDICATOR.quotes, { text: '培育龙头企业120家', start: 8 }] }),
  ],
  [
    'quoteNotFound',
    'indicators[0].quotes[0]',
    withIndicator({ quotes: [{ text: '培育龙头企业 120 家', start: 7 }] }),
  ],
];

test.each(CASES)('reports %s at %s', (code, path, plan) => {
  expect(found(plan)).toEqual([[code, path]]);
});

test('every code of the checks has a case', () => {
  // said by whoever reads the file and its source, and of links files
  const elsewhere = ['notJson', 'schema', 'sourceHash', 'linkUnknown', 'linkTwice', 'linkUnits'];
  const covered = new Set<string>([...elsewhere, ...CASES.map(([code]) => code)]);
  expect(Object.keys(planMessages).filter((code) => !covered.has(code))).toEqual([]);
});

test('without the source nobody can say anything about quotes', () => {
  const plan = withIndicator({ quotes: [{ text: '别的话', start: 0 }] });
  expect(found(plan, null)).toEqual([]);
  expect(found(plan)).toHaveLength(1);
});

test('a problem says where it is and what to do', () => {
  const [problem] = checkPlan(withIndicator({ leadUnit: '市财政局' }), SOURCE);
  expect(problem?.message.zh).toBe(
    'indicators[0]：单位“市财政局”不在 organisations 中。请补入或改为规范名称。',
  );
  expect(problem?.message.en).toContain('organisation “市财政局” is not listed');
});

test('all problems are reported, not the first alone', () => {
  const plan = withIndicator({ leadUnit: '甲', supportingUnits: ['乙'], quotes: [] });
  expect(found(plan).map(([code]) => code)).toEqual([
    'noQuote',
    'unknownOrganisation',
    'unknownOrganisation',
  ]);
});

test.each<[collect: Indicator['collect'], ids: string[]]>([
  [{ method: 'direct' }, []],
  [{ method: 'ratio', numerator: 'a', denominator: 'b', scale: 100 }, ['a', 'b']],
  [{ method: 'average-growth', item: 'a', baseYear: 2020 }, ['a']],
])('itemsOf %j', (collect, ids) => {
  expect(itemsOf({ ...INDICATOR, collect })).toEqual(ids);
});
