import type { Text } from '../../plan/text';

export const chartMessages = {
  number: { zh: '序号', en: 'No.' },
  sequence: { zh: '指标对照\n序号', en: 'No. on\nIndicators' },
  inChart: { zh: '图中名称', en: 'Name in the chart' },
  withCount: { zh: '{name}（{count}项）', en: '{name} ({count})' },
  planName: { zh: '规划', en: 'Plan' },
  region: { zh: '区(县、市)', en: 'Region' },
  period: { zh: '报告期', en: 'Period' },
  judged: { zh: '可判定的量化指标', en: 'Figures judged' },
  onSchedule: { zh: '达序时及以上', en: 'On schedule or better' },
  behind: { zh: '滞后', en: 'Behind' },
  onScheduleShare: { zh: '达序时率', en: 'On schedule' },
  behindShare: { zh: '滞后占比', en: 'Behind' },
  scheduledCompletion: { zh: '序时完成率', en: 'Scheduled completion' },
  actualCompletion: { zh: '实际完成率', en: 'Actual completion' },

  sectionsTitle: { zh: '各章节指标状态（项）', en: 'Status by section (indicators)' },
  plansTitle: { zh: '各规划指标状态（项）', en: 'Status by plan (indicators)' },
  statusTitle: { zh: '指标状态（项）', en: 'Status (indicators)' },
  sectionsNote: {
    zh: '取自“指标对照”的状态栏；本期不报的指标不计。',
    en: 'From the statuses on Indicators, without what this period does not ask for.',
  },
  limitedSections: {
    zh: '共 {all} 个章节，图中列指标最多的 {most} 个，其余见“按章节”表。',
    en: ' Of {all} sections the {most} with most indicators are drawn; the rest is in the table by section.',
  },
  organisationsTitle: {
    zh: '各单位达序时率（括号内为应报指标数）',
    en: 'On schedule by organisation (indicators asked)',
  },
  organisationsNote: {
    zh: '达序时率＝（已达标＋达序时）÷应报指标，未报的指标计入分母。',
    en: 'The share of the indicators asked that are achieved or on schedule; what is not reported counts as not on schedule.',
  },
  limitedOrganisations: {
    zh: '共 {all} 个单位，图中列应报指标最多的 {most} 个，其余见“按单位”表。',
    en: ' Of {all} organisations the {most} with most indicators are drawn; the rest is in the table by organisation.',
  },
  regionsTitle: {
    zh: '各区(县、市)报送完成率（括号内为应报指标数）',
    en: 'Reporting by region (indicators asked)',
  },
  regionsNote: {
    zh: '取自“区县”工作表：已报指标÷应报指标。',
    en: 'From the sheet Regions: reported ÷ asked.',
  },
  limitedRegions: {
    zh: '共 {all} 个区(县、市)，图中列 {most} 个，其余见“区县”工作表。',
    en: ' {most} of {all} regions are drawn; the rest is on the sheet Regions.',
  },
  trendTitle: { zh: '各期量化指标达序时率', en: 'Figures on schedule by period' },
  trendNote: {
    zh: '各期可判定的量化指标中，达到或超过当期序时的和滞后的占比。本期取自“指标对照”，以前各期为当期采用的数据，按其自身报告期的序时判定；定性任务不计。',
    en: 'Of the figures that could be judged in each period, the shares on schedule and behind. This period is from Indicators; earlier ones are the figures accepted then, judged against their own schedule. Milestones are left out.',
  },
  scheduleTitle: {
    zh: '序时与实际完成率（进度差最低的 {count} 项指标）',
    en: 'Schedule and actual (the {count} lowest gaps)',
  },
  scheduleNote: {
    zh: '可比的量化指标共 {all} 项，按实际完成率减序时完成率由低到高列出。',
    en: 'Of {all} comparable indicators those with the lowest completion against the schedule come first.',
  },

  wildLeftOut: {
    zh: '完成率超过 ±200% 的 {count} 项指标未列入序时对比图，请核对其数据和基期值。',
    en: ' {count} indicators with a completion beyond ±200 % are left out of the comparison with the schedule: check their figures and baselines.',
  },

  chartsTitle: { zh: '二、图示', en: '2. Charts' },
  chartsNote: {
    zh: '注：图中数字见“图表数据”工作表，由公式取自其他工作表。{more}',
    en: 'The figures behind the charts are on the sheet Chart data, as formulas over the other sheets.{more}',
  },
  nothingAsked: {
    zh: '本期没有应报的指标，不作状态图。',
    en: ' No indicator is asked in this period: there is no chart of statuses.',
  },
  nothingReported: {
    zh: '尚无单位报送可采用的数据，不作单位比较图。',
    en: ' Nobody has reported a figure that counts yet: organisations are not compared.',
  },
  noRegionReported: {
    zh: '尚无区(县、市)报送可采用的数据，不作区(县、市)比较图。',
    en: ' No region has reported a figure that counts yet: regions are not compared.',
  },
  onePeriod: {
    zh: '可比的报告期不足两期，趋势图从第二期起列出。',
    en: ' Fewer than two comparable periods: the trend begins with the second one.',
  },
  nothingCompared: {
    zh: '没有可与序时比较的完成率，不作序时对比图。',
    en: ' No completion can be compared with a schedule yet: that chart is left out.',
  },
  dataNote: {
    zh: '“总览”各图所用的数字，除以前各期外均为公式，图随其更新。',
    en: 'The figures behind the charts of the overview: formulas, but for earlier periods, which the charts follow.',
  },
  noCharts: { zh: '没有可以作图的数据。', en: 'There is nothing to draw.' },
  altText: {
    zh: '{title}。{first}等 {count} 类，数字见“图表数据”工作表。',
    en: '{title}. {first} and others, {count} in all; the figures are on the sheet Chart data.',
  },
} as const satisfies Record<string, Text>;
