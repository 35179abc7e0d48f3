import { readdirSync } from 'node:fs';
import path from 'node:path';
import { SEVERITIES } from '../../../../src/core/plan/schema';
import { FILE_RULES, ROW_RULES, RULES } from '../../../../src/core/rule/catalogue';
import { compileCondition } from '../../../../src/core/rule/excel-formula';
import { compileMessage } from '../../../../src/core/rule/message';
import type { RowFacts } from '../../../../src/core/rule/row';
import type { Rule, RowRule } from '../../../../src/core/rule/rule';
import { condition } from '../../../../src/core/rule/rule';
import { CELLS } from '../figures';
import { amount, growth, milestone, row, share } from './rows';

const CATALOGUE = path.join(__dirname, '../../../../src/core/rule/catalogue');
/** What a person reads at a glance in one cell. */
const LONGEST = 70;

const placesOf = (wording: string) => new Set(wording.match(/\{\w+\}/g));

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
}

const ids = RULES.map(({ id }) => id).sort();

test('every id is used once', () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test('a rule, its file and its test have one name', () => {
  const files = namesIn(CATALOGUE, '.ts').filter((name) => name !== 'index');
  const tests = namesIn(__dirname, '.test.ts').filter((name) => name !== 'catalogue');
  expect(files.sort()).toEqual(ids);
  expect(tests.sort()).toEqual(ids);
});

test.each(ids)('the file %s holds the rule of that name', (id) => {
  const module = jest.requireActual<Record<string, Rule>>(path.join(CATALOGUE, id));
  expect(Object.values(module).map((rule) => rule.id)).toEqual([id]);
});

test.each(Object.entries(FILE_RULES))('%s is observed under the name of its id', (name, { id }) => {
  expect(id).toBe(name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
});

test.each(RULES.map((rule) => [rule.id, rule] as const))('%s is worded', (_, rule) => {
  expect(SEVERITIES).toContain(rule.severity);
  for (const { zh, en } of [rule.message, rule.catches]) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[^\p{Script=Han}]*(?:(?:元|万元|亿元)[^\p{Script=Han}]*)*$/u);
    expect(en).toMatch(/[a-z]/);
    expect(placesOf(en)).toEqual(placesOf(zh));
  }
  // a message is a sentence, and half-width marks have no place in a Chinese one
  expect(rule.message.zh).toMatch(/。$/);
  expect(rule.message.zh).not.toMatch(/[,;:!?()]/);
  expect(rule.message.en).toMatch(/\.$/);
  expect(rule.message.zh.replaceAll(/\{\w+\}/g, '').length).toBeLessThanOrEqual(LONGEST);
});

/** Rows that between them concern every rule. */
const FACTS: readonly [what: string, facts: RowFacts][] = [
  ['a count', row({ previous: 50, scheduled: 60, behind: condition('actual < scheduled') })],
  ['an amount', amount({ previous: 30 })],
  ['a share', share({ previous: 2.4 })],
  ['a growth', growth({ previous: 5 })],
  ['a milestone', milestone()],
];

test.each(ROW_RULES.map((rule): [string, RowRule] => [rule.id, rule]))(
  '%s concerns some row, and can be compiled for each that it concerns',
  (_, rule) => {
    const concerned = FACTS.filter(([, facts]) => rule.when(facts) !== null);
    expect(concerned.map(([what]) => what)).not.toEqual([]);
    for (const [, facts] of concerned) {
      expect(compileCondition(rule.when(facts)!, CELLS)).not.toBe('');
      for (const language of ['zh', 'en'] as const)
        expect(compileMessage(rule, facts, language, CELLS, 'A1')).not.toMatch(/\{\w+\}/);
    }
  },
);
