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
const RULE = {
  ...{ id: 'own', severity: 'error', assert: '[firms] >= 0' },
  message: { zh: '请核对。', en: 'Please check.' },
};
const ruled = (assert: string) => ({ ...TOWN, rules: [{ ...RULE, assert }] });

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
  ['a typing mistake in a rule', ruled('[firms] > = 3'), /rules\[0\]\.assert.*own.*11/],
  ['a rule about nobody', ruled('[firms] > [gone]'), /rules\[0\]\.assert.*own.*11.*\[gone\]/],
  ['unlike units in a rule', ruled('[firms] > [item.rd]'), /rules\[0\]\.assert.*own.*9/],
  ['an unknown key in a rule', { ...TOWN, rules: [{ ...RULE, colour: 1 }] }, /rules\.0.*colour/],
  [
    'an unknown rule to switch off',
    { ...TOWN, ruleSettings: [{ rule: 'swings', off: true }] },
    /ruleSettings\[0\]\.rule.*swings/,
  ],
  [
    'a threshold out of bounds',
    { ...TOWN, ruleSettings: [{ rule: 'swing', thresholds: { share: -1 } }] },
    /ruleSettings\[0\]\.thresholds.*swing.*share/,
  ],
  [
    'an item computed from itself',
    { ...TOWN, items: TOWN.items.map((item) => ({ ...item, compute: '[rd] + [revenue]' })) },
    /items\[0\]\.compute.*rd.*1[^0-9]/,
  ],
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
    // names and units are the plan's own words
    const words = ended.stderr.replaceAll(file, '').replace(/市无此局|家|亿元/g, '');
    expect(CHINESE.test(words)).toBe(language === 'zh');
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
