import type { Text } from '../plan/text';
import type { Indicator } from '../plan/schema';

/** Words of a template that no form changes. */
export const templateMessages = {
  passed: { zh: '通过', en: 'Passed' },
  moreBefore: { zh: '（另有 ', en: ' (' },
  moreAfter: { zh: ' 条）', en: ' more)' },
  toFill: { zh: '待填 ', en: 'Open ' },
  filled: { zh: '　已填 ', en: '   filled ' },
  errors: { zh: '　须修改 ', en: '   errors ' },
  explanations: { zh: '　需说明 ', en: '   to explain ' },
  colon: { zh: '：', en: ': ' },
  perRow: { zh: '见“计量单位”栏', en: 'as stated in each row' },
  untilEnd: { zh: '{year}年12月31日', en: '31 December {year}' },
  computed: { zh: '自动计算', en: 'computed' },
  forRegion: { zh: '{organisation}（{region}）', en: '{organisation} ({region})' },
  andMore: { zh: '{first}等 {count} 项规划', en: '{first} and others ({count} plans)' },
  promptUnit: { zh: '单位：{unit}', en: 'Unit: {unit}' },
  promptNumber: {
    zh: '只填数字，保留 {precision} 位小数。',
    en: 'Digits only, {precision} decimals.',
  },
  promptOlder: {
    zh: '“上期完成值”为 {period} 的数据。',
    en: 'The figure of the last period is that of {period}.',
  },
  promptWhole: { zh: '只填整数。', en: 'A whole number.' },
  promptMilestone: {
    zh: '请从下拉列表选择当前状态。',
    en: 'Choose the current status from the list.',
  },
  promptState: {
    zh: '有数据选“正常”或不选；无发生数选“零报告”；另两种请写明原因。',
    en: '“Normal” or nothing where there is a figure; “nil report” where nothing happened; explain the other two.',
  },
  errorTitle: { zh: '填写有误', en: 'Not accepted' },
  errorNumber: {
    zh: '此处只能填数字（{unit}），不带单位和文字。',
    en: 'Only a number belongs here ({unit}), without unit or words.',
  },
  errorWhole: {
    zh: '此处只能填整数（{unit}）。',
    en: 'Only a whole number belongs here ({unit}).',
  },
  errorChoice: { zh: '请从下拉列表中选择。', en: 'Choose from the list.' },
  pageFooter: { zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' },
  definitionsTitle: { zh: '指标口径与规划原文', en: 'Definitions and the plan’s own words' },
  noLead: {
    zh: '（规划未明确，由汇总单位报送）',
    en: '(not named in the plan; reported by the coordinator)',
  },
  inferred: { zh: '（推定）', en: ' (inferred)' },
  numeratorOver: {
    zh: '{numerator}÷{denominator}×{scale}，自动计算',
    en: '{numerator} ÷ {denominator} × {scale}, computed',
  },
  growthOf: {
    zh: '（{item}本期÷{year}年）的年均增速，自动计算',
    en: 'average growth of {item} since {year}, computed',
  },
  direct: { zh: '直接填报', en: 'entered directly' },
  ownRulesHeading: {
    zh: '本规划另有的审核规则（在表内“审核结果”栏同步审核）',
    en: 'Further rules of the plan, checked live in the form',
  },
  elsewhereHeading: {
    zh: '本表不能审核的关系（涉及其他单位或各区县的数据，由汇总单位收齐后审核）',
    en: 'Relations that this form cannot check: they need figures of others, and are checked once all have been sent',
  },
  toldRule: { zh: '{rule}（涉及：{names}）', en: '{rule} (about: {names})' },
  andOthers: { zh: '{names}等 {count} 项', en: '{names} and others, {count} rows' },
  partOf: { zh: '用于计算：{names}', en: 'behind: {names}' },
} as const satisfies Record<string, Text>;

/** The columns of the definitions sheet. */
export const definitionColumns = {
  sequence: { zh: '序号', en: 'No.' },
  indicator: { zh: '指标', en: 'Indicator' },
  measureUnit: { zh: '计量单位', en: 'Unit' },
  kind: { zh: '指标类型', en: 'Kind' },
  target: { zh: '目标', en: 'Target' },
  baseline: { zh: '基期值', en: 'Baseline' },
  collect: { zh: '取数方式', en: 'How it is collected' },
  judged: { zh: '进度怎样判定', en: 'How progress is judged' },
  quote: { zh: '规划原文', en: 'The plan’s words' },
  section: { zh: '所在章节', en: 'Section' },
  lead: { zh: '牵头单位', en: 'Lead organisation' },
  supporting: { zh: '配合单位', en: 'Supporting organisations' },
  note: { zh: '备注', en: 'Note' },
} as const satisfies Record<string, Text>;

export const kindLabels: Readonly<Record<Indicator['kind'], Text>> = {
  level: { zh: '时点值', en: 'level at the period’s end' },
  share: { zh: '比重、率', en: 'share' },
  cumulative: { zh: '规划期累计', en: 'total since the plan’s start' },
  increment: { zh: '规划期新增', en: 'new since the plan’s start' },
  annual: { zh: '每年（本年累计）', en: 'yearly, total so far this year' },
  'average-growth': { zh: '年均增速', en: 'average growth a year' },
  'year-growth': { zh: '当年增速', en: 'growth of one year' },
  change: { zh: '比基期变动幅度', en: 'change against the base year' },
  milestone: { zh: '定性任务', en: 'milestone' },
};

/** How each kind is judged, in the words of the reporting conventions (section 3). */
export const judgedLabels: Readonly<Record<Indicator['kind'], Text>> = {
  level: {
    zh: '期末值与序时目标比；有基期值的按规划期均匀推进，无基期值的直接比目标值',
    en: 'the value at the period’s end against the schedule: an even path from the baseline, or the target itself where there is none',
  },
  share: {
    zh: '期末值与序时目标比；有基期值的按规划期均匀推进，无基期值的直接比目标值',
    en: 'the value at the period’s end against the schedule: an even path from the baseline, or the target itself where there is none',
  },
  cumulative: {
    zh: '规划期累计数÷目标值，序时目标按规划期月数均摊',
    en: 'total since the plan’s start ÷ target; the schedule spreads the target over the plan’s months',
  },
  increment: {
    zh: '规划期累计新增数÷目标值，序时目标按规划期月数均摊',
    en: 'new since the plan’s start ÷ target; the schedule spreads the target over the plan’s months',
  },
  annual: {
    zh: '本年累计数÷全年目标，序时目标按月均摊',
    en: 'total so far this year ÷ the year’s target; the schedule spreads it over twelve months',
  },
  'average-growth': {
    zh: '基期以来年均增速与目标比，差距以百分点计',
    en: 'average growth since the base year against the target; the gap is in percentage points',
  },
  'year-growth': {
    zh: '当年增速与目标比，差距以百分点计',
    en: 'this year’s growth against the target; the gap is in percentage points',
  },
  change: {
    zh: '填报比基期累计变动的幅度（下降填正数），序时目标按规划期均摊',
    en: 'enter the change so far against the base year (a fall as a positive number); the schedule spreads it over the plan',
  },
  milestone: {
    zh: '按填报状态判定，不计算完成率',
    en: 'judged by the status reported, without a completion',
  },
};
