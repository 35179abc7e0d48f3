import type { Kind, Operator } from '../../src/core/plan/schema';
import { indicatorOf, isMeasurable, loadSeed } from './load';

const seed = loadSeed('ningbo-quality-2022');

test('at least 65 indicators can be measured', () => {
  expect(seed.plan.indicators.filter(isMeasurable).length).toBeGreaterThanOrEqual(65);
});

type Expected = [
  wording: string,
  id: string,
  kind: Kind,
  operator: Operator,
  value: number | null,
  unit: string,
  lead: string | null,
  leader: string | null,
];

/** As a person reads them off the document: the words, and the bracket that covers them. */
// prettier-ignore
const TARGETS: readonly Expected[] = [
  ['全部工业增加值占GDP比重保持在43%以上', 'industry-share-of-gdp', 'share', '>=', 43, '%', null, null],
  ['全员劳动生产率达到30万元/人·年', 'labour-productivity', 'level', '>=', 30, '万元/人·年', null, null],
  ['亩均税收达到50万元', 'tax-per-mu', 'level', '>=', 50, '万元/亩', null, null],
  ['单位工业增加值用水量小于12立方米/万元', 'water-intensity', 'level', '<', 12, '立方米/万元', '市能源局', '陈仲朝'],
  ['综合利用率达到98.5%', 'solid-waste-utilisation', 'share', '>=', 98.5, '%', '市经信局', '陈炳荣'],
  ['前沿产业增加值年均增长15%', 'frontier-industry-growth', 'average-growth', '>=', 15, '%', '市经信局', '陈炳荣'],
  ['每年淘汰落后产能企业150家以上', 'outdated-capacity-firms', 'annual', '>=', 150, '家', '市经信局', '陈炳荣'],
  ['利用内外资年均增长8%', 'manufacturing-investment-attraction', 'average-growth', '>=', 8, '%', '市商务局', '李关定'],
  ['建成提升小微企业园120个', 'small-firm-parks', 'cumulative', '>=', 120, '个', '市经信局', '陈炳荣'],
  ['应用工业机器人1万台', 'industrial-robots', 'cumulative', '>=', 1, '万台', '市经信局', '陈炳荣'],
  ['军工央企落地5家', 'defence-firms-landed', 'cumulative', '>=', 5, '家', '市委军民融合办', '陈仲朝'],
  ['新增“民参军”企业20家', 'civil-to-military-firms', 'increment', '>=', 20, '家', '市委军民融合办', '陈仲朝'],
  ['产业技术研究院达到80家', 'industrial-research-institutes', 'level', '>=', 80, '家', '市科技局', '陈炳荣'],
  ['攻克核心关键技术300项', 'key-technologies', 'cumulative', '>=', 300, '项', '市科技局', '陈炳荣'],
  ['科技成果交易额达到220亿元', 'technology-transactions', 'annual', '>=', 220, '亿元', '市科技局', '陈炳荣'],
  ['驰名商标达到105件', 'well-known-trademarks', 'level', '>=', 105, '件', '市市场监管局', '沈敏'],
  ['覆盖率达10%', 'excellence-model-coverage', 'share', '>=', 10, '%', '市市场监管局', '沈敏'],
  ['高新技术苗子企业达到3000家', 'high-tech-seedlings', 'level', '>=', 3000, '家', '市科技局', '陈炳荣'],
  ['每年新增“小升规”企业400家以上', 'small-to-above-scale', 'annual', '>=', 400, '家', '市经信局', '陈炳荣'],
  ['高端人才和团队1000个以上', 'talent-246', 'increment', '>=', 1000, '个', '市委人才办', '钟关华'],
  ['培训技能劳动者50万', 'skilled-workers-trained', 'cumulative', '>=', 50, '万人', '市人力社保局', '陈仲朝'],
  ['制造业上市企业累计达到90家', 'listed-manufacturers', 'level', '>=', 90, '家', '市金融办', '李关定'],
  ['制造业贷款余额年均增速保持在10%以上', 'manufacturing-loans-growth', 'average-growth', '>=', 10, '%', '市金融办', '李关定'],
  ['每年新增用地指标35%用于工业', 'industrial-land-share', 'share', '>=', 35, '%', '市自然资源规划局', '陈仲朝'],
  ['其中小微企业园不低于5%', 'small-firm-park-land-share', 'share', '>=', 5, '%', '市自然资源规划局', '陈仲朝'],
];

test.each(TARGETS)('%s', (wording, id, ...expected) => {
  const indicator = indicatorOf(seed, id);
  expect(indicator.quotes.some(({ text }) => text.includes(wording))).toBe(true);
  const { kind, target, measureUnit, leadUnit, leader } = indicator;
  expect([kind, target.operator, target.value, measureUnit, leadUnit, leader]).toEqual(expected);
  expect(target.year).toBe(2022);
});

test('the bracket behind a stated target names its lead, its leader and who supports', () => {
  const { plan, source } = seed;
  const organisations = new Map(
    plan.organisations.map(({ name, aliases }) => [name, [name, ...aliases]]),
  );
  for (const indicator of plan.indicators) {
    const { id, quotes, leadUnit, leader, supportingUnits, responsibility } = indicator;
    if (responsibility !== 'stated') continue;
    const { start, text } = quotes.at(-1)!;
    const bracket = /\(牵头领导:([^)]*)\)/.exec(source.slice(start + text.length))![1]!;
    const [stated, leads, support = ''] = bracket.split(/;[^:]+:/);
    expect(stated).toBe(leader);
    expect(leads).toContain(leadUnit);
    for (const name of supportingUnits)
      expect(organisations.get(name)!.some((spelling) => bracket.includes(spelling))).toBe(true);
    const supporters = support.split(/[、,]/).filter((name) => name !== '');
    expect([id, supportingUnits.length]).toEqual([id, supporters.length]);
  }
});
