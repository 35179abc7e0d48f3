import type { Text } from '../../../core/plan/text';

/** What the coordinator's worker says. */
export const taskMessages = {
  noAccess: {
    zh: '无法读取“{file}”：可能是文件夹，或已被移动、删除、被其他程序独占。请确认后重新放入。',
    en: '“{file}” cannot be read: it may be a folder, or was moved, deleted or is held by another program. Put it in again.',
  },
  fileTooLarge: {
    zh: '文件有 {size} MB，远超报送表的大小，没有读取。请确认是否发错文件。',
    en: 'The file has {size} MB, far more than a form; it was not read. Check whether it is the right file.',
  },
  readingFailed: {
    zh: '审核这个文件时程序内部出错，不是文件的问题，请连同以下信息反馈（其余文件不受影响）：{detail}',
    en: 'An error of our own, not of the file; please report it with this (the other files are not concerned): {detail}',
  },
  archiveTooLarge: {
    zh: '压缩包“{file}”有 {size} MB，过大，没有读取。请解压后放入整个文件夹。',
    en: 'The zip “{file}” has {size} MB, which is too much; it was not read. Unpack it and put in the whole folder.',
  },
  archiveBroken: {
    zh: '压缩包“{file}”无法读取：{reason}',
    en: 'The zip “{file}” cannot be read: {reason}',
  },
  notJson: {
    zh: '“{file}”不是有效的 JSON：{detail}',
    en: '“{file}” is not valid JSON: {detail}',
  },
  wrongShape: {
    zh: '“{file}”的内容不符合格式：{detail}',
    en: '“{file}” does not have the right shape: {detail}',
  },
  notARound: {
    zh: '其中没有报送任务（round.json）。请放入“下发”时保存的任务压缩包，或其解压后的整个文件夹。',
    en: 'There is no round in it (no round.json). Put in the zip that was saved when the round was issued, or the folder unpacked from it.',
  },
  severalRounds: {
    zh: '其中有不止一个报送任务（{files}）。请一次只放入一个任务。',
    en: 'There is more than one round in it ({files}). Put in one round at a time.',
  },
  noRoundOpen: {
    zh: '还没有打开报送任务。请先放入任务压缩包或文件夹。',
    en: 'No round is open. Put in the zip or folder of a round first.',
  },
  noReason: {
    zh: '请写明理由：决定要连同理由一起记录。',
    en: 'Give a reason: a decision is recorded with its reason.',
  },
  cannotDecide: {
    zh: '“{file}”没有读取，无法对它作出决定。',
    en: '“{file}” was not read, so nothing can be decided about it.',
  },
  nothingToReinstate: {
    zh: '没有关于“{file}”的有效决定可以撤回。',
    en: 'There is no decision about “{file}” to take back.',
  },
  noBlank: {
    zh: '这里没有“{file}”的空表：只打开了 round.json。请放入任务压缩包或整个文件夹。',
    en: 'The blank “{file}” is not at hand: only round.json was opened. Put in the zip or the whole folder of the round.',
  },
  planUnreadable: {
    zh: '无法读取“{file}”：{reason}',
    en: '“{file}” cannot be read: {reason}',
  },
  planWrongType: {
    zh: '“{file}”不是规划文件。请选择 plan.json，或用“导出清单”得到的 .xlsx 清单。',
    en: '“{file}” is no plan. Choose a plan.json, or an indicator list (.xlsx) made by “Export list”.',
  },
  planTooLarge: {
    zh: '“{file}”有 {size} MB，远超一份指标清单的大小，没有读取。',
    en: '“{file}” has {size} MB, far more than an indicator list; it was not read.',
  },
  planProblems: {
    zh: '“{file}”有 {count} 处问题，没有导入。请改正后重新导入。',
    en: '“{file}” has {count} problems and was not imported. Correct them and import it again.',
  },
  noPlanFile: {
    zh: '请选择一份规划：plan.json，或导出后编辑过的 .xlsx 清单。',
    en: 'Choose a plan: a plan.json, or an edited indicator list (.xlsx).',
  },
  overlongCell: {
    zh: '导出后 {sheet}!{cell} 的文字超过 Excel 单元格的上限（32,767 字），没有导出。请缩短后再导出。',
    en: 'The text of {sheet}!{cell} would exceed what an Excel cell holds (32,767 characters); nothing was exported. Shorten it first.',
  },
  periodOutside: {
    zh: '报告期 {period} 早于规划《{plan}》的起始年 {year}。请换一个报告期，或不选这份规划。',
    en: 'Period {period} is before the first year, {year}, of plan {plan}. Choose another period, or leave this plan out.',
  },
  nothingAsked: {
    zh: '报告期 {period} 没有需要报送的指标：指标的报送频率都长于它，或没有可分区县的指标。请换一个报告期或分发方式。',
    en: 'Nothing is asked for {period}: the indicators are reported less often, or none is divided by region. Choose another period or division.',
  },
  linkProblems: {
    zh: '共用数据声明有误：{detail}',
    en: 'The declaration of shared figures is wrong: {detail}',
  },
  noPlanChosen: {
    zh: '请先在“指标”页选择规划。',
    en: 'Choose a plan on the first tab.',
  },
  foreignWithoutRound: {
    zh: '是 Excel 工作簿，但没有报送表的识别标识。如确是下发的报送表，请先打开报送任务再检查；否则请使用下发的报送表填报。',
    en: 'An Excel workbook without the identity of one of our forms. If it is one all the same, open the round and check again; else fill in the form that was issued.',
  },
  damagedWithoutRound: {
    zh: '是下发的报送表，但隐藏的识别标识已损坏。请先打开报送任务再检查，可按表头和行标识核对；否则请把数据填入原报送表后重新报送。',
    en: 'One of our forms, but its hidden identity is damaged. Open the round and check again, so that it can be matched by its head and keys; else enter the figures in the original form and send again.',
  },
  unidentifiedWithoutRound: {
    zh: '是报送表，但隐藏的识别标识已丢失（可能是工作表被复制到了别的工作簿）。请先打开报送任务再检查，可按表头和行标识核对。',
    en: 'A form without its hidden identity (the sheet was copied into another workbook, perhaps). Open the round and check again, so that it can be matched by its head and keys.',
  },
  fileMissing: {
    zh: '无法取得“{file}”（{detail}）。请检查与本页所在服务器的连接后重试。',
    en: '“{file}” could not be fetched ({detail}). Check the connection to the server of this page and try again.',
  },
} as const satisfies Record<string, Text>;
