import { compileJson } from '../../../src/core/consolidation/compile-json';
import { checkPlanRules } from '../../../src/core/rule/plan-rules/check';
import type { Plan } from '../../../src/core/plan/schema';
import {
  consolidated,
  indicator,
  plan,
  ratioIndicator,
  REGIONS,
  target,
  type Fillings,
  type Sent,
  type Shape,
} from './samples';

const SMALL = target(1);
const INDICATORS = [
  indicator('all', { target: SMALL }),
  indicator('pool', { target: SMALL }),
  indicator('listed', { target: SMALL }),
  ratioIndicator('share', { rollUp: 'none', target: SMALL }),
  indicator('reform', { kind: 'milestone', target: target(null, { operator: 'qualitative' }) }),
];
const FILLED: Fillings = {
  all: 30,
  pool: 10,
  listed: 20,
  'item.part': 60,
  'item.whole': 90,
  reform: { value: 'completed', evidence: '甬政〔2021〕1号' },
};
const MESSAGE = { zh: '总数应等于两项之和。', en: 'The whole must equal its two parts.' };

function withRule(assert: string, of = INDICATORS, severity: 'error' | 'explain' = 'error'): Plan {
  return plan(of, { rules: [{ id: 'sum', severity, assert, message: MESSAGE }] });
}

/** Of a workbook that was issued before its plan had the rule, so that the round has to judge it. */
const BEFORE_THE_RULE = { model: { rules: [] } };

function found(assert: string, fill: Fillings) {
  const sent = [{ fill: { ...FILLED, ...fill }, ...BEFORE_THE_RULE }];
  return consolidated({ plans: [withRule(assert)], sent }).findings.filter(({ rule }) =>
    rule.startsWith('quality/'),
  );
}

const SUM = '[all] = [pool] + [listed]';

it.each<[string, string, Fillings, number]>([
  ['holds', SUM, {}, 0],
  ['fails', SUM, { listed: 21 }, 1],
  ['named in full', '[quality/all] = [quality/pool] + [quality/listed]', { listed: 21 }, 1],
  ['items', '[part] <= [whole]', {}, 0],
  ['items that fail', '[item.part] * 2 <= [item.whole]', {}, 1],
  ['a derived figure and its parts', '[share] = round([part] / [whole] * 100, 2)', {}, 0],
  ['a blank part', SUM, { listed: 'blank' }, 0],
  ['a part that does not count', SUM, { listed: -1 }, 0],
  ['a blank item', '[item.part] * 2 <= [item.whole]', { 'item.whole': 'blank' }, 0],
  ['a rule about a blank itself', 'not blank([listed])', { listed: 'blank' }, 0],
  ['an item that does not count', '[item.part] >= 0', { 'item.part': -1 }, 0],
  ['a division by zero', '[all] / ([pool] - 10) > 1', {}, 0],
  ['a denial of a blank', 'not ([all] = [listed] + 10)', { listed: 'blank' }, 0],
])('%s', (_, assert, fill, count) => {
  expect(found(assert, fill)).toHaveLength(count);
});

it('says which rule failed with which figures', () => {
  const consolidation = consolidated({
    plans: [withRule(SUM, INDICATORS, 'explain')],
    sent: [{ fill: { ...FILLED, listed: 21 }, ...BEFORE_THE_RULE }],
  });
  expect(consolidation.findings).toEqual([
    {
      rule: 'quality/sum',
      severity: 'explain',
      sheet: null,
      cell: null,
      entry: null,
      indicator: 'quality/all',
      message: {
        zh: '总数应等于两项之和。（指标all 30、指标pool 10、指标listed 21）',
        en: 'The whole must equal its two parts. (指标all 30, 指标pool 10, 指标listed 21)',
      },
      file: '',
      organisation: '市汇总办',
      region: null,
    },
  ]);
  expect(consolidation.workbooks).toMatchObject([{ state: 'accepted' }]);
  expect(compileJson(consolidation, 'en').findings).toMatchObject([
    { file: '', rule: 'quality/sum', indicator: 'quality/all' },
  ]);
});

describe('in a workbook that has every row', () => {
  const judged = (fill: Fillings, explanation = '', severity: 'error' | 'explain' = 'explain') =>
    consolidated({
      plans: [withRule(SUM, INDICATORS, severity)],
      sent: [{ fill: { ...FILLED, ...fill, all: { value: 30, explanation } } }],
    });
  const shown = ({ findings }: ReturnType<typeof judged>) =>
    findings.map(({ rule, severity, cell, file }) => [rule, severity, cell, file]);

  it('the finding stands at the cell of the first entry that it names, once', () => {
    expect(shown(judged({ listed: 21 }))).toEqual([
      ['quality/sum', 'explain', 'H9', '市经信局-报送.xlsx'],
    ]);
    expect(shown(judged({ listed: 21 }, '', 'error'))).toEqual([
      ['quality/sum', 'error', 'H9', '市经信局-报送.xlsx'],
    ]);
  });

  it('an explanation clears what it may clear, and the round does not ask again', () => {
    const explained = judged({ listed: 21 }, '口径不同');
    expect(shown(explained)).toEqual([['quality/sum', 'note', 'H9', '市经信局-报送.xlsx']]);
    expect(explained.workbooks).toMatchObject([{ state: 'accepted' }]);
    expect(shown(judged({ listed: 21 }, '口径不同', 'error'))).toEqual([
      ['quality/sum', 'error', 'H9', '市经信局-报送.xlsx'],
    ]);
  });

  it.each<[string, Fillings]>([
    ['it holds', {}],
    ['a part is blank', { listed: 'blank' }],
  ])('nothing is said of it where %s', (_, fill) => {
    expect(shown(judged(fill)).filter(([rule]) => rule === 'quality/sum')).toEqual([]);
  });
});

describe('over periods', () => {
  const history = (key: string, value: number, when: string) => ({
    ...{ key: `quality/${key}`, organisation: '市经信局', region: null, period: when },
    value,
  });
  it.each<[string, string, number]>([
    ['previous', '[all] >= previous([all])', 1],
    ['previous of others', '[all] >= previous([pool]) + previous([listed])', 1],
    ['last year', '[all] <= sameLastYear([all]) * 2', 1],
    ['what nobody reported', '[all] >= sameLastYear([pool])', 0],
  ])('%s', (_, assert, count) => {
    const past = [
      history('all', 31, '2021Q1'),
      history('pool', 30, '2021Q1'),
      history('listed', 5, '2021Q1'),
      history('all', 14, '2020Q2'),
    ];
    const { findings } = consolidated({
      plans: [withRule(assert)],
      sent: [{ fill: FILLED, ...BEFORE_THE_RULE }],
      history: past,
    });
    expect(findings.filter(({ rule }) => rule === 'quality/sum')).toHaveLength(count);
  });
});

describe('over regions', () => {
  const of = ['all', 'pool', 'listed'].map((id) =>
    indicator(id, { rollUp: 'sum', target: SMALL, kind: 'level' }),
  );
  const share = ratioIndicator('share', { target: SMALL });
  const sent = REGIONS.map((region): Sent => ({ organisation: region, region, fill: FILLED }));
  const off: Sent = { organisation: REGIONS[0], region: REGIONS[0], fill: { ...FILLED, all: 31 } };

  it.each<[string, string, Shape['sent'], number]>([
    ['a sum by region', 'sum([all] by region) = 90', sent, 0],
    ['a sum by region that is wrong', 'sum([all] - [pool] by region) = 61', sent, 1],
    ['a sum by region with one missing', 'sum([all] by region) = 91', sent.slice(1), 0],
    ['a sum against the whole', 'sum([all] by region) = [all]', sent, 0],
    ['complete', SUM, sent, 0],
    ['complete and wrong', SUM, [off, ...sent.slice(1)], 1],
    // a part of the whole proves nothing
    ['one missing', SUM, [off, ...sent.slice(2)], 0],
    ['items', '[item.part] = 180', sent, 0],
    ['items that are wrong', '[item.part] = 179', sent, 1],
    ['items of one missing', '[item.part] = 179', sent.slice(1), 0],
  ])('%s', (_, assert, received = [], count) => {
    const plans = [withRule(assert, [...of, share])];
    const { findings } = consolidated({ plans, division: 'region', sent: received });
    expect(findings.filter(({ rule }) => rule === 'quality/sum')).toHaveLength(count);
  });
});

it('a relation that holds in each region is judged in each region’s workbook', () => {
  const of = ['all', 'pool', 'listed'].map((id) =>
    indicator(id, { rollUp: 'sum', target: SMALL, kind: 'level' }),
  );
  const sent = REGIONS.map((region, index): Sent => {
    const fill = index === 1 ? { ...FILLED, all: 31 } : FILLED;
    return { organisation: region, region, fill };
  });
  const rule = {
    id: 'sum',
    severity: 'error',
    assert: SUM,
    message: MESSAGE,
    regions: true,
  } as const;
  const { findings } = consolidated({
    plans: [plan(of, { rules: [rule] })],
    division: 'region',
    sent,
  });
  expect(findings.map(({ rule: id, region, cell }) => [id, region, cell])).toEqual([
    ['quality/sum', REGIONS[1], 'H9'],
  ]);
});

describe('a rule that cannot be applied', () => {
  it.each<[string, RegExp]>([
    ['[all] = ', /数值/],
    ['[all]', /条件/],
    ['[all] = [gone]', /\[gone\]/],
    ['[all] = [other/pool]', /\[other\/pool\]/],
    ['[all] = actual', /actual/],
    ['state = "value"', /state/],
    ['empty(explanation)', /explanation/],
    ['[all] = [reform]', /\[reform\] 是定性/],
  ])('%s', (assert, message) => {
    const problems = checkPlanRules(withRule(assert));
    expect(problems).toMatchObject([{ path: 'rules[0].assert' }]);
    expect(problems[0]?.message.zh).toMatch(message);
    expect(problems[0]?.message.en).not.toBe('');
    expect(() => consolidated({ plans: [withRule(assert)] })).toThrow('quality/sum');
  });

  it.each([SUM, '[item.part] <= [whole]', 'min([all], [pool]) >= 0 or blank([share])'])(
    '%s can be',
    (assert) => {
      expect(checkPlanRules(withRule(assert))).toEqual([]);
    },
  );
});
