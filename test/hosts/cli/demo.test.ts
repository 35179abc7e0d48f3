import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { CompileJson } from '../../../src/core/consolidation/compile-json';
import { nodeInflate } from '../../../src/xlsx/read/inflate-node';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { STACK_TRACE, tallybook, type Ended } from './command-line';
import { freshFolder, listing, readJson, stateOf } from './folders';

const ROUNDS = ['2021Q2', '2021Q3'];

let folder: string;
let first: Ended;
let results: CompileJson[];

async function resultsOf(place: string): Promise<CompileJson[]> {
  return Promise.all(
    ROUNDS.map(
      async (round) => (await readJson(place, round, 'out', 'compile.json')) as CompileJson,
    ),
  );
}

beforeAll(async () => {
  folder = path.join(await freshFolder(), 'demo');
  first = await tallybook('demo', '-o', folder);
  results = await resultsOf(folder);
}, 60_000);

test('runs to its end through the public commands', () => {
  expect(first.code).toBe(0);
  expect(first.stdout + first.stderr).not.toMatch(STACK_TRACE);
  expect(first.stderr).not.toContain('无法继续');
  const times = { generate: 2, check: 3, status: 3, return: 1, compile: 2 };
  for (const [command, count] of Object.entries(times))
    expect(first.stdout.match(new RegExp(`^\\$ tallybook ${command} `, 'gm'))).toHaveLength(count);
});

test('returns what is wrong, and takes what is corrected in the slips', async () => {
  const returned = await listing(path.join(folder, '2021Q2', 'returned'));
  expect(returned).toContain('退回单_市科技局.xlsx');
  expect(first.stdout).toContain('上次退回 1 条：已改正 1 条，仍有误 0 条，新出现 0 条');
  expect(first.stdout).toContain('上次退回 3 条：已改正 1 条，仍有误 2 条，新出现 0 条');
  const [{ submissions }] = results as [CompileJson];
  expect(submissions.setAside.map(({ file }) => file)).toEqual(
    expect.arrayContaining(['市科技局.xlsx', '市委人才办.xlsx']),
  );
});

test('records what the coordinator decides in the second round, and follows it', () => {
  for (const command of ['accept', 'exclude'])
    expect(first.stdout).toMatch(new RegExp(`^\\$ tallybook ${command} `, 'm'));
  expect(results[1]!.submissions.decisions).toMatchObject([
    { decision: 'accept', standing: 'in-force' },
    { decision: 'exclude', standing: 'in-force' },
  ]);
  expect(results[1]!.findings.some(({ confirmed }) => confirmed === 'error')).toBe(true);
  expect(results[1]!.submissions.setAside.map(({ code }) => code)).toContain('excluded');
});

test.each(ROUNDS)('%s has a consolidated workbook that opens', async (round) => {
  const bytes = await fs.readFile(path.join(folder, round, 'out', 'consolidated.xlsx'));
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  expect(read.ok && read.grid.sheets.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['总览', '例外', '指标对照', '数据']),
  );
});

test.each(ROUNDS)('%s has a bulletin, and the end says where', async (round) => {
  const out = path.join(folder, round, 'out');
  expect(await listing(out)).toEqual(expect.arrayContaining(['briefing.docx', 'briefing.html']));
  expect(first.stdout).toContain(path.join(out, 'briefing.docx'));
});

test('shows at least ten different things going wrong', () => {
  const wrong = new Set(
    results.flatMap(({ findings, submissions }) => [
      ...findings.map(({ rule }) => rule),
      ...submissions.setAside.map(({ code }) => code),
    ]),
  );
  expect([...wrong].length).toBeGreaterThanOrEqual(10);
});

test('has figures that count, marked as made up, and somebody who is missing', () => {
  for (const { indicators, submissions } of results) {
    expect(indicators.filter(({ actual }) => actual !== null).length).toBeGreaterThan(20);
    expect(submissions.missing.length).toBeGreaterThan(0);
    expect(submissions.accepted).toBeGreaterThan(0);
  }
  expect(first.stdout).toContain('示例数据');
});

test('carries the figures of the first round into the second', async () => {
  const { history } = (await readJson(folder, ROUNDS[1]!, 'round.json')) as {
    history: { period: string }[];
  };
  expect(history.length).toBeGreaterThan(10);
  expect(new Set(history.map(({ period }) => period))).toEqual(new Set([ROUNDS[0]]));
});

test('running it again makes its folder anew, with the same results', async () => {
  await fs.writeFile(path.join(folder, 'of-the-last-run.txt'), '');
  const again = await tallybook('demo', '-o', folder, '--lang', 'zh');
  expect(again.code).toBe(0);
  expect(await listing(folder)).not.toContain('of-the-last-run.txt');
  const silent = (json: CompileJson[]) => JSON.stringify(json).replace(/[0-9a-f]{64}/g, '');
  expect(silent(await resultsOf(folder))).toBe(silent(results));
}, 60_000);

test('a folder that is somebody else’s is refused and left as it is', async () => {
  const other = await freshFolder();
  await fs.writeFile(path.join(other, 'letter.txt'), '重要');
  const before = await stateOf(other);
  for (const [language, said] of [
    ['zh', /不是演示生成的，没有改动。请用 -o/],
    ['en', /not made by the demo; it was left alone/],
  ] as const) {
    const { code, stderr } = await tallybook('demo', '-o', other, '--lang', language);
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
  }
  expect(await stateOf(other)).toEqual(before);
});

test('a file in the place of its folder is refused and left as it is', async () => {
  const file = path.join(await freshFolder(), 'letter.txt');
  await fs.writeFile(file, '重要');
  expect((await tallybook('demo', '-o', file)).code).toBe(2);
  expect(await fs.readFile(file, 'utf8')).toBe('重要');
});
