import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { CompileJson } from '../../../src/core/consolidation/compile-json';
import type { Plan } from '../../../src/core/plan/schema';
import { cellAt } from '../../../src/core/sheet/grid';
import { REGIONAL_MARK } from '../../../src/core/submission/regional/carrier';
import { nodeInflate } from '../../../src/xlsx/read/inflate-node';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { patchWorkbook, type CellEdit } from '../../../src/xlsx/write/patch-workbook';
import type { Filling } from '../../factories/filling';
import { jsonOf, tallybook } from './command-line';
import { freshFolder, hashOf, readJson } from './folders';
import type { CheckJson } from './shapes';
import { ECONOMY, blankOf, filled, planFile, send, smallRound, TOWN } from './small-round';

jest.setTimeout(120_000);

const REGION = '海曙区';
const ROWS = {
  'city/investment': { actual: 90.5, explanation: '按计划推进' },
  'city/item.rd': { actual: 13 },
  'city/item.revenue': { actual: 500 },
} satisfies Record<string, Filling>;

/** The town's plan with a share of the investment for the region. */
const PLAN: Plan = {
  ...TOWN,
  indicators: TOWN.indicators.map((indicator) =>
    indicator.id === 'investment'
      ? { ...indicator, allocations: [{ region: REGION, value: 150 }] }
      : indicator,
  ),
};

interface Levels {
  readonly city: string;
  readonly region: string;
  /** The region's consolidated workbook. */
  readonly bytes: Uint8Array;
}

/** A city's round by region, and the region's own round with its departments, compiled. */
async function levels(
  shape: {
    readonly rows?: Readonly<Record<string, Filling>>;
    readonly plan?: Plan;
    readonly ofRegion?: readonly string[];
    readonly ofCity?: readonly string[];
    readonly key?: string;
  } = {},
): Promise<Levels> {
  const { rows = ROWS, plan = PLAN, ofRegion = [], ofCity = [], key } = shape;
  const keyed = key === undefined ? [] : ['--key', key];
  const city = await smallRound(plan, '--by', 'region', ...ofCity);
  const region = await smallRound(PLAN, '--for', REGION, ...ofRegion, ...keyed);
  await send(region, '经信.xlsx', filled(await blankOf(region, ECONOMY), rows));
  const { stderr } = await tallybook('compile', region, ...keyed);
  expect(stderr).toBe('');
  const bytes = await fs.readFile(path.join(region, 'out', 'consolidated.xlsx'));
  return { city, region, bytes };
}

async function compiled(round: string, ...words: string[]): Promise<CompileJson> {
  await tallybook('compile', round, ...words);
  return (await readJson(round, 'out', 'compile.json')) as CompileJson;
}

const found = ({ indicators }: CompileJson, id: string) =>
  indicators.find((indicator) => indicator.id === `city/${id}`)!;

describe('a round that a region runs', () => {
  test('asks what regions report, against the region’s own targets', async () => {
    const { region } = await levels();
    const json = await compiled(region);
    expect(json.indicators.map(({ id, target }) => [id, target])).toEqual([
      ['city/rd-share', '待下达'],
      ['city/investment', '≥150'],
    ]);
    expect(found(json, 'investment')).toMatchObject({ actual: 90.5, status: 'on-schedule' });
    expect(found(json, 'rd-share')).toMatchObject({ actual: 2.6, status: 'not-assessable' });
    expect(await readJson(region, 'round.json')).toMatchObject({
      region: REGION,
      coordinator: REGION,
      plans: [{ plan: { title: `${TOWN.title}（${REGION}）` } }],
    });
  });

  test.each<[string, string[], RegExp]>([
    [
      'a region that the plan does not list',
      ['--for', '火星区'],
      /没有区（县、市）“火星区”.*海曙区/,
    ],
    ['a cut by region', ['--for', REGION, '--by', 'region'], /不能与 --by region/],
  ])('is refused for %s', async (_, words, said) => {
    const asked = ['--period', '2021Q2', '--due', '2021-07-10', '-o', await freshFolder()];
    const ended = await tallybook('generate', await planFile(PLAN), ...asked, ...words);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(said);
  });
});

test('its consolidated workbook is its submission to the level above, down to the department’s cell', async () => {
  const { city, region, bytes } = await levels();
  await send(city, '海曙区汇总表.xlsx', bytes);
  const json = await compiled(city);
  expect(json.submissions).toMatchObject({
    accepted: 1,
    setAside: [],
    counted: [{ organisation: REGION, region: REGION, file: '海曙区汇总表.xlsx' }],
  });
  const department = hashOf(await fs.readFile(path.join(region, 'inbox', '经信.xlsx')));
  const source = (raw: string, value: number) => ({
    file: '海曙区汇总表.xlsx',
    sha256: hashOf(bytes),
    sheet: '数据',
    cell: expect.stringMatching(/^H\d+$/) as string,
    ...{ raw, value },
    behind: [
      {
        organisation: ECONOMY,
        region: null,
        file: '经信.xlsx',
        sha256: department,
        sheet: '填报表',
        cell: expect.stringMatching(/^[A-Z]+\d+$/) as string,
        ...{ raw, value },
        measureUnit: '亿元',
      },
    ],
  });
  expect(found(json, 'investment')).toMatchObject({
    actual: 90.5,
    sources: [source('90.5', 90.5)],
  });
  expect(found(json, 'rd-share')).toMatchObject({
    actual: 2.6,
    sources: [source('13', 13), source('500', 500)],
  });
  // what was kept says the same as what is read anew
  const text = await fs.readFile(path.join(city, 'out', 'compile.json'), 'utf8');
  await tallybook('compile', city, '--fresh');
  expect(await fs.readFile(path.join(city, 'out', 'compile.json'), 'utf8')).toBe(text);
  expect(await fs.readFile(path.join(city, 'out', 'facts.csv'), 'utf8')).toContain(
    `${ECONOMY}·经信.xlsx·填报表·`,
  );
});

test('figures are converted to the unit of the level above, and reviewed by the same rules', async () => {
  const plan: Plan = {
    ...PLAN,
    indicators: PLAN.indicators.map((indicator) =>
      indicator.id === 'investment'
        ? {
            ...indicator,
            measureUnit: '万元',
            target: { ...indicator.target, value: 4e6 },
            allocations: [],
          }
        : indicator,
    ),
    rules: [
      {
        id: 'investment-large',
        severity: 'note',
        rows: { ids: ['investment'] },
        assert: 'actual <= 100000',
        message: { zh: '投资 {raw}{unit}，较大。', en: 'Investment {raw} {unit} is large.' },
      },
    ],
  };
  const { city, bytes } = await levels({ plan });
  await send(city, '海曙.xlsx', bytes);
  const json = await compiled(city);
  expect(found(json, 'investment')).toMatchObject({
    actual: 905_000,
    sources: [{ raw: '90.5', value: 905_000, behind: [{ value: 90.5, measureUnit: '亿元' }] }],
  });
  expect(json.findings).toMatchObject([
    { rule: 'plan-version' },
    { rule: 'city/investment-large' },
  ]);
});

test('what the region did not accept is missing one level up, and said', async () => {
  const rows = { ...ROWS, 'city/investment': { actual: '约90' } };
  const { city, bytes } = await levels({ rows });
  await send(city, '海曙.xlsx', bytes);
  const { findings, indicators } = await compiled(city);
  expect(findings).toMatchObject([
    { rule: 'no-regional-figure', severity: 'error', indicator: 'city/investment' },
  ]);
  expect(findings[0]?.message).toContain('海曙区的汇总表中没有“技术改造投资”');
  expect(indicators.find(({ id }) => id === 'city/investment')?.actual).toBeNull();
});

test('what was declared not applicable stays so', async () => {
  const rows = {
    ...ROWS,
    'city/investment': { state: '不适用', explanation: '无此类项目' },
  } satisfies Record<string, Filling>;
  const { city, bytes } = await levels({ rows });
  await send(city, '海曙.xlsx', bytes);
  const json = await compiled(city);
  expect(json.findings).toMatchObject([{ rule: 'not-applicable-unexplained', severity: 'note' }]);
  expect(found(json, 'investment').reason).toContain('不适用');
});

describe('an altered workbook is found', () => {
  const change = (bytes: Uint8Array, ...edits: CellEdit[]) => patchWorkbook(bytes, edits);

  test('a figure on 数据: that figure cannot count, and the cell is named', async () => {
    const { city, bytes } = await levels();
    await send(city, '海曙.xlsx', bytes);
    const [{ sources }] = (await compiled(city)).indicators.filter(
      ({ id }) => id === 'city/investment',
    ) as [CompileJson['indicators'][number]];
    const cell = sources[0]!.cell!;
    await send(city, '海曙.xlsx', change(bytes, { sheet: '数据', cell, value: 190.5 }));
    const json = await compiled(city);
    expect(json.findings).toMatchObject([{ rule: 'altered-figure', severity: 'error', cell }]);
    expect(json.findings[0]?.message).toContain('现为“190.5”，与海曙区汇总时的 90.5 不一致');
    expect(found(json, 'investment').actual).toBeNull();
    expect(found(json, 'rd-share').actual).toBe(2.6);
  });

  test.each<[string, (text: string) => string, string]>([
    ['a figure', (text) => text.replace('`value`:90.5', '`value`:91.5'), 'tampered'],
    ['the region', (text) => text.replaceAll(kept('海曙区'), kept('江北区')), 'tampered'],
    ['where it came from', (text) => text.replace(kept('经信'), kept('别的')), 'tampered'],
    ['what nobody can read', (text) => text.replace('{', ''), 'damaged'],
  ])('%s on the hidden sheet: the workbook is set aside', async (_, alter, code) => {
    const { city, bytes } = await levels();
    const text = hiddenText(bytes);
    await send(
      city,
      '海曙.xlsx',
      change(bytes, { sheet: '_tallybook', cell: 'A3', value: alter(text) }),
    );
    const { submissions } = await compiled(city);
    expect(submissions.setAside).toMatchObject([{ file: '海曙.xlsx', code }]);
  });

  test.each<[string, string, object]>([
    ['the same key: signed', 'same', { setAside: [], accepted: 1 }],
    ['another key', 'other', { setAside: [{ code: 'tampered' }] }],
    ['no key at hand', 'none', { setAside: [], accepted: 1 }],
  ])('a signature: %s', async (_, which, expected) => {
    const folder = await freshFolder();
    const [key, other] = [path.join(folder, 'key'), path.join(folder, 'other')];
    await fs.writeFile(key, 'one key');
    await fs.writeFile(other, 'another key');
    const { city, bytes } = await levels({ key });
    await send(city, '海曙.xlsx', bytes);
    const words = { same: ['--key', key], other: ['--key', other], none: [] }[which]!;
    expect((await compiled(city, ...words)).submissions).toMatchObject(expected);
  });
});

describe('one that does not belong here is set aside with its reason', () => {
  test.each<[string, Parameters<typeof levels>[0], string, RegExp]>([
    ['another period', { ofRegion: ['--period', '2021Q1'] }, 'other-period', /2021Q1.*2021Q2/],
    [
      'another plan',
      { plan: { ...PLAN, id: 'other', title: '另一规划' } },
      'other-plan',
      /另一规划/,
    ],
    ['a round not cut by region', { ofCity: ['--by', 'unit'] }, 'not-issued', /按区县分发/],
    ['a region not asked', { ofCity: ['--units', '江北区'] }, 'not-issued', /没有向海曙区下发/],
  ])('%s', async (_, shape, code, reason) => {
    const { city, bytes } = await levels(shape);
    await send(city, '海曙.xlsx', bytes);
    const { submissions } = await compiled(city);
    expect(submissions.setAside).toMatchObject([{ file: '海曙.xlsx', code }]);
    expect(submissions.setAside[0]?.reason).toMatch(reason);
  });

  test('checked without a round: asks for one', async () => {
    const { bytes } = await levels();
    const file = path.join(await freshFolder(), '海曙.xlsx');
    await fs.writeFile(file, bytes);
    const { files } = jsonOf(await tallybook('check', file, '--json')) as CheckJson;
    expect(files).toMatchObject([{ outcome: 'unreadable', code: 'round-needed' }]);
  });

  test('a department’s form of the region’s own round', async () => {
    const { city, region } = await levels();
    await send(city, '经信.xlsx', filled(await blankOf(region, ECONOMY), ROWS));
    const { submissions } = await compiled(city);
    expect(submissions.setAside).toMatchObject([{ code: 'other-round' }]);
    const ended = await tallybook('accept', city, '经信.xlsx', '--why', '试试');
    expect(ended.code).toBe(2);
  });
});

test('of the blank and the consolidated workbook from one region, the later one counts', async () => {
  const { city, bytes } = await levels();
  const blank = await blankOf(city, REGION);
  await send(city, '填报.xlsx', filled(blank, ROWS));
  await send(city, '汇总.xlsx', bytes);
  const { submissions } = await compiled(city);
  expect(submissions.counted).toHaveLength(1);
  expect(submissions.setAside).toMatchObject([{ code: 'superseded' }]);
});

/** A text as the hidden sheet keeps it: in plain ASCII. */
function kept(text: string): string {
  return text.replace(/./g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
}

/** The first piece of what the hidden sheet holds. */
function hiddenText(bytes: Uint8Array): string {
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  if (!read.ok) throw new Error(read.message.en);
  const sheet = read.grid.sheets.find((one) => cellAt(one, 1, 1)?.value === REGIONAL_MARK)!;
  return String(cellAt(sheet, 3, 1)?.value);
}
