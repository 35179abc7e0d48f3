import { strFromU8, unzipSync } from 'fflate';
import { roundSchema } from '../../../src/core/template/round';
import { CHINESE, tallybook } from './command-line';
import { readJson } from './folders';
import {
  blankOf,
  ECONOMY,
  filled,
  SCIENCE,
  send,
  smallRound,
  submissionOf,
  TOWN,
} from './small-round';

/** Every text of the plan, the longest first; these stay as the plan has them. */
function textsOf(value: unknown): string[] {
  const found = new Set<string>();
  const walk = (part: unknown): void => {
    if (typeof part === 'string') found.add(part);
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(walk);
  };
  walk(value);
  return [...found].filter((text) => CHINESE.test(text)).sort((a, b) => b.length - a.length);
}

/** All parts of the workbook that hold words; styles name fonts, which keep their names. */
function wordsOf(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.endsWith('.xml') && !/styles\.xml$|theme/.test(name))
    .map(([, content]) => strFromU8(content))
    .join('\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** What is left without the plan’s words, its rows’ names, and the currency’s units. */
function withoutPlan(words: string, rows: readonly string[] = []): string {
  const own = textsOf([TOWN, rows, '万元', '亿元', '元']);
  return own.reduce((rest, text) => rest.replaceAll(text, ''), words);
}

test('the round remembers the language, and its files have English names', async () => {
  const { language, issued } = roundSchema.parse(
    await readJson(await smallRound(TOWN, '--lang', 'en'), 'round.json'),
  );
  expect(language).toBe('en');
  expect(issued.map(({ file }) => file)).toEqual([
    `2021Q2_${ECONOMY}_form.xlsx`,
    `2021Q2_${SCIENCE}_form.xlsx`,
  ]);
});

test('an English form has no Chinese but the plan’s own words', async () => {
  const blank = await blankOf(await smallRound(TOWN, '--lang', 'en'), ECONOMY);
  // a row for a base year is named in the plan’s language: 研发经费（2019年同期）
  const rows = submissionOf(blank).model.entries.map(({ name }) => name);
  const left = withoutPlan(wordsOf(blank), rows).match(/.{0,30}\p{Script=Han}+.{0,30}/gu) ?? [];
  expect(left).toEqual([]);
});

test('a Chinese form has Chinese words of its own', async () => {
  const blank = await blankOf(await smallRound(), ECONOMY);
  expect(withoutPlan(wordsOf(blank))).toMatch(/填报说明/);
});

test.each([
  ['zh', 'en'],
  ['en', 'zh'],
])('a form in %s is checked in the words of the one who checks: %s', async (form, language) => {
  const round = await smallRound(TOWN, '--lang', form);
  const file = await send(round, 'x.xlsx', await blankOf(round, SCIENCE));
  const { code, stdout } = await tallybook('check', file, '--lang', language);
  expect(code).toBe(1);
  expect(stdout).toMatch(language === 'zh' ? /须修改 \d.*提示/ : /\d errors, \d to explain/);
  const figures = { 'city/firms': { actual: 70 } };
  const good = await send(round, 'y.xlsx', filled(await blankOf(round, SCIENCE), figures));
  expect((await tallybook('check', good, '--lang', language)).code).toBe(0);
});
