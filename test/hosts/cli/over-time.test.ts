import path from 'node:path';
import type { CompileJson } from '../../../src/core/consolidation/compile-json';
import { roundSchema } from '../../../src/core/template/round';
import { CITY_FILLING } from '../../factories/city';
import { tallybook } from './command-line';
import { readJson } from './folders';
import {
  blankOf,
  ECONOMY,
  filled,
  planFile,
  send,
  smallRound,
  submissionOf,
  TOWN,
} from './small-round';

/** A round for the period, after these, that the economy office answers with this investment so far. */
async function roundFor(period: string, after: readonly string[], investment: number) {
  const previous = after.flatMap((round) => ['--previous', round]);
  const round = await smallRound(TOWN, '--period', period, '--due', '2023-01-10', ...previous);
  await answer(round, investment);
  return round;
}

async function answer(round: string, investment: number): Promise<void> {
  const rows = {
    ...CITY_FILLING,
    'city/investment': { actual: investment, explanation: '受项目进度影响' },
  };
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY), rows));
}

async function compiled(round: string): Promise<CompileJson> {
  await tallybook('compile', round);
  return (await readJson(round, 'out', 'compile.json')) as CompileJson;
}

async function historyIn(round: string) {
  const { history } = roundSchema.parse(await readJson(path.join(round, 'round.json')));
  return history.filter(({ key }) => key === 'city/investment');
}

test('every figure keeps its history several rounds back, in the round and in compile.json', async () => {
  const first = await roundFor('2021Q1', [], 50);
  const second = await roundFor('2021Q2', [first], 110);
  const third = await roundFor('2021Q3', [second], 170);
  expect((await historyIn(third)).map(({ period, value }) => [period, value])).toEqual([
    ['2021Q1', 50],
    ['2021Q2', 110],
  ]);
  const { indicators } = await compiled(third);
  const past = (id: string) => indicators.find((found) => found.id === id)?.past;
  expect(past('city/investment')).toMatchObject([
    { period: '2021Q1', actual: 50 },
    { period: '2021Q2', actual: 110 },
  ]);
  expect(past('city/park')).toMatchObject([{ actual: null }, { actual: null }]);
  expect(past('city/firms')).toBeUndefined();
});

test('a round that was left out does not break the chain: totals may not fall across the gap', async () => {
  const first = await roundFor('2021Q1', [], 50);
  const third = await roundFor('2021Q3', [first], 40);
  const { model } = submissionOf(await blankOf(third, ECONOMY));
  expect(model.entries.find(({ key }) => key === 'city/investment')).toMatchObject({
    previous: 50,
    previousPeriod: '2021Q1',
  });
  const { findings } = await compiled(third);
  expect(findings.filter(({ rule }) => rule === 'cumulative-decrease')).toMatchObject([
    { indicator: 'city/investment' },
  ]);
});

test.each([
  ['the older first', [0, 1]],
  ['the newer first', [1, 0]],
])('a figure corrected in its own round later on is a revision: %s', async (_, order) => {
  const first = await roundFor('2021Q1', [], 50);
  const second = await roundFor('2021Q2', [first], 110);
  await answer(first, 60);
  const rounds = [first, second];
  const third = await roundFor(
    '2021Q3',
    order.map((index) => rounds[index]!),
    170,
  );
  expect(await historyIn(third)).toMatchObject([
    { period: '2021Q1', value: 60, revisedFrom: 50 },
    { period: '2021Q2', value: 110 },
  ]);
});

test('says what was carried over, and that nothing was', async () => {
  const first = await roundFor('2021Q2', [], 50);
  const next = (period: string) =>
    [
      ...['--period', period, '--due', '2021-10-10', '--previous', first],
      ...['-o', path.join(path.dirname(first), period)],
    ] as const;
  const file = await planFile();
  const { stdout } = await tallybook('generate', file, ...next('2021Q3'));
  expect(stdout).toMatch(/已带入以往各期（2021Q2）采用的数据 \d+ 个/);
  const { stderr } = await tallybook('generate', file, ...next('2021Q1'));
  expect(stderr).toContain('没有带入任何数据');
});
