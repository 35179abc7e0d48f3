import { promises as fs } from 'node:fs';
import path from 'node:path';
import { planSchema } from '../../../src/core/plan/schema';
import { roundSchema, type Round } from '../../../src/core/template/round';
import { CITY_FILLING } from '../../factories/city';
import { seedPlan } from '../../factories/plan';
import { STACK_TRACE, jsonOf, NOW, tallybook, tallybookAt } from './command-line';
import { freshFolder, hashOf, listing, readJson, stateOf } from './folders';
import {
  blankOf,
  ECONOMY,
  filled,
  planFile,
  SCIENCE,
  send,
  smallRound,
  submissionOf,
  TOWN,
} from './small-round';

const ASKED = ['--period', '2021Q2', '--due', '2021-07-10'] as const;

async function roundOf(folder: string): Promise<Round> {
  return roundSchema.parse(await readJson(folder, 'round.json'));
}

const reporters = ({ issued }: Round) => [
  ...new Set(issued.map(({ organisation }) => organisation)),
];

describe('the folder of a round', () => {
  test('holds round.json, the blanks, and three empty folders; nothing else is left beside it', async () => {
    const round = await smallRound();
    expect(await listing(path.dirname(round))).toEqual([
      'round/',
      'round/inbox/',
      'round/out/',
      'round/returned/',
      'round/round.json',
      'round/templates/',
      `round/templates/2021Q2_${SCIENCE}_报送表.xlsx`,
      `round/templates/2021Q2_${ECONOMY}_报送表.xlsx`,
    ]);
  });

  test('round.json says everything that the round was issued with', async () => {
    const folder = await smallRound();
    const { issued, plans, form, id, ...round } = await roundOf(folder);
    expect(round).toEqual({
      schemaVersion: 1,
      product: expect.stringMatching(/^Tallybook \d+\.\d+\.\d+/) as string,
      period: '2021Q2',
      due: '2021-07-10',
      issuedAt: NOW,
      division: 'unit',
      language: 'zh',
      coordinator: TOWN.coordinator,
      isSigned: false,
      links: null,
      history: [],
    });
    expect(id).toMatch(/^city@2021Q2#[0-9a-f]{8}$/);
    expect(form).toEqual(await readJson(__dirname, '../../../templates/standard.json'));
    const plan = planSchema.parse(TOWN);
    expect(plans).toEqual([{ hash: hashOf(JSON.stringify(plan)), plan }]);
    expect(issued.map(({ organisation }) => organisation)).toEqual([ECONOMY, SCIENCE]);
    for (const { organisation, region, file, hash, seal, figures } of issued) {
      const bytes = await fs.readFile(path.join(folder, 'templates', file));
      const { model, sealValue } = submissionOf(bytes);
      expect(hash).toBe(hashOf(bytes));
      expect({ organisation, region, seal }).toEqual({
        organisation: model.organisation,
        region: model.region,
        seal: sealValue,
      });
      expect(figures).toBe(model.entries.filter(({ derivation }) => !derivation).length);
    }
  });

  test('--json prints the same workbooks and nothing else', async () => {
    const round = path.join(await freshFolder(), 'R');
    const ended = await tallybook('generate', await planFile(), ...ASKED, '-o', round, '--json');
    const { id, issued } = await roundOf(round);
    expect(jsonOf(ended)).toEqual({ round: id, folder: round, workbooks: issued });
    expect(ended.stderr).toContain('未使用密钥');
  });

  test('the same command at another time makes another round', async () => {
    const id = async (time: string) => {
      const out = path.join(await freshFolder(), 'R');
      await tallybookAt(time, 'generate', await planFile(), ...ASKED, '-o', out);
      return (await roundOf(out)).id;
    };
    expect(await id(NOW)).toBe(await id(NOW));
    expect(await id('2021-06-25T08:00:01.000Z')).not.toBe(await id(NOW));
  });
});

describe('what is there already', () => {
  test('a folder that is not empty is refused and left exactly as it is', async () => {
    const round = await smallRound();
    const before = await stateOf(path.dirname(round));
    const ended = await tallybook('generate', await planFile(), ...ASKED, '-o', round);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain(round);
    expect(ended.stderr).toMatch(/已存在且不是空的.*请换一个文件夹名/);
    expect(await stateOf(path.dirname(round))).toEqual(before);
  });

  test('an empty folder is used', async () => {
    const round = await freshFolder();
    const ended = await tallybook('generate', await planFile(), ...ASKED, '-o', round);
    expect(ended.code).toBe(0);
    expect(await listing(round)).toContain('round.json');
  });

  test.each([
    ['a file', (file: string) => file],
    ['a place inside a file', (file: string) => path.join(file, 'R')],
    ['no name at all', () => ''],
  ])('%s as the folder is refused in words', async (_, out) => {
    const file = await planFile();
    const before = await stateOf(path.dirname(file));
    const { code, stderr } = await tallybook('generate', file, ...ASKED, '-o', out(file));
    expect(code).toBe(2);
    expect(stderr).toMatch(/^无法继续：.*请/);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(await stateOf(path.dirname(file))).toEqual(before);
  });
});

describe('what can’t be done makes no folder', () => {
  const CASES: readonly (readonly [string, readonly string[], RegExp, RegExp])[] = [
    [
      'an unknown organisation',
      ['--units', '市无此局'],
      /“市无此局”.*市经信局、市科技局/,
      /“市无此局”/,
    ],
    [
      'no organisation',
      ['--units', '，'],
      /没有需要报送的单位.*市经信局、市科技局/,
      /No reporting/,
    ],
    ['a fifth quarter', ['--period', '2021Q5'], /“2021Q5”.*请写成 2021、2021H1/, /“2021Q5”.*Write/],
    ['a thirteenth month', ['--period', '2021-13'], /“2021-13”.*请写成/, /“2021-13”.*Write/],
    ['a word as period', ['--period', '二季度'], /“二季度”.*请写成/, /“二季度”.*Write/],
    ['a date that is none', ['--due', '2021-02-31'], /“2021-02-31”.*请写成/, /“2021-02-31”.*Write/],
    ['a date in words', ['--due', '7月10日'], /“7月10日”.*请写成/, /“7月10日”.*Write/],
    ['a time', ['--due', '2021-07-10T08:00'], /“2021-07-10T08:00”/, /“2021-07-10T08:00”/],
    [
      'a period before the plan',
      ['--period', '2019'],
      /2019 早于.*起始年 2020/,
      /2019 is before.*2020/,
    ],
    ['the quarter before the plan', ['--period', '2019Q4'], /2019Q4 早于/, /2019Q4 is before/],
    ['a period too short', ['--period', '2021-06'], /报送频率都长于 2021-06/, /asked for 2021-06/],
    [
      'a missing previous round',
      ['--previous', 'nowhere'],
      /nowhere 不是报送任务/,
      /nowhere is no round/,
    ],
    ['a missing form', ['--form', 'nowhere.json'], /nowhere\.json.*请核对/, /nowhere\.json.*check/],
    ['a missing key', ['--key', 'nowhere.key'], /nowhere\.key.*请核对/, /nowhere\.key.*check/],
  ];

  test.each(CASES)('%s', async (_, words, zh, en) => {
    const file = await planFile();
    for (const [language, said] of [
      ['zh', zh],
      ['en', en],
    ] as const) {
      const folder = await freshFolder();
      const out = ['-o', path.join(folder, 'R'), '--lang', language];
      const { code, stdout, stderr } = await tallybook(
        'generate',
        file,
        ...ASKED,
        ...words,
        ...out,
      );
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(said);
      expect(stderr).not.toMatch(STACK_TRACE);
      expect(await listing(folder)).toEqual([]);
    }
  });
});

describe('who is asked', () => {
  test.each(['市科技局', '市科技局,', ' 市科技局 ', '市科技局、市科技局'])(
    '--units “%s” makes one blank',
    async (units) => {
      expect(reporters(await roundOf(await smallRound(TOWN, '--units', units)))).toEqual([SCIENCE]);
    },
  );

  test.each(['市科技局,市经信局', '市科技局，市经信局', '市科技局、 市经信局'])(
    '--units “%s” makes two, in the plan’s order',
    async (units) => {
      const round = await roundOf(await smallRound(TOWN, '--units', units));
      expect(reporters(round)).toEqual([ECONOMY, SCIENCE]);
    },
  );

  test.each([
    ['ningbo-quality-2022', '2021Q2', '2021-07-10'],
    ['zhejiang-2025', '2023', '2024-01-31'],
  ] as const)(
    '%s by region: each region of the plan, and a word on the rest',
    async (id, period, due) => {
      const out = path.join(await freshFolder(), 'R');
      const words = ['--period', period, '--due', due, '--by', 'region', '-o', out];
      const { code, stdout } = await tallybook('generate', id, ...words);
      expect(code).toBe(0);
      expect(stdout).toMatch(/有 \d+ 项指标不分区县报送，未列入/);
      const round = await roundOf(out);
      const regions = seedPlan(id).regions.map(({ name }) => name);
      expect(round.division).toBe('region');
      expect(round.issued.map(({ region }) => region)).toEqual(regions);
      expect(round.issued.map(({ organisation }) => organisation)).toEqual(regions);
      const rolled = seedPlan(id).indicators.filter(({ rollUp }) => rollUp !== 'none');
      for (const { file } of round.issued) {
        const { model } = submissionOf(await fs.readFile(path.join(out, 'templates', file)));
        const asked = new Set(model.entries.flatMap(({ serves }) => serves));
        expect(asked.size).toBeGreaterThan(0);
        for (const name of asked) expect(rolled.map((each) => `${id}/${each.id}`)).toContain(name);
      }
    },
  );

  test('by unit and region: each organisation for each region, and once for what does not roll up', async () => {
    const round = await roundOf(await smallRound(TOWN, '--by', 'unit-region'));
    expect(round.issued.map(({ organisation, region }) => [organisation, region])).toEqual([
      [ECONOMY, null],
      [SCIENCE, null],
      [ECONOMY, '海曙区'],
      [ECONOMY, '江北区'],
    ]);
    expect(new Set(round.issued.map(({ file }) => file)).size).toBe(4);
  });

  test('a plan that names no organisation goes to its coordinator', async () => {
    const out = path.join(await freshFolder(), 'R');
    const words = ['--period', '2023', '--due', '2024-01-31', '-o', out];
    expect((await tallybook('generate', 'zhejiang-2025', ...words)).code).toBe(0);
    expect(reporters(await roundOf(out))).toEqual([seedPlan('zhejiang-2025').coordinator]);
  });
});

describe('--previous', () => {
  test('carries accepted figures into the new blanks, and no others', async () => {
    const last = await smallRound();
    const rows = { ...CITY_FILLING, 'city/investment': { actual: '约两百' } };
    await send(last, '经信.xlsx', filled(await blankOf(last, ECONOMY), rows));
    const words = ['--period', '2021Q3', '--due', '2021-10-10', '--previous', last];
    const next = await smallRound(TOWN, ...words);
    const { history, issued } = await roundOf(next);
    expect(issued).toHaveLength(2);
    const { model } = submissionOf(await blankOf(next, ECONOMY));
    const previous = new Map(model.entries.map((entry) => [entry.key, entry.previous]));
    expect(previous.get('city/productivity')).toBe(31);
    expect(previous.get('city/item.rd')).toBe(26);
    expect(previous.get('city/investment')).toBeNull();
    expect(previous.get('city/firms')).toBeUndefined();
    expect(history).toContainEqual({
      key: 'city/productivity',
      organisation: ECONOMY,
      region: null,
      period: '2021Q2',
      value: 31,
    });
    const [firms] = submissionOf(await blankOf(next, SCIENCE)).model.entries;
    expect(firms).toMatchObject({ key: 'city/firms', previous: null });
  });

  test('leaves the earlier round as it is, and hands its history on', async () => {
    const first = await smallRound();
    await send(first, '经信.xlsx', filled(await blankOf(first, ECONOMY)));
    const before = await stateOf(first);
    const words = (period: string) => ['--period', period, '--due', '2021-10-10', '--previous'];
    const second = await smallRound(TOWN, ...words('2021Q3'), first);
    expect(await stateOf(first)).toEqual(before);
    const third = await smallRound(TOWN, ...words('2021Q4'), second);
    const periods = (await roundOf(third)).history.map(({ period }) => period);
    expect(new Set(periods)).toEqual(new Set(['2021Q2']));
  });
});
