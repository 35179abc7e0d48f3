import type { Frequency } from '../plan/schema';
import { fill, verbatim, type Text } from '../plan/text';
import type { MilestoneStatus } from '../rule/row';
import type { EntryState } from '../submission/submission';
import type { Fact } from './consolidation';

/** Why a received file does not count. */
export const setAsideMessages = {
  otherPlan: {
    zh: '该文件是{found}的报送表，本次任务为{expected}，不计入。请通知报送单位使用本次下发的报送表。',
    en: 'This is a form of {found}; this round covers {expected}, so it does not count. Ask the sender to use the form of this round.',
  },
  otherPeriod: {
    zh: '该文件是报告期 {found} 的报送表，本次为 {expected}，不计入。请通知报送单位使用本期下发的报送表。',
    en: 'This form is for {found}; this round is for {expected}, so it does not count. Ask the sender to use the form of this period.',
  },
  otherRound: {
    zh: '该文件属于另一报送任务（{found}），本次任务为 {expected}，不计入。请通知报送单位使用本次下发的报送表。',
    en: 'This form belongs to round {found}; this round is {expected}, so it does not count. Ask the sender to use the form of this round.',
  },
  tampered: {
    zh: '{who}的报送表中隐藏的标识与下发时不一致，数据无法与指标对应，不计入。请把原空表重新发给该单位填报。',
    en: 'The hidden identity in the form of {who} is not as issued, so its figures cannot be matched to indicators and do not count. Send the original blank again to be filled in.',
  },
  alteredHead: {
    zh: '{who}的报送表表头被改动，可能混入了另一报告期或另一单位的表，不计入。请退回，用原空表重新填报。',
    en: 'The head of the form of {who} was changed; it may hold the form of another period or organisation and does not count. Return it to be filled in on the original blank.',
  },
  otherSeal: {
    zh: '该文件标明是{who}的报送表，但与本次下发给该单位的那一份封签不符：可能被改动，或出自更早下发的版本，不计入。请把本次的空表重新发给该单位填报。',
    en: 'This file claims to be the form of {who}, but its seal is not that of the blank issued to it: it was altered or comes from an earlier issue, so it does not count. Send the blank of this round again to be filled in.',
  },
  notIssued: {
    zh: '本次任务没有向{who}下发过报送表，该文件不计入。请核对是否发错；确需其报送的，请补发报送表。',
    en: 'No form was issued to {who} in this round, so this file does not count. Check whether it was sent by mistake; if its figures are wanted, issue a form to it.',
  },
  duplicate: {
    zh: '与“{file}”内容完全相同，只计入一份。无需处理。',
    en: 'The same as “{file}”, byte for byte; only one of them counts. Nothing needs doing.',
  },
  superseded: {
    zh: '同一报送表收到多份，以保存时间最晚的“{file}”为准，本件不计入。如应以本件为准，请把“{file}”移出收件夹后重新汇总。',
    en: 'This form was sent more than once and “{file}”, saved last, counts instead of this one. If this one should count, move “{file}” out of the inbox and compile again.',
  },
} as const satisfies Record<string, Text>;

/** Why an indicator is not asked in the round. */
export const notAskedMessages = {
  frequency: {
    zh: '该指标按{frequency}报送，报告期 {period} 不填报。无需处理。',
    en: 'This indicator is reported by the {frequency}, so it is not asked for {period}. Nothing needs doing.',
  },
  noWorkbook: {
    zh: '本次任务没有下发要求填报该指标的报送表（应由{reporter}报送）。如需要该指标的数据，请补发报送表。',
    en: 'No form that asks for this indicator was issued in this round ({reporter} would report it). If its figure is wanted, issue one.',
  },
} as const satisfies Record<string, Text>;

/** Why one workbook gives no figure. */
export const figureMessages = {
  notSent: {
    zh: '{who}尚未报送。请催报，收到后重新汇总。',
    en: '{who} has not reported yet. Send a reminder and compile again once the form is in.',
  },
  notFilled: {
    zh: '{who}没有填“{name}”。请退回补填；确无发生数的应选“零报告”。',
    en: '{who} left “{name}” blank. Return the form to be completed; if nothing happened it takes a nil report.',
  },
  notUsable: {
    zh: '{who}的“{name}”没有可用的数据（原文“{raw}”）。请退回修改。',
    en: '{who} gives no usable figure for “{name}” (it reads “{raw}”). Return the form to be corrected.',
  },
  failed: {
    zh: '{who}的“{name}”未通过审核（规则 {rule}），不能采用：{message}请退回，改正或说明后重新汇总。',
    en: '“{name}” from {who} did not pass review (rule {rule}) and cannot count: {message} Return the form and compile again once it is corrected or explained.',
  },
  notApplicable: {
    zh: '{who}填报“{name}”不适用：{explanation}。请核对理由；不成立的退回填报。',
    en: '{who} declares “{name}” not applicable: {explanation}. Check the reason; if it does not hold, return the form.',
  },
  notDue: {
    zh: '{who}填报“{name}”未到报送期：{explanation}。请到期后收取。',
    en: '{who} declares “{name}” not yet due: {explanation}. Collect it when it falls due.',
  },
  denominatorZero: {
    zh: '{who}的“{name}”分母为零或比值过大，无法计算。请核对分子、分母。',
    en: 'The denominator of “{name}” from {who} is zero, or the ratio is too large to compute. Check numerator and denominator.',
  },
  growth: {
    zh: '{who}的“{name}”无法计算：{reason}请核对本期数与基期数。',
    en: '“{name}” from {who} cannot be computed: {reason} Check the level and its base.',
  },
} as const satisfies Record<string, Text>;

/** What has to be said of a figure that regions make together. */
export const rollUpMessages = {
  partial: {
    zh: '{total} 个区（县、市）中有 {count} 个没有可用数据：{list}。完成值只包含其余 {rest} 个，不是全部；未报的催报，未通过的退回，补齐后重新汇总。',
    en: '{count} of {total} regions have no figure that counts: {list}. The actual covers the other {rest} only, not the whole. Remind those who have not sent, return what did not pass, then compile again.',
  },
  noRegion: {
    zh: '{total} 个区（县、市）中有 {count} 个没有可用数据：{list}。无法汇总；未报的催报，未通过的退回，补齐后重新汇总。',
    en: '{count} of {total} regions have no figure that counts: {list}. Nothing can be rolled up. Remind those who have not sent, return what did not pass, then compile again.',
  },
  notApplicable: {
    zh: '汇总数不含{list}。请核对不适用的理由是否成立。',
    en: 'The roll-up is without {list}. Check whether the reason holds.',
  },
  denominatorZero: {
    zh: '各区（县、市）的分母合计为零或比值过大，无法计算。请核对分子、分母。',
    en: 'The denominators of the regions add up to zero, or the ratio is too large to compute. Check numerators and denominators.',
  },
  insteadOfUnit: {
    zh: '完成值暂以各区（县、市）汇总数代替。',
    en: 'Until then the actual is the roll-up of the regions.',
  },
  differs: {
    zh: '{reporter}报送的全市数为 {unit}，各区（县、市）汇总数为 {rolled}，相差 {difference}。统一核算等情形可以不等，请{reporter}说明原因。',
    en: '{reporter} reports {unit} for the whole, the regions roll up to {rolled}, a difference of {difference}. Unified accounting can be a legitimate cause; ask {reporter} to explain it.',
  },
  notRolledUp: {
    zh: '该指标不由区（县、市）数据汇总，本次也没有向{reporter}收取全市数。如需要全市数，请向{reporter}补发报送表。',
    en: 'Regional figures of this indicator do not make the whole, and {reporter} was not asked for it in this round. If it is wanted, issue a form to {reporter}.',
  },
  cause: { zh: '{region}（{cause}）', en: '{region} ({cause})' },
} as const satisfies Record<string, Text>;

/** Why a region has no figure, in a list of regions. */
export const causeLabels = {
  'not-sent': { zh: '未报送', en: 'not sent' },
  'not-filled': { zh: '未填', en: 'left blank' },
  failed: { zh: '未通过审核', en: 'did not pass review' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-due': { zh: '未到报送期', en: 'not yet due' },
  'not-computable': { zh: '无法计算', en: 'cannot be computed' },
} as const satisfies Record<string, Text>;

/** Why there is no 同比 or no required pace. */
export const comparisonMessages = {
  partial: {
    zh: '完成值不含部分区（县、市），不作比较和测算。补齐后重新汇总。',
    en: 'The actual is without some regions, so it is not compared or projected. Compile again once they are in.',
  },
  revised: {
    zh: '上年同期数已由 {from} 修订为 {to}，按修订数比较。',
    en: 'Last year’s figure was revised from {from} to {to}; the revised one is compared.',
  },
  revisedRegions: {
    zh: '{list}的上年同期数已修订，按修订数比较。',
    en: 'Last year’s figures of {list} were revised; the revised ones are compared.',
  },
  points: {
    zh: '以百分点比较：上年同期 {earlier}，本期 {actual}，相差 {difference} 个百分点。',
    en: 'Compared in percentage points: {earlier} a year ago, {actual} now, a difference of {difference} points.',
  },
} as const satisfies Record<string, Text>;

export const frequencyLabels: Readonly<Record<Frequency, Text>> = {
  month: { zh: '月', en: 'month' },
  quarter: { zh: '季度', en: 'quarter' },
  half: { zh: '半年', en: 'half-year' },
  year: { zh: '年', en: 'year' },
};

const ofRegion: Text = { zh: '{organisation}（{region}）', en: '{organisation} ({region})' };

/** Who reports in a workbook: the organisation, with its region where that is not the same. */
export function whoIs(workbook: {
  readonly organisation: string;
  readonly region: string | null;
}): Text {
  const { organisation, region } = workbook;
  return region === null || region === organisation
    ? verbatim(organisation)
    : fill(ofRegion, { organisation, region });
}

/** The columns of the table of facts. */
export const factColumns = {
  key: { zh: '编号', en: 'Key' },
  name: { zh: '指标或报送项', en: 'Indicator or item' },
  measureUnit: { zh: '计量单位', en: 'Unit' },
  precision: { zh: '小数位数', en: 'Decimals' },
  organisation: { zh: '填报单位', en: 'Organisation' },
  region: { zh: '区（县、市）', en: 'Region' },
  state: { zh: '填报状态', en: 'State' },
  value: { zh: '数值', en: 'Value' },
  milestone: { zh: '进展状态', en: 'Milestone status' },
  counts: { zh: '是否计入', en: 'Counts' },
  isDerived: { zh: '是否自动计算', en: 'Computed' },
  sharedFrom: { zh: '共用自', en: 'Shared from' },
  convertedFrom: { zh: '换算前', en: 'Before conversion' },
  submissionNumber: { zh: '第几次报送', en: 'Submission no.' },
  raw: { zh: '原始文本', en: 'Raw text' },
  explanation: { zh: '情况说明', en: 'Explanation' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
  file: { zh: '文件', en: 'File' },
  sha256: { zh: 'SHA-256', en: 'SHA-256' },
  sheet: { zh: '工作表', en: 'Sheet' },
  cell: { zh: '单元格', en: 'Cell' },
  behind: { zh: '下级来源', en: 'From below' },
} as const satisfies Record<keyof Fact, Text>;

export const stateLabels: Readonly<Record<EntryState, Text>> = {
  value: { zh: '正常', en: 'value' },
  blank: { zh: '未填', en: 'blank' },
  nil: { zh: '零报告', en: 'nil report' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-due': { zh: '未到报送期', en: 'not yet due' },
  invalid: { zh: '无法识别', en: 'not readable' },
  conflict: { zh: '状态与数值矛盾', en: 'state contradicts figure' },
};

export const milestoneLabels: Readonly<Record<MilestoneStatus, Text>> = {
  'not-started': { zh: '未启动', en: 'not started' },
  'under-way': { zh: '推进中', en: 'under way' },
  'on-schedule': { zh: '达序时', en: 'on schedule' },
  completed: { zh: '已完成', en: 'completed' },
};

export const answers = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} as const satisfies Record<string, Text>;
