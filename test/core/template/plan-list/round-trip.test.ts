import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ACCUMULATIONS,
  ATTRIBUTES,
  DIRECTIONS,
  FINDING_COLUMNS,
  FREQUENCIES,
  KINDS,
  planSchema,
  RESPONSIBILITIES,
  SEVERITIES,
  STRENGTHS,
  type Kind,
  type Plan,
  type RuleSetting,
} from '../../../../src/core/plan/schema';
import type { Language } from '../../../../src/core/plan/text';
import {
  describePlanList,
  overlongCell,
} from '../../../../src/core/template/plan-list/describe-plan-list';
import {
  planListSource,
  readPlanList,
} from '../../../../src/core/template/plan-list/read-plan-list';
import { readWorkbook } from '../../../../src/xlsx/read/read-workbook';
import { writeWorkbook } from '../../../../src/xlsx/write/write-workbook';
import { convert, CONVERT_TIMEOUT, describeWithLibreOffice } from '../../../office/libreoffice';
import { canonical, digest, listOf, PLAN } from './lists';

jest.setTimeout(CONVERT_TIMEOUT);

const SEEDS = path.join(__dirname, '..', '..', '..', '..', 'seeds');
const IDS = [
  'ningbo-quality-2022',
  'shaoxing-4151',
  'ningbo-retrofit-2024',
  'zhejiang-2025',
  'ningbo-innovation-2026',
];

const seed = (id: string) => {
  const text = (name: string) => readFileSync(path.join(SEEDS, id, name), 'utf8');
  return { json: text('plan.json'), source: text('source.txt') };
};

/** The plan that the bytes of a workbook hold, or what is wrong with it. */
function readBack(bytes: Uint8Array, source: string | null): string {
  const read = readWorkbook(bytes);
  if (!read.ok) return read.message.en;
  const back = readPlanList(read.grid, source, digest);
  return back.ok ? canonical(back.plan) : JSON.stringify(back.findings, null, 1);
}

describe.each(IDS)('%s', (id) => {
  const { json, source } = seed(id);
  const plan = planSchema.parse(JSON.parse(json));

  test.each<Language>(['zh', 'en'])('comes back byte for byte (%s)', async (language) => {
    const description = listOf(plan, language);
    expect(overlongCell(description)).toBeNull();
    const bytes = await writeWorkbook(description);
    expect(readBack(bytes, source)).toBe(json);
    expect(readBack(bytes, null)).toBe(json);
  });

  test('says which source it is read against', async () => {
    const read = readWorkbook(await writeWorkbook(listOf(plan)));
    expect(read.ok && planListSource(read.grid)).toEqual({ planId: id, file: 'source.txt' });
  });
});

describeWithLibreOffice('saved by LibreOffice', () => {
  test.each(IDS)('%s', async (id) => {
    const { json, source } = seed(id);
    const bytes = await writeWorkbook(listOf(planSchema.parse(JSON.parse(json))));
    expect(readBack(convert(bytes, 'xlsx'), source)).toBe(json);
  });

  test('hostile texts and numbers', async () => {
    for (const plan of fc.sample(plans, { numRuns: 2, seed: 7 })) {
      const bytes = await writeWorkbook(listOf(plan));
      expect(readBack(convert(bytes, 'xlsx'), null)).toBe(canonical(plan));
    }
  });
});

/** What a spreadsheet may take for something else, or lose. */
const HOSTILE = [
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+86',
  '-5',
  '@SUM(A1)',
  "'quoted",
  '007',
  '1e5',
  '2021-06',
  'TRUE',
  '#REF!x',
  '表\t格\n行',
  ' 前后空格 ',
  '\n',
  '\r\n回车',
  '换页\f符',
  '\u0000',
  '\u00a0不断行',
  '全角　空格　',
  '"引号"',
  '""',
  '"\\n"',
  '["a","b"]',
  '[1]',
  '_x0041_',
  '<b>&amp;</b>',
  '𠮷野家',
  '\ud800',
  '\ufffe',
  '各区、县(市)政府',
  '甲；乙；丙',
  '甲 > 乙',
  '海曙区=12',
  '否',
  '*必填*',
] as const;

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom(...'甲,乙,、,；,;,>, ,=,\t,\n,",\\,[,],_,x,0,A'.split(',')),
    minLength: 1,
    maxLength: 8,
  }),
);
const name = hostile.map((text) => text.trim()).filter((text) => text !== '');
const figure = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.constantFrom(0.1 + 0.2, 1 / 3, 1e-7, 123_456_789.123_456_78, 34.6, 1e21, -0.000_001),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const year = fc.integer({ min: 2020, max: 2025 });
const id = fc.stringMatching(/^[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}$/);
const ids = (count: { minLength?: number; maxLength: number }) =>
  fc.uniqueArray(id, { minLength: 0, ...count });

const target = fc.oneof(
  fc.record({
    operator: fc.constantFrom('>=', '>', '<=', '<'),
    value: fc.option(figure),
    upper: fc.constant(null),
    tolerance: fc.constant(null),
  }),
  fc.record({
    operator: fc.constant('~'),
    value: figure,
    upper: fc.constant(null),
    tolerance: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc
    .tuple(figure, figure)
    .filter(([low, high]) => low !== high)
    .map(([left, right]) => ({
      operator: 'range',
      value: Math.min(left, right),
      upper: Math.max(left, right),
      tolerance: null,
    })),
  fc.constant({ operator: 'qualitative', value: null, upper: null, tolerance: null }),
);

/** A message without places, which nothing would fill. */
const unplaced = hostile.map((text) => text.replace(/[{}]/g, '|'));

/** What a plan may change of the catalogue, all of it at once. */
const SETTINGS: RuleSetting[] = [
  { rule: 'whole-number', off: true },
  { rule: 'swing', severity: 'note', thresholds: { share: 1 / 3 } },
  { rule: 'unit-slip', thresholds: { spread: 1.5, smallestCount: 1e9 } },
  { rule: 'head-missing', severity: 'explain' },
];

interface RuleParts {
  readonly id: string;
  readonly over: 'entries' | 'rows';
  readonly kinds: boolean;
}

/** Rules about the first indicator that has figures; none where all are milestones or visions. */
function rulesOver<Rule extends RuleParts>(
  indicators: readonly { kind: Kind; measureUnit: string; soft: boolean }[],
  ids: readonly string[],
  rules: readonly Rule[],
) {
  const at = indicators.findIndex(({ kind, soft }) => kind !== 'milestone' && !soft);
  if (at < 0) return [];
  const { kind, measureUnit } = indicators[at]!;
  return rules.map(({ over, kinds, ...rule }) =>
    over === 'entries'
      ? { ...rule, assert: `[${ids[at]!}] >= 0 or ${ids.length} > 1` }
      : {
          ...rule,
          rows: kinds ? { ids: [ids[at]!], kinds: [kind], measureUnits: [measureUnit] } : {},
          assert: 'actual <= target * 3',
        },
  );
}

/** Plans that checkPlan finds nothing wrong with, as strange as the schema allows. */
const plans: fc.Arbitrary<Plan> = fc
  .record({
    head: fc.record({
      title: name,
      issuer: name,
      documentNumber: fc.option(name),
      issuedOn: fc.constantFrom(null, '2020-03-13', '1999-12-31'),
      coordinator: name,
    }),
    planId: id,
    file: hostile,
    organisations: fc.uniqueArray(fc.record({ name, aliases: fc.array(name, { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 4,
      selector: (organisation) => organisation.name,
    }),
    regions: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    itemIds: ids({ maxLength: 4 }),
    indicatorIds: ids({ minLength: 1, maxLength: 4 }),
    rules: fc.uniqueArray(
      fc.record({
        id,
        severity: fc.constantFrom(...SEVERITIES),
        message: fc.record({ zh: unplaced, en: unplaced }),
        over: fc.constantFrom('entries' as const, 'rows' as const),
        kinds: fc.boolean(),
        at: fc.constantFrom(undefined, ...FINDING_COLUMNS),
        regions: fc.constantFrom(undefined, true, false),
      }),
      { maxLength: 2, selector: (rule) => rule.id },
    ),
    settings: fc.subarray(SETTINGS),
    isComputed: fc.boolean(),
  })
  .chain(({ rules, settings, isComputed, ...parts }) => {
    const { head, planId, file, organisations, regions, itemIds, indicatorIds } = parts;
    const one = fc.constantFrom(...organisations.map((organisation) => organisation.name));
    const itemId = itemIds.length === 0 ? null : fc.constantFrom(...itemIds);
    const indicator = fc
      .record({
        name,
        section: fc.array(name, { maxLength: 3 }),
        quotes: fc.array(fc.record({ text: hostile, start: fc.nat(9999) }), { maxLength: 3 }),
        measureUnit: fc.oneof(fc.constantFrom('%', '万元/人·年'), hostile),
        precision: fc.integer({ min: 0, max: 6 }),
        kind: fc.constantFrom(...KINDS.filter((kind) => kind !== 'milestone')),
        target: fc
          .tuple(target, year, fc.boolean())
          .map(([parts, targetYear, everyYear]) => ({ ...parts, year: targetYear, everyYear })),
        direction: fc.constantFrom(...DIRECTIONS),
        strength: fc.constantFrom(...STRENGTHS),
        attribute: fc.option(fc.constantFrom(...ATTRIBUTES)),
        soft: fc.boolean(),
        baseline: fc.option(
          fc.record({
            year: fc.integer({ min: 1949, max: 2100 }),
            value: figure,
            note: fc.option(fc.oneof(hostile, fc.constant(''))),
          }),
        ),
        leadUnit: fc.option(one),
        supportingUnits: fc.array(one, { maxLength: 4 }),
        leader: fc.option(name),
        responsibility: fc.constantFrom(...RESPONSIBILITIES),
        collect:
          itemId === null
            ? fc.constant({ method: 'direct' })
            : fc.oneof(
                fc.constant({ method: 'direct' }),
                fc.record({
                  method: fc.constant('ratio'),
                  numerator: itemId,
                  denominator: itemId,
                  scale: fc.constantFrom(1, 100, 0.1, 1e-9),
                }),
                fc.record({
                  method: fc.constant('average-growth'),
                  item: itemId,
                  baseYear: year,
                }),
              ),
        rollUp: fc.constantFrom('none', 'sum', 'max'),
        frequency: fc.constantFrom(...FREQUENCIES),
        yearlyTargets: fc.array(fc.record({ year, value: figure }), { maxLength: 3 }),
        allocations: fc.array(fc.record({ region: fc.constantFrom(...regions), value: figure }), {
          maxLength: 3,
        }),
        note: fc.option(fc.oneof(hostile, fc.constant(''))),
      })
      .map((parts) =>
        parts.target.operator === 'qualitative' ? { ...parts, kind: 'milestone' as const } : parts,
      );
    const item = fc.record({
      name,
      measureUnit: hostile,
      precision: fc.integer({ min: 0, max: 6 }),
      accumulation: fc.constantFrom(...ACCUMULATIONS),
    });
    return fc
      .tuple(fc.tuple(...indicatorIds.map(() => indicator)), fc.tuple(...itemIds.map(() => item)))
      .map(([indicators, items]) => {
        const used = new Set(
          indicators.flatMap(({ collect }) =>
            Object.values(collect).filter((value) => typeof value === 'string'),
          ),
        );
        const listed = itemIds.flatMap((itemsId, index) =>
          used.has(itemsId) ? [{ id: itemsId, ...items[index]! }] : [],
        );
        return planSchema.parse({
          schemaVersion: 1,
          id: planId,
          ...head,
          startYear: 2020,
          endYear: 2025,
          source: { file, sha256: digest.sha256(head.title) },
          organisations,
          regions: regions.map((region) => ({ name: region })),
          indicators: indicators.map((parts, index) => ({ id: indicatorIds[index], ...parts })),
          items: listed.map((item, index) =>
            isComputed && index === 0 && listed.length > 1
              ? { ...item, measureUnit: listed[1]!.measureUnit, compute: `2 * [${listed[1]!.id}]` }
              : item,
          ),
          rules: rulesOver(indicators, indicatorIds, rules),
          ...(settings.length === 0 ? {} : { ruleSettings: settings }),
        });
      });
  });

test('any plan comes back from its cells, whatever it holds', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.constantFrom<Language>('zh', 'en'), async (plan, language) => {
      const bytes = await writeWorkbook(listOf(plan, language));
      expect(readBack(bytes, null)).toBe(canonical(plan));
    }),
    { numRuns: 30 },
  );
});

test('a text that no cell can hold is named', () => {
  const plan = { ...PLAN, issuer: '长'.repeat(32_768) };
  expect(overlongCell(listOf(plan))).toEqual({ sheet: '规划信息', cell: 'B5' });
  expect(overlongCell(listOf(PLAN))).toBeNull();
});

test('the same plan always gives the same workbook', async () => {
  const made = { createdAt: '2024-03-01T00:00:00.000Z', creator: 'Tallybook' };
  const [left, right] = await Promise.all(
    [1, 2].map(() => writeWorkbook(describePlanList(PLAN, 'zh', made))),
  );
  expect(left).toEqual(right);
});
