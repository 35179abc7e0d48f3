import { readFileSync } from 'node:fs';
import path from 'node:path';
import { linksSchema, sharedFigures, withSharedLeads } from '../../../src/core/plan/links';
import type { Plan } from '../../../src/core/plan/schema';
import type { Entry } from '../../../src/core/template/entry';
import { entriesFor, recipientsOf } from '../../../src/core/template/select';
import { editsOf } from '../../factories/filling';
import { gridOf } from '../../factories/grid';
import { indicatorOf, itemOf, planOf, seedPlan } from '../../factories/plan';
import { submissionOf } from '../../factories/submission';
import { contextOf, NO_HISTORY, periodOf, templateFor } from '../../factories/template';

/** Investment of one plan is the denominator of a share and the level of a growth in another, in 万元 there. */
const ECONOMY: Plan = planOf({
  id: 'economy',
  indicators: [
    indicatorOf({ id: 'investment', kind: 'annual', measureUnit: '亿元', precision: 2 }),
    indicatorOf({ id: 'firms' }),
  ],
});
const RETROFIT: Plan = planOf({
  id: 'retrofit',
  indicators: [
    indicatorOf({
      id: 'share',
      kind: 'share',
      measureUnit: '%',
      precision: 2,
      collect: { method: 'ratio', numerator: 'retrofit', denominator: 'investment', scale: 100 },
    }),
    indicatorOf({
      id: 'growth',
      kind: 'average-growth',
      measureUnit: '%',
      precision: 2,
      collect: { method: 'average-growth', item: 'investment', baseYear: 2019 },
    }),
    indicatorOf({ id: 'enterprises' }),
  ],
  items: [
    itemOf({ id: 'retrofit', measureUnit: '万元' }),
    itemOf({ id: 'investment', measureUnit: '万元' }),
  ],
});
const LINKS = linksSchema.parse({
  schemaVersion: 1,
  shared: [
    {
      id: 'investment',
      name: '投资',
      members: ['economy/investment', 'retrofit/item.investment'],
      note: null,
    },
    { id: 'firms', name: '企业数', members: ['economy/firms', 'retrofit/enterprises'], note: null },
    { id: 'absent', name: '不在', members: ['retrofit/item.retrofit', 'third/x'], note: null },
  ],
  lookAlikes: [],
});
const PLANS = [ECONOMY, RETROFIT];
const CONTEXT = contextOf(PLANS, '2021', { shared: sharedFigures(LINKS, PLANS) });
const BUILT = templateFor(CONTEXT);
const row = (key: string): Entry | undefined =>
  BUILT.model.entries.find((entry) => entry.key === key);

describe('a figure that two plans use', () => {
  test('has one row, of the plan that sets it a target', () => {
    expect(BUILT.model.entries.map(({ key }) => key)).toEqual([
      'economy/investment',
      'economy/firms',
      'retrofit/item.retrofit',
      'retrofit/share',
      'retrofit/item.investment.2019',
      'retrofit/growth',
    ]);
    expect(row('economy/investment')).toMatchObject({ item: null, measureUnit: '亿元' });
  });

  test('counts for both, converted to each plan’s unit', () => {
    expect(row('economy/investment')).toMatchObject({
      serves: ['economy/investment', 'retrofit/share', 'retrofit/growth'],
      aliases: [{ key: 'retrofit/item.investment', measureUnit: '万元', factor: 10_000 }],
    });
    expect(row('economy/firms')).toMatchObject({
      serves: ['economy/firms', 'retrofit/enterprises'],
      aliases: [{ key: 'retrofit/enterprises', factor: 1 }],
    });
    expect(row('retrofit/item.retrofit')!.aliases).toEqual([]);
  });

  test('what is computed from it stays the same', () => {
    const edits = editsOf(BUILT, {
      'economy/investment': { actual: 400 },
      'retrofit/item.retrofit': { actual: 1_000_000 },
      'retrofit/item.investment.2019': { actual: 2_500_000 },
    });
    const { entries } = submissionOf(gridOf(BUILT.description, edits));
    const value = (key: string) => entries.find(({ entry }) => entry.key === key)!.value;
    // 100 of 400 亿元; and 400 亿元 are 4,000,000 万元, 1.6 times 2,500,000 in two years
    expect([value('retrofit/share'), value('retrofit/growth')]).toEqual([25, 26.49]);
  });

  test('is asked twice where nobody declared it shared', () => {
    const { model } = templateFor(contextOf(PLANS, '2021'));
    expect(model.entries.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'economy/investment',
        'retrofit/item.investment',
        'retrofit/enterprises',
      ]),
    );
    expect(model.entries.every(({ aliases }) => aliases.length === 0)).toBe(true);
  });

  test('in units that measure different things is our own bug: links are checked before', () => {
    const bad = {
      id: 'bad',
      name: '错',
      members: ['economy/firms', 'retrofit/item.retrofit'],
      note: null,
    };
    const shared = sharedFigures({ ...LINKS, shared: [bad] }, PLANS);
    expect(() => templateFor({ ...CONTEXT, shared })).toThrow('linked without a check');
  });
});

test('the three plans of Ningbo: every declared figure is asked once of whoever is asked for it', () => {
  const links = linksSchema.parse(
    JSON.parse(readFileSync(path.join(__dirname, '../../../seeds/links.json'), 'utf8')),
  );
  const seeds = (
    ['ningbo-quality-2022', 'ningbo-retrofit-2024', 'ningbo-innovation-2026'] as const
  ).map(seedPlan);
  const shared = sharedFigures(links, seeds);
  expect(shared.length).toBeGreaterThan(5);
  const plans = withSharedLeads(seeds, shared);
  const period = periodOf('2022');
  let saved = 0;
  for (const recipient of recipientsOf(plans, period, 'unit')) {
    const once = entriesFor(recipient, period, NO_HISTORY, shared);
    const twice = entriesFor(recipient, period, NO_HISTORY, []);
    saved += twice.length - once.length;
    for (const { members } of shared) {
      const keys = new Set(members.map(({ key }) => key));
      const rows = once.filter(({ key, derivation }) => keys.has(key) && derivation === null);
      expect(rows.length).toBeLessThanOrEqual(1);
    }
    // nothing that was asked is lost: it is a row or counted with one
    const served = once.flatMap(({ key, aliases }) => [key, ...aliases.map((alias) => alias.key)]);
    expect(new Set(served)).toEqual(new Set(twice.map(({ key }) => key)));
  }
  expect(saved).toBeGreaterThan(5);
});
