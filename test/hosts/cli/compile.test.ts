import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { CompileJson } from '../../../src/core/consolidation/compile-json';
import { nodeInflate } from '../../../src/xlsx/read/inflate-node';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { CITY_FILLING } from '../../factories/city';
import { jsonOf, tallybook, tallybookAt } from './command-line';
import { hashOf, listing, readJson, stateOf } from './folders';
import { blankOf, ECONOMY, filled, SCIENCE, send, smallRound, TOWN } from './small-round';

const AT = '2021-07-11T02:00:00.000Z';
const FIRMS = { 'city/firms': { actual: 70 } };

/** A round that the economy office has answered well. */
async function answered(): Promise<string> {
  const round = await smallRound();
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
  return round;
}

/** The file that counts for an organisation, as compile.json names it. */
async function countedAs(round: string, organisation: string, file: string) {
  const sha256 = hashOf(await fs.readFile(path.join(round, 'inbox', file)));
  return { organisation, region: null, file, sha256 };
}

async function outOf(round: string): Promise<CompileJson> {
  return (await readJson(round, 'out', 'compile.json')) as CompileJson;
}

describe('--json and out/compile.json', () => {
  test('are the same, and stdout holds nothing else', async () => {
    const round = await answered();
    const ended = await tallybook('compile', round, '--json');
    expect(jsonOf(ended)).toEqual(await outOf(round));
  });

  test('have the documented keys and no others', async () => {
    const round = await answered();
    await send(round, '坏.xlsx', new Uint8Array());
    const rows = { 'city/firms': { actual: '很多' } };
    await send(round, '科技.xlsx', filled(await blankOf(round, SCIENCE), rows));
    await tallybook('compile', round);
    const json = await outOf(round);
    expect(Object.keys(json)).toEqual(['plans', 'period', 'submissions', 'indicators', 'findings']);
    expect(json.submissions).toEqual({
      issued: 2,
      received: 3,
      accepted: 1,
      missing: [],
      setAside: [
        { file: '坏.xlsx', code: 'empty', reason: expect.stringContaining('是空的') as string },
      ],
      counted: [
        await countedAs(round, ECONOMY, '经信.xlsx'),
        await countedAs(round, SCIENCE, '科技.xlsx'),
      ],
    });
    const keys = ['id', 'target', 'actual', 'scheduled', 'completion', 'gap', 'status', 'reason'];
    for (const indicator of json.indicators) {
      expect([...keys, 'sources']).toEqual(expect.arrayContaining(Object.keys(indicator)));
      expect(Object.keys(indicator)).toEqual(
        expect.arrayContaining([...keys, 'sources'].filter((key) => key !== 'reason')),
      );
      for (const source of indicator.sources)
        expect(Object.keys(source)).toEqual(['file', 'sha256', 'sheet', 'cell', 'raw', 'value']);
    }
    expect(json.findings).not.toEqual([]);
    for (const finding of json.findings)
      expect(Object.keys(finding)).toEqual([
        ...['file', 'rule', 'severity', 'sheet', 'cell', 'indicator', 'message'],
      ]);
  });

  test('every figure leads back to file, hash, sheet, cell and raw text', async () => {
    const round = await answered();
    await tallybook('compile', round);
    const { indicators, plans, period } = await outOf(round);
    expect({ plans, period }).toEqual({ plans: [TOWN.id], period: '2021Q2' });
    const hash = hashOf(await fs.readFile(path.join(round, 'inbox', '经信.xlsx')));
    const found = indicators.find(({ id }) => id === 'city/productivity');
    expect(found).toMatchObject({
      target: '≥30',
      actual: 31,
      status: 'achieved',
      sources: [{ file: '经信.xlsx', sha256: hash, sheet: '填报表', raw: '31', value: 31 }],
    });
    const share = indicators.find(({ id }) => id === 'city/rd-share');
    expect(share?.actual).toBe(2.6);
    expect(share?.sources.map(({ raw }) => raw)).toEqual(['26', '1000']);
    expect(indicators.find(({ id }) => id === 'city/firms')).toMatchObject({
      actual: null,
      status: 'not-reported',
      sources: [],
    });
  });
});

describe('the folder out', () => {
  test('holds whole files and nothing temporary', async () => {
    const round = await answered();
    await tallybook('compile', round);
    const files = await listing(path.join(round, 'out'));
    expect(files).toEqual(
      expect.arrayContaining(['compile.json', 'consolidated.xlsx', 'facts.csv']),
    );
    expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([]);
    const bytes = await fs.readFile(path.join(round, 'out', 'consolidated.xlsx'));
    const read = readWorkbook(bytes, { inflate: nodeInflate });
    expect(read.ok && read.grid.sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['总览', '例外', '指标对照', '数据']),
    );
    const csv = await fs.readFile(path.join(round, 'out', 'facts.csv'), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv).toContain('全员劳动生产率');
  });

  test('text that a program would run is quoted in facts.csv', async () => {
    const round = await smallRound();
    const rows = { ...CITY_FILLING, 'city/productivity': { actual: 31, explanation: '=1+cmd|A0' } };
    await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY), rows));
    await tallybook('compile', round);
    const csv = await fs.readFile(path.join(round, 'out', 'facts.csv'), 'utf8');
    expect(csv).toContain('=1+cmd|A0');
    expect(csv).not.toMatch(/(^|[,"\n])=1\+cmd/);
  });

  test.each(['consolidated.xlsx', 'facts.csv', 'compile.json'])(
    'an edited %s is kept under another name, as often as that happens',
    async (name) => {
      const round = await answered();
      const out = path.join(round, 'out');
      await tallybookAt(AT, 'compile', round);
      const ours = await fs.readFile(path.join(out, name));
      for (const edit of ['第一次改动', '第二次改动']) {
        await fs.writeFile(path.join(out, name), edit);
        const { code, stderr } = await tallybookAt(AT, 'compile', round);
        expect(code).toBe(0);
        const kept = /已另存为 (\S+)。/.exec(stderr)![1]!;
        expect(path.dirname(kept)).toBe(out);
        expect(path.extname(kept)).toBe(path.extname(name));
        expect(await fs.readFile(kept, 'utf8')).toBe(edit);
      }
      const others = (await listing(out)).filter((file) => file.startsWith(path.parse(name).name));
      expect(others).toHaveLength(3);
      if (name !== 'consolidated.xlsx')
        expect(await fs.readFile(path.join(out, name))).toEqual(ours);
    },
  );

  test('a result that nobody edited is replaced, and nothing is kept', async () => {
    const round = await answered();
    await tallybookAt(AT, 'compile', round);
    const before = await listing(path.join(round, 'out'));
    const { stderr } = await tallybookAt('2021-07-12T02:00:00.000Z', 'compile', round);
    expect(stderr).toBe('');
    expect(await listing(path.join(round, 'out'))).toEqual(before);
  });

  test('a file that was there before the first compile is kept too', async () => {
    const round = await answered();
    await fs.writeFile(path.join(round, 'out', 'consolidated.xlsx'), '去年的汇总表');
    const { stderr } = await tallybook('compile', round);
    const kept = /已另存为 (\S+)。/.exec(stderr)![1]!;
    expect(await fs.readFile(kept, 'utf8')).toBe('去年的汇总表');
  });
});

describe('again', () => {
  test('gives the same compile.json, whenever it runs', async () => {
    const round = await answered();
    await send(round, '坏.csv', Buffer.from('指标,完成值\n'));
    await tallybookAt(AT, 'compile', round);
    const first = await fs.readFile(path.join(round, 'out', 'compile.json'), 'utf8');
    await tallybookAt('2022-01-01T00:00:00.000Z', 'compile', round);
    expect(await fs.readFile(path.join(round, 'out', 'compile.json'), 'utf8')).toBe(first);
  });

  test('with one more submission counts it, and changes nothing else', async () => {
    const round = await answered();
    await tallybook('compile', round);
    const before = await outOf(round);
    await send(round, '科技.xlsx', filled(await blankOf(round, SCIENCE), FIRMS));
    expect((await tallybook('compile', round)).code).toBe(0);
    const after = await outOf(round);
    expect(before.submissions).toMatchObject({
      accepted: 1,
      missing: [{ organisation: SCIENCE, region: null }],
    });
    expect(after.submissions).toEqual({
      issued: 2,
      received: 2,
      accepted: 2,
      missing: [],
      setAside: [],
      counted: [
        await countedAs(round, ECONOMY, '经信.xlsx'),
        await countedAs(round, SCIENCE, '科技.xlsx'),
      ],
    });
    const others = ({ indicators }: CompileJson) =>
      indicators.filter(({ id }) => id !== 'city/firms');
    expect(others(after)).toEqual(others(before));
    expect(after.indicators.find(({ id }) => id === 'city/firms')?.actual).toBe(70);
  });

  test('the same file twice counts once, a later version instead of the earlier', async () => {
    const round = await answered();
    const bytes = await fs.readFile(path.join(round, 'inbox', '经信.xlsx'));
    await send(round, '经信（再发）.xlsx', bytes);
    const rows = { ...CITY_FILLING, 'city/productivity': { actual: 32 } };
    const later = await send(
      round,
      '经信（修改）.xlsx',
      filled(await blankOf(round, ECONOMY), rows),
    );
    // both say the same saved time of their own, so the file’s time decides
    await fs.utimes(path.join(round, 'inbox', '经信.xlsx'), 1e9, 1e9);
    await fs.utimes(path.join(round, 'inbox', '经信（再发）.xlsx'), 1e9, 1e9);
    await fs.utimes(later, 1.7e9, 1.7e9);
    const ended = await tallybook('compile', round, '--json');
    expect(ended.code).toBe(1);
    const { submissions, indicators } = jsonOf(ended) as CompileJson;
    expect(submissions.received).toBe(3);
    expect(submissions.setAside.map(({ code }) => code).sort()).toEqual([
      'duplicate',
      'superseded',
    ]);
    expect(indicators.find(({ id }) => id === 'city/productivity')?.actual).toBe(32);
  });
});

test('nothing in the inbox changes, nor in templates or round.json', async () => {
  const round = await answered();
  await send(round, '坏.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0]));
  await send(round, '~$锁.xlsx', new Uint8Array([1]));
  const before = await stateOf(round);
  await tallybook('compile', round);
  await tallybook('compile', round);
  // out/ holds the results, .tallybook/ what the product keeps for the next time
  const after = Object.entries(await stateOf(round)).filter(
    ([name]) => !name.startsWith('out/') && !name.startsWith('.tallybook/'),
  );
  expect(Object.fromEntries(after)).toEqual(
    Object.fromEntries(Object.entries(before).filter(([name]) => !name.startsWith('out/'))),
  );
});

describe('exit codes', () => {
  const CASES: readonly (readonly [string, string | number, number])[] = [
    ['clean', 31, 0],
    ['an explanation owed', 3.1, 0],
    ['an error', '约31', 1],
  ];
  test.each(CASES)('%s', async (_, actual, code) => {
    const round = await smallRound();
    const rows = { ...CITY_FILLING, 'city/productivity': { actual } };
    await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY), rows));
    expect((await tallybook('compile', round)).code).toBe(code);
  });

  test('an empty inbox compiles to a table of what is missing', async () => {
    const round = await smallRound();
    const ended = await tallybook('compile', round, '--json');
    expect(ended.code).toBe(0);
    const { indicators, submissions } = jsonOf(ended) as CompileJson;
    expect(submissions.missing).toHaveLength(2);
    expect(indicators.every(({ actual }) => actual === null)).toBe(true);
  });
});

test('the words are in the language asked for, the workbook in the round’s', async () => {
  const round = await answered();
  const { stdout } = await tallybook('compile', round, '--lang', 'en');
  expect(stdout).toMatch(/2 issued, 1 received, 1 accepted, 1 missing/);
  const bytes = await fs.readFile(path.join(round, 'out', 'consolidated.xlsx'));
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  expect(read.ok && read.grid.sheets.map(({ name }) => name)).toContain('总览');
});
