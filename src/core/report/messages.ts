import type { Text } from '../plan/text';
import type { EntryState } from '../submission/submission';
import type { WorkbookState } from '../consolidation/consolidation';
import type { SheetId } from './report-design';

export const sheetNames: Readonly<Record<SheetId, Text>> = {
  overview: { zh: '总览', en: 'Overview' },
  exceptions: { zh: '例外', en: 'Exceptions' },
  indicators: { zh: '指标对照', en: 'Indicators' },
  organisations: { zh: '牵头单位', en: 'Organisations' },
  regions: { zh: '区县', en: 'Regions' },
  submissions: { zh: '报送情况', en: 'Submissions' },
  findings: { zh: '审核问题', en: 'Findings' },
  changes: { zh: '变化', en: 'Changes' },
  data: { zh: '数据', en: 'Data' },
  charts: { zh: '图表数据', en: 'Chart data' },
};

/** What each sheet holds, for the list on the overview. */
export const sheetContents: Readonly<Record<Exclude<SheetId, 'overview'>, Text>> = {
  exceptions: {
    zh: '需要人工处理的事项 {count} 项，按紧急程度排列，附建议动作',
    en: '{count} matters that need a person, most urgent first, each with a suggested action',
  },
  indicators: {
    zh: '全部指标 {count} 项：目标、序时目标、完成值、完成率、进度差、状态、规划原文和来源',
    en: 'All {count} indicators: target, schedule, actual, completion, gap, status, the plan’s words and the source',
  },
  organisations: {
    zh: '{count} 个单位的报送和进度情况；规划列有牵头领导的，另按领导汇总',
    en: 'Reporting and progress of {count} organisations, and by leader where a plan names leaders',
  },
  regions: {
    zh: '{count} 项指标的分区(县、市)数据与合计',
    en: 'Figures of {count} indicators by region, with the whole',
  },
  submissions: {
    zh: '下发的报送表 {count} 份及收到情况，未采用的文件及原因',
    en: 'The {count} workbooks issued and what came back, and the files set aside with their reasons',
  },
  findings: {
    zh: '审核结果 {count} 条，须修改的在前',
    en: '{count} findings, errors first',
  },
  changes: {
    zh: '与上次汇总相比有变化的指标 {count} 项，与上期的比较和历期完成值',
    en: '{count} indicators changed since the last compile; comparison with the last period, and figures of earlier periods',
  },
  data: {
    zh: '填报数据 {count} 条，每条注明文件、工作表和单元格',
    en: '{count} figures, each with its file, sheet and cell',
  },
  charts: {
    zh: '总览 {count} 张图所用的数字',
    en: 'The figures behind the {count} charts of this sheet',
  },
};

export const reportMessages = {
  plan: { zh: '《{title}》', en: '“{title}”' },
  plansAndMore: { zh: '{first}等 {count} 项规划', en: '{first} and others ({count} plans)' },
  title: { zh: '{plans}指标完成情况汇总表', en: '{plans}: progress of indicators' },
  cover: {
    zh: '报告期：{period}　　报送期限：{due}　　汇总时间：{made}（北京时间）',
    en: 'Period: {period}    Due: {due}    Compiled: {made} (Beijing time)',
  },
  plansCovered: { zh: '涉及规划：{plans}', en: 'Plans covered: {plans}' },
  sheetTitle: { zh: '{sheet}（{period}）', en: '{sheet} ({period})' },
  separator: { zh: '、', en: ', ' },
  colon: { zh: '：', en: ': ' },
  pageFooter: { zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' },

  headFigures: { zh: '一、总体情况', en: '1. Head figures' },
  contents: { zh: '三、各工作表内容', en: '3. Contents' },
  bySection: { zh: '四、按章节', en: '4. By section' },
  byOrganisation: { zh: '五、按单位', en: '5. By organisation' },
  goTo: { zh: '目录', en: 'Go to' },
  back: { zh: '返回', en: 'Back' },
  indicatorCard: { zh: '指标', en: 'Indicators' },
  submissionCard: { zh: '报送', en: 'Submissions' },
  sheet: { zh: '工作表', en: 'Sheet' },
  content: { zh: '内容', en: 'Content' },
  section: { zh: '章节', en: 'Section' },
  noSection: { zh: '（未分章节）', en: '(no section)' },
  total: { zh: '合计', en: 'Total' },
  asked: { zh: '应报指标', en: 'Asked' },
  reported: { zh: '已报指标', en: 'Reported' },
  reportingShare: { zh: '报送完成率', en: 'Reporting done' },
  notAsked: { zh: '本期不报', en: 'Not asked' },
  issued: { zh: '下发报送表', en: 'Issued' },
  received: { zh: '已交', en: 'Received' },
  accepted: { zh: '通过', en: 'Accepted' },
  toCorrect: { zh: '待修改说明', en: 'To correct' },
  missing: { zh: '未交', en: 'Missing' },
  late: { zh: '逾期', en: 'Late' },
  files: { zh: '收到文件', en: 'Files' },
  setAside: { zh: '未采用文件', en: 'Set aside' },
  acceptedShare: { zh: '通过率', en: 'Accepted share' },
  statusNote: {
    zh: '注：已达标指规划期目标已实现；达序时指达到或超过序时目标；略滞后指达到序时目标的 {near}% 以上；低于此为滞后。已报指标＝应报指标－未报。本期不报的指标不计入各项统计。各项数字均为公式，取自“指标对照”和“报送情况”工作表。',
    en: 'Achieved: the plan’s final target is met. On schedule: at or ahead of the schedule. Slightly behind: at least {near} % of the schedule; below that, behind. Reported = asked − not reported. Indicators that this period does not ask for are left out of all counts. All figures are formulas over the sheets Indicators and Submissions.',
  },

  exceptionsNote: {
    zh: '需要人工处理的事项，按紧急程度排列：滞后、未报、审核未通过、需说明、略滞后、未采用文件。重复报送的旧文件见“报送情况”工作表。点击状态可到“指标对照”，点击“查看”栏可到来源。',
    en: 'What needs a person, most urgent first: behind, not reported, failed review, unexplained, slightly behind, files set aside. Files replaced by a later one are on the sheet Submissions. Click a status to go to the indicator, the last column to go to the source.',
  },
  noExceptions: { zh: '没有需要人工处理的事项。', en: 'Nothing needs a person.' },
  indicatorsNote: {
    zh: '完成值由公式取自“数据”工作表，点击完成值可到该行；完成率、进度差、状态为公式。按现进度预计期末＝基期值(累计数为零)＋(完成值－基期值)×全程月数÷已过月数，增速和没有基期值的时点值不预计。灰色行为本期不报的指标，原因见“原因/备注”。规划原文和来源两栏不打印。',
    en: 'Actuals are formulas over the sheet Data; click an actual to go to its row. Completion, gap and status are formulas. Forecast = baseline (0 for what adds up) + (actual − baseline) × months in all ÷ months gone; none for growth rates and for levels without a baseline. Grey rows are not asked in this period, for the reason given. The last two columns are not printed.',
  },
  noIndicators: { zh: '没有指标。', en: 'No indicators.' },
  noYearOnYear: {
    zh: '没有上年同期数，同比从缺。',
    en: ' There are no figures of last year to compare with.',
  },
  organisationsNote: {
    zh: '各项数字为公式，取自“报送情况”和“指标对照”工作表。已报指标＝应报指标－未报。',
    en: 'The figures are formulas over the sheets Submissions and Indicators. Reported = asked − not reported.',
  },
  noOrganisations: { zh: '没有单位。', en: 'No organisations.' },
  byLeader: { zh: '按牵头领导', en: 'By leader in charge' },
  leader: { zh: '牵头领导', en: 'Leader in charge' },
  leadUnits: { zh: '涉及单位', en: 'Organisations' },
  noLeader: { zh: '未明确', en: 'not named' },
  regionsNote: {
    zh: '各区(县、市)数字和合计为公式，取自“数据”工作表。比率的合计由分子、分母分别相加后计算。',
    en: 'Figures and wholes are formulas over the sheet Data. The whole of a ratio is computed from the sums of its numerators and denominators.',
  },
  allocations: { zh: '分解目标完成情况', en: 'Targets shared out to regions' },
  allocationItem: { zh: '项目', en: 'What' },
  allocated: { zh: '分解目标', en: 'Share' },
  scheduledOfRegion: { zh: '序时目标', en: 'Scheduled' },
  completionOfRegion: { zh: '完成率', en: 'Completion' },
  statusOfRegion: { zh: '状态', en: 'Status' },
  regionTotals: {
    zh: '全市填报数与各区(县、市)合计',
    en: 'The whole as reported, and the regions together',
  },
  ownFigure: { zh: '全市填报', en: 'Reported' },
  regionsTogether: { zh: '各区合计', en: 'Regions' },
  differenceOfTotals: { zh: '差额', en: 'Difference' },
  totalsRemark: { zh: '说明', en: 'Remark' },
  regionReported: { zh: '已报项数', en: 'Figures reported' },
  noRegions: { zh: '没有分区(县、市)数据。', en: 'No regional figures.' },
  notReportedMark: { zh: '未报', en: 'none' },
  submissionsNote: {
    zh: '每份下发的报送表一行；时间为北京时间。待修改说明的报送表已退回或应退回填报单位。',
    en: 'One row for each workbook issued; times are Beijing time. Workbooks to correct are returned to their senders.',
  },
  noSubmissions: { zh: '没有下发报送表。', en: 'No workbooks were issued.' },
  setAsideTitle: { zh: '未采用的文件', en: 'Files set aside' },
  setAsideFile: { zh: '文件', en: 'File' },
  setAsideReason: { zh: '原因', en: 'Reason' },
  noSetAside: { zh: '没有未采用的文件。', en: 'No file was set aside.' },
  decisionsTitle: { zh: '汇总单位的决定', en: 'Decisions of the coordinator' },
  decisionTime: { zh: '时间', en: 'Time' },
  decisionKind: { zh: '决定', en: 'Decision' },
  decisionWhy: { zh: '理由', en: 'Reason' },
  decisionBy: { zh: '决定人', en: 'By' },
  decisionStanding: { zh: '执行情况', en: 'Standing' },
  noDecisions: { zh: '没有决定。', en: 'No decisions.' },
  acceptedBy: {
    zh: '经确认采用（审核问题 {count} 条）：{why}（{signature}）',
    en: 'Accepted all the same ({count} findings): {why} ({signature})',
  },
  confirmedFinding: { zh: '经确认采用', en: 'accepted' },
  findingsNote: {
    zh: '须修改的数据不能采用；需说明的数据在填写情况说明后采用。点击序号可到“数据”工作表的该行。',
    en: 'A figure with an error cannot count; one that needs an explanation counts once it has one. Click a number to go to the row on the sheet Data.',
  },
  noFindings: { zh: '没有审核问题。', en: 'No findings.' },
  planCheck: { zh: '规划勾稽关系', en: 'The plan’s own checks' },
  dataNote: {
    zh: '每条填报数据一行，是各项汇总的来源。本表已锁定（无密码）且不能排序，以免公式取错行；可以筛选。点击序号可到“指标对照”的该指标。',
    en: 'One row for each figure reported, behind all that is compiled. The sheet is locked (without a password) and cannot be sorted, so that formulas keep their rows; filtering is possible. Click a number to go to the indicator.',
  },
  noData: { zh: '没有填报数据。', en: 'No figures were reported.' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  shared: { zh: '（与其他规划共用一数）', en: ' (shared with another plan)' },
  computed: { zh: '（自动计算）', en: ' (computed)' },
  inRegion: { zh: '{organisation}（{region}）', en: '{organisation} ({region})' },
  andMoreSources: {
    zh: '等 {count} 处，见“数据”工作表',
    en: 'and others, {count} in all: see the sheet Data',
  },
  andMoreNames: { zh: '{names}等 {count} 项', en: '{names} and others, {count} in all' },
  moreFindings: {
    zh: '共 {count} 条，见“审核问题”工作表。',
    en: '{count} findings in all: see the sheet Findings.',
  },
  yearOnYearReason: { zh: '同比：{reason}', en: 'Year on year: {reason}' },
  paceReason: { zh: '后续每期需完成：{reason}', en: 'Needed from here: {reason}' },

  behindBy: {
    zh: '序时目标 {scheduled}，完成 {actual}。',
    en: 'Scheduled {scheduled}, actual {actual}.',
  },
  behindMilestone: { zh: '填报状态为“{status}”。', en: 'Reported as “{status}”.' },
  explainedAs: { zh: '情况说明：{explanation}', en: 'Explanation: {explanation}' },
  notExplained: { zh: '未填情况说明。', en: 'No explanation given.' },
  wholeWorkbook: { zh: '整表未交（{count} 项指标）', en: 'Workbook missing (indicators: {count})' },
  workbookMissing: { zh: '报送表未交', en: 'Workbook missing' },
  notReceived: {
    zh: '未收到“{file}”，涉及指标：{names}。',
    en: '“{file}” has not come back. Indicators: {names}.',
  },
  notReceivedAlone: { zh: '未收到“{file}”。', en: '“{file}” has not come back.' },
  withoutFigure: { zh: '未填报完成值。', en: 'No figure was reported.' },
} as const satisfies Record<string, Text>;

/** What the state of a figure is called where the form has no word for it. */
export const entryStates: Readonly<
  Record<Exclude<EntryState, 'nil' | 'not-applicable' | 'not-due'>, Text>
> = {
  value: { zh: '有数据', en: 'figure' },
  blank: { zh: '未填', en: 'blank' },
  invalid: { zh: '无法识别', en: 'not readable' },
  conflict: { zh: '数据与状态矛盾', en: 'contradicts its state' },
};

export const workbookStates: Readonly<Record<WorkbookState['state'], Text>> = {
  missing: reportMessages.missing,
  received: reportMessages.toCorrect,
  accepted: reportMessages.accepted,
};

/** Kinds of exception, most urgent first. */
export const EXCEPTION_CATEGORIES = [
  'behind',
  'not-reported',
  'failed-review',
  'unexplained',
  'slightly-behind',
  'set-aside',
] as const;
export type ExceptionCategory = (typeof EXCEPTION_CATEGORIES)[number];

export const exceptionCategories: Readonly<Record<ExceptionCategory, Text>> = {
  behind: { zh: '滞后', en: 'Behind' },
  'not-reported': { zh: '未报', en: 'Not reported' },
  'failed-review': { zh: '审核未通过', en: 'Failed review' },
  unexplained: { zh: '需说明', en: 'Unexplained' },
  'slightly-behind': { zh: '略滞后', en: 'Slightly behind' },
  'set-aside': { zh: '未采用文件', en: 'Set aside' },
};

export const exceptionActions = {
  behind: {
    zh: '约谈牵头单位，查明原因，限期追赶',
    en: 'Meet the lead organisation, find the cause, agree on a date to catch up',
  },
  remind: { zh: '催报', en: 'Send a reminder' },
  returnForFigure: { zh: '退回补报', en: 'Return it for the missing figure' },
  returnForCorrection: { zh: '退回修改后重报', en: 'Return it for correction' },
  returnForExplanation: { zh: '退回补充情况说明', en: 'Return it for an explanation' },
  checkPlan: {
    zh: '与有关单位核对后由其重报',
    en: 'Check with the organisations concerned, who send it again',
  },
  watch: {
    zh: '提醒牵头单位，下期重点跟踪',
    en: 'Alert the lead organisation and watch the next period',
  },
  askAgain: {
    zh: '联系报送单位，用本期报送表重报',
    en: 'Ask the sender to use this round’s workbook',
  },
  decideAgain: {
    zh: '核对后决定以哪一份为准',
    en: 'Check it and decide which one counts',
  },
} as const satisfies Record<string, Text>;
