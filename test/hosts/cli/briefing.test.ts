import { strFromU8, unzipSync } from 'fflate';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { tallybook, tallybookAt } from './command-line';
import { hashOf, listing } from './folders';
import { blankOf, ECONOMY, filled, send, smallRound, TOWN } from './small-round';

const AT = '2021-07-11T02:00:00.000Z';

async function answered(...words: string[]): Promise<string> {
  const round = await smallRound(TOWN, ...words);
  await send(round, '经信.xlsx', filled(await blankOf(round, ECONOMY)));
  return round;
}

async function textOf(file: string): Promise<string> {
  const parts = unzipSync(new Uint8Array(await fs.readFile(file)));
  return strFromU8(parts['word/document.xml']!)
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '');
}

test('compile writes the bulletin beside the consolidated workbook, as a document and a page', async () => {
  const round = await answered();
  const { stdout } = await tallybookAt(AT, 'compile', round);
  const out = path.join(round, 'out');
  for (const name of ['briefing.docx', 'briefing.html']) {
    expect(await listing(out)).toContain(name);
    expect(stdout).toContain(`已写入 ${path.join(out, name)}`);
  }
  const text = await textOf(path.join(out, 'briefing.docx'));
  expect(text).toContain('2021年7月11日');
  expect(text).toContain(
    '本期下发报送表2份，收到1份，其中审核通过1份、待修改或说明0份；未报送1份。',
  );
  expect(await fs.readFile(path.join(out, 'briefing.html'), 'utf8')).toContain(
    '请尚未报送的市科技局尽快补报。',
  );
});

test('compiling again at the same time gives the same bytes', async () => {
  const round = await answered();
  const states = [];
  for (let time = 0; time < 2; time++) {
    await tallybookAt(AT, 'compile', round);
    states.push(hashOf(await fs.readFile(path.join(round, 'out', 'briefing.docx'))));
  }
  expect(states[0]).toBe(states[1]);
});

test('an edited bulletin is left alone and ours written beside it, as often as that happens', async () => {
  const round = await answered();
  const out = path.join(round, 'out');
  const bulletins = async () =>
    (await listing(out)).filter((name) => name.endsWith('.docx')).sort();
  await tallybookAt(AT, 'compile', round);
  await fs.writeFile(path.join(out, 'briefing.docx'), '局长改过的');
  const second = await tallybookAt(AT, 'compile', round);
  expect(second.code).toBe(0);
  expect(second.stderr).toContain('briefing.docx 在上次汇总后被改动过，保持原样；新的通报写入');
  expect(second.stderr).toContain('briefing-新.docx');
  await tallybookAt(AT, 'compile', round);
  expect(await bulletins()).toEqual(['briefing-新.docx', 'briefing.docx'].sort());
  await fs.writeFile(path.join(out, 'briefing-新.docx'), '又改了');
  await tallybookAt(AT, 'compile', round);
  expect(await bulletins()).toEqual(
    ['briefing-新-2.docx', 'briefing-新.docx', 'briefing.docx'].sort(),
  );
  expect(await fs.readFile(path.join(out, 'briefing.docx'), 'utf8')).toBe('局长改过的');
  expect(await fs.readFile(path.join(out, 'briefing-新.docx'), 'utf8')).toBe('又改了');
});

test('a bulletin that was removed is written anew', async () => {
  const round = await answered();
  await tallybookAt(AT, 'compile', round);
  await fs.rm(path.join(round, 'out', 'briefing.docx'));
  const { stderr } = await tallybookAt(AT, 'compile', round);
  expect(stderr).not.toContain('保持原样');
  expect(await listing(path.join(round, 'out'))).toContain('briefing.docx');
});

test('the bulletin of an English round is in English, and says so in the language asked for', async () => {
  const round = await answered('--lang', 'en');
  const out = path.join(round, 'out');
  await tallybook('compile', round, '--lang', 'en');
  expect(await textOf(path.join(out, 'briefing.docx'))).toContain('1. Overall');
  await fs.writeFile(path.join(out, 'briefing.docx'), 'edited');
  const { stderr } = await tallybook('compile', round, '--lang', 'en');
  expect(stderr).toMatch(
    /was edited since the last compile and left as it is; .*briefing-new\.docx/,
  );
});

test('a round before anything came back has one', async () => {
  const round = await smallRound();
  await tallybook('compile', round);
  expect(await textOf(path.join(round, 'out', 'briefing.docx'))).toContain('均未报送。');
});
