import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { CompileJson } from '../../../src/core/consolidation/compile-json';
import { CITY_FILLING } from '../../factories/city';
import { jsonOf, tallybook, tallybookAt } from './command-line';
import { hashOf, readJson, stateOf } from './folders';
import { blankOf, ECONOMY, filled, send, smallRound } from './small-round';

const AT = '2021-07-12T02:00:00.000Z';
const NEGATIVE = { ...CITY_FILLING, 'city/investment': { actual: -3 } };

async function roundWithError(): Promise<{ round: string; bytes: Uint8Array }> {
  const round = await smallRound();
  const bytes = filled(await blankOf(round, ECONOMY), NEGATIVE);
  await send(round, '经信.xlsx', bytes);
  return { round, bytes };
}

async function compiled(round: string): Promise<CompileJson> {
  await tallybook('compile', round);
  return (await readJson(round, 'out', 'compile.json')) as CompileJson;
}

test('accept: recorded with file, hash, reason, time and name; counts from the next compile on', async () => {
  const { round, bytes } = await roundWithError();
  const investment = (json: CompileJson) =>
    json.indicators.find(({ id }) => id === 'city/investment')?.actual;
  expect(investment(await compiled(round))).toBeNull();
  const said = await tallybookAt(
    AT,
    ...['accept', round, '经信.xlsx', '--why', '已核实', '--by', '张三'],
  );
  expect(said).toMatchObject({ code: 0, stderr: '' });
  expect(said.stdout).toMatch(/已记录：采用“经信\.xlsx”，作为市经信局的报送；其中 [1-9]/);
  expect(await readJson(round, 'decisions.json')).toEqual({
    schemaVersion: 1,
    decisions: [
      {
        ...{ decision: 'accept', file: '经信.xlsx', sha256: hashOf(bytes) },
        ...{ why: '已核实', at: AT, by: '张三' },
      },
    ],
  });
  const after = await compiled(round);
  expect(investment(after)).toBe(-3);
  expect(after.submissions.decisions).toMatchObject([{ standing: 'in-force', why: '已核实' }]);
  const { stdout } = await tallybook('status', round);
  expect(stdout).toContain('已核实');
  expect(stdout).toContain('2021-07-12 10:00');
  expect(jsonOf(await tallybook('status', round, '--json'))).toMatchObject({
    workbooks: [{ state: 'accepted', decision: 'accept' }, {}],
    decisions: [{ decision: 'accept' }],
  });
});

test('exclude, then reinstate: the list only grows, and the round is as before', async () => {
  const { round } = await roundWithError();
  const before = await compiled(round);
  await tallybookAt(AT, 'exclude', round, '经信', '--why', '试填件');
  const between = await compiled(round);
  expect(between.submissions.setAside).toMatchObject([{ file: '经信.xlsx', code: 'excluded' }]);
  expect(between.submissions.missing).toHaveLength(2);
  const { stdout } = await tallybookAt(AT, 'reinstate', round, '经信.xlsx', '--why', '是正式件');
  expect(stdout).toContain('不予采用：试填件');
  expect(await readJson(round, 'decisions.json')).toMatchObject({
    decisions: [{ decision: 'exclude' }, { decision: 'reinstate', why: '是正式件' }],
  });
  const after = await compiled(round);
  expect({ ...after, submissions: { ...after.submissions, decisions: undefined } }).toEqual({
    ...before,
    submissions: { ...before.submissions, decisions: undefined },
  });
});

test('an excluded file needs nobody: the exit code is clean', async () => {
  const { round } = await roundWithError();
  expect((await tallybook('compile', round)).code).toBe(1);
  await tallybook('exclude', round, '经信.xlsx', '--why', '试填件');
  expect((await tallybook('compile', round)).code).toBe(0);
});

test('a decision about a file whose bytes changed no longer applies, and this is said', async () => {
  const { round } = await roundWithError();
  await tallybook('exclude', round, '经信.xlsx', '--why', '试填件');
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
  const json = await compiled(round);
  expect(json.submissions.setAside).toEqual([]);
  expect(json.submissions.decisions).toMatchObject([{ standing: 'changed' }]);
  expect((await tallybook('status', round)).stdout).toContain('文件内容已变');
  const said = await tallybook('reinstate', round, '经信.xlsx', '--why', '已作废');
  expect(said.stdout).toContain('原来的内容');
  expect((await compiled(round)).submissions.decisions).toMatchObject([
    { standing: 'taken-back' },
    { standing: 'takes-back' },
  ]);
});

describe('what cannot be done is said, and nothing is written', () => {
  const sent: Record<string, (round: string) => Promise<void>> = {
    nothing: () => Promise.resolve(),
    'two of one name': async (round) => {
      for (const folder of ['第一批', '第二批']) {
        await fs.mkdir(path.join(round, 'inbox', folder));
        await send(round, path.join(folder, '表.xlsx'), filled(await blankOf(round, ECONOMY)));
      }
    },
    'one file': async (round) => {
      await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
    },
    'an excluded file': async (round) => {
      await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
      await tallybook('exclude', round, '经信.xlsx', '--why', '试填件');
    },
    'a text': async (round) => {
      await send(round, '说明.xlsx', Buffer.from('见附件'));
    },
  };
  test.each<[string, keyof typeof sent, string[], RegExp]>([
    ['an empty inbox', 'nothing', ['exclude', '经信.xlsx', '--why', 'x'], /是空的/],
    [
      'an unknown file',
      'one file',
      ['exclude', '科技', '--why', 'x'],
      /没有“科技”[\s\S]*经信\.xlsx/,
    ],
    [
      'an ambiguous name',
      'two of one name',
      ['exclude', '表.xlsx', '--why', 'x'],
      /2 个文件[\s\S]*第一批[\s\S]*第二批/,
    ],
    ['no reason', 'one file', ['accept', '经信.xlsx'], /缺少必填选项.*--why/],
    ['a blank reason', 'one file', ['accept', '经信.xlsx', '--why', ' '], /写明理由/],
    [
      'nothing to reinstate',
      'one file',
      ['reinstate', '经信.xlsx', '--why', 'x'],
      /没有关于“经信\.xlsx”的有效决定/,
    ],
    ['the same again', 'an excluded file', ['exclude', '经信.xlsx', '--why', 'x'], /试填件/],
    ['what is no workbook', 'a text', ['accept', '说明.xlsx', '--why', 'x'], /没有可采用的数据/],
  ])('%s', async (_, prepared, [command, ...words], message) => {
    const round = await smallRound();
    await sent[prepared]!(round);
    const before = await stateOf(round);
    const ended = await tallybook(command!, round, ...words);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(message);
    expect(await stateOf(round)).toEqual(before);
  });

  test('a damaged decisions.json: named, and nothing goes on without it', async () => {
    const { round } = await roundWithError();
    await fs.writeFile(path.join(round, 'decisions.json'), '{"schemaVersion":1,"decisions":[{}]}');
    for (const command of [['compile'], ['status']]) {
      const { code, stderr } = await tallybook(...command, round);
      expect(code).toBe(2);
      expect(stderr).toContain('decisions.json');
    }
  });
});

test('a path to the file will do, and a name in a folder of the inbox', async () => {
  const round = await smallRound();
  await fs.mkdir(path.join(round, 'inbox', '第一批'));
  const file = await send(
    round,
    path.join('第一批', '表.xlsx'),
    filled(await blankOf(round, ECONOMY)),
  );
  expect((await tallybook('exclude', round, file, '--why', 'x')).code).toBe(0);
  expect((await tallybook('reinstate', round, '表.xlsx', '--why', 'x')).code).toBe(0);
});
