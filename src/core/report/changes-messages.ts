import type { ChangedFile } from '../consolidation/changes';
import type { Text } from '../plan/text';

export const changesMessages = {
  first: {
    zh: '本次为首次汇总，没有上次结果可比。',
    en: 'This is the first compile; there is no earlier one to compare with.',
  },
  otherRound: {
    zh: '上次的汇总结果（out/compile.json）属于另一任务，没有比较。',
    en: 'The last result (out/compile.json) is of another round and was not compared.',
  },
  since: {
    zh: '与上次汇总{time}相比：{files}；{indicators} 项指标有变化。',
    en: 'Since the last compile{time}: {files}; {indicators} indicators changed.',
  },
  same: {
    zh: '与上次汇总{time}相同。以下是最近一次变化（与{before}的汇总相比）：{files}；{indicators} 项指标有变化。',
    en: 'The same as the last compile{time}. Below is the last real change (against the compile of {before}): {files}; {indicators} indicators changed.',
  },
  sameEver: {
    zh: '与上次汇总{time}相同，此前也没有变化。',
    en: 'The same as the last compile{time}, and nothing changed before it either.',
  },
  time: { zh: '（{time}）', en: ' ({time})' },
  anEarlierOne: { zh: '更早一次', en: 'an earlier time' },
  formulas: {
    zh: '现完成值和差额为公式，取自“指标对照”工作表。',
    en: ' The figures of now and the differences are formulas over the sheet Indicators.',
  },
  counts: {
    zh: '新收 {new} 份，替换 {replaced} 份，撤下 {withdrawn} 份，新增未采用文件 {aside} 个',
    en: '{new} new, {replaced} replaced, {withdrawn} withdrawn, {aside} more set aside',
  },
  noIndicators: { zh: '没有指标发生变化。', en: 'No indicator changed.' },
  filesTitle: { zh: '报送文件的变化', en: 'Changes of the files' },
  organisation: { zh: '单位', en: 'Organisation' },
  change: { zh: '变化', en: 'Change' },
  fileBefore: { zh: '原文件', en: 'File before' },
  fileNow: { zh: '现文件', en: 'File now' },
  reason: { zh: '原因', en: 'Reason' },
  noFiles: { zh: '报送文件没有变化。', en: 'No file changed.' },
  periodTitle: { zh: '与上期相比', en: 'Against the last period' },
  noPeriod: {
    zh: '没有以往各期的数据：生成报送任务时指定上期任务的，才有上期可比。',
    en: 'There are no figures of earlier periods (generate carries them over with --previous).',
  },
  lastPeriod: { zh: '上期：{period}', en: 'Last: {period}' },
  historyTitle: { zh: '历期完成值', en: 'Figures of earlier periods' },
  gone: { zh: '{source}（已不计入）', en: '{source} (no longer counts)' },
  more: { zh: '等 {count} 处', en: 'and others, {count} in all' },
  points: { zh: '差额为百分点', en: 'Difference in percentage points' },
} as const satisfies Record<string, Text>;

export const changeKinds: Readonly<Record<ChangedFile['change'], Text>> = {
  new: { zh: '新收', en: 'new' },
  replaced: { zh: '替换', en: 'replaced' },
  withdrawn: { zh: '撤下', en: 'withdrawn' },
  'set-aside': { zh: '未采用', en: 'set aside' },
};
