import type { Text } from '../../plan/text';

/** How one column of the workbook is called and filled in. */
export interface ColumnWords {
  readonly header: Text;
  /** What to enter, in one sentence: the hint beside the cell, the guide and the findings say it. */
  readonly hint: Text;
  /** One indicator runs through the examples of a sheet. */
  readonly example: Text;
}

const same = (wording: string): Text => ({ zh: wording, en: wording });
const none = same('');

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

/** 补充摘录 */
export const quoteWords = {
  indicator: {
    header: { zh: '指标编号', en: 'Indicator id' },
    hint: {
      zh: '这段摘录属于哪个指标，从列表选择编号。',
      en: 'Which indicator the quote belongs to; its id from the list.',
    },
    example: same('labour-productivity'),
  },
  indicatorName: {
    header: { zh: '指标名称（自动）', en: 'Indicator (computed)' },
    hint: { zh: '自动显示，不用填。', en: 'Shows itself; nothing to fill in.' },
    example: { zh: '规上企业全员劳动生产率', en: 'Labour productivity of larger firms' },
  },
  quote: {
    header: { zh: '原文摘录', en: 'Quote' },
    hint: {
      zh: '同一指标在原文中第二处及以后的摘录，逐字复制。',
      en: 'The second and any further place where the plan sets the same target, word for word.',
    },
    example: { zh: '全员劳动生产率30万元/人·年以上', en: 'labour productivity of 30 and more' },
  },
  quoteStart: {
    header: { zh: '起始位置', en: 'Start' },
    hint: indicatorWords.quoteStart.hint,
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;

/** 报送项 */
export const itemWords = {
  name: {
    header: { zh: '报送项名称', en: 'Item' },
    hint: {
      zh: '计算指标所需、由单位填报的数，如增加值、人数。',
      en: 'A figure that is asked in order to compute indicators.',
    },
    example: { zh: '规上工业增加值', en: 'Value added of larger firms' },
  },
  id: {
    header: { zh: '编号', en: 'Id' },
    hint: {
      zh: '小写英文词，用连字符连接，不重复。',
      en: 'Lower-case words joined by hyphens, unique.',
    },
    example: same('industrial-added-value'),
  },
  measureUnit: {
    header: { zh: '计量单位', en: 'Unit' },
    hint: { zh: '必填。', en: 'Required.' },
    example: { zh: '亿元', en: '100 million yuan' },
  },
  precision: {
    header: { zh: '小数位数', en: 'Decimals' },
    hint: {
      zh: '填报时保留几位小数，0 到 6 的整数。',
      en: 'Decimals that figures are reported with, a whole number from 0 to 6.',
    },
    example: same('2'),
  },
  accumulation: {
    header: { zh: '累计方式', en: 'Accumulation' },
    hint: {
      zh: '时点数、本年累计，还是规划期以来累计。',
      en: 'A stock, a total of the year so far, or one since the plan’s start.',
    },
    example: { zh: '本年累计', en: 'year to date' },
  },
  compute: {
    header: { zh: '计算公式', en: 'Computed as' },
    hint: {
      zh: '由其他报送项算出的写公式，报送项写成 [编号]；由单位填报的留空。',
      en: 'For a figure computed from other items, named as [id]; blank where it is entered.',
    },
    example: same('[wages] + [profits]'),
  },
} as const satisfies Record<string, ColumnWords>;

const rowWords = {
  rowIds: {
    header: { zh: '适用指标', en: 'Rows: ids' },
    hint: {
      zh: '逐行审核哪些指标或报送项，写编号，用；隔开；* 为全部。跨指标的规则留空。',
      en: 'Indicators or items looked at row by row, by id, separated by ;. * for all. Blank for a rule between entries.',
    },
    example: none,
  },
  rowKinds: {
    header: { zh: '适用类型', en: 'Rows: kinds' },
    hint: {
      zh: '只审核这些类型的指标，用；隔开。',
      en: 'Only indicators of these kinds, separated by ;.',
    },
    example: none,
  },
  rowUnits: {
    header: { zh: '适用单位', en: 'Rows: units' },
    hint: {
      zh: '只审核这些计量单位的行，用；隔开。',
      en: 'Only rows in these units, separated by ;.',
    },
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;

/** 规则设置 */
export const settingWords = {
  rule: {
    header: { zh: '通用规则', en: 'Rule' },
    hint: {
      zh: '从列表选择要调整的规则；规则表见使用说明。',
      en: 'The rule to change, from the list; the README explains each.',
    },
    example: same('swing'),
  },
  meaning: {
    header: { zh: '查什么（自动）', en: 'What it catches (shown)' },
    hint: { zh: '导出时写入，不用填。', en: 'Written on export; nothing to fill in.' },
    example: none,
  },
  off: {
    header: { zh: '关闭', en: 'Off' },
    hint: { zh: '选“是”为不用这条规则。', en: '“yes” switches the rule off.' },
    example: none,
  },
  severity: {
    header: { zh: '级别', en: 'Severity' },
    hint: { zh: '改为须修改、需说明或提示；留空不变。', en: 'Another severity; blank leaves it.' },
    example: { zh: '提示', en: 'note' },
  },
  thresholds: {
    header: { zh: '阈值', en: 'Thresholds' },
    hint: {
      zh: '名称=数值，几个用；隔开，如 share=0.3。',
      en: 'name=number, separated by ;, e.g. share=0.3.',
    },
    example: same('share=0.3'),
  },
  ...rowWords,
  whole: {
    header: { zh: '总数', en: 'Whole' },
    hint: {
      zh: '规则 parts-add-up、part-above-whole：总数的编号。',
      en: 'For parts-add-up and part-above-whole: the id of the whole.',
    },
    example: none,
  },
  parts: {
    header: { zh: '分项', en: 'Parts' },
    hint: { zh: '各分项的编号，用；隔开。', en: 'The ids of its parts, separated by ;.' },
    example: none,
  },
  growth: {
    header: { zh: '增速', en: 'Growth' },
    hint: {
      zh: '规则 growth-disagrees：填报增速的编号。',
      en: 'For growth-disagrees: the id of the growth stated.',
    },
    example: none,
  },
  level: {
    header: { zh: '水平数', en: 'Level' },
    hint: { zh: '与增速对应的总量的编号。', en: 'The id of the level that it is the growth of.' },
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;

/** 审核规则 */
export const ruleWords = {
  id: {
    header: { zh: '编号', en: 'Id' },
    hint: {
      zh: '小写英文词，用连字符连接，不重复。',
      en: 'Lower-case words joined by hyphens, unique.',
    },
    example: same('parts-make-the-whole'),
  },
  severity: {
    header: { zh: '级别', en: 'Severity' },
    hint: {
      zh: '不符合时：须修改、需说明或提示。',
      en: 'What follows where it does not hold: error, to explain, note.',
    },
    example: { zh: '须修改', en: 'error' },
  },
  assert: {
    header: { zh: '应当成立的关系', en: 'What must hold' },
    hint: {
      zh: '指标和报送项写成 [编号]，可用 + - * / 和 = <> < <= > >=、and or not。',
      en: 'Indicators and items as [id], with + - * / and = <> < <= > >=, and or not.',
    },
    example: same('[whole] = [first-part] + [second-part]'),
  },
  messageZh: {
    header: { zh: '提示（中文）', en: 'Message (Chinese)' },
    hint: {
      zh: '不符合时给填报单位看的话。',
      en: 'What the reporter reads where it does not hold.',
    },
    example: same('总数应等于两项之和。'),
  },
  messageEn: {
    header: { zh: '提示（英文）', en: 'Message (English)' },
    hint: { zh: '可以留空，与中文相同。', en: 'Blank means the Chinese wording.' },
    example: same('The whole must equal its two parts.'),
  },
  ...rowWords,
  at: {
    header: { zh: '指向哪一栏', en: 'Points at' },
    hint: {
      zh: '结果指向这一行的哪一栏；留空为完成值。',
      en: 'The column that a finding points at; blank for the figure.',
    },
    example: none,
  },
  regions: {
    header: { zh: '区县也成立', en: 'In each region' },
    hint: {
      zh: '选“是”：各区（县、市）的表也按这条规则审核。',
      en: '“yes”: it holds within each region as well as for the whole.',
    },
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;

/** 规划信息: three lists side by side. */
export const planWords = {
  field: {
    header: { zh: '项目', en: 'Field' },
    hint: { zh: '不要改。', en: 'Not to be changed.' },
    example: none,
  },
  content: {
    header: { zh: '内容', en: 'Content' },
    hint: { zh: '逐项填写。', en: 'To be filled in line by line.' },
    example: none,
  },
  explanation: {
    header: { zh: '怎么填', en: 'What to enter' },
    hint: none,
    example: none,
  },
  organisation: {
    header: { zh: '单位名称', en: 'Organisation' },
    hint: {
      zh: '一行一个单位，牵头单位和配合单位都要登记。',
      en: 'One a line: every lead and supporting organisation.',
    },
    example: { zh: '市经信局', en: 'Economy bureau' },
  },
  aliases: {
    header: { zh: '别名', en: 'Other names' },
    hint: {
      zh: '原文中的其他写法，用；分隔。',
      en: 'Other spellings in the plan, separated by ;',
    },
    example: { zh: '市经信局〔市工强办〕', en: 'Economy bureau (office)' },
  },
  region: {
    header: { zh: '区(县、市)', en: 'Region' },
    hint: { zh: '一行一个，没有就不填。', en: 'One a line; none where the plan has none.' },
    example: { zh: '海曙区', en: 'Haishu' },
  },
} as const satisfies Record<string, ColumnWords>;

/** The lines of 规划信息: the plan as a whole. */
export const fieldWords = {
  title: {
    header: { zh: '规划标题', en: 'Title' },
    hint: { zh: '文件标题，不带书名号。', en: 'The document’s title.' },
    example: none,
  },
  id: {
    header: { zh: '规划编号', en: 'Plan id' },
    hint: {
      zh: '小写英文词和数字，用连字符连接，如 ningbo-quality-2022。',
      en: 'Lower-case words and digits joined by hyphens, e.g. ningbo-quality-2022.',
    },
    example: none,
  },
  issuer: {
    header: { zh: '发布机关', en: 'Issued by' },
    hint: { zh: '印发文件的机关。', en: 'Who issued the document.' },
    example: none,
  },
  documentNumber: {
    header: { zh: '文号', en: 'Document number' },
    hint: { zh: '没有就留空。', en: 'Blank where there is none.' },
    example: none,
  },
  issuedOn: {
    header: { zh: '发布日期', en: 'Issued on' },
    hint: { zh: '如 2022-09-27；不知道就留空。', en: 'As 2022-09-27; blank where unknown.' },
    example: none,
  },
  startYear: {
    header: { zh: '起始年', en: 'First year' },
    hint: { zh: '规划期的第一年，四位年份。', en: 'The plan’s first year, four digits.' },
    example: none,
  },
  endYear: {
    header: { zh: '结束年', en: 'Last year' },
    hint: { zh: '规划期的最后一年，四位年份。', en: 'The plan’s last year, four digits.' },
    example: none,
  },
  coordinator: {
    header: { zh: '汇总单位', en: 'Coordinator' },
    hint: {
      zh: '负责下发和汇总；没有牵头单位的指标也由它报送。',
      en: 'Who sends out and compiles, and reports what nobody leads.',
    },
    example: none,
  },
  sourceFile: {
    header: { zh: '原文文件', en: 'Source file' },
    hint: {
      zh: '规划原文的纯文本文件名（UTF-8），与 plan.json 放在一起。',
      en: 'Name of the plan’s plain text (UTF-8), kept beside plan.json.',
    },
    example: none,
  },
  sourceHash: {
    header: { zh: '原文校验值', en: 'Source SHA-256' },
    hint: {
      zh: '可以留空，导入时按原文文件自动计算。',
      en: 'Blank will do: importing computes it from the source.',
    },
    example: none,
  },
  schemaVersion: {
    header: { zh: '格式版本', en: 'Format version' },
    hint: { zh: '不要改。', en: 'Not to be changed.' },
    example: none,
  },
} as const satisfies Record<string, ColumnWords>;
