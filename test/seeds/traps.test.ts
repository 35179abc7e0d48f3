import { checkLinks } from '../../src/core/plan/links';
import type { Indicator } from '../../src/core/plan/schema';
import { evaluateCondition } from '../../src/core/rule/evaluate';
import { condition } from '../../src/core/rule/rule';
import { figuresOf } from '../core/rule/figures';
import { indicatorOf, loadLinks, loadSeed, SEED_IDS } from './load';

const seeds = new Map(SEED_IDS.map((id) => [id, loadSeed(id)]));

function indicator(plan: string, id: string): Indicator {
  return indicatorOf(seeds.get(plan)!, id);
}

interface Expected extends Partial<Omit<Indicator, 'target'>> {
  readonly target?: Partial<Indicator['target']>;
}

type Trap = readonly [what: string, wording: string, plan: string, id: string, expected: Expected];

const quality = 'ningbo-quality-2022';
const innovation = 'ningbo-innovation-2026';
const retrofit = 'ningbo-retrofit-2024';
const shaoxing = 'shaoxing-4151';
const zhejiang = 'zhejiang-2025';

const atLeast = (value: number) =>
  ({ operator: '>=', value, upper: null, tolerance: null }) as const;
const about = (value: number) => ({ operator: '~', value, upper: null, tolerance: 0.05 }) as const;
const COVERED = { kind: 'share', measureUnit: '%', target: atLeast(100) } as const;
const DOUBLED = { kind: 'change', measureUnit: '%', target: atLeast(100) } as const;
const FIRST = { target: atLeast(1), direction: 'higher' } as const;
const MILESTONE = { kind: 'milestone', target: { operator: 'qualitative', value: null } } as const;

/** What a careless reading gets wrong, each where it occurs in a real plan. */
// prettier-ignore
const TRAPS: readonly Trap[] = [
  // a name that holds a number
  ['“246” is a name', '“246”万千亿级产业集群增加值年均增速达到7%', quality, 'clusters-246-growth', { kind: 'average-growth', target: atLeast(7) }],
  ['“246” is a name', '新引育“246”产业领域高端人才和团队1000个以上', quality, 'talent-246', { target: atLeast(1000) }],
  ['“246” is a name', '“246”产业投资占比达到70%以上', retrofit, 'cluster-246-investment-share', { target: atLeast(70) }],
  ['“3+17” is a name', '“3+17”重大产业平台内工业投资占80%以上', retrofit, 'platform-investment-share', { target: atLeast(80) }],
  ['500强 is a list', '中国制造业500强企业达到22家', quality, 'top-500-manufacturers', { target: atLeast(22) }],
  ['500强 is a list', '世界500强企业达到6家', zhejiang, 'global-500-firms', { target: atLeast(6) }],
  ['千亿级 is a class', '千亿级工业企业2家', quality, 'hundred-billion-firms', { measureUnit: '家', target: atLeast(2) }],
  ['10亿元以上 says which projects', '每年实施100个左右10亿元以上', shaoxing, 'major-traction-projects', { kind: 'annual', measureUnit: '个', target: about(100) }],
  ['10亿元以上 says which projects', '投资额10亿元以上', innovation, 'large-projects-signed', { kind: 'annual', measureUnit: '个', target: atLeast(20) }],
  ['35蒸吨/小时 says which boilers', '35蒸吨/小时及以下燃煤锅炉', quality, 'coal-boilers', MILESTONE],
  ['5G is a name', '10个“5G+工业互联网”重点应用场景', quality, '5g-industrial-scenarios', { target: atLeast(10) }],
  ['the capital of a company to be founded', '注册资本50亿元', quality, 'guarantee-company', MILESTONE],

  // targets that share one verb
  ['the first of three', '培育总部型企业35家', quality, 'headquarters-firms', { target: atLeast(35) }],
  ['the last of three', '百亿级工业企业30家', quality, 'ten-billion-firms', { target: atLeast(30) }],
  ['the first of two', '世界500强企业达到6家', zhejiang, 'global-500-firms', { target: atLeast(6) }],
  ['the second of two', '年营业收入超千亿元企业达到20家', zhejiang, 'hundred-billion-revenue-firms', { target: atLeast(20) }],
  ['the first of three', '国家制造业单项冠军企业(产品)25家(个)', shaoxing, 'national-single-champions', { target: atLeast(25) }],
  ['the second of three', '国家专精特新“小巨人”企业100家', shaoxing, 'national-little-giants', { target: atLeast(100) }],
  ['the last of three', '省级“隐形冠军”企业40家', shaoxing, 'provincial-hidden-champions', { target: atLeast(40) }],
  ['the first of two, one growth', '制造业投资、技术改造投资年均增速均达到15%以上', shaoxing, 'manufacturing-investment-growth', { target: atLeast(15) }],
  ['the second of two, one growth', '制造业投资、技术改造投资年均增速均达到15%以上', shaoxing, 'technical-upgrade-investment-growth', { target: atLeast(15) }],
  ['the first of two', '高耗低效企业4000家以上', innovation, 'inefficient-enterprises', { target: atLeast(4000) }],
  ['the second of two', '“散乱污”企业5000家以上', innovation, 'scattered-polluting-enterprises', { target: atLeast(5000) }],
  ['the first of three, one coverage', '研发活动、研发机构、发明专利全覆盖', quality, 'rd-activity-coverage', COVERED],
  ['the last of three, one coverage', '研发活动、研发机构、发明专利全覆盖', quality, 'invention-patent-coverage', COVERED],

  // 其中
  ['a part of the one before', '其中小微企业园不低于5%', quality, 'small-firm-park-land-share', { kind: 'share', target: atLeast(5) }],

  // the unit is short or missing
  ['万元 means 万元/亩', '亩均税收达到50万元', quality, 'tax-per-mu', { measureUnit: '万元/亩', target: atLeast(50) }],
  ['50万 means 50万人', '累计新增培训技能劳动者50万', quality, 'skilled-workers-trained', { measureUnit: '万人', target: atLeast(50) }],
  ['1万元 in 亿元', '市内外资1万亿元以上', innovation, 'domestic-capital', { measureUnit: '亿元', target: atLeast(10_000) }],

  // one year, every year, each year
  ['a single year', '2022年,力争技术改造投资增长25%', retrofit, 'retrofit-investment-growth-2022', { kind: 'year-growth', strength: 'striving', target: { ...atLeast(25), year: 2022 } }],
  ['a single year', '项目3000个以上', retrofit, 'above-threshold-projects-2022', { kind: 'annual', strength: 'striving', target: { ...atLeast(3000), year: 2022 } }],
  ['the growth over all years beside it', '年均增长10%以上', retrofit, 'retrofit-investment-growth', { kind: 'average-growth', target: { ...atLeast(10), year: 2024 } }],
  ['每年', '每年实施数字化/智能化改造项目1500个以上', retrofit, 'digital-retrofit-projects', { kind: 'annual', target: atLeast(1500) }],
  ['累计 within each year', '每年市县两级累计组织“四个百场”系列对接活动400场以上', retrofit, 'matchmaking-events', { kind: 'annual', target: atLeast(400) }],
  ['保持 holds every year', '保持在43%以上', quality, 'industry-share-of-gdp', { target: { ...atLeast(43), everyYear: true } }],
  ['保持 holds every year', '占工业投资比重保持在60%以上', innovation, 'retrofit-investment-share', { target: { ...atLeast(60), everyYear: true } }],

  // each region by itself
  ['each region, never a sum', '力争各区、县(市)每年招引不少于2家', shaoxing, 'listing-reserve-recruits', { kind: 'annual', rollUp: 'none', target: atLeast(2) }],

  // fractions
  ['2/3', '高新技术产业增加值占规模以上工业比重达到2/3', shaoxing, 'high-tech-share-of-industry', { measureUnit: '%', target: atLeast(66.67) }],
  ['1/3', '不低于1/3', shaoxing, 'governor-mayor-projects-manufacturing-share', { measureUnit: '%', target: { ...atLeast(33.33), everyYear: true } }],

  // 左右, with its tolerance declared
  ['左右', '60%左右', retrofit, 'retrofit-investment-share', { target: { ...about(60), everyYear: true } }],
  ['左右', '10个左右', shaoxing, 'key-clusters', { target: about(10) }],
  ['左右', '20家左右', shaoxing, 'provincial-eagle-enterprises', { target: about(20) }],
  ['左右', '20个左右', innovation, 'strategic-industrial-parks', { target: about(20) }],
  ['左右', '70个左右', innovation, 'industrial-communities', { target: about(70) }],

  // ranges
  ['3—5个', '产业集群3—5个', innovation, 'world-class-clusters', { target: { operator: 'range', value: 3, upper: 5 } }],
  ['2—3家, striven for', '争创国家级创新中心2—3家', innovation, 'national-innovation-centres-striving', { strength: 'striving', target: { operator: 'range', value: 2, upper: 3 } }],

  // 倍增 is a growth of 100 % against the year it names
  ['倍增', '比2021年倍增', innovation, 'rd-spending-doubling', DOUBLED],
  ['倍增, the second of two', '高新技术企业数量比2021年倍增', innovation, 'high-tech-doubling', DOUBLED],
  ['倍增', '总市值比2021年倍增', innovation, 'listed-market-value', DOUBLED],
  ['growth against 2021', '较2021年增长40%以上', innovation, 'tax-per-mu-growth', { kind: 'change', target: atLeast(40) }],

  // 零的突破 is the first one
  ['零的突破', '世界500强企业数量实现零的突破', innovation, 'global-500', FIRST],
  ['零的突破, striven for', '中国质量奖获奖实现零的突破', innovation, 'china-quality-award', { ...FIRST, strength: 'striving' }],
  ['零的突破', '“灯塔工厂”实现零的突破', innovation, 'lighthouse-factories', FIRST],
  ['零的突破, the first of three', '国家科学技术大奖', innovation, 'national-science-awards', FIRST],
  ['零的突破, the last of three', '国家级创新中心等实现零的突破', innovation, 'national-innovation-centres', FIRST],

  // 全覆盖 is 100 %
  ['全覆盖', '实现 5G 应用区域全覆盖', zhejiang, '5g-area-coverage', COVERED],
  ['全覆盖', '技术改造实现全覆盖', retrofit, 'above-scale-retrofit-coverage', COVERED],
  ['全覆盖', '诊断服务全覆盖', retrofit, 'diagnosis-coverage', COVERED],
  ['全覆盖', '工业互联网平台全覆盖', shaoxing, 'industrial-internet-platform-coverage', COVERED],
  ['全覆盖', '服务全覆盖', quality, 'sme-service-coverage', COVERED],
  ['必须全部', '必须全部用于工业发展', shaoxing, 'industrial-land-retained-share', COVERED],

  // a rank is better when lower
  ['前10位', '全国开发区排名前10位', innovation, 'development-zone-ranking', { measureUnit: '位', direction: 'lower', target: { operator: '<=', value: 10 } }],

  // set from outside later
  ['省下达的目标任务', '完成省下达的目标任务', quality, 'energy-intensity-cut', { kind: 'change', target: { operator: '>=', value: null } }],

  // what shall fall is stored as a fall
  ['下降15%', '累计下降15%', quality, 'pollutant-intensity-cut', { kind: 'change', direction: 'lower', target: atLeast(15) }],
  ['小于', '用水量小于12立方米/万元', quality, 'water-intensity', { direction: 'lower', target: { operator: '<', value: 12 } }],

  // 突破 is more than
  ['突破', '全部工业增加值突破4000亿元', shaoxing, 'industrial-value-added', { measureUnit: '亿元', target: { operator: '>', value: 4000 } }],
  ['突破万亿元', '均突破万亿元', innovation, 'digital-economy-value-added', { measureUnit: '亿元', target: { operator: '>', value: 10_000 } }],
  ['突破千亿元', '产值均突破千亿元', innovation, 'biomedicine-output', { measureUnit: '亿元', target: { operator: '>', value: 1000 } }],

  // 力争 at the head of a sentence covers all of it, 确保 and a bare verb do not strive
  ['力争', '力争国家级专精特新“小巨人”企业达到600家以上', innovation, 'little-giants', { strength: 'striving' }],
  ['力争, the last it covers', '国家科技型中小企业达到6000家以上', innovation, 'national-technology-smes', { strength: 'striving' }],
  ['the sentence after it', '新增制造业上市企业50家以上', innovation, 'new-listed-manufacturers', { strength: 'firm' }],
  ['争取', '争取培育“品字标浙江制造”品牌企业100家', quality, 'zhejiang-made-brands', { strength: 'striving' }],
  ['确保', '确保每年全市省市县长项目工程中制造业项目数', shaoxing, 'governor-mayor-projects-manufacturing-share', { strength: 'firm' }],

  // wording that nobody can measure
  ['走在前列', '走在全国前列', quality, 'national-frontline', { ...MILESTONE, soft: true }],
  ['取得重大进展', '取得重大进展', innovation, 'yongjiang-laboratory', { ...MILESTONE, soft: false }],

  // no bracket of its own: from the later mention of the same matter, marked as inferred
  ['inferred lead', '“246”万千亿级产业集群增加值年均增速达到7%', quality, 'clusters-246-growth', { leadUnit: '市经信局', leader: '陈炳荣', responsibility: 'inferred' }],
  ['inferred lead', '“长高长壮”冲刺库企业100家', shaoxing, 'sprint-pool-enterprises', { leadUnit: '市经信局', responsibility: 'inferred' }],
  ['inferred lead', '优质的国内上市企业100家', shaoxing, 'listed-enterprises', { leadUnit: '市金融办', responsibility: 'inferred' }],
  ['the same target later has a bracket', '新增数字化车间(智能工厂)100家', quality, 'digital-workshops', { leadUnit: '市经信局', responsibility: 'stated' }],
  ['no later mention: the coordinator', '全员劳动生产率达到30万元/人·年', quality, 'labour-productivity', { leadUnit: null, responsibility: 'none' }],
  // the first of a list leads
  ['列第一的为牵头单位', '每年实施100个左右10亿元以上', shaoxing, 'major-traction-projects', { leadUnit: '市发改委', supportingUnits: ['市经信局', '市商务局', '市投资促进中心'] }],
  ['各区(县、市) is one party', '有意愿规上企业诊断服务全覆盖', retrofit, 'diagnosis-coverage', { leadUnit: '市经信局', supportingUnits: ['各区(县、市)'] }],
];

test.each(TRAPS)('%s: “%s” (%s/%s)', (_, wording, plan, id, expected) => {
  const found = indicator(plan, id);
  expect(found.quotes.map(({ text }) => text).join('\n')).toContain(wording);
  expect(found).toMatchObject(expected);
});

test.each([
  [quality, 'digital-workshops', 2],
  [quality, 'pollutant-intensity-cut', 2],
  [shaoxing, 'key-clusters', 2],
  [shaoxing, 'major-traction-projects', 2],
  [innovation, 'industrial-value-added', 2],
  [innovation, 'global-500', 3],
  [innovation, 'china-manufacturing-500', 2],
  [innovation, 'digital-workshops', 2],
  [innovation, 'key-technologies', 2],
  [innovation, 'rd-spending-doubling', 2],
])('a target stated more than once is one indicator with each quote: %s/%s', (plan, id, count) => {
  const { quotes } = indicator(plan, id);
  expect(quotes).toHaveLength(count);
  expect(new Set(quotes.map(({ start }) => start)).size).toBe(count);
});

test('the two stages of one laboratory are two indicators', () => {
  const stages = ['yongjiang-laboratory', 'yongjiang-laboratory-completed'];
  const texts = stages.map((id) => indicator(innovation, id).quotes[0]!.text);
  expect(texts[0]).toContain('取得重大进展');
  expect(texts[1]).toContain('基本建成');
});

test('what each region has to do stands under its name', () => {
  const { allocations, target } = indicator(shaoxing, 'listing-reserve-recruits');
  const districts = ['越城区', '柯桥区', '上虞区', '诸暨市', '嵊州市', '新昌县'];
  expect(allocations).toEqual(districts.map((region) => ({ region, value: target.value })));
});

describe('500 = 100 + 100 + 300', () => {
  const parts = ['sprint-pool-enterprises', 'listed-enterprises', 'pinzibiao-brand-enterprises'];
  const rule = seeds.get(shaoxing)!.plan.rules.find(({ id }) => id === 'quality-enterprises-sum')!;

  test('holds of the targets themselves', () => {
    const values = parts.map((id) => indicator(shaoxing, id).target.value);
    expect(values).toEqual([100, 100, 300]);
    expect(indicator(shaoxing, 'quality-enterprises').target.value).toBe(500);
  });

  test.each([
    [500, 100, 100, 300, true],
    [420, 80, 90, 250, true],
    [0, 0, 0, 0, true],
    [500, 100, 100, 299, false],
    [501, 100, 100, 300, false],
  ])('%i = %i + %i + %i is %s by the plan’s rule', (whole, first, second, third, holds) => {
    const [a, b, c] = parts as [string, string, string];
    const entries = { 'quality-enterprises': whole, [a]: first, [b]: second, [c]: third };
    expect(evaluateCondition(condition(rule.assert), figuresOf({ entries }))).toBe(holds);
    expect(rule.severity).toBe('error');
  });
});

describe('a part never above its whole', () => {
  const { plan } = seeds.get(quality)!;

  test.each([
    [30, 100, true],
    [100, 100, true],
    [101, 100, false],
  ])('%i 亩 of %i 亩: %s', (part, whole, holds) => {
    const numeratorOf = (id: string) => {
      const { collect } = indicator(quality, id);
      return collect.method === 'ratio' ? collect.numerator : '';
    };
    const entries = {
      [numeratorOf('small-firm-park-land-share')]: part,
      [numeratorOf('industrial-land-share')]: whole,
    };
    const [rule] = plan.rules;
    expect(evaluateCondition(condition(rule!.assert), figuresOf({ entries }))).toBe(holds);
  });
});

describe('look-alikes stay apart', () => {
  type Named = readonly [plan: string, id: string, term: string];
  const LOOK_ALIKES: readonly (readonly Named[])[] = [
    [
      [zhejiang, 'high-tech-value-added-share', '高技术制造业'],
      [quality, 'high-tech-industry-share', '高新技术产业'],
    ],
    [
      [zhejiang, 'high-tech-value-added-share', '高技术制造业'],
      [shaoxing, 'high-tech-share-of-industry', '高新技术产业'],
    ],
    [
      [quality, 'solid-waste-utilisation', '综合利用率'],
      [zhejiang, 'solid-waste-disposal-rate', '利用处置率'],
    ],
    [
      [quality, 'invention-patents-per-10000', '发明专利'],
      [innovation, 'high-value-patents', '高价值专利'],
    ],
    [
      [quality, 'labour-productivity', '规上企业'],
      [shaoxing, 'labour-productivity', '规模以上工业企业'],
      [zhejiang, 'manufacturing-labour-productivity', '规模以上制造业'],
    ],
    [
      [zhejiang, 'ten-billion-revenue-firms', '超百亿元'],
      [zhejiang, 'hundred-billion-revenue-firms', '超千亿元'],
    ],
    [
      [shaoxing, 'national-little-giants', '专精特新'],
      [shaoxing, 'tech-little-giants', '科技“小巨人”'],
    ],
    [
      [innovation, 'technology-smes', '科技型中小企业'],
      [innovation, 'national-technology-smes', '国家科技型中小企业'],
    ],
  ];

  test.each(LOOK_ALIKES)('%s', (...named) => {
    const terms = named.map(([plan, id, term]) => {
      const { name, quotes } = indicator(plan, id);
      expect(name).toContain(term);
      expect(
        quotes
          .map(({ text }) => text)
          .join('')
          .replaceAll(/[\s“”]/g, ''),
      ).toContain(term.replaceAll(/[“”]/g, ''));
      return term;
    });
    expect(new Set(terms).size).toBe(named.length);
  });

  test('and are declared the same figure nowhere', () => {
    const { shared } = loadLinks();
    const full = ([plan, id]: Named) => `${plan}/${id}`;
    const joined = LOOK_ALIKES.filter((named) =>
      shared.some(({ members }) => named.filter((one) => members.includes(full(one))).length > 1),
    );
    expect(joined).toEqual([]);
  });
});

test('the links file fits the plans', () => {
  const plans = [...seeds.values()].map(({ plan }) => plan);
  expect(checkLinks(loadLinks(), plans)).toEqual([]);
});
