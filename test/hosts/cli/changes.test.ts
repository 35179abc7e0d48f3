import { promises as fs } from 'node:fs';
import path from 'node:path';
import { cellAt, type SheetGrid } from '../../../src/core/sheet/grid';
import { nodeInflate } from '../../../src/xlsx/read/inflate-node';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { CITY_FILLING } from '../../factories/city';
import { tallybookAt } from './command-line';
import { hashOf } from './folders';
import { blankOf, ECONOMY, filled, SCIENCE, send, smallRound } from './small-round';

jest.setTimeout(60_000);

async function changesIn(round: string): Promise<SheetGrid> {
  const bytes = await fs.readFile(path.join(round, 'out', 'consolidated.xlsx'));
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  if (!read.ok) throw new Error(read.message.en);
  return read.grid.sheets.find(({ name }) => name === '变化')!;
}

function textsOf(sheet: SheetGrid): string[] {
  return [...sheet.cells.values()].map(({ value }) => String(value));
}

/** What stands above the table, after the title and the link back. */
const noteOf = (sheet: SheetGrid) =>
  [1, 2, 3, 4, 5].map((column) => String(cellAt(sheet, 2, column)?.value ?? '')).join(' ');
const at = (hour: number) => `2021-07-11T0${hour}:00:00.000Z`;

test('first, with something new, with nothing new, and again with something new', async () => {
  const round = await smallRound();
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
  await tallybookAt(at(1), 'compile', round);
  expect(noteOf(await changesIn(round))).toContain('首次汇总');

  const rows = { ...CITY_FILLING, 'city/productivity': { actual: 32 } };
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY), rows));
  const said = await tallybookAt(at(2), 'compile', round);
  expect(said.stdout).toContain('与上次汇总（2021-07-11 09:00）相比：新收 0 份，替换 1 份');
  const sheet = await changesIn(round);
  expect(textsOf(sheet)).toEqual(expect.arrayContaining(['31', '32', '1', '替换', '经信.xlsx']));
  expect(textsOf(sheet).some((text) => /^经信\.xlsx·填报表·H\d+$/.test(text))).toBe(true);

  const json = hashOf(await fs.readFile(path.join(round, 'out', 'compile.json')));
  const same = await tallybookAt(at(3), 'compile', round);
  expect(same.stdout).toContain('与上次汇总（2021-07-11 10:00）相同');
  const kept = await changesIn(round);
  expect(noteOf(kept)).toContain('与2021-07-11 09:00的汇总相比');
  expect(textsOf(kept)).toEqual(expect.arrayContaining(['31', '32']));
  expect(hashOf(await fs.readFile(path.join(round, 'out', 'compile.json')))).toBe(json);

  await send(
    round,
    '科技.xlsx',
    filled(await blankOf(round, SCIENCE), { 'city/firms': { actual: 70 } }),
  );
  await tallybookAt(at(4), 'compile', round);
  const next = await changesIn(round);
  expect(noteOf(next)).toContain('新收 1 份，替换 0 份');
  expect(textsOf(next)).not.toContain('32');
});

test.each<[string, string | null, RegExp]>([
  ['gone', null, /首次汇总/],
  ['damaged', '{"plans":', /首次汇总/],
  ['of another round', null, /另一任务/],
])('a last result that is %s is not compared with', async (what, content, said) => {
  const round = await smallRound();
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
  await tallybookAt(at(1), 'compile', round);
  const file = path.join(round, 'out', 'compile.json');
  const text = await fs.readFile(file, 'utf8');
  if (what === 'of another round') await fs.writeFile(file, text.replace('"2021Q2"', '"2021Q1"'));
  else if (content === null) await fs.rm(file);
  else await fs.writeFile(file, content);
  await tallybookAt(at(2), 'compile', round);
  expect(noteOf(await changesIn(round))).toMatch(said);
});

test('what the product remembers may be deleted: the comparison begins anew', async () => {
  const round = await smallRound();
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
  await tallybookAt(at(1), 'compile', round);
  await fs.rm(path.join(round, '.tallybook'), { recursive: true });
  await send(
    round,
    '科技.xlsx',
    filled(await blankOf(round, SCIENCE), { 'city/firms': { actual: 70 } }),
  );
  await tallybookAt(at(2), 'compile', round);
  expect(noteOf(await changesIn(round))).toContain('与上次汇总相比：新收 1 份');
});
