import type { FileRule } from '../rule';

export const hiddenRow: FileRule = {
  id: 'hidden-row',
  scope: 'file',
  severity: 'note',
  catches: { zh: '填报行被隐藏或筛选掉', en: 'A row of the form is hidden or filtered out' },
  message: {
    zh: '“{name}”所在行被隐藏或筛选，仍按所填数据读取。请取消隐藏，核对该行。',
    en: 'The row “{name}” is hidden or filtered out; its figure was read all the same. Unhide it and check.',
  },
  adjustable: true,
};
