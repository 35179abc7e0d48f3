import { none, same, type ColumnWords } from './column-words';

/** 指标清单 */
export const indicatorWords = {
  name: {
    header: { zh: '指标名称', en: 'Indicator' },
    hint: {
      zh: '规划中的指标名称，不带目标值和单位。',
      en: 'The indicator’s name in the plan, without target and unit.',
    },
    example: { zh: '规上企业全员劳动生产率', en: 'Labour productivity of larger firms' },
  },
  id: {
    header: { zh: '编号', en: 'Id' },
    hint: {
      zh: '小写英文词，用连字符连接，全表不重复；下发后不要再改。',
      en: 'Lower-case words joined by hyphens, unique; not to be changed once sent out.',
    },
    example: same('labour-productivity'),
  },
  measureUnit: {
    header: { zh: '计量单位', en: 'Unit' },
    hint: { zh: '除定性任务外必填。', en: 'Required but for milestones.' },
    example: { zh: '万元/人·年', en: '10,000 yuan per person a year' },
  },
  precision: {
    header: { zh: '小数位数', en: 'Decimals' },
    hint: {
      zh: '填报时保留几位小数，0 到 6 的整数。',
      en: 'Decimals that figures are reported with, a whole number from 0 to 6.',
    },
    example: same('2'),
  },
  kind: {
    header: { zh: '指标类型', en: 'Kind' },
    hint: {
      zh: '从列表选择，决定完成率怎样计算。',
      en: 'From the list; decides how completion is computed.',
    },
    example: { zh: '时点值', en: 'level at the period’s end' },
  },
  direction: {
    header: { zh: '方向', en: 'Direction' },
    hint: {
      zh: '数值越高越好还是越低越好；定性任务选“不分高低”。',
      en: 'Whether higher or lower is better; neither for milestones.',
    },
    example: { zh: '越高越好', en: 'higher is better' },
  },
  strength: {
    header: { zh: '力度', en: 'Strength' },
    hint: {
      zh: '原文为“力争、争取、争创”的选“力争”，其余选“确保”。',
      en: '“Striving” where the plan says so, “firm” everywhere else.',
    },
    example: { zh: '确保', en: 'firm' },
  },
  attribute: {
    header: { zh: '指标属性', en: 'Attribute' },
    hint: {
      zh: '规划标明约束性或预期性的才填。',
      en: 'Only where the plan marks it as binding or expected.',
    },
    example: { zh: '预期性', en: 'expected' },
  },
  soft: {
    header: { zh: '愿景表述', en: 'Vision wording' },
    hint: {
      zh: '无法衡量的愿景或排名表述选“是”，只列示、不填报；空白即“否”。',
      en: '“Yes” for vision or ranking wording that nobody can measure: listed, never asked. Blank means no.',
    },
    example: { zh: '否', en: 'no' },
  },
  operator: {
    header: { zh: '目标关系', en: 'Relation' },
    hint: {
      zh: '以上、达到选“不低于”；突破选“超过”；以内选“不超过”；小于选“低于”；几到几选“区间”。',
      en: 'How the figure relates to the target: at least, more than, at most, less than, about, range.',
    },
    example: { zh: '≥ 不低于', en: '≥ at least' },
  },
  targetValue: {
    header: { zh: '目标值', en: 'Target' },
    hint: {
      zh: '只填数字；区间填下限；待下达的留空；定性任务不填。',
      en: 'Digits only; the lower end of a range; blank where it is still to be set.',
    },
    example: same('30'),
  },
  upper: {
    header: { zh: '区间上限', en: 'Upper end' },
    hint: { zh: '目标关系为“区间”时填。', en: 'For a range only.' },
    example: none,
  },
  tolerance: {
    header: { zh: '容差', en: 'Tolerance' },
    hint: {
      zh: '目标关系为“左右”时填，允许上下浮动的比例，如 5%。',
      en: 'For “about” only: the share allowed either way, e.g. 5%.',
    },
    example: none,
  },
  targetYear: {
    header: { zh: '目标年份', en: 'Target year' },
    hint: {
      zh: '四位年份，在规划起止年之内。',
      en: 'Four digits, within the plan’s years.',
    },
    example: same('2022'),
  },
  everyYear: {
    header: { zh: '每年保持', en: 'Every year' },
    hint: {
      zh: '原文为“保持…以上”、每一年都要达到的选“是”；空白即“否”。',
      en: '“Yes” where the bound must hold in every year up to the target year. Blank means no.',
    },
    example: { zh: '否', en: 'no' },
  },
  yearlyTargets: {
    header: { zh: '年度目标', en: 'Yearly targets' },
    hint: {
      zh: '有分年目标的填，年份=数值，用；分隔。',
      en: 'The path by year where there is one: year=value, separated by ;',
    },
    example: same('2021=27；2022=30'),
  },
  baselineYear: {
    header: { zh: '基期年份', en: 'Baseline year' },
    hint: {
      zh: '有基期值的填四位年份。',
      en: 'Four digits, where there is a baseline.',
    },
    example: same('2019'),
  },
  baselineValue: {
    header: { zh: '基期值', en: 'Baseline' },
    hint: {
      zh: '只填数字，计量单位与目标值相同。',
      en: 'Digits only, in the unit of the target.',
    },
    example: same('24.5'),
  },
  baselineNote: {
    header: { zh: '基期说明', en: 'Baseline note' },
    hint: { zh: '基期值的来源或口径。', en: 'Where the baseline comes from.' },
    example: { zh: '2019年统计年鉴', en: 'Yearbook 2019' },
  },
  leadUnit: {
    header: { zh: '牵头单位', en: 'Lead organisation' },
    hint: {
      zh: '从列表选择，名单在“规划信息”表；没有写明的留空，由汇总单位报送。',
      en: 'From the list, which stands on the sheet “Plan”; blank where none is named.',
    },
    example: { zh: '市经信局', en: 'Economy bureau' },
  },
  supportingUnits: {
    header: { zh: '配合单位', en: 'Supporting organisations' },
    hint: {
      zh: '多个单位用、分隔；单位先登记在“规划信息”表。',
      en: 'Separated by 、 or ; each listed on the sheet “Plan”.',
    },
    example: { zh: '市发改委、市统计局', en: 'Planning board、Statistics bureau' },
  },
  leader: {
    header: { zh: '牵头领导', en: 'Leader' },
    hint: { zh: '原文写明的才填。', en: 'Only where the plan names one.' },
    example: none,
  },
  responsibility: {
    header: { zh: '责任来源', en: 'Responsibility' },
    hint: {
      zh: '牵头单位是原文写明的、推定的，还是原文未写。',
      en: 'Whether the plan states who leads, or it was inferred, or neither.',
    },
    example: { zh: '原文写明', en: 'stated' },
  },
  frequency: {
    header: { zh: '报送频率', en: 'Frequency' },
    hint: {
      zh: '最短多久报一次；比它短的报告期不报此项。',
      en: 'The shortest period it is reported for; a shorter round leaves it out.',
    },
    example: { zh: '季', en: 'quarter' },
  },
  collect: {
    header: { zh: '取数方式', en: 'Collection' },
    hint: {
      zh: '直接填报，或由报送项计算（分子÷分母、年均增速）。',
      en: 'Entered directly, or computed from items (a ratio or average growth).',
    },
    example: { zh: '分子÷分母', en: 'numerator ÷ denominator' },
  },
  numerator: {
    header: { zh: '分子', en: 'Numerator' },
    hint: {
      zh: '取数方式为“分子÷分母”时填，从“报送项”表的名称中选择。',
      en: 'For a ratio: one of the names on the sheet “Items”.',
    },
    example: { zh: '规上工业增加值', en: 'Value added of larger firms' },
  },
  denominator: {
    header: { zh: '分母', en: 'Denominator' },
    hint: {
      zh: '取数方式为“分子÷分母”时填，从“报送项”表的名称中选择。',
      en: 'For a ratio: one of the names on the sheet “Items”.',
    },
    example: { zh: '规上工业平均用工人数', en: 'Average number employed' },
  },
  scale: {
    header: { zh: '倍数', en: 'Scale' },
    hint: {
      zh: '取数方式为“分子÷分母”时填，相除后乘以几（大于 0）：百分比填 100。',
      en: 'For a ratio: what the quotient is multiplied by, above 0; 100 for a percentage.',
    },
    example: same('1'),
  },
  growthItem: {
    header: { zh: '增速的报送项', en: 'Growing item' },
    hint: {
      zh: '取数方式为“年均增速”时填，从“报送项”表的名称中选择。',
      en: 'For average growth: one of the names on the sheet “Items”.',
    },
    example: none,
  },
  growthBaseYear: {
    header: { zh: '增速的基年', en: 'Growth since' },
    hint: {
      zh: '取数方式为“年均增速”时填，四位年份。',
      en: 'For average growth: the base year, four digits.',
    },
    example: none,
  },
  rollUp: {
    header: { zh: '区县汇总', en: 'Roll-up' },
    hint: {
      zh: '各区县的数怎样合成全市的数；不分区县报送的选“不汇总”。',
      en: 'How the regions make the whole; none where it is not reported by region.',
    },
    example: { zh: '分子、分母分别相加再相除', en: 'sum of numerators ÷ sum of denominators' },
  },
  allocations: {
    header: { zh: '区县分解', en: 'Shares of regions' },
    hint: {
      zh: '目标分解到区县的填，区县=数值，用；分隔；区县先登记在“规划信息”表。',
      en: 'The target shared out to regions: region=value, separated by ;',
    },
    example: none,
  },
  section: {
    header: { zh: '所在章节', en: 'Section' },
    hint: {
      zh: '从大到小，用“ > ”隔开（前后留空格）。',
      en: 'From large to small, separated by “ > ” with spaces.',
    },
    example: {
      zh: '一、总体思路和发展目标 > (二)发展目标',
      en: '1 Aims > 1.2 Targets',
    },
  },
  quote: {
    header: { zh: '原文摘录', en: 'Quote' },
    hint: {
      zh: '从规划原文逐字复制，包含目标的那句话。',
      en: 'Copied word for word from the plan: the words that set the target.',
    },
    example: {
      zh: '规上企业全员劳动生产率达到30万元/人·年以上',
      en: 'labour productivity reaches 30',
    },
  },
  quoteStart: {
    header: { zh: '起始位置', en: 'Start' },
    hint: {
      zh: '摘录之前的字符数；可以留空，摘录在原文中只出现一次时，导入会自动填上。',
      en: 'Characters before the quote; blank will do where the quote stands in the source once.',
    },
    example: same('812'),
  },
  note: {
    header: { zh: '备注', en: 'Note' },
    hint: { zh: '口径或其他需要说明的事。', en: 'Definition or anything else to be said.' },
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;
