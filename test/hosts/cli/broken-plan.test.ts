import { promises as fs } from 'node:fs';
import path from 'node:path';
import { CHINESE, STACK_TRACE, tallybook } from './command-line';
import { freshFolder, listing } from './folders';
import { planFile, TOWN } from './small-round';

const [first, ...others] = TOWN.indicators;
const withFirst = (change: object) => ({
  ...TOWN,
  indicators: [{ ...first, ...change }, ...others],
});
const text = JSON.stringify(TOWN, null, 2);

/** The plan's text with one passage written differently. */
function rewritten(passage: string, instead: string): string {
  if (!text.includes(passage)) throw new Error(`the plan does not hold ${passage}`);
  return text.replace(passage, instead);
}

/** What the file holds, and the place in it that the answer has to name. */
const BROKEN: readonly (readonly [string, unknown, RegExp])[] = [
  ['an empty file', '', /JSON/],
  ['JSON that breaks off', text.slice(0, 200), /JSON/],
  ['a comma too many', rewritten('"items": [', '"items": [,'), /items": \[,/],
  ['a list instead of a plan', [TOWN], /\(root\)/],
  ['an unknown key', { ...TOWN, colour: 'red' }, /\(root\).*colour/],
  ['an unknown key inside', withFirst({ targett: 3 }), /indicators\.0.*targett/],
  ['a __proto__ key', rewritten('{', '{ "__proto__": { "polluted": true },'), /__proto__/],
  [
    'a __proto__ key inside',
    rewritten('"name": "全员劳动生产率"', '"name": "全员劳动生产率", "__proto__": { "kind": "x" }'),
    /indicators\.0.*__proto__/,
  ],
  ['a constructor key', { ...TOWN, constructor: { prototype: {} } }, /\(root\).*constructor/],
  ['a missing part', { ...TOWN, title: undefined }, /title/],
  ['a number as text', withFirst({ precision: '2' }), /indicators\.0\.precision/],
  ['an unknown kind', withFirst({ kind: 'magic' }), /indicators\.0\.kind/],
  ['an unknown organisation', withFirst({ leadUnit: '市无此局' }), /indicators\[0\].*市无此局/],
  ['an id used twice', { ...TOWN, items: [...TOWN.items, TOWN.items[0]] }, /items\[2\]\.id.*rd/],
];

describe.each(BROKEN)('a plan file with %s', (_, content, place) => {
  test.each(['zh', 'en'])('is answered with file and place (%s)', async (language) => {
    const file = await planFile(typeof content === 'string' ? content : JSON.stringify(content));
    const ended = await tallybook('plan', 'show', file, '--json', '--lang', language);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain(file);
    expect(ended.stderr.replaceAll(file, '')).toMatch(place);
    expect(ended.stderr).not.toMatch(STACK_TRACE);
    expect(CHINESE.test(ended.stderr.replaceAll(file, '').replace('市无此局', ''))).toBe(
      language === 'zh',
    );
  });
});

test('a quote that does not stand in the source is named with its place', async () => {
  const file = await planFile();
  await fs.writeFile(path.join(path.dirname(file), 'source.txt'), '到2022年达到100家以下');
  const { code, stderr } = await tallybook('plan', 'show', file);
  expect(code).toBe(2);
  expect(stderr).toContain(file);
  expect(stderr).toMatch(
    /indicators\[0\]\.quotes\[0\]：原文第 0 个字符处不是“到2022年达到100家以上”/,
  );
  expect(stderr).not.toMatch(STACK_TRACE);
});

test('nothing of a __proto__ key gets anywhere', async () => {
  const file = await planFile(rewritten('{', '{ "__proto__": { "polluted": true },'));
  await tallybook('plan', 'show', file);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('generate makes nothing of a broken plan, not even for the good one beside it', async () => {
  const folder = await freshFolder();
  const broken = await planFile({ ...TOWN, colour: 'red' });
  const asked = ['--period', '2021Q2', '--due', '2021-07-10', '-o', path.join(folder, 'R')];
  const ended = await tallybook('generate', await planFile(), broken, ...asked);
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain(broken);
  expect(await listing(folder)).toEqual([]);
});

test('a plan folder without a plan.json is answered, not crashed on', async () => {
  const folder = await freshFolder();
  const { code, stderr } = await tallybook('plan', 'show', folder);
  expect(code).toBe(2);
  expect(stderr).toContain(path.join(folder, 'plan.json'));
  expect(stderr).not.toMatch(STACK_TRACE);
});
