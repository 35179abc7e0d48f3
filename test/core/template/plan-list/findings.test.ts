import { checkPlan } from '../../../../src/core/plan/check';
import type { CellValue } from '../../../../src/core/sheet/description';
import { readPlanList } from '../../../../src/core/template/plan-list/read-plan-list';
import { canonical, digest, listOf, PLAN, Returned, SOURCE } from './lists';

/** [sheet, header, row of data, what a person enters] or, on 规划信息, [label, what they enter]. */
type Edit = [string, string, number, CellValue] | [string, CellValue];
type Expected = [sheet: string, header: string, row: number, message: RegExp];

function edited(edits: readonly Edit[]): Returned {
  const list = new Returned(listOf(PLAN));
  for (const edit of edits)
    if (edit.length === 2) list.set('规划信息', list.field(edit[0]), edit[1]);
    else list.set(edit[0], list.at(edit[0], edit[1], edit[2]), edit[3]);
  return list;
}

const read = (list: Returned, source: string | null = SOURCE) =>
  readPlanList(list.grid(), source, digest);

const 清单 = '指标清单';
const 摘录 = '补充摘录';
const 报送项 = '报送项';
const 规则 = '审核规则';

test('the sample plan is right and comes back unchanged', () => {
  expect(checkPlan(PLAN, SOURCE)).toEqual([]);
  const back = read(edited([]));
  expect(back.ok && canonical(back.plan)).toBe(canonical(PLAN));
});

const MISTAKES: readonly [string, readonly Edit[], readonly Expected[]][] = [
  ['no name', [[清单, '指标名称', 1, null]], [[清单, '指标名称', 1, /^必填：指标名称/]]],
  ['a blank that is not', [[清单, '指标名称', 1, ' 　']], [[清单, '指标名称', 1, /^必填/]]],
  ['no id', [[清单, '编号', 4, null]], [[清单, '编号', 4, /^必填：编号/]]],
  ['a bad id', [[清单, '编号', 4, 'Eco system']], [[清单, '编号', 4, /“Eco system”/]]],
  [
    'an id twice',
    [[清单, '编号', 3, 'investment-growth']],
    [[清单, '编号', 3, /“investment-growth”与 B4 重复/]],
  ],
  ['unknown kind', [[清单, '指标类型', 1, '时点']], [[清单, '指标类型', 1, /没有“时点”.*时点值/]]],
  ['unknown operator', [[清单, '目标关系', 1, '大约']], [[清单, '目标关系', 1, /没有“大约”/]]],
  ['no operator', [[清单, '目标关系', 1, null]], [[清单, '目标关系', 1, /^必填/]]],
  ['no unit', [[清单, '计量单位', 2, null]], [[清单, '计量单位', 2, /缺少计量单位/]]],
  ['text for a number', [[清单, '目标值', 1, '30以上']], [[清单, '目标值', 1, /应为数字.*30以上/]]],
  ['too many decimals', [[清单, '小数位数', 1, 7]], [[清单, '小数位数', 1, /不能是“7”/]]],
  ['half a decimal', [[清单, '小数位数', 1, 1.5]], [[清单, '小数位数', 1, /不能是“1.5”/]]],
  [
    'a year outside the plan',
    [[清单, '目标年份', 1, 2025]],
    [[清单, '目标年份', 1, /2025 不在规划期 2020—2022/]],
  ],
  ['no year at all', [[清单, '目标年份', 1, 30]], [[清单, '目标年份', 1, /不能是“30”/]]],
  ['a range without upper', [[清单, '区间上限', 3, null]], [[清单, '区间上限', 3, /要填上限/]]],
  ['a range upside down', [[清单, '区间上限', 3, 2]], [[清单, '区间上限', 3, /大于下限/]]],
  ['a range without lower', [[清单, '目标值', 3, null]], [[清单, '目标值', 3, /下限/]]],
  [
    'an upper end without a range',
    [[清单, '区间上限', 1, 40]],
    [[清单, '区间上限', 1, /“≥ 不低于”时区间上限不填.*40/]],
  ],
  ['about, without tolerance', [[清单, '容差', 2, null]], [[清单, '容差', 2, /要填容差/]]],
  ['tolerance elsewhere', [[清单, '容差', 1, 0.1]], [[清单, '容差', 1, /不填/]]],
  ['too much tolerance', [[清单, '容差', 2, 5]], [[清单, '容差', 2, /不能是“5”/]]],
  [
    'a milestone with a number',
    [[清单, '目标值', 4, 1]],
    [[清单, '目标值', 4, /“定性”时目标值不填/]],
  ],
  ['a milestone at least', [[清单, '目标关系', 4, '≥']], [[清单, '目标关系', 4, /应为“定性”/]]],
  [
    'qualitative, no milestone',
    [[清单, '目标关系', 3, '定性']],
    [
      [清单, '指标类型', 3, /应为“定性任务”/],
      [清单, '区间上限', 3, /不填/],
    ],
  ],
  ['unknown lead', [[清单, '牵头单位', 1, '市科技局']], [[清单, '牵头单位', 1, /“市科技局”不在/]]],
  [
    'unknown supporters, known ones between them',
    [[清单, '配合单位', 1, '市财政局、各区、县(市)政府、县(甲、乙)局']],
    [[清单, '配合单位', 1, /“市财政局、县\(甲、乙\)局”不在/]],
  ],
  ['unknown item', [[清单, '分子', 1, '增加值']], [[清单, '分子', 1, /“增加值”不在“报送项”/]]],
  ['no scale', [[清单, '倍数', 1, null]], [[清单, '倍数', 1, /^必填：倍数/]]],
  ['scale zero', [[清单, '倍数', 1, 0]], [[清单, '倍数', 1, /不能是“0”/]]],
  [
    'items of another way to collect',
    [[清单, '增速的基年', 1, 2019]],
    [[清单, '增速的基年', 1, /“分子÷分母”时增速的基年不填/]],
  ],
  [
    'a ratio of regions without a ratio',
    [[清单, '区县汇总', 3, '分子、分母分别相加再相除']],
    [[清单, '区县汇总', 3, /取数方式必须是/]],
  ],
  ['half a baseline', [[清单, '基期值', 1, null]], [[清单, '基期值', 1, /^必填：基期值/]]],
  [
    'a yearly target of no year',
    [[清单, '年度目标', 1, '2021=27；明年=30']],
    [[清单, '年度目标', 1, /“明年”读不懂/]],
  ],
  [
    'a yearly target outside',
    [[清单, '年度目标', 1, '2021=27；2023=30']],
    [[清单, '年度目标', 1, /2023 不在/]],
  ],
  [
    'a share of no region',
    [[清单, '区县分解', 1, '海曙区=1；鄞州区=2']],
    [[清单, '区县分解', 1, /“鄞州区”不在/]],
  ],
  [
    'a quote that is not in the source',
    [[清单, '原文摘录', 1, '全员劳动生产率达到40万元']],
    [[清单, '原文摘录', 1, /找不到.*第 14 个字符处只对上了开头的“全员劳动生产率达到”/]],
  ],
  [
    'a quote at another place',
    [[清单, '起始位置', 2, 5]],
    [[清单, '起始位置', 2, /第 5 个字符处不是.*它在第 35 个/]],
  ],
  [
    'a quote that stands twice, without its place',
    [[清单, '起始位置', 1, null]],
    [[清单, '起始位置', 1, /有 2 处.*：14、77/]],
  ],
  [
    'no quote',
    [
      [清单, '原文摘录', 3, null],
      [清单, '起始位置', 3, null],
    ],
    [[清单, '原文摘录', 3, /没有原文摘录/]],
  ],
  ['a place without quote', [[清单, '原文摘录', 3, null]], [[清单, '原文摘录', 3, /没有摘录/]]],
  ['a quote of nobody', [[摘录, '指标编号', 1, 'nobody']], [[摘录, '指标编号', 1, /“nobody”/]]],
  ['an item without unit', [[报送项, '计量单位', 2, null]], [[报送项, '计量单位', 2, /^必填/]]],
  [
    'an item that nobody uses',
    [
      [清单, '取数方式', 2, '直接填报'],
      [清单, '增速的报送项', 2, null],
      [清单, '增速的基年', 2, null],
    ],
    [[报送项, '报送项名称', 3, /没有任何指标用到报送项“工业投资”/]],
  ],
  [
    'a rule that does not parse',
    [[规则, '应当成立的关系', 1, '[employees] > > 0']],
    [[规则, '应当成立的关系', 1, /第 15 个字符处应为数值/]],
  ],
  [
    'a rule about nobody',
    [[规则, '应当成立的关系', 1, '[employees] > [nobody]']],
    [[规则, '应当成立的关系', 1, /第 15 个字符.*\[nobody\]/]],
  ],
  ['a severity of its own', [[规则, '级别', 1, '严重']], [[规则, '级别', 1, /没有“严重”/]]],
  ['an error value', [[清单, '目标值', 1, '#REF!']], [[清单, '目标值', 1, /错误值 #REF!/]]],
];

test.each(MISTAKES)('%s', (_, edits, expected) => {
  const list = edited(edits);
  const back = read(list);
  expect(back.findings.map(({ sheet, cell }) => `${sheet}!${cell}`).sort()).toEqual(
    expected.map(([sheet, header, row]) => `${sheet}!${list.at(sheet, header, row)}`).sort(),
  );
  for (const [sheet, header, row, message] of expected) {
    const cell = list.at(sheet, header, row);
    const finding = back.findings.find((one) => one.sheet === sheet && one.cell === cell);
    expect(finding?.message.zh).toMatch(message);
    expect(finding?.message.en).toMatch(/\w/);
  }
});

test.each<[string, CellValue, RegExp]>([
  ['规划标题', null, /^必填：规划标题/],
  ['规划编号', '示例', /“示例”/],
  ['起始年', 2023, /结束年 2022 早于起始年 2023/],
  ['结束年', '二〇二二', /应为数字/],
  ['发布日期', '去年', /“去年”/],
  ['发布日期', '2020-02-30', /“2020-02-30”/],
  ['原文校验值', '0'.repeat(64), /与原文文件不一致/],
  ['原文校验值', 'abc', /不一致|不能是/],
  ['格式版本', 2, /“2”/],
])('%s cannot be %j', (label, value, message) => {
  const list = edited([[label, value]]);
  const { findings } = read(list);
  const at = label === '起始年' ? '结束年' : label;
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ sheet: '规划信息', cell: list.field(at) });
  expect(findings[0]!.message.zh).toMatch(message);
});

test('every mistake is found in one go, in reading order, and none twice', () => {
  const all = MISTAKES.filter(([name]) =>
    ['no name', 'unknown kind', 'a year outside the plan', 'unknown lead', 'no scale'].includes(
      name,
    ),
  );
  const list = edited([
    ...all.flatMap(([, edits]) => edits),
    ['规划标题', null],
    [规则, '编号', 1, 'Rule 1'],
  ]);
  const { findings } = read(list);
  expect(findings.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual([
    `规划信息!${list.field('规划标题')}`,
    ...['指标名称', '指标类型', '目标年份', '牵头单位', '倍数'].map(
      (header) => `${清单}!${list.at(清单, header)}`,
    ),
    `${规则}!${list.at(规则, '编号')}`,
  ]);
});

test('without the source, quotes are taken as written but need their places', () => {
  const list = edited([
    [清单, '起始位置', 2, null],
    [清单, '原文摘录', 3, '随便什么'],
    ['原文校验值', null],
  ]);
  const { findings } = read(list, null);
  expect(findings.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual([
    `规划信息!${list.field('原文校验值')}`,
    `${清单}!${list.at(清单, '起始位置', 2)}`,
  ]);
});

describe('what stands for the same', () => {
  const SAME: readonly [string, readonly Edit[]][] = [
    [
      'places that can be looked up',
      [
        [清单, '起始位置', 2, null],
        [清单, '起始位置', 4, null],
      ],
    ],
    ['a source hash to compute', [['原文校验值', null]]],
    ['a quote whose white space a cell changed', [[清单, '原文摘录', 4, '产业生态 基本建成']]],
    [
      'the same without its place',
      [
        [清单, '原文摘录', 4, '产业生态\r\n基本建成'],
        [清单, '起始位置', 4, null],
      ],
    ],
    ['an alias', [[清单, '牵头单位', 1, '市经信局〔市工强办〕']]],
    ['an alias in a list', [[清单, '配合单位', 1, '各区、县(市)，市发改委']]],
    ['an item by its id', [[清单, '分子', 1, 'added-value']]],
    [
      'a code for a label',
      [
        [清单, '目标关系', 1, '>='],
        [清单, '指标类型', 1, 'level'],
      ],
    ],
    ['half a label', [[清单, '目标关系', 1, '不低于']]],
    [
      'full width and spaces',
      [
        [清单, '目标值', 1, ' ３０ '],
        [清单, '报送频率', 2, '年 '],
      ],
    ],
    [
      'a number as text',
      [
        [清单, '目标年份', 1, '2022'],
        [清单, '小数位数', 1, '2'],
      ],
    ],
    ['tolerance as text', [[清单, '容差', 2, '5%']]],
    [
      'blank for no',
      [
        [清单, '愿景表述', 1, null],
        [清单, '每年保持', 1, null],
      ],
    ],
    ['pairs in other spellings', [[清单, '年度目标', 1, '2021年：27\n2022 = 30.0']]],
    ['another date', [['发布日期', '2020年3月13日']]],
    ['a date that a program made of it', [['发布日期', 43903]]],
    ['spaces around a name', [[清单, '指标名称', 1, '\u00a0全员劳动生产率　']]],
  ];
  test.each(SAME)('%s', (_, edits) => {
    const back = read(edited(edits));
    expect(back.findings).toEqual([]);
    expect(back.ok && canonical(back.plan)).toBe(canonical(PLAN));
  });
});

test('a rule without an English message says the Chinese one', () => {
  const back = read(edited([[规则, '提示（英文）', 1, null]]));
  expect(back.ok && back.plan.rules[0]!.message).toEqual({
    zh: '人数应大于零',
    en: '人数应大于零',
  });
});

test('an item name that two items have does not say which', () => {
  const list = edited([[报送项, '报送项名称', 2, '规上工业增加值']]);
  const { findings } = read(list);
  expect(findings.map(({ cell }) => cell)).toEqual([
    list.at(清单, '分子', 1),
    list.at(清单, '分母', 1),
  ]);
  expect(findings[0]!.message.zh).toMatch(/有几个“规上工业增加值”/);
});
