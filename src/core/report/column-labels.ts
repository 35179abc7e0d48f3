import type { Text } from '../plan/text';
import { columnLetters } from '../sheet/address';

/** The columns of each sheet, in their order; formulas find a column by its name here. */
export const exceptionColumns = {
  sequence: { zh: '序号', en: 'No.' },
  category: { zh: '类别', en: 'Category' },
  plan: { zh: '规划', en: 'Plan' },
  subject: { zh: '指标/文件', en: 'Indicator or file' },
  organisation: { zh: '单位', en: 'Organisation' },
  target: { zh: '目标', en: 'Target' },
  actual: { zh: '完成值', en: 'Actual' },
  completion: { zh: '完成率', en: 'Completion' },
  gap: { zh: '进度差\n(百分点)', en: 'Gap\n(points)' },
  status: { zh: '状态', en: 'Status' },
  problem: { zh: '问题或原因', en: 'Problem or reason' },
  action: { zh: '建议动作', en: 'Suggested action' },
  source: { zh: '来源', en: 'Source' },
  view: { zh: '查看', en: 'Go to' },
} as const satisfies Record<string, Text>;

export const indicatorColumns = {
  sequence: { zh: '序号', en: 'No.' },
  plan: { zh: '规划', en: 'Plan' },
  section: { zh: '章节', en: 'Section' },
  indicator: { zh: '指标', en: 'Indicator' },
  measureUnit: { zh: '计量单位', en: 'Unit' },
  kind: { zh: '类型', en: 'Kind' },
  target: { zh: '目标', en: 'Target' },
  targetYear: { zh: '目标年', en: 'Target year' },
  baseline: { zh: '基期值', en: 'Baseline' },
  scheduled: { zh: '序时目标', en: 'Scheduled' },
  actual: { zh: '完成值', en: 'Actual' },
  completion: { zh: '完成率', en: 'Completion' },
  gap: { zh: '进度差\n(百分点)', en: 'Gap\n(points)' },
  status: { zh: '状态', en: 'Status' },
  yearOnYear: { zh: '同比', en: 'Year on year' },
  requiredPace: { zh: '后续每期需完成', en: 'Needed each period from here' },
  forecast: { zh: '按现进度\n预计期末', en: 'Forecast\nat this pace' },
  organisation: { zh: '牵头单位', en: 'Lead organisation' },
  leader: { zh: '牵头领导', en: 'Leader in charge' },
  explanation: { zh: '情况说明', en: 'Explanation' },
  reason: { zh: '原因/备注', en: 'Reason or note' },
  quote: { zh: '规划原文', en: 'The plan’s words' },
  source: { zh: '来源\n(文件·表·单元格)', en: 'Source\n(file · sheet · cell)' },
  group: { zh: '章节分组', en: 'Section group' },
} as const satisfies Record<string, Text>;

/** Followed by the columns of the status counts. */
export const organisationColumns = {
  sequence: { zh: '序号', en: 'No.' },
  organisation: { zh: '单位', en: 'Organisation' },
  issued: { zh: '下发报送表', en: 'Workbooks issued' },
  received: { zh: '已交', en: 'Received' },
  late: { zh: '逾期', en: 'Late' },
  errors: { zh: '须修改', en: 'Errors' },
  explanations: { zh: '需说明', en: 'Explanations owed' },
} as const satisfies Record<string, Text>;

/** Followed by one column for each region. */
export const regionColumns = {
  sequence: { zh: '序号', en: 'No.' },
  plan: { zh: '规划', en: 'Plan' },
  indicator: { zh: '指标', en: 'Indicator' },
  measureUnit: { zh: '计量单位', en: 'Unit' },
  target: { zh: '目标', en: 'Target' },
  whole: { zh: '合计', en: 'Whole' },
} as const satisfies Record<string, Text>;

export const submissionColumns = {
  sequence: { zh: '序号', en: 'No.' },
  organisation: { zh: '单位', en: 'Organisation' },
  region: { zh: '区(县、市)', en: 'Region' },
  blank: { zh: '下发的报送表', en: 'Blank issued' },
  state: { zh: '状态', en: 'State' },
  file: { zh: '收到的文件', en: 'File received' },
  savedAt: { zh: '文件保存时间', en: 'Saved at' },
  late: { zh: '是否逾期', en: 'Late?' },
  errors: { zh: '须修改', en: 'Errors' },
  explanations: { zh: '需说明', en: 'Explanations owed' },
  decision: { zh: '汇总单位决定', en: 'Decision' },
} as const satisfies Record<string, Text>;

export const findingColumns = {
  sequence: { zh: '序号', en: 'No.' },
  severity: { zh: '等级', en: 'Severity' },
  organisation: { zh: '单位', en: 'Organisation' },
  region: { zh: '区(县、市)', en: 'Region' },
  file: { zh: '文件', en: 'File' },
  sheet: { zh: '工作表', en: 'Sheet' },
  cell: { zh: '单元格', en: 'Cell' },
  indicator: { zh: '指标/报送项', en: 'Indicator or item' },
  rule: { zh: '审核规则', en: 'Rule' },
  message: { zh: '问题', en: 'Finding' },
} as const satisfies Record<string, Text>;

export const changeColumns = {
  sequence: { zh: '序号', en: 'No.' },
  plan: { zh: '规划', en: 'Plan' },
  indicator: { zh: '指标', en: 'Indicator' },
  measureUnit: { zh: '计量单位', en: 'Unit' },
  before: { zh: '原完成值', en: 'Before' },
  now: { zh: '现完成值', en: 'Now' },
  difference: { zh: '差额', en: 'Difference' },
  statusBefore: { zh: '原状态', en: 'Status before' },
  statusNow: { zh: '现状态', en: 'Status now' },
  source: { zh: '来源\n(文件·表·单元格)', en: 'Source\n(file · sheet · cell)' },
  remark: { zh: '备注', en: 'Remark' },
} as const satisfies Record<string, Text>;

export const dataColumns = {
  sequence: { zh: '序号', en: 'No.' },
  key: { zh: '标识', en: 'Key' },
  name: { zh: '指标/报送项', en: 'Indicator or item' },
  measureUnit: { zh: '计量单位', en: 'Unit' },
  organisation: { zh: '单位', en: 'Organisation' },
  region: { zh: '区(县、市)', en: 'Region' },
  state: { zh: '填报状态', en: 'State' },
  value: { zh: '数值', en: 'Figure' },
  counts: { zh: '计入', en: 'Counts' },
  raw: { zh: '原始文本', en: 'Raw text' },
  explanation: { zh: '情况说明', en: 'Explanation' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  converted: { zh: '换算前', en: 'Before conversion' },
  file: { zh: '文件', en: 'File' },
  submissionNumber: { zh: '第几次报送', en: 'Submission no.' },
  sha256: { zh: '文件指纹(SHA-256)', en: 'SHA-256 of the file' },
  sheet: { zh: '工作表', en: 'Sheet' },
  cell: { zh: '单元格', en: 'Cell' },
  behind: {
    zh: '下级来源\n(单位·文件·表·单元格·原文)',
    en: 'From below\n(organisation · file · sheet · cell · raw text)',
  },
  behindSha256: { zh: '下级文件指纹(SHA-256)', en: 'SHA-256 of the file below' },
} as const satisfies Record<string, Text>;

export type ColumnLabels = Readonly<Record<string, Text>>;

/** The number of a column on its sheet, counted from 1. */
export function columnNumber<L extends ColumnLabels>(labels: L, id: keyof L & string): number {
  return Object.keys(labels).indexOf(id) + 1;
}

/** The letters of a column on its sheet. */
export function lettersOf<L extends ColumnLabels>(labels: L, id: keyof L & string): string {
  return columnLetters(columnNumber(labels, id));
}
