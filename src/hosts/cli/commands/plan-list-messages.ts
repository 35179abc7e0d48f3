import type { Text } from '../../../core/plan/text';

/** What `plan export`, `plan import` and `plan new` say. */
export const planListCliMessages = {
  exportCommand: {
    zh: '把规划的指标清单导出为 Excel 工作簿，供修改',
    en: 'write a plan’s indicator list as an Excel workbook to edit',
  },
  importCommand: {
    zh: '把改好的指标清单工作簿读成 plan.json，有问题逐格指出',
    en: 'read an edited list back into a plan.json; every mistake is named by its cell',
  },
  newCommand: {
    zh: '新建一份空的指标清单工作簿',
    en: 'make an empty workbook for a new plan’s indicators',
  },
  argFile: { zh: '指标清单工作簿', en: 'the workbook with the list' },
  optOutWorkbook: { zh: '要写的工作簿（.xlsx）', en: 'workbook to write (.xlsx)' },
  optOutPlan: { zh: '要写的规划文件（plan.json）', en: 'plan file to write (plan.json)' },
  optSource: {
    zh: '规划原文（UTF-8 文本）；不给出时在 plan.json 旁边和自带的规划中找',
    en: 'the plan’s text (UTF-8); looked for beside plan.json and among the plans at hand otherwise',
  },
  optForce: { zh: '文件已存在时覆盖', en: 'overwrite a file that exists' },

  exists: {
    zh: '{file} 已存在，没有写入。确定要覆盖请加 --force，或换一个文件名。',
    en: '{file} exists; nothing was written. Add --force to overwrite it, or choose another name.',
  },
  isFolder: {
    zh: '{file} 是文件夹，请给出文件名。',
    en: '{file} is a folder; name a file.',
  },
  notWorkbookName: {
    zh: '{file} 的扩展名应为 .xlsx，否则 Excel 打不开。',
    en: '{file} must end in .xlsx, or Excel will not open it.',
  },
  overlong: {
    zh: '导出后 {sheet}!{cell} 的文字超过 Excel 单元格的上限（32,767 字），没有写入。请在 plan.json 中缩短后再导出。',
    en: 'The text of {sheet}!{cell} would exceed what an Excel cell holds (32,767 characters); nothing was written. Shorten it in plan.json first.',
  },
  unreadable: { zh: '{file}：{reason}', en: '{file}: {reason}' },

  exported: {
    zh: '已导出《{title}》的 {indicators} 项指标：{file}',
    en: '{indicators} indicators of {title} written to {file}',
  },
  exportedNext: {
    zh: '改好后：tallybook plan import {file} -o plan.json',
    en: 'When edited: tallybook plan import {file} -o plan.json',
  },
  made: {
    zh: '已新建空的指标清单：{file}（怎样填见“填写说明”表）',
    en: 'Empty list made: {file} (its sheet “Guide” says how to fill it in)',
  },
  imported: {
    zh: '已导入《{title}》：{indicators} 项指标，{items} 个报送项，{rules} 条规则。已写入 {file}',
    en: '{title} imported: {indicators} indicators, {items} items, {rules} rules. Wrote {file}',
  },
  refused: {
    zh: '{file} 有 {count} 处需要修改，没有写入 {out}。',
    en: '{file} has {count} places to correct; {out} was not written.',
  },
  checkedAgainst: { zh: '摘录已与原文核对：{file}', en: 'Quotes were checked against {file}' },
  noSource: {
    zh: '没有找到规划原文，摘录未与原文核对。请把原文放在 plan.json 旁边，或用 --source 指定。',
    en: 'The plan’s text was not found, so no quote was checked. Put it beside plan.json, or name it by --source.',
  },
  keepSource: {
    zh: '请把原文存为 {file}，以后使用这份规划时才能核对摘录。',
    en: 'Keep the source as {file}, so that quotes can be checked whenever the plan is used.',
  },
  colPlace: { zh: '单元格', en: 'Cell' },
  colMessage: { zh: '问题和处理', en: 'What is wrong and what to do' },
} as const satisfies Record<string, Text>;
