import { promises as fs } from 'node:fs';
import path from 'node:path';
import { SEED_IDS, seedPlan } from '../../factories/plan';
import { RULED_CITY } from '../../factories/ruled-city';
import { CHINESE, jsonOf, tallybook } from './command-line';
import { planFile, TOWN } from './small-round';

interface ListedPlan {
  id: string;
  measurable: number;
  milestones: number;
  soft: number;
}

describe('plan list', () => {
  test('names every plan of the product, with headings in the user’s language', async () => {
    const chinese = await tallybook('plan', 'list');
    const english = await tallybook('plan', 'list', '--lang', 'en');
    for (const { code, stdout, stderr } of [chinese, english]) {
      expect(code).toBe(0);
      expect(stderr).toBe('');
      for (const id of SEED_IDS) {
        expect(stdout).toContain(id);
        expect(stdout).toContain(seedPlan(id).title);
      }
    }
    const [, heading] = chinese.stdout.split('\n');
    expect(heading).toMatch(/规划.*标题.*量化指标.*定性任务.*愿景表述.*单位/);
    const [, englishHeading] = english.stdout.split('\n');
    expect(englishHeading).toMatch(/Plan.*Title.*Years.*Measurable.*Milestones.*Organisations/);
    expect(englishHeading).not.toMatch(CHINESE);
  });

  test('--json gives the plans with their counts, and nothing else on stdout', async () => {
    const plans = jsonOf(await tallybook('plan', 'list', '--json')) as ListedPlan[];
    expect(plans.map(({ id }) => id).sort()).toEqual([...SEED_IDS].sort());
    for (const listed of plans) {
      const plan = seedPlan(listed.id as (typeof SEED_IDS)[number]);
      const { id, title, issuer, startYear, endYear, indicators } = plan;
      const { measurable, milestones, soft, ...rest } = listed;
      expect(rest).toEqual({ id, title, issuer, startYear, endYear });
      expect(soft).toBe(indicators.filter((indicator) => indicator.soft).length);
      expect(measurable + milestones + soft).toBe(indicators.length);
    }
  });
});

describe('plan show', () => {
  test.each(SEED_IDS)('%s: every indicator stands in the table, in both languages', async (id) => {
    const plan = seedPlan(id);
    for (const language of ['zh', 'en']) {
      const { code, stdout } = await tallybook('plan', 'show', id, '--lang', language);
      expect(code).toBe(0);
      for (const indicator of plan.indicators) {
        const row = stdout.split('\n').find((line) => line.includes(` ${indicator.id} `));
        expect(row).toContain(indicator.name);
      }
    }
  });

  test.each(SEED_IDS)('%s --json is the plan itself', async (id) => {
    const ended = await tallybook('plan', 'show', id, '--json');
    expect(ended.code).toBe(0);
    expect(jsonOf(ended)).toEqual(seedPlan(id));
  });

  test('takes a path: a plan.json or its folder', async () => {
    const file = await planFile();
    for (const name of [file, path.dirname(file)])
      expect(jsonOf(await tallybook('plan', 'show', name, '--json'))).toEqual(TOWN);
  });

  test('reads a plan that Notepad saved with a byte order mark', async () => {
    const file = await planFile();
    await fs.writeFile(file, `\uFEFF${await fs.readFile(file, 'utf8')}`);
    expect((await tallybook('plan', 'show', file)).code).toBe(0);
  });

  test.each([
    ['zh', '没有规划“nowhere”', '也可以给出 plan.json 的路径'],
    ['en', 'No plan “nowhere”', 'A path to a plan.json will do as well'],
  ])('an unknown plan is answered with those at hand (%s)', async (language, what, then) => {
    const ended = await tallybook('plan', 'show', 'nowhere', '--lang', language);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe('');
    for (const part of [what, then, ...SEED_IDS]) expect(ended.stderr).toContain(part);
  });
});

describe('a plan with rules of its own', () => {
  test.each([
    ['zh', ['本规划自己的规则', 'city/firms-fast', '须修改', 'swing', 'share = 0.2', '提示']],
    ['en', ['The plan’s own rules', 'city/firms-fast', 'error', 'swing', 'share = 0.2', 'note']],
  ])('plan show lists them and what they change of the catalogue (%s)', async (language, words) => {
    const file = await planFile(RULED_CITY);
    const { code, stdout } = await tallybook('plan', 'show', file, '--lang', language);
    expect(code).toBe(0);
    const rules = stdout.slice(stdout.indexOf(words[0]!));
    for (const word of words) expect(rules).toContain(word);
    expect(rules).not.toContain('missing-figure');
    expect(jsonOf(await tallybook('plan', 'show', file, '--json'))).toEqual(RULED_CITY);
  });

  test('a plan without any has no such list', async () => {
    const { stdout } = await tallybook('plan', 'show', await planFile(), '--lang', 'en');
    expect(stdout).not.toContain('own rules');
  });

  test('export and import give the same plan', async () => {
    const file = await planFile(RULED_CITY);
    const folder = path.dirname(file);
    const [list, back] = ['list.xlsx', 'back.json'].map((name) => path.join(folder, name));
    expect((await tallybook('plan', 'export', file, '-o', list!)).code).toBe(0);
    const ended = await tallybook('plan', 'import', list!, '-o', back!);
    expect(ended.code).toBe(0);
    expect(JSON.parse(await fs.readFile(back!, 'utf8'))).toEqual(RULED_CITY);
  }, 60_000);
});
