import type { UnidentifiedReason } from '../../core/submission/recover/identity';
import type { Text } from '../../core/plan/text';

/** What the command line says. */
export const cliMessages = {
  about: {
    zh: '指标台账：把规划指标清单变成报送表，审核各单位填报的数据，汇总成一份与目标对照的工作簿。',
    en: 'Tallybook: turns a plan’s indicator list into reporting workbooks, checks what comes back and compiles it against the targets.',
  },
  optionLang: { zh: '界面和输出的语言：zh 或 en', en: 'language of the output: zh or en' },
  optionJson: { zh: '标准输出只给机器读的 JSON', en: 'JSON for machines on standard output' },
  optionVersion: { zh: '显示版本', en: 'show the version' },
  optionHelp: { zh: '显示帮助', en: 'show help' },
  commandHelp: { zh: '显示某个命令的帮助', en: 'show the help of a command' },
  examples: { zh: '示例：', en: 'Examples:' },
  usage: { zh: '用法：', en: 'Usage:' },
  options: { zh: '选项：', en: 'Options:' },
  globalOptions: { zh: '全局选项：', en: 'Global Options:' },
  commands: { zh: '命令：', en: 'Commands:' },
  arguments: { zh: '参数：', en: 'Arguments:' },
  exitCodes: {
    zh: '退出码：0 无问题；1 有须修改的审核结果；2 用法有误或文件无法读取。',
    en: 'Exit codes: 0 clean; 1 findings of severity error; 2 bad usage or unreadable input.',
  },
  choices: { zh: '可选值', en: 'choices' },
  default: { zh: '默认', en: 'default' },

  planCommand: { zh: '查看规划及其指标清单', en: 'look at plans and their indicator lists' },
  planList: { zh: '列出随产品提供的规划', en: 'list the plans that come with the product' },
  planShow: { zh: '显示一个规划的指标清单', en: 'show a plan’s indicators' },
  planCompare: {
    zh: '并列显示两个规划中同一主题的目标及差异',
    en: 'targets of two plans on the same subject, side by side',
  },
  generateCommand: {
    zh: '为一个报告期生成报送任务：每个单位一份空表',
    en: 'make a round for one period: a blank workbook for each organisation',
  },
  checkCommand: { zh: '审核返回的报送表', en: 'check returned workbooks' },
  statusCommand: { zh: '查看谁已报送、谁需催报', en: 'who has sent, who needs a reminder' },
  compileCommand: { zh: '汇总收到的报送表', en: 'compile what came back' },
  demoCommand: {
    zh: '演示完整流程：生成、填报（示例数据）、审核、汇总',
    en: 'show the whole flow on made-up figures: generate, fill in, check, compile',
  },
  argPlan: { zh: '规划编号，或 plan.json 的路径', en: 'a plan’s id, or the path of a plan.json' },
  argPlans: { zh: '一个或多个规划', en: 'one plan or more' },
  argFiles: { zh: '返回的工作簿', en: 'returned workbooks' },
  argRound: { zh: '报送任务文件夹', en: 'the round’s folder' },
  optPeriod: {
    zh: '报告期：2021、2021H1、2021Q2、2021-06',
    en: 'period: 2021, 2021H1, 2021Q2, 2021-06',
  },
  optDue: { zh: '报送期限，例如 2021-07-10', en: 'due date, e.g. 2021-07-10' },
  optOut: { zh: '新建的报送任务文件夹', en: 'folder to make for the round' },
  optBy: { zh: '按单位、按区县、按单位和区县分发', en: 'by organisation, by region, or both' },
  optFor: {
    zh: '由该区（县、市）自己组织的任务：只含分到区县的指标，目标为该区县的分解目标；汇总表可直接报送到上一级按区县分发的任务',
    en: 'a round that this region runs itself: what regions report, against its allocated targets; its consolidated workbook is its submission to the level above',
  },
  optUnits: {
    zh: '只发给这些单位，用逗号分隔',
    en: 'only these organisations, separated by commas',
  },
  optPrevious: {
    zh: '上一期的报送任务文件夹，带入以往各期完成值；可重复给出，有修订的以该期任务文件夹中的为准',
    en: 'last period’s round, for the figures accepted so far; may be given several times, a round knows its own period best',
  },
  optLinks: {
    zh: '共用数据声明（JSON），说明各规划的哪些数据是同一个',
    en: 'which figures of the plans are the same (JSON)',
  },
  optForm: { zh: '自定的表样（JSON）', en: 'a form of your own (JSON)' },
  optKey: { zh: '签名密钥文件', en: 'file with the key for signatures' },
  optPassword: {
    zh: '工作表保护密码（仅为防误改）',
    en: 'sheet password (a convenience, no protection)',
  },
  optRound: { zh: '对照此报送任务审核', en: 'check against this round' },
  optJobs: {
    zh: '同时使用的处理器个数（不写则按文件多少决定）',
    en: 'how many processors to use (chosen by the number of files unless said)',
  },
  optFresh: {
    zh: '重新读取全部文件，不用留存的读取结果',
    en: 'read every file anew instead of what earlier compiles kept',
  },
  optDemoOut: { zh: '演示文件夹', en: 'folder for the demo' },

  // failures
  failed: { zh: '无法继续：', en: 'Cannot go on: ' },
  internal: {
    zh: '程序内部错误，请连同以下信息反馈：{detail}',
    en: 'An error of our own; please report it with this: {detail}',
  },
  notJson: { zh: '{file} 不是有效的 JSON：{detail}', en: '{file} is not valid JSON: {detail}' },
  wrongShape: {
    zh: '{file} 的内容不符合格式：{detail}',
    en: '{file} does not have the right shape: {detail}',
  },
  planProblems: {
    zh: '{file} 有 {count} 处问题：\n{detail}',
    en: '{file} has {count} problems:\n{detail}',
  },
  planUnknown: {
    zh: '没有规划“{name}”。可用的规划：\n  {known}\n也可以给出 plan.json 的路径。',
    en: 'No plan “{name}”. Plans at hand:\n  {known}\nA path to a plan.json will do as well.',
  },
  fileMissing: { zh: '找不到 {file}，请核对路径。', en: '{file} does not exist; check the path.' },
  fileUnreadable: {
    zh: '无法读取 {file}，请检查权限，或确认文件没有被其他程序独占。',
    en: '{file} cannot be read; check permissions, or close the program that holds it.',
  },
  systemRefused: {
    zh: '系统拒绝读写 {file}（{code}）。请检查权限和磁盘空间，关闭占用该文件的程序后重试。',
    en: 'The system refused to read or write {file} ({code}). Check permissions and disk space, close the program that holds the file, and try again.',
  },
  isFolder: {
    zh: '“{file}”是文件夹，不是工作簿。请给出其中的文件，例如 tallybook check "{file}"/*.xlsx。',
    en: '“{file}” is a folder, not a workbook. Name the files in it: tallybook check "{file}"/*.xlsx.',
  },
  isNoFile: {
    zh: '{file} 不是普通文件。请给出填好的 .xlsx 文件。',
    en: '{file} is no regular file. Name the .xlsx file that was filled in.',
  },
  readingFailed: {
    zh: '审核这个文件时程序内部出错，不是文件的问题，请连同以下信息反馈（其余文件不受影响）：{detail}',
    en: 'An error of our own, not of the file; please report it with this (the other files are not concerned): {detail}',
  },
  readingBrokeOff: {
    zh: '读取时内存不足，已跳过，其余文件不受影响。请用 Excel 打开后删去多余的工作表和空行，另存后再试。',
    en: 'It took more memory than there is to read it, so it was passed over; the other files are not concerned. Open it, delete sheets and rows that do not belong, save it anew and try again.',
  },
  interrupted: { zh: '已中断，没有写入任何文件。', en: 'Interrupted; no file was written.' },
  fileTooLarge: {
    zh: '文件有 {size} MB，远超报送表的大小，没有读取。请确认是否发错文件。',
    en: 'The file has {size} MB, far more than a form; it was not read. Check whether it is the right file.',
  },
  foreignWorkbook: {
    zh: '是 Excel 工作簿，但不是本系统下发的报送表（没有识别标识）。请使用下发的报送表填报。',
    en: 'An Excel workbook, but not one of our forms (no identity in it). Fill in the form that was issued.',
  },
  foreignWithoutRound: {
    zh: '是 Excel 工作簿，但没有本系统报送表的识别标识。如确是下发的报送表（例如数据被复制到了新表），请加 --round 指定任务文件夹再检查；否则请使用下发的报送表填报。',
    en: 'An Excel workbook without the identity of one of our forms. If it is one all the same (its figures were copied into a new workbook, say), check again with --round and the round’s folder; else fill in the form that was issued.',
  },
  damagedCarrier: {
    zh: '是下发的报送表，但隐藏的识别标识已损坏，无法确认数据对应的指标。请把数据填入原报送表后重新报送。',
    en: 'One of our forms, but its hidden identity is damaged, so figures cannot be matched to indicators. Enter them in the original form and send again.',
  },
  damagedWithoutRound: {
    zh: '是下发的报送表，但隐藏的识别标识已损坏。请加 --round 指定任务文件夹再检查，可按表头和行标识核对；否则请把数据填入原报送表后重新报送。',
    en: 'One of our forms, but its hidden identity is damaged. Check again with --round and the round’s folder, so that it can be matched by its head and keys; else enter the figures in the original form and send again.',
  },
  notARound: {
    zh: '{folder} 不是报送任务文件夹（没有 round.json）。请先用 tallybook generate 生成。',
    en: '{folder} is no round (it has no round.json). Make one with tallybook generate.',
  },
  folderNotEmpty: {
    zh: '文件夹 {folder} 已存在且不是空的，为避免覆盖没有写入。请换一个文件夹名。',
    en: 'The folder {folder} exists and is not empty; nothing was written, to keep what is there. Choose another name.',
  },
  folderIsFile: {
    zh: '{folder} 是一个文件，不能作为文件夹。请换一个文件夹名。',
    en: '{folder} is a file, not a folder. Choose another name.',
  },
  badPeriod: {
    zh: '报告期“{text}”无法识别。请写成 2021、2021H1、2021Q2 或 2021-06。',
    en: 'Period “{text}” is not understood. Write 2021, 2021H1, 2021Q2 or 2021-06.',
  },
  badDate: {
    zh: '日期“{text}”无法识别。请写成 2021-07-10。',
    en: 'Date “{text}” is not understood. Write 2021-07-10.',
  },
  periodOutside: {
    zh: '报告期 {period} 早于规划《{plan}》的起始年 {year}。',
    en: 'Period {period} is before the first year, {year}, of plan {plan}.',
  },
  unknownUnits: {
    zh: '没有需要报送的单位“{names}”。本次任务的单位：{known}',
    en: 'No reporting organisation “{names}”. Those of this round: {known}',
  },
  unknownRegion: {
    zh: '规划中没有区（县、市）“{region}”。规划列出的：{known}',
    en: 'The plans do not all list the region “{region}”. Those listed: {known}',
  },
  forNeedsUnits: {
    zh: '--for 生成的是某个区（县、市）自己的任务，按单位下发，不能与 --by region 或 --by unit-region 同用。',
    en: '--for makes a region’s own round, cut by organisation; it cannot be combined with --by region or --by unit-region.',
  },
  nothingAsked: {
    zh: '本报告期没有需要报送的指标：指标的报送频率都长于 {period}，或没有可分区县的指标。',
    en: 'Nothing is asked for {period}: the indicators are reported less often, or none is divided by region.',
  },
  linkProblems: {
    zh: '共用数据声明有误：\n  {detail}',
    en: 'The links file is wrong:\n  {detail}',
  },
  keyNeeded: {
    zh: '密钥文件 {file} 是空的。请给出存有密钥的文件。',
    en: 'The key file {file} is empty. Name the file that holds the key.',
  },

  // usage
  unknownOption: { zh: '没有选项 {name}。', en: 'There is no option {name}.' },
  unknownCommand: { zh: '没有命令 {name}。', en: 'There is no command {name}.' },
  missingCommand: { zh: '请写明要执行的命令。', en: 'Name a command.' },
  missingArgument: { zh: '缺少参数 {name}。', en: 'The argument {name} is missing.' },
  missingOption: { zh: '缺少必填选项 {name}。', en: 'The option {name} is required.' },
  missingOptionValue: { zh: '选项 {name} 缺少值。', en: 'The option {name} needs a value.' },
  excessArguments: { zh: '参数过多。', en: 'Too many arguments.' },
  invalidArgument: { zh: '“{name}”不是可用的值。', en: '“{name}” is no allowed value.' },
  seeHelp: { zh: '查看用法：{command} --help', en: 'See {command} --help' },

  // tables
  colPlan: { zh: '规划', en: 'Plan' },
  colTitle: { zh: '标题', en: 'Title' },
  colYears: { zh: '规划期', en: 'Years' },
  colMeasurable: { zh: '量化指标', en: 'Measurable' },
  colMilestones: { zh: '定性任务', en: 'Milestones' },
  colSoft: { zh: '愿景表述', en: 'Vision' },
  colOrganisations: { zh: '单位', en: 'Organisations' },
  colId: { zh: '编号', en: 'Id' },
  colIndicator: { zh: '指标', en: 'Indicator' },
  colUnit: { zh: '计量单位', en: 'Unit' },
  colKind: { zh: '类型', en: 'Kind' },
  colTarget: { zh: '目标', en: 'Target' },
  colYear: { zh: '年份', en: 'Year' },
  colBaseline: { zh: '基期', en: 'Baseline' },
  colLead: { zh: '牵头单位', en: 'Lead' },
  colOrganisation: { zh: '填报单位', en: 'Organisation' },
  colRegion: { zh: '区县', en: 'Region' },
  colFigures: { zh: '需填数', en: 'Figures' },
  colFile: { zh: '文件', en: 'File' },
  colState: { zh: '状态', en: 'State' },
  colErrors: { zh: '须修改', en: 'Errors' },
  colExplain: { zh: '需说明', en: 'To explain' },
  colSeverity: { zh: '级别', en: 'Severity' },
  colPlace: { zh: '位置', en: 'Place' },
  colMessage: { zh: '问题和处理', en: 'What is wrong and what to do' },
  colReason: { zh: '原因', en: 'Reason' },
  colCount: { zh: '指标数', en: 'Indicators' },
  colCompared: { zh: '与上次退回比', en: 'Since last time' },
  severityError: { zh: '须修改', en: 'error' },
  severityExplain: { zh: '需说明', en: 'explain' },
  severityNote: { zh: '提示', en: 'note' },
  stateMissing: { zh: '未报', en: 'missing' },
  stateReceived: { zh: '已收，待改', en: 'received, not clean' },
  stateReturned: { zh: '已退回', en: 'returned' },
  stateAccepted: { zh: '已采用', en: 'accepted' },

  // results
  comparedHead: { zh: '左：《{left}》　右：《{right}》', en: 'Left: {left}. Right: {right}.' },
  comparedTotal: {
    zh: '名称相近的指标 {count} 对，仅供比对，是否为同一数据由人判断；确认后写入共用数据声明。',
    en: '{count} pairs with names alike, for a person to judge; declare what is the same in a links file.',
  },
  colLeft: { zh: '左', en: 'Left' },
  colRight: { zh: '右', en: 'Right' },
  colDifferences: { zh: '不同之处', en: 'Differences' },
  colKnown: { zh: '已有判断', en: 'Known' },
  declaredSame: { zh: '已声明为同一数据', en: 'declared to be the same figure' },
  diffName: { zh: '名称', en: 'name' },
  diffOperator: { zh: '要求', en: 'operator' },
  diffEveryYear: { zh: '逐年', en: 'every year' },
  diffStrength: { zh: '力度', en: 'strength' },
  planRules: {
    zh: '本规划自己的规则，和改动过的通用规则：',
    en: 'The plan’s own rules, and those of the catalogue that it changes:',
  },
  planHead: {
    zh: '《{title}》　{start}—{end}　发布：{issuer}　汇总单位：{coordinator}',
    en: '{title}, {start}–{end}, issued by {issuer}, coordinated by {coordinator}',
  },
  generated: {
    zh: '已生成 {count} 份报送表，共 {figures} 个待填数，报告期 {period}，期限 {due}。',
    en: '{count} workbooks made, {figures} figures to enter, period {period}, due {due}.',
  },
  generatedWhere: {
    zh: '下发：{folder}/templates　收回后放入：{folder}/inbox',
    en: 'Send out: {folder}/templates. Put what comes back into: {folder}/inbox',
  },
  carried: {
    zh: '已带入以往各期（{periods}）采用的数据 {count} 个。',
    en: '{count} figures accepted in earlier periods ({periods}) were carried over.',
  },
  carriedRevised: {
    zh: '其中 {count} 个在首次采用后有修订，按修订数带入。',
    en: '{count} of them were revised since they were first accepted; the revised ones are carried over.',
  },
  nothingCarried: {
    zh: '--previous 给出的任务文件夹中没有早于 {period} 的已采用数据，没有带入任何数据。请核对是否给错。',
    en: 'The rounds named by --previous hold no accepted figure from before {period}; nothing was carried over. Check that they are the right ones.',
  },
  sharing: {
    zh: '一数一源：{groups} 组数据由多个规划共用，本次共需填 {figures} 个数；若不共用需填 {unshared} 个。',
    en: 'One figure, one source: {groups} figures are shared between the plans; {figures} figures to enter, {unshared} without sharing.',
  },
  notDivided: {
    zh: '有 {count} 项指标不分区县报送，未列入；如需报送请另用 --by unit 或 --by unit-region。',
    en: '{count} indicators are not divided by region and were left out; use --by unit or --by unit-region for them.',
  },
  unsigned: {
    zh: '未使用密钥：只能发现无意的改动，不能证明报送表来源。需要时用 --key。',
    en: 'No key was used: accidental changes are found, the origin of a form is not proved. Use --key where that matters.',
  },
  generating: { zh: '生成报送表', en: 'Making workbooks' },
  checking: { zh: '审核', en: 'Checking' },
  cleanFile: { zh: '✓ {file}　无问题', en: '✓ {file}: clean' },
  findingsFile: {
    zh: '{file}　{who}　须修改 {errors}　需说明 {explain}　提示 {notes}',
    en: '{file}: {who}, {errors} errors, {explain} to explain, {notes} notes',
  },
  comparedFile: { zh: '  {comparison}。', en: '  {comparison}.' },
  unreadableFile: { zh: '✗ {file}　无法读取：{reason}', en: '✗ {file}: cannot be read: {reason}' },
  checkedTotal: {
    zh: '共 {files} 个文件：无问题 {clean}，有审核结果 {findings}，无法读取 {unreadable}。',
    en: '{files} files: {clean} clean, {findings} with findings, {unreadable} unreadable.',
  },
  statusTotal: {
    zh: '应报 {issued}，已收 {received}，已采用 {accepted}，未报 {missing}。期限 {due}。',
    en: '{issued} issued, {received} received, {accepted} accepted, {missing} missing. Due {due}.',
  },
  reminderList: { zh: '催报清单：{names}', en: 'To be reminded: {names}' },
  setAsideTitle: { zh: '未采用的文件', en: 'Files set aside' },
  compiled: {
    zh: '已汇总 {indicators} 项指标：已达标 {achieved}，达序时 {onSchedule}，略滞后 {slightly}，滞后 {behind}，未报 {notReported}，无法判定 {notAssessable}。',
    en: '{indicators} indicators: {achieved} achieved, {onSchedule} on schedule, {slightly} slightly behind, {behind} behind, {notReported} not reported, {notAssessable} not assessable.',
  },
  notAskedCount: {
    zh: '另有 {count} 项本期不报（按更长周期报送，或为愿景表述）。',
    en: '{count} more are not asked this period (reported less often, or vision wording).',
  },
  notKept: {
    zh: '无法写入 {file}，本次读取的结果没有留存；汇总不受影响，只是下次要重新读取全部文件。',
    en: '{file} cannot be written, so what was read is not kept; the result is not concerned, but the next compile reads every file again.',
  },
  wrote: { zh: '已写入 {file}', en: 'Wrote {file}' },
  keptEdited: {
    zh: '{file} 在上次汇总后被改动过，已另存为 {kept}。',
    en: '{file} was edited since the last compile; it was kept as {kept}.',
  },
  leftEdited: {
    zh: '{left} 在上次汇总后被改动过，保持原样；新的通报写入 {file}。',
    en: '{left} was edited since the last compile and left as it is; the new bulletin is {file}.',
  },
  /** The ending of a file's name beside one that somebody edited. */
  besideEdited: { zh: '-新', en: '-new' },
  noPicture: {
    zh: '本机没有可用的中文字体，通报（briefing.docx）中以表格代替图。安装中文字体后重新汇总即可带图。',
    en: 'This machine has no usable Chinese font, so the bulletin (briefing.docx) has a table in place of its picture. Install one and compile again for the picture.',
  },
} as const satisfies Record<string, Text>;

/** A form of ours that has lost its hidden sheet and can't be told by anything else. */
export const unidentifiedMessages: Readonly<Record<UnidentifiedReason, Text>> = {
  'round-needed': {
    zh: '是本系统的报送表，但隐藏的识别标识已丢失（可能是工作表被复制到了别的工作簿）。请加 --round 指定任务文件夹再检查，可按表头和行标识核对。',
    en: 'One of our forms without its hidden identity (the sheet was copied into another workbook, perhaps). Check again with --round and the round’s folder, so that it can be matched by its head and keys.',
  },
  'no-match': {
    zh: '是报送表，但隐藏的识别标识已丢失，表头的填报单位和报告期与本次任务下发的任何一张报送表都对不上。请核对是否发错；本次应报的，请填入下发的原报送表后重新报送。',
    en: 'A form without its hidden identity, and the organisation and period in its head are those of no form that this round issued. Check whether it was sent by mistake; what this round asks for belongs in the form that was issued.',
  },
  ambiguous: {
    zh: '是报送表，但隐藏的识别标识已丢失，且与本次任务的多张报送表都对得上，无法确定是哪一张。请分别填入下发的原报送表后重新报送。',
    en: 'A form without its hidden identity that fits more than one form of this round, so nobody can tell which. Enter the figures in the forms that were issued and send them again.',
  },
};
