import type { Text } from '../../../core/plan/text';

export const demoMessages = {
  intro: {
    zh: '演示：宁波市推进制造业高质量发展实施方案，2021年第二、第三季度。所有填报数字都是示例数据。结果在 {folder}。',
    en: 'Demo: Ningbo’s plan for high-quality manufacturing, 2021 Q2 and Q3. Every figure is made up (marked 示例数据). Results in {folder}.',
  },
  sentBack: {
    zh: '\n（各单位填报后发回 {count} 个文件，放入 {folder}/inbox；其中一些有意出错。）',
    en: '\n(The departments fill in their forms and send {count} files back to {folder}/inbox; some go wrong on purpose.)',
  },
  sentAgain: {
    zh: '\n（{count} 个单位直接在退回单里改好后重新报送，放入 {folder}/inbox；其中一个没有全部改完。）',
    en: '\n({count} departments correct their figures in the return slip itself and send it to {folder}/inbox; one of them leaves something undone.)',
  },
  done: {
    zh: '\n演示完成。汇总表：\n  {consolidated}\n通报：\n  {briefings}\n空表在 {folder}/*/templates，收回的文件在 {folder}/*/inbox，退回单在 {folder}/*/returned，数据清单和 JSON 在 {folder}/*/out。',
    en: '\nDone. Consolidated workbooks:\n  {consolidated}\nBulletins:\n  {briefings}\nBlanks are in {folder}/*/templates, what came back in {folder}/*/inbox, return slips in {folder}/*/returned, facts and JSON in {folder}/*/out.',
  },
  stopped: {
    zh: '演示在 tallybook {command} 处停止，原因见上。',
    en: 'The demo stopped at tallybook {command}; the reason is above.',
  },
  folderTaken: {
    zh: '文件夹 {folder} 已存在且不是演示生成的，没有改动。请用 -o 指定另一个文件夹。',
    en: 'The folder {folder} exists and was not made by the demo; it was left alone. Name another with -o.',
  },
} as const satisfies Record<string, Text>;
