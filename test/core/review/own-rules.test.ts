import type { CellValue } from '../../../src/core/sheet/description';
import type { Plan } from '../../../src/core/plan/schema';
import { review } from '../../../src/core/review/review';
import { ruleTable } from '../../../src/core/rule/rule-table';
import type { BuiltTemplate } from '../../../src/core/template/build-template';
import { decodeCarrier } from '../../../src/core/template/carrier';
import { CITY_FILLING } from '../../factories/city';
import { editsOf, footEdits, formOf, type Filling } from '../../factories/filling';
import { gridOf } from '../../factories/grid';
import { CITY } from '../../factories/plan';
import { RULED_CITY } from '../../factories/ruled-city';
import { submissionOf } from '../../factories/submission';
import { contextOf, historyOf, templateFor } from '../../factories/template';

const HISTORY = historyOf(
  [
    ['city/firms', 70],
    ['city/investment', 100],
    ['city/item.rd', 14],
  ].map(([key, value]) => ({
    ...{ key: key as string, value: value as number },
    ...{ organisation: '市经信局', region: null, period: '2021Q1' },
  })),
);
const builtFor = (plan: Plan) => templateFor(contextOf([plan], '2021Q2', { history: HISTORY }));
const RULED = builtFor(RULED_CITY);
const FILLING: Readonly<Record<string, Filling>> = {
  ...CITY_FILLING,
  'city/item.revenue': {},
  'city/firms': { actual: 72 },
  'city/item.sales': { actual: 990 },
  'city/item.services': { actual: 100_000 },
  'city/sales-growth': { actual: 6 },
  'city/park': { actual: '推进中', evidence: '某经信〔2021〕5号' },
};

/** Rule, severity and message of what stands against the filled-in form, read back without its plan. */
function found(built: BuiltTemplate, change: Readonly<Record<string, Filling>>, foot = true) {
  const fillings = Object.entries(FILLING).map(
    ([key, cells]) => [key, { ...cells, ...change[key] }] as const,
  );
  const edits = [
    ...editsOf<CellValue>(built, Object.fromEntries(fillings)),
    ...(foot ? footEdits(built) : []),
  ];
  return review(submissionOf(gridOf(built.description, edits)));
}

const shown = (change: Readonly<Record<string, Filling>>) =>
  found(RULED, change).map(({ rule, severity, cell, message }) => [
    ...[rule, severity, cell, message.zh],
  ]);

test.each<[what: string, change: Readonly<Record<string, Filling>>, findings: unknown[][]]>([
  ['nothing where everything holds', {}, []],
  [
    'a relation that does not hold, at the first entry that it names',
    { 'city/investment': { actual: 20 } },
    [
      [
        'part-above-whole',
        'error',
        'H10',
        '本项 26 大于“技术改造投资”20，而它是其中一项。请核对这两行后改正。',
      ],
      [
        'cumulative-decrease',
        'explain',
        'H17',
        '本期累计 20 小于上期累计 100，请核对；如确为数据修订，请在情况说明中写明原因。',
      ],
      [
        'city/investment-above-rd',
        'explain',
        'H17',
        '技术改造投资 20 小于研发经费 26，请核对；确实如此请说明。',
      ],
      [
        'swing',
        'note',
        'H17',
        '本期 20，上期 100，变动 -90%，超过 20%（累计数按月均比）。请核对；如属实请在情况说明中写明原因。',
      ],
    ],
  ],
  [
    'a row rule, in the row that it selects',
    { 'city/firms': { actual: 241 } },
    [
      [
        'city/firms-fast',
        'error',
        'H9',
        '“新增小升规企业”填 241家，超过目标 120 的两倍。请核对后改正。',
      ],
      [
        'swing',
        'note',
        'H9',
        '本期 241，上期 70，变动 187%，超过 20%（累计数按月均比）。请核对；如属实请在情况说明中写明原因。',
      ],
    ],
  ],
  [
    'a note against the last period, and no rule that is off for the row',
    { 'city/firms': { actual: 70 } },
    [['city/firms-grow', 'note', 'H9', '本期没有新增企业。（新增小升规企业 70）']],
  ],
  [
    'a rule over texts, at the column that it names',
    { 'city/park': { actual: '推进中', evidence: ' ' } },
    [['city/park-evidence', 'explain', 'N18', '请在佐证材料栏写明进展依据。']],
  ],
  [
    'an explanation that clears what it may clear',
    { 'city/park': { actual: '推进中', evidence: null, explanation: '材料后补' } },
    [
      [
        'city/park-evidence',
        'note',
        'N18',
        '已说明：材料后补（原提示：请在佐证材料栏写明进展依据。）',
      ],
    ],
  ],
])('%s', (_, change, findings) => {
  expect(shown(change)).toEqual(findings);
});

test('the workbook carries the rules, and its verdict is the same without the plan', () => {
  const decoded = decodeCarrier(gridOf(RULED.description));
  if (decoded.found !== 'carrier') throw new Error(decoded.found);
  const [carried] = decoded.carrier.model.rules ?? [];
  expect(carried?.plan).toBe('city');
  // what no single workbook can judge is not carried
  expect(carried?.rules.map(({ id }) => id)).toEqual([
    'investment-above-rd',
    'firms-fast',
    'firms-grow',
    'park-evidence',
  ]);
  expect(carried?.settings).toEqual(RULED_CITY.ruleSettings);
  expect(decoded.carrier).toEqual(RULED.carrier);
});

test('a plan without rules of its own issues the workbook that it always issued', () => {
  expect(builtFor(CITY).model).not.toHaveProperty('rules');
});

test('a rule about the file has the severity that the plan gives it', () => {
  const severities = found(RULED, {}, false).map(({ rule, severity }) => [rule, severity]);
  expect(new Set(severities.map(String))).toEqual(new Set(['head-missing,note']));
});

test('the guide lists the plan’s rules, and says what the form cannot judge', () => {
  const [guide] = RULED.description.sheets;
  const texts = guide!.cells.map(({ value }) => String(value));
  const at = texts.findIndex((text) => text.startsWith('本规划另有的审核规则'));
  expect(texts.slice(at)).toEqual([
    '本规划另有的审核规则（在表内“审核结果”栏同步审核）',
    '1. “…”填…，超过目标… 的两倍。请核对后改正。（涉及：新增小升规企业）',
    '2. 请在佐证材料栏写明进展依据。（涉及：产业园区基本建成）',
    '3. 技术改造投资… 小于研发经费…，请核对；确实如此请说明。（涉及：技术改造投资、研发经费）',
    '4. 本期没有新增企业。（涉及：新增小升规企业）',
    '5. 各分项之和不等于总数（涉及：营业收入、产品销售收入、服务收入）',
    '6. 其中项大于总数（涉及：研发经费、技术改造投资）',
    '7. 填报的增速与按本期数、上年同期数推算的不一致（涉及：产品销售收入、产品销售收入增速）',
    '本表不能审核的关系（涉及其他单位或各区县的数据，由汇总单位收齐后审核）',
    '1. 各区合计应等于全市。（涉及：技术改造投资）',
  ]);
});

describe('one more rule in a copy of a plan, as plain data', () => {
  const before = JSON.parse(JSON.stringify(CITY)) as Plan;
  const added: Plan = {
    ...before,
    rules: [
      {
        id: 'few-firms',
        severity: 'explain',
        rows: { measureUnits: ['家'] },
        assert: 'actual <= 80',
        message: { zh: '超过 80 家，请说明。', en: 'More than 80, please explain.' },
      },
    ],
  };
  const fill = (built: BuiltTemplate) => {
    const cells: Record<string, Filling> = { ...CITY_FILLING, 'city/firms': { actual: 81 } };
    return review(
      submissionOf(
        gridOf(built.description, [...editsOf<CellValue>(built, cells), ...footEdits(built)]),
      ),
    );
  };

  test('appears in the sheet', () => {
    const texts = (plan: Plan) =>
      formOf(builtFor(plan)).cells.flatMap(({ value, formula }) => [String(value), formula ?? '']);
    expect(texts(added)).toContain('rule:city/few-firms');
    expect(texts(added).some((text) => text.includes('超过 80 家，请说明。'))).toBe(true);
    expect(texts(before)).not.toContain('rule:city/few-firms');
  });

  test('appears in the check', () => {
    const [before81, after81] = [before, added].map((plan) =>
      fill(builtFor(plan)).map(({ rule, cell }) => [rule, cell]),
    );
    expect(after81).toEqual([...before81!, ['city/few-firms', 'H9']]);
  });

  test.each(['zh', 'en'] as const)('appears in the rule table (%s)', (language) => {
    const rows = (plan: Plan | null) => ruleTable(language, plan).split('\n');
    const row = {
      zh: '| `city/few-firms` | 需说明 | 一行（表内公式同步审核） | 超过 80 家，请说明。 |',
      en: '| `city/few-firms` | explain | one row (also live in the sheet) | More than 80, please explain. |',
    };
    expect(rows(added)).toEqual([...rows(null), row[language]]);
  });
});

test('the rule table says what a plan sets otherwise', () => {
  const rows = ruleTable('en', RULED_CITY).split('\n');
  const row = (id: string) => rows.find((line) => line.startsWith(`| \`${id}\``));
  expect(row('swing')).toContain('| note |');
  expect(row('swing')).toContain('(share = 0.2)');
  expect(row('behind-unexplained')).toContain('(off; rows: firms)');
  expect(row('parts-add-up')).toContain('whole: revenue; parts: sales, services');
});
