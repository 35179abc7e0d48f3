import { planSchema } from '../../../src/core/plan/schema';
import { PLAN } from './plans';

type Path = readonly (string | number)[];

/** A copy of the plan as it comes out of a file, with one value set. */
function planWith(path: Path, value: unknown): unknown {
  const plan: unknown = structuredClone(PLAN);
  let place = plan as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
  place[path.at(-1)!] = value;
  return plan;
}

function refusedAt(value: unknown): string[] | null {
  const read = planSchema.safeParse(value);
  return read.success ? null : read.error.issues.map(({ path }) => path.join('.'));
}

test('reads a plan and keeps it as it is', () => {
  const read = planSchema.parse(JSON.parse(JSON.stringify(PLAN)));
  expect(read).toEqual(PLAN);
  expect(JSON.stringify(read)).toBe(JSON.stringify(PLAN));
});

test.each<[path: Path]>([
  [['extra']],
  [['source', 'extra']],
  [['organisations', 0, 'extra']],
  [['regions', 0, 'extra']],
  [['indicators', 0, 'extra']],
  [['indicators', 0, 'quotes', 0, 'extra']],
  [['indicators', 0, 'target', 'extra']],
  [['indicators', 0, 'collect', 'extra']],
  [['indicators', 1, 'collect', 'extra']],
  [['items', 0, 'extra']],
])('refuses the unknown key %j', (path) => {
  const where = path.slice(0, -1).join('.');
  expect(refusedAt(planWith(path, 1))).toEqual([where]);
});

test.each(['id', 'title', 'startYear', 'source', 'indicators', 'items', 'rules'])(
  'refuses a plan without %s',
  (key) => {
    const plan = Object.fromEntries(Object.entries(PLAN).filter(([name]) => name !== key));
    expect(refusedAt(plan)).toEqual([key]);
  },
);

test.each<[path: Path, value: unknown]>([
  [['schemaVersion'], 2],
  [['schemaVersion'], '1'],
  [['id'], 'A Plan'],
  [['id'], '../plan'],
  [['id'], ''],
  [['title'], '　 '],
  [['issuedOn'], '2021-02-30'],
  [['issuedOn'], '2021年3月'],
  [['startYear'], 2021.5],
  [['startYear'], '2021'],
  [['endYear'], 21],
  [['source', 'sha256'], 'f'.repeat(63)],
  [['source', 'sha256'], 'F'.repeat(64)],
  [['organisations', 0, 'name'], ''],
  [['indicators'], {}],
  [['indicators', 0], null],
  [['indicators', 0, 'id'], 'leading_firms'],
  [['indicators', 0, 'id'], 'leading--firms'],
  [['indicators', 0, 'quotes', 0, 'start'], -1],
  [['indicators', 0, 'quotes', 0, 'start'], 1.5],
  [['indicators', 0, 'quotes', 0, 'text'], ''],
  [['indicators', 0, 'precision'], 7],
  [['indicators', 0, 'kind'], 'count'],
  [['indicators', 0, 'target', 'operator'], '≥'],
  [['indicators', 0, 'target', 'value'], '120'],
  [['indicators', 0, 'target', 'value'], Infinity],
  [['indicators', 0, 'target', 'value'], NaN],
  [['indicators', 0, 'target', 'tolerance'], 5],
  [['indicators', 0, 'direction'], 'up'],
  [['indicators', 0, 'soft'], 'false'],
  [['indicators', 0, 'leadUnit'], ''],
  [['indicators', 0, 'supportingUnits'], '市科技局'],
  [['indicators', 0, 'collect', 'method'], 'guess'],
  [['indicators', 1, 'collect', 'scale'], 0],
  [['indicators', 0, 'frequency'], 'week'],
  [['items', 0, 'measureUnit'], ''],
  [['items', 0, 'accumulation'], 'total'],
])('refuses %j = %j', (path, value) => {
  expect(refusedAt(planWith(path, value))).toEqual([path.join('.')]);
});

test.each([null, undefined, 1, 'plan', [], [PLAN], {}])('refuses %j for a plan', (value) => {
  expect(refusedAt(value)).not.toBeNull();
});

describe('__proto__ in a file', () => {
  const polluted = (path: Path): unknown => {
    const marked = JSON.stringify(planWith([...path, 'MARK'], { polluted: true }));
    return JSON.parse(marked.replace('"MARK"', '"__proto__"')) as unknown;
  };

  test.each<[path: Path]>([
    [[]],
    [['source']],
    [['indicators', 0]],
    [['indicators', 0, 'target']],
    [['indicators', 0, 'collect']],
    [['items', 0]],
  ])('in %j is refused or left out, and never reaches a prototype', (path) => {
    const read = planSchema.safeParse(polluted(path));
    let place: unknown = read.success ? read.data : {};
    for (const key of read.success ? path : [])
      place = (place as Record<string | number, unknown>)[key];
    expect(Object.getPrototypeOf(place)).toBe(Object.prototype);
    expect(Object.keys(place as object)).not.toContain('__proto__');
    expect('polluted' in (place as object)).toBe(false);
    expect('polluted' in {}).toBe(false);
  });
});
