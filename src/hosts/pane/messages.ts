import type { Text } from '../../core/plan/text';

/** What the pane says before and around its views. */
export const paneMessages = {
  bug: {
    zh: '程序出错了：{words}。填写的内容仍在工作簿里；请重新打开窗格，仍不行请把这句话告诉维护者。',
    en: 'The pane has failed: {words}. What you entered is still in the workbook; open the pane again, and if that does not help tell its maintainer these words.',
  },
} as const satisfies Record<string, Text>;
