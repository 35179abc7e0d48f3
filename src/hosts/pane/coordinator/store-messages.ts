import type { Text } from '../../../core/plan/text';

/** What the pane tells of its work. */
export const storeMessages = {
  cancelled: { zh: '已取消。', en: 'Cancelled.' },
  internal: {
    zh: '程序内部错误，请连同以下信息反馈：{detail}',
    en: 'An error of our own; please report it with this: {detail}',
  },
  imported: {
    zh: '已导入《{title}》，共 {count} 项指标。',
    en: 'Imported {title}, {count} indicators.',
  },
  importedUnchecked: {
    zh: '已导入《{title}》，共 {count} 项指标。没有与规划原文核对摘录；需要核对时，请同时选择原文 .txt。',
    en: 'Imported {title}, {count} indicators. Its quotes were not compared with the plan’s text; choose the .txt with it to have them compared.',
  },
  previousTaken: {
    zh: '已带入 {period} 的 {figures} 个数据（读取了 {files} 份报送表）。',
    en: 'Carried in {figures} figures of {period} (from {files} submissions).',
  },
  issued: {
    zh: '已生成 {count} 份报送表，共 {figures} 个待填数。任务压缩包“{file}”请妥善保存：收表、汇总时要用。',
    en: '{count} workbooks made, {figures} figures to enter. Keep the zip “{file}”: it is needed to collect and compile.',
  },
  opened: {
    zh: '已打开 {period} 报送任务，共下发 {count} 份。',
    en: 'Opened the round of {period}, {count} workbooks issued.',
  },
  checked: {
    zh: '已审核 {count} 个文件。',
    en: '{count} files checked.',
  },
  checkCancelled: {
    zh: '已取消：审核了 {count} 个文件，其余没有读取。',
    en: 'Cancelled: {count} files were checked, the others were not read.',
  },
  nothingDropped: {
    zh: '没有可审核的文件（空文件夹，或只有系统文件）。',
    en: 'There is nothing to check (an empty folder, or system files only).',
  },
  compiled: {
    zh: '已汇总 {accepted} 份采用的报送表，未报 {missing} 份。',
    en: 'Compiled: {accepted} submissions accepted, {missing} missing.',
  },
  compiledNoPicture: {
    zh: '已汇总 {accepted} 份采用的报送表，未报 {missing} 份。此处无法画图，通报中以表格代替图。',
    en: 'Compiled: {accepted} submissions accepted, {missing} missing. No picture could be drawn here; the bulletin has a table in its place.',
  },
  packed: {
    zh: '已保存任务压缩包“{file}”，其中有收到的文件和汇总结果。',
    en: 'Saved the round as “{file}”, with what came in and the results.',
  },
  decided: {
    accept: {
      zh: '已记录：采用“{file}”。请保存任务压缩包，决定随之保存。',
      en: 'Recorded: “{file}” counts. Save the round as a zip; the decision is kept in it.',
    },
    exclude: {
      zh: '已记录：不采用“{file}”。请保存任务压缩包，决定随之保存。',
      en: 'Recorded: “{file}” is left out. Save the round as a zip; the decision is kept in it.',
    },
    reinstate: {
      zh: '已记录：撤回关于“{file}”的决定。请保存任务压缩包。',
      en: 'Recorded: the decision about “{file}” is taken back. Save the round as a zip.',
    },
  },
  copied: { zh: '催报名单已复制。', en: 'The list was copied.' },
  notCopied: {
    zh: '无法写入剪贴板，请在下方文本中手动复制。',
    en: 'The clipboard cannot be written; copy the text below by hand.',
  },
} as const satisfies Record<string, Text | Readonly<Record<string, Text>>>;
