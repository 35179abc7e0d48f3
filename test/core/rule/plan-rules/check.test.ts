import type { Plan, PlanRule, RuleSetting } from '../../../../src/core/plan/schema';
import { checkPlanRules } from '../../../../src/core/rule/plan-rules/check';
import { planRuleMessages } from '../../../../src/core/rule/plan-rules/messages';
import { CITY, itemOf, seedPlan, SEED_IDS } from '../../../factories/plan';

const MESSAGE = { zh: '请核对。', en: 'Please check.' };

function ruled(change: Partial<PlanRule>): Plan {
  return {
    ...CITY,
    rules: [{ id: 'own', severity: 'error', assert: '[firms] >= 0', message: MESSAGE, ...change }],
  };
}

const set = (setting: RuleSetting): Plan => ({ ...CITY, ruleSettings: [setting] });

/** Path, then the wording without the path and the rule's name. */
const found = (plan: Plan) =>
  checkPlanRules(plan).map(({ path, detail }) => `${path}: ${detail.zh}`);

test.each(SEED_IDS)('nothing is wrong with the rules of %s', (id) => {
  expect(checkPlanRules(seedPlan(id))).toEqual([]);
});

test.each<[what: string, change: Partial<PlanRule>]>([
  ['a relation', { assert: '[investment] >= [item.rd]' }],
  ['names in full', { assert: '[city/firms] >= previous([city/firms])' }],
  ['last year', { assert: '[item.rd] >= sameLastYear([item.rd]) * 0.5' }],
  ['regions', { assert: 'sum([investment] by region) <= [investment]' }],
  ['rows', { rows: { kinds: ['cumulative'] }, assert: 'actual <= target * 3' }],
  ['every row', { rows: {}, assert: 'actual <= 1000000' }],
  ['rows and another entry', { rows: { ids: ['item.rd'] }, assert: 'actual <= [item.revenue]' }],
  ['a milestone’s texts', { rows: { ids: ['park'] }, assert: 'not empty(evidence)' }],
  [
    'places',
    {
      rows: { ids: ['firms'] },
      assert: 'actual <= [productivity] / [productivity] * 9',
      message: { zh: '{name} {raw} {actual} {productivity} {unit}', en: '{target} {previous}' },
    },
  ],
])('%s can be a rule', (_, change) => {
  expect(found(ruled(change))).toEqual([]);
});

test.each<[what: string, change: Partial<PlanRule>, problem: string]>([
  [
    'a typing mistake',
    { assert: '[firms] > = 3' },
    'rules[0].assert: 第 11 个字符处应为数值、名称或“(”，实际是“=”。',
  ],
  [
    'an unknown word',
    { assert: '[firms] > goal' },
    'rules[0].assert: 第 11 个字符处的“goal”不是可用的名称或函数。',
  ],
  [
    'an unknown id',
    { assert: '[firms] >= [companies]' },
    'rules[0].assert: 第 12 个字符处：[companies] 不是本规划的指标或报送项。请改为已有的编号。',
  ],
  [
    'an unknown id of an earlier period',
    { assert: '[firms] >= previous([companies])' },
    'rules[0].assert: 第 12 个字符处：[companies] 不是本规划的指标或报送项。请改为已有的编号。',
  ],
  [
    'another plan',
    { assert: '[firms] >= [town/firms]' },
    'rules[0].assert: 第 12 个字符处：[town/firms] 不是本规划的指标或报送项。请改为已有的编号。',
  ],
  [
    'unlike units',
    { assert: '[firms] > 0 and [investment] > [firms]' },
    'rules[0].assert: 第 30 个字符处：计量单位“亿元”与“家”不能比较、加减。请核对引用的编号，或改写成比值。',
  ],
  [
    'unlike units of a row',
    { rows: { kinds: ['annual'] }, assert: 'actual > [firms]' },
    'rules[0].assert: 第 8 个字符处：计量单位“亿元”与“家”不能比较、加减。请核对引用的编号，或改写成比值。',
  ],
  [
    'a milestone',
    { assert: '[firms] > [park]' },
    'rules[0].assert: 第 11 个字符处：[park] 是定性指标，没有数值。请改用有数值的指标。',
  ],
  [
    'a figure of no row',
    { assert: '[firms] > target' },
    'rules[0].assert: 第 11 个字符处：没有 rows 的规则用 [编号] 引用指标或报送项，不能使用“target”。请改用 [编号]，或用 rows 选定逐行审核的指标。',
  ],
  [
    'no entry at all',
    { assert: '1 < 2' },
    'rules[0].assert: 第 1 个字符处：规则没有引用任何 [编号]。请引用至少一个指标或报送项。',
  ],
  [
    'a number of a milestone',
    { rows: { ids: ['firms', 'park'] }, assert: 'actual > 3' },
    'rules[0].assert: 第 1 个字符处：“actual”是数值，而所选的“产业园区基本建成”是定性指标，没有数值。请从 rows 中去掉它。',
  ],
  [
    'regions in a row',
    { rows: { ids: ['firms'] }, assert: 'actual <= sum([firms] by region)' },
    'rules[0].assert: 第 11 个字符处：逐行审核的规则不能跨区（县、市）求和。请去掉 rows，改为跨指标规则。',
  ],
  [
    'an unknown row',
    { rows: { ids: ['firms', 'gone'] }, assert: 'actual > 3' },
    'rules[0].rows: “gone”不是本规划的指标或报送项。请改为已有的编号。',
  ],
  [
    'a vision, which has no row',
    { rows: { ids: ['vision'] }, assert: 'actual > 3' },
    'rules[0].rows: 没有一个指标或报送项符合所选条件。请放宽条件。',
  ],
  [
    'a selection that nothing meets',
    { rows: { kinds: ['share'], measureUnits: ['亿元'] }, assert: 'actual > 3' },
    'rules[0].rows: 没有一个指标或报送项符合所选条件。请放宽条件。',
  ],
  [
    'a place that nothing fills',
    { message: { zh: '应为 {goal}。', en: 'fine' } },
    'rules[0].message.zh: 提示中的“{goal}”无从填入：请写 {raw}、{name}、{unit}、行内栏目（如 {actual}）或规则引用的编号。',
  ],
  [
    'more digits than a sheet keeps',
    { assert: '[firms] < 12345678901234567' },
    'rules[0].assert: 第 11 个字符处：数值超过 15 位有效数字，电子表格不能准确保存。请减少位数。',
  ],
  [
    'a formula too long for a sheet',
    { assert: Array.from({ length: 160 }, () => '[firms] < [firms]').join(' or ') },
    'rules[0].assert: 第 1 个字符处：换成表内公式有 16739 个字符，超过电子表格的上限 8192。请拆成几条规则或缩短提示。',
  ],
  [
    'a formula too deep for a sheet',
    { assert: `${'abs('.repeat(62)}[firms]${')'.repeat(62)} < 1` },
    'rules[0].assert: 第 1 个字符处：换成表内公式嵌套 67 层，超过电子表格的上限 64 层。请拆成几条规则。',
  ],
  [
    'messages too long for a sheet',
    { message: { zh: '请核对。'.repeat(1000), en: 'fine' } },
    'rules: “新增小升规企业”一行的各条提示合计超过电子表格单个公式的上限。请缩短提示或减少规则。',
  ],
])('%s is refused', (_, change, problem) => {
  expect(found(ruled(change))).toEqual([problem]);
});

test.each<[what: string, setting: RuleSetting]>([
  ['off', { rule: 'swing', off: true }],
  ['off for some rows', { rule: 'swing', off: true, rows: { kinds: ['annual'] } }],
  ['another severity', { rule: 'swing', severity: 'error' }],
  ['another threshold', { rule: 'swing', thresholds: { share: 0.3 } }],
  ['a rule about the file', { rule: 'head-missing', off: true }],
  ['parts of a whole', { rule: 'parts-add-up', of: { whole: 'investment', parts: ['item.rd'] } }],
  [
    'a growth and its level',
    { rule: 'growth-disagrees', of: { growth: 'rd-growth', level: 'item.rd' } },
  ],
  ['every relation of a rule', { rule: 'parts-add-up', severity: 'explain' }],
])('%s can be set', (_, setting) => {
  expect(found(set(setting))).toEqual([]);
});

test.each<[what: string, setting: RuleSetting, problem: RegExp]>([
  [
    'an unknown rule',
    { rule: 'swings', off: true },
    /^ruleSettings\[0\]\.rule: 没有审核规则“swings”。可以调整的规则：missing-figure, /,
  ],
  [
    'what tells whose figures they are',
    { rule: 'altered-identity', off: true },
    /^ruleSettings\[0\]\.rule: 规则“altered-identity”关系到数据能否识别，不能关闭或调整/,
  ],
  ['nothing', { rule: 'swing' }, /\.rule: 这一项没有改变任何内容/],
  ['no thresholds', { rule: 'swing', thresholds: {} }, /\.rule: 这一项没有改变任何内容/],
  ['off and more', { rule: 'swing', off: true, severity: 'note' }, /\.off: 规则已关闭/],
  [
    'an unknown threshold',
    { rule: 'swing', thresholds: { limit: 0.3 } },
    /\.thresholds: 规则“swing”没有阈值“limit”。可用：share。/,
  ],
  [
    'a threshold of a rule without any',
    { rule: 'whole-number', thresholds: { toString: 1 } },
    /\.thresholds: 规则“whole-number”没有阈值“toString”。它没有可调的阈值。/,
  ],
  [
    'a threshold out of bounds',
    { rule: 'swing', thresholds: { share: -1 } },
    /\.thresholds: 阈值“share”应在 0.01 到 100 之间，现为 -1。/,
  ],
  ['rows of a file rule', { rule: 'macros', off: true, rows: {} }, /\.rows: 规则“macros”针对整个/],
  [
    'rows that nobody has',
    { rule: 'swing', off: true, rows: { ids: ['gone'] } },
    /\.rows: “gone”不是/,
  ],
  ['rows for a relation', { rule: 'swing', of: { whole: 'firms' } }, /\.of: .*逐行审核/],
  [
    'a whole without parts',
    { rule: 'parts-add-up', of: { whole: 'firms' } },
    /\.of: 规则“parts-add-up”需要在 of 中写明 whole, parts，且只写这些。/,
  ],
  [
    'a part that nobody has',
    { rule: 'parts-add-up', of: { whole: 'firms', parts: ['gone] or true or [firms'] } },
    /\.of: “gone\] or true or \[firms”不是/,
  ],
  [
    'a milestone as a part',
    { rule: 'parts-add-up', of: { whole: 'firms', parts: ['park'] } },
    /\.of: “park”是定性指标/,
  ],
  [
    'parts in an unlike unit',
    { rule: 'parts-add-up', of: { whole: 'firms', parts: ['investment'] } },
    /\.of: 计量单位不能换算：firms（家）、investment（亿元）/,
  ],
])('%s cannot be set', (_, setting, problem) => {
  const problems = found(set(setting));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(problem);
});

const computed = (...formulas: readonly [id: string, compute: string, unit?: string][]): Plan => ({
  ...CITY,
  items: [
    ...CITY.items,
    ...formulas.map(([id, compute, measureUnit = '亿元']) => itemOf({ id, compute, measureUnit })),
  ],
});

test.each<[what: string, plan: Plan]>([
  ['other items', computed(['cost', '[revenue] - [rd]'])],
  ['items in full', computed(['cost', '[city/item.revenue] * 0.5'])],
  ['computed items', computed(['cost', '[revenue] - [rd]'], ['twice', '[cost] * 2'])],
  ['another unit', computed(['cost', '[revenue] - [rd]', '万元'])],
])('an item is computed from %s', (_, plan) => {
  expect(found(plan)).toEqual([]);
});

test.each<[what: string, plan: Plan, problems: string[]]>([
  [
    'itself',
    computed(['cost', '[revenue] + [cost]']),
    [
      'items[2].compute: 第 13 个字符处：报送项“cost”绕了一圈又由自己算出（cost → cost）。请改为由填报的数计算。',
    ],
  ],
  [
    'what comes from itself',
    computed(['cost', '[rd] + [twice]'], ['twice', '[cost] * 2']),
    [
      'items[2].compute: 第 8 个字符处：报送项“cost”绕了一圈又由自己算出（cost → twice → cost）。请改为由填报的数计算。',
      'items[3].compute: 第 1 个字符处：报送项“twice”绕了一圈又由自己算出（twice → cost → twice）。请改为由填报的数计算。',
    ],
  ],
  [
    'an unknown item',
    computed(['cost', '[rd] + [gone]']),
    ['items[2].compute: 第 8 个字符处：[gone] 不是本规划的指标或报送项。请改为已有的编号。'],
  ],
  [
    'an indicator',
    computed(['cost', '[investment] * 2']),
    ['items[2].compute: 第 1 个字符处：报送项只能由其他报送项计算，不能引用“investment”。'],
  ],
  [
    'the last period',
    computed(['cost', 'previous([rd])']),
    ['items[2].compute: 第 1 个字符处：报送项只能由其他报送项计算，不能引用“previous([rd])”。'],
  ],
  [
    'a unit that does not convert',
    computed(['cost', '[rd] * 2', '家']),
    [
      'items[2].compute: 第 6 个字符处：计量单位“亿元”与“家”不能比较、加减。请核对引用的编号，或改写成比值。',
    ],
  ],
  [
    'no number',
    computed(['cost', '[rd] > 2']),
    ['items[2].compute: 第 6 个字符处应为规则结尾，实际是“>”。'],
  ],
])('an item computed from %s is refused', (_, plan, problems) => {
  expect(found(plan)).toEqual(problems);
});

test('a problem names path, rule and column in both languages', () => {
  const [problem] = checkPlanRules(ruled({ assert: '[firms] >= [companies]' }));
  expect(problem?.message).toEqual({
    zh: 'rules[0].assert（规则“own”）：第 12 个字符处：[companies] 不是本规划的指标或报送项。请改为已有的编号。',
    en: 'rules[0].assert (rule “own”): column 12: [companies] is no indicator or item of this plan. Use an id that the plan has.',
  });
});

test.each(Object.entries(planRuleMessages))(
  'message %s has the same places in both languages',
  (_, { zh, en }) => {
    const places = (wording: string) => new Set(wording.match(/\{\w+\}/g));
    expect(places(en)).toEqual(places(zh));
  },
);
