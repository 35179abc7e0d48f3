import { promises as fs } from 'node:fs';
import path from 'node:path';
import { CITY_FILLING } from '../../factories/city';
import { CHINESE, jsonOf, STACK_TRACE, tallybook } from './command-line';
import { freshFolder, stateOf } from './folders';
import type { StatusJson } from './shapes';
import { blankOf, ECONOMY, filled, SCIENCE, send, smallRound, TOWN } from './small-round';

async function statusOf(round: string): Promise<StatusJson> {
  const ended = await tallybook('status', round, '--json');
  expect(ended.code).toBe(0);
  return jsonOf(ended) as StatusJson;
}

const broken = { ...CITY_FILLING, 'city/productivity': { actual: '约31' } };

test('nobody has sent anything: everybody is to be reminded', async () => {
  const round = await smallRound();
  expect(await statusOf(round)).toEqual({
    plans: [TOWN.id],
    period: '2021Q2',
    due: '2021-07-10',
    workbooks: [
      { organisation: ECONOMY, region: null, state: 'missing' },
      { organisation: SCIENCE, region: null, state: 'missing' },
    ],
    setAside: [],
  });
  const { stdout } = await tallybook('status', round);
  expect(stdout).toContain(`催报清单：${ECONOMY}、${SCIENCE}`);
  expect(stdout).toContain('应报 2，已收 0，已采用 0，未报 2。期限 2021-07-10。');
});

test('each state as JSON: accepted, received, returned', async () => {
  const round = await smallRound();
  const firms = filled(await blankOf(round, SCIENCE), { 'city/firms': { actual: 70 } });
  await send(round, '科技.xlsx', firms);
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY), broken));
  const { workbooks } = await statusOf(round);
  expect(workbooks).toEqual([
    { organisation: ECONOMY, region: null, state: 'received', file: '经信.xlsx', findings: 1 },
    { organisation: SCIENCE, region: null, state: 'accepted', file: '科技.xlsx', findings: 0 },
  ]);
  const { stdout } = await tallybook('status', round);
  expect(stdout).toMatch(/市经信局.*已收，待改.*经信\.xlsx/);
  expect(stdout).toMatch(/市科技局.*已采用.*科技\.xlsx/);
  expect(stdout).not.toContain('催报清单');
});

test('names regions beside their organisations in the reminder list', async () => {
  const round = await smallRound(TOWN, '--by', 'unit-region');
  const { stdout } = await tallybook('status', round);
  expect(stdout).toContain(
    `催报清单：${ECONOMY}、${SCIENCE}、${ECONOMY}（海曙区）、${ECONOMY}（江北区）`,
  );
});

test('files that programs leave behind are not taken for submissions', async () => {
  const round = await smallRound();
  const bytes = filled(await blankOf(round, ECONOMY));
  for (const name of ['~$经信.xlsx', '.DS_Store', 'Thumbs.db', '.经信.xlsx.a1b2c3d4.tmp'])
    await send(round, name, bytes);
  const { workbooks, setAside } = await statusOf(round);
  expect(workbooks.map(({ state }) => state)).toEqual(['missing', 'missing']);
  expect(setAside).toEqual([]);
});

test('files in folders of the inbox count, under the path that leads to them', async () => {
  const round = await smallRound();
  await fs.mkdir(path.join(round, 'inbox', '第一批', '经信'), { recursive: true });
  await send(round, path.join('第一批', '经信', 'x.xlsx'), filled(await blankOf(round, ECONOMY)));
  const { workbooks } = await statusOf(round);
  expect(workbooks[0]).toMatchObject({
    state: 'accepted',
    file: path.join('第一批', '经信', 'x.xlsx'),
  });
});

test('is only a look: nothing in the round changes', async () => {
  const round = await smallRound();
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY), broken));
  const before = await stateOf(round);
  await tallybook('status', round);
  await tallybook('status', round, '--json');
  expect(await stateOf(round)).toEqual(before);
});

test('in English nothing is Chinese but names', async () => {
  const { stdout } = await tallybook('status', await smallRound(), '--lang', 'en');
  expect(stdout.replaceAll(ECONOMY, '').replaceAll(SCIENCE, '').replaceAll('、', '')).not.toMatch(
    CHINESE,
  );
  expect(stdout).toContain('To be reminded');
});

describe('a round.json that is no longer ours', () => {
  test.each([
    ['broken off', (text: string) => text.slice(0, 100), /JSON/],
    ['with an unknown key', (text: string) => text.replace('{', '{ "colour": 1,'), /colour/],
    [
      'with a __proto__ key',
      (text: string) => text.replace('{', '{ "__proto__": {},'),
      /__proto__/,
    ],
    ['empty', () => '', /JSON/],
    [
      'of another version',
      (text: string) => text.replace('"schemaVersion": 1', '"schemaVersion": 9'),
      /schemaVersion/,
    ],
  ])('%s is answered with file and place, by every command', async (_, change, place) => {
    const round = await smallRound();
    const file = path.join(round, 'round.json');
    await fs.writeFile(file, change(await fs.readFile(file, 'utf8')));
    for (const command of ['status', 'compile']) {
      const { code, stdout, stderr } = await tallybook(command, round, '--json');
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(file);
      expect(stderr).toMatch(place);
      expect(stderr).not.toMatch(STACK_TRACE);
    }
  });

  test('a folder that is no round is answered with what to do', async () => {
    for (const command of ['status', 'compile']) {
      const ended = await tallybook(command, await freshFolder());
      expect(ended.code).toBe(2);
      expect(ended.stderr).toMatch(/不是报送任务文件夹.*请先用 tallybook generate/);
    }
  });
});
