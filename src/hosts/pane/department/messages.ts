import type { Text } from '../../../core/plan/text';

/** What the department's pane says of its own doing. */
export const departmentMessages = {
  foreign: {
    zh: '这个工作簿不是指标报送表。请打开收到的报送表。',
    en: 'This workbook is no reporting form. Open the form that you received.',
  },
  damaged: {
    zh: '识别信息(隐藏工作表 _tallybook)已损坏，认不出这是哪一份报送表。请把已填的数据抄到一份新的空表里；没有空表请联系汇总单位。',
    en: 'The hidden sheet _tallybook is damaged, so nothing tells whose form this is. Copy the figures into a fresh blank; ask the coordinator for one.',
  },
  news: {
    zh: '审核结果已更新：已填 {filled}/{total}，须修改 {error} 项，需说明 {explain} 项。',
    en: 'Findings updated: {filled} of {total} filled in, {error} to correct, {explain} to explain.',
  },
  explained: { zh: '情况说明已写入 {cell}。', en: 'The explanation is in {cell}.' },
  checkedClean: {
    zh: '自查完成：没有需要处理的问题，可以报送。',
    en: 'Checked: nothing is left to do; the form can be sent.',
  },
  checkedOpen: {
    zh: '自查完成：还有 {count} 项需要处理。',
    en: 'Checked: {count} things are left to do.',
  },
  leftError: { zh: '须修改 {count} 项', en: '{count} to correct' },
  leftExplain: { zh: '需说明 {count} 项', en: '{count} to explain' },
  leftOpen: { zh: '未填 {count} 项', en: '{count} not filled in' },
  declared: {
    zh: '已定稿并锁定({at})。请把这份工作簿发给{coordinator}。',
    en: 'Declared final and locked ({at}). Now send this workbook to {coordinator}.',
  },
  notSaved: {
    zh: '已定稿并锁定，但没有保存：{reason}',
    en: 'Declared final and locked, but not saved: {reason}',
  },
} as const satisfies Record<string, Text>;
