import { createHash } from 'node:crypto';
import { checkPlan } from '../../src/core/plan/check';
import { uncoveredClauses, type Stretch } from '../../src/core/plan/coverage';
import { parseCondition } from '../../src/core/rule/parse';
import { isMeasurable, loadSeed, SEED_IDS, type Seed } from './load';

test('the five plans are there', () => {
  expect(SEED_IDS).toEqual([
    'ningbo-innovation-2026',
    'ningbo-quality-2022',
    'ningbo-retrofit-2024',
    'shaoxing-4151',
    'zhejiang-2025',
  ]);
});

const quotesOf = ({ plan }: Seed) => plan.indicators.flatMap(({ quotes }) => quotes);
const duplicates = (list: readonly string[]) =>
  list.filter((entry, index) => list.indexOf(entry) !== index);
const overlap = (left: Stretch, right: Stretch) =>
  left.start < right.start + right.text.length && right.start < left.start + left.text.length;

describe.each(SEED_IDS)('%s', (id) => {
  const seed = loadSeed(id);
  const { plan, source, noTarget } = seed;
  const { indicators } = plan;

  test('has the id of its folder', () => {
    expect(plan.id).toBe(id);
  });

  test('has no problem against its source', () => {
    expect(checkPlan(plan, source)).toEqual([]);
  });

  test('records the hash of its source', () => {
    expect(plan.source).toEqual({
      file: 'source.txt',
      sha256: createHash('sha256').update(seed.sourceBytes).digest('hex'),
    });
  });

  test('is canonical JSON, in the order of the schema', () => {
    expect(seed.planText).toBe(`${JSON.stringify(plan, null, 2)}\n`);
  });

  test('uses every id once, across indicators and items', () => {
    const ids = [...indicators, ...plan.items].map((entry) => entry.id);
    expect(duplicates(ids)).toEqual([]);
    expect(duplicates(plan.rules.map((rule) => rule.id))).toEqual([]);
  });

  test('calls no two indicators by one name', () => {
    expect(duplicates(indicators.map(({ name }) => name))).toEqual([]);
  });

  test('lists every organisation that it names, once, under one name', () => {
    const known = plan.organisations.flatMap(({ name, aliases }) => [name, ...aliases]);
    expect(duplicates(known)).toEqual([]);
    const named = indicators.flatMap(({ leadUnit, supportingUnits }) => [
      ...(leadUnit === null ? [] : [leadUnit]),
      ...supportingUnits,
    ]);
    const names = plan.organisations.map(({ name }) => name);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
    // an alias is the organisation with its office or in another spelling of the text
    expect(known.filter((name) => !source.includes(name))).toEqual([]);
  });

  test('names a lead just where the text states one or one is inferred', () => {
    const wrong = indicators.filter(
      ({ leadUnit, responsibility }) => (leadUnit === null) !== (responsibility === 'none'),
    );
    expect(wrong.map((indicator) => indicator.id)).toEqual([]);
    const doubled = indicators.filter(
      ({ leadUnit, supportingUnits }) =>
        duplicates([...supportingUnits, leadUnit ?? '']).length > 0,
    );
    expect(doubled.map((indicator) => indicator.id)).toEqual([]);
  });

  test('names leaders that stand in the text', () => {
    const leaders = new Set(indicators.flatMap(({ leader }) => leader ?? []));
    expect([...leaders].filter((leader) => !source.includes(leader))).toEqual([]);
  });

  test('places every indicator under headings of the text', () => {
    const bare = (text: string) => text.replaceAll(/\s/g, '');
    const whole = bare(source);
    const astray = indicators.flatMap(({ section }) =>
      section.filter((heading) => !whole.includes(bare(heading))),
    );
    expect(astray).toEqual([]);
  });

  test('collects nothing for vision wording, and asks milestones for no number', () => {
    for (const { kind, soft, direction, collect, rollUp } of indicators) {
      if (soft) expect(kind).toBe('milestone');
      if (kind === 'milestone')
        expect([direction, collect.method, rollUp]).toEqual(['none', 'direct', 'none']);
    }
  });

  test('has rules that can be read, over ids that exist', () => {
    for (const { assert } of plan.rules) {
      expect(parseCondition(assert)).toMatchObject({ ok: true });
      const named = [...assert.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]!);
      const known = [...indicators, ...plan.items].map((entry) => entry.id);
      expect(named.length).toBeGreaterThan(1);
      expect(named.filter((name) => !known.includes(name))).toEqual([]);
    }
  });

  describe('numbers of the text', () => {
    test('all lie in a quote or are known to set no target', () => {
      expect(uncoveredClauses(source, [...quotesOf(seed), ...noTarget])).toEqual([]);
    });

    test('that set no target stand where it is said, each for a reason, outside every quote', () => {
      const astray = noTarget.filter(({ text, start }) => !source.startsWith(text, start));
      expect(astray).toEqual([]);
      expect(noTarget.filter(({ reason }) => reason.trim() === '')).toEqual([]);
      const quotes = quotesOf(seed);
      const shared = noTarget.filter((entry) => quotes.some((quote) => overlap(entry, quote)));
      expect(shared).toEqual([]);
    });

    test('are missed as soon as any one no-target entry is gone', () => {
      const needless = noTarget.filter((entry) => {
        const others = noTarget.filter((other) => other !== entry);
        return uncoveredClauses(source, [...quotesOf(seed), ...others]).length === 0;
      });
      expect(needless).toEqual([]);
    });

    test('are missed as soon as the only quote of a measurable indicator is gone', () => {
      const alone = indicators.filter(
        (indicator) => isMeasurable(indicator) && indicator.quotes.length === 1,
      );
      const missed = alone.filter((indicator) => {
        const others = indicators.filter((other) => other !== indicator);
        const stretches = [...others.flatMap(({ quotes }) => quotes), ...noTarget];
        return uncoveredClauses(source, stretches).length > 0;
      });
      // the others share their sentence with a neighbour that quotes it too
      expect(missed.length / alone.length).toBeGreaterThan(0.8);
    });
  });
});
