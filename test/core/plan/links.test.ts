import {
  checkLinks,
  linksSchema,
  sharedFigures,
  withSharedLeads,
  type Links,
} from '../../../src/core/plan/links';
import type { Plan } from '../../../src/core/plan/schema';
import { INDICATOR, PLAN, withIndicator } from './plans';

/** A second plan with the same figures, counted in 万家. */
const OTHER: Plan = { ...withIndicator({ measureUnit: '万家', leadUnit: null }), id: 'b-plan' };
const PLANS = [PLAN, OTHER];

function links(...groups: readonly (readonly string[])[]): Links {
  const shared = groups.map((members, index) => ({
    id: `figure-${index + 1}`,
    name: '同一数据',
    members: [...members],
    note: null,
  }));
  return linksSchema.parse({ schemaVersion: 1, shared, lookAlikes: [] });
}

const FIRMS = ['a-plan/leading-firms', 'b-plan/leading-firms'];
const GDP = ['a-plan/item.gdp', 'b-plan/item.gdp'];

test.each<[what: string, links: Links, messages: string[]]>([
  ['units that differ by a power of ten', links(FIRMS, GDP), []],
  ['a plan that is not at hand', links(['a-plan/leading-firms', 'c-plan/anything']), []],
  [
    'a figure that does not exist',
    links(['a-plan/leading-firms', 'b-plan/leading-firm']),
    ['共用数据“figure-1”：没有指标或报送项“b-plan/leading-firm”。'],
  ],
  [
    'an item that is no indicator',
    links(['a-plan/gdp', 'b-plan/item.gdp']),
    ['共用数据“figure-1”：没有指标或报送项“a-plan/gdp”。'],
  ],
  [
    'one figure in two groups',
    links(FIRMS, ['b-plan/leading-firms', 'c-plan/anything']),
    ['共用数据“figure-2”：“b-plan/leading-firms”已在另一组中。'],
  ],
  [
    'units of different things',
    links(['a-plan/leading-firms', 'b-plan/item.gdp']),
    [
      '共用数据“figure-1”：a-plan/leading-firms（家） 与 b-plan/item.gdp（亿元） 的计量单位不能换算，不是同一数据。',
    ],
  ],
])('checkLinks on %s', (_, file, messages) => {
  expect(checkLinks(file, PLANS).map(({ message }) => message.zh)).toEqual(messages);
});

test('a look-alike that does not exist is a problem too', () => {
  const lookAlikes = [{ members: ['a-plan/leading-firms', 'b-plan/none'], reason: '口径不同' }];
  const found = checkLinks({ ...links(FIRMS), lookAlikes }, PLANS);
  expect(found.map(({ message }) => message.zh)).toEqual([
    '共用数据“”：没有指标或报送项“b-plan/none”。',
  ]);
});

test.each([
  ['leading-firms', 'b-plan/leading-firms'],
  ['a-plan/items/gdp', 'b-plan/item.gdp'],
  ['a-plan/__proto__', 'b-plan/item.gdp'],
])('a links file names figures as plan/indicator or plan/item.id, not %s', (...members) => {
  const shared = [{ id: 'a', name: '甲', members, note: null }];
  expect(linksSchema.safeParse({ schemaVersion: 1, shared, lookAlikes: [] }).success).toBe(false);
});

test('a figure is shared only where two of its plans are asked together', () => {
  const file = links(FIRMS, GDP);
  expect(sharedFigures(file, [PLAN])).toEqual([]);
  expect(sharedFigures(file, PLANS)).toEqual([
    {
      id: 'figure-1',
      members: [
        { key: 'a-plan/leading-firms', measureUnit: '家', isIndicator: true },
        { key: 'b-plan/leading-firms', measureUnit: '万家', isIndicator: true },
      ],
    },
    {
      id: 'figure-2',
      members: GDP.map((key) => ({ key, measureUnit: '亿元', isIndicator: false })),
    },
  ]);
});

test('whoever reports a shared figure reports it for the plan that names nobody', () => {
  const nobody = { ...OTHER, organisations: [] };
  const [first, second] = withSharedLeads([PLAN, nobody], sharedFigures(links(FIRMS), PLANS));
  expect(first).toEqual(PLAN);
  expect(second!.indicators[0]).toMatchObject({
    id: INDICATOR.id,
    leadUnit: '市经信局',
    responsibility: 'inferred',
  });
  expect(second!.organisations).toEqual([{ name: '市经信局', aliases: [] }]);
  expect(withSharedLeads(PLANS, [])).toEqual(PLANS);
});
