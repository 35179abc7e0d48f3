import type { Text } from '../../plan/text';

export const sheetNames = {
  guide: { zh: '填写说明', en: 'Guide' },
  plan: { zh: '规划信息', en: 'Plan' },
  indicators: { zh: '指标清单', en: 'Indicators' },
  quotes: { zh: '补充摘录', en: 'More quotes' },
  items: { zh: '报送项', en: 'Items' },
  rules: { zh: '审核规则', en: 'Rules' },
  settings: { zh: '规则设置', en: 'Rule settings' },
  lists: { zh: '选项', en: 'Lists' },
} as const satisfies Record<string, Text>;

/** The bands over the columns. */
export const groupWords = {
  plan: { zh: '规划', en: 'Plan' },
  organisations: { zh: '单位名单', en: 'Organisations' },
  allRegions: { zh: '区县名单', en: 'Regions' },
  indicator: { zh: '指标', en: 'Indicator' },
  target: { zh: '目标', en: 'Target' },
  baseline: { zh: '基期', en: 'Baseline' },
  responsibility: { zh: '责任', en: 'Responsibility' },
  collection: { zh: '填报和计算', en: 'Collection' },
  regions: { zh: '区县', en: 'Regions' },
  source: { zh: '原文', en: 'The plan’s own words' },
  quotes: { zh: '同一指标在原文中的其他位置', en: 'Further places that set the same target' },
  items: { zh: '计算指标所需的报送项', en: 'Figures behind the indicators' },
  rules: { zh: '规划自己的审核规则', en: 'The plan’s own rules' },
  settings: { zh: '对通用规则的调整', en: 'Changes to the rules of the catalogue' },
  related: { zh: '总数与分项、增速与水平', en: 'Wholes and parts, growth and level' },
} as const satisfies Record<string, Text>;

export const planListMessages = {
  workbookTitle: { zh: '{plan}　指标清单', en: '{plan}: list of indicators' },
  emptyTitle: { zh: '规划指标清单（空表）', en: 'List of a plan’s indicators (empty)' },
  pageFooter: { zh: '第 &P 页，共 &N 页', en: 'Page &P of &N' },
  errorTitle: { zh: '填写有误', en: 'Not accepted' },
  errorChoice: { zh: '请从下拉列表中选择。', en: 'Choose from the list.' },
  warnChoice: {
    zh: '名单里没有它：请先登记，或核对写法。仍要填入吗？',
    en: 'Not on the list: add it there first, or correct the spelling. Enter it anyway?',
  },
} as const satisfies Record<string, Text>;

/** The guide, above its table of columns. */
export const guideWords = {
  title: { zh: '规划指标清单　填写说明', en: 'List of a plan’s indicators: how to fill it in' },
  howHeading: { zh: '怎样使用', en: 'How to use it' },
  how: {
    zh: '先填“规划信息”（规划、单位名单、区县名单），再填“指标清单”，一行一个指标。计算指标所需的数登记在“报送项”，指标之间应当成立的关系写在“审核规则”。填好后保存，运行 tallybook plan import 本文件.xlsx -o plan.json；有问题会逐格指出，全部改好才写出 plan.json。',
    en: 'Fill in “Plan” first (the plan, its organisations and regions), then “Indicators”, one a row. Figures that indicators are computed from belong on “Items”, relations that must hold on “Rules”. Save, and run tallybook plan import FILE.xlsx -o plan.json: every mistake is named by its cell, and plan.json is written once there is none.',
  },
  marksHeading: { zh: '颜色和记号', en: 'Marks and colours' },
  marks: {
    zh: '列名带 * 的必填。淡红：必填项空着，或编号重复。灰色：按已填的内容，这一格不用填。带下拉箭头的从列表中选择。',
    en: 'A header with * must be filled in. Pale red: something required is blank, or an id is used twice. Grey: nothing belongs here, given the other cells. Cells with an arrow offer a list.',
  },
  freeHeading: { zh: '可以随意做的', en: 'What you may do' },
  free: {
    zh: '插入、删除、排序、筛选行，调整列的先后，加自己的列和工作表（不导入）。指标按表中自上而下的顺序导入，空行跳过，隐藏的行照样导入。请不要改列名，不要合并单元格。',
    en: 'Insert, delete, sort and filter rows, move columns, add columns and sheets of your own (they are not imported). Indicators are imported from top to bottom; blank rows are skipped, hidden rows are not. Keep the headers, and merge no cells.',
  },
  quotesHeading: { zh: '原文摘录和起始位置', en: 'Quotes and where they start' },
  quotes: {
    zh: '每个指标至少有一处原文摘录，从规划原文的文本文件逐字复制。起始位置是摘录第一个字之前的字符数（文件开头为 0，换行也算一个字符，生僻字可能算两个），不知道就留空。摘录里的空格、换行、制表符与原文不同，会按原文还原。同一指标在原文出现几处的，第一处写在“指标清单”，其余各占“补充摘录”的一行。',
    en: 'Every indicator has at least one quote, copied word for word from the plan’s text file. Start is the number of UTF-16 characters before the quote (0 at the beginning, line ends included); leave it blank where unknown. Spaces, line ends and tabs that differ from the source are restored from it. Where the plan sets a target in several places, the first quote stands on “Indicators”, each further one on its own row of “More quotes”.',
  },
  escapesHeading: { zh: '特殊写法', en: 'Special spellings' },
  escapes: {
    zh: '导出时，少数单元格会写成带引号和反斜杠的样子（如 "\\u000c第一章"，或 ["甲；乙","丙"]），因为内容含有表格存不住的字符或分隔符。请保持原样。',
    en: 'An export writes a few cells with quotation marks and backslashes ("\\u000cChapter 1", or ["a;b","c"]), where they hold characters that a sheet would lose, or a separator. Leave those as they are.',
  },
  columnsHeading: { zh: '各列怎么填', en: 'What belongs in each column' },
  exampleNote: {
    zh: '“举例”一栏自上而下是一个指标的完整填法。',
    en: 'Read downwards, the examples are one indicator filled in completely.',
  },
  colSheet: { zh: '工作表', en: 'Sheet' },
  colColumn: { zh: '列', en: 'Column' },
  colRequired: { zh: '必填', en: 'Required' },
  colHint: { zh: '怎么填', en: 'What to enter' },
  colChoices: { zh: '可选', en: 'Choices' },
  colExample: { zh: '举例', en: 'Example' },
  required: { zh: '是', en: 'yes' },
} as const satisfies Record<string, Text>;

/** What can be wrong with a list that comes back; {found} is what the cell shows. */
export const findingMessages = {
  notAPlanList: {
    zh: '这不是指标清单工作簿：没有找到“指标清单”等工作表。请用 tallybook plan export 或 plan new 生成后再填。',
    en: 'Not a list of indicators: it has no sheet “Indicators”. Make one with tallybook plan export or plan new.',
  },
  sheetMissing: {
    zh: '缺少工作表“{name}”（可能被删除，或列名被改）。没有内容也请保留空表。',
    en: 'The sheet “{name}” is missing, or its headers were changed. Keep it even where it is empty.',
  },
  columnMissing: {
    zh: '缺少列“{name}”（可能被删除或改名）。请恢复列名，没有内容可以空着。',
    en: 'The column “{name}” is missing or was renamed. Restore its header; its cells may be blank.',
  },
  columnTwice: {
    zh: '列“{name}”有两个，不知道以哪一个为准。请删除一个。',
    en: 'There are two columns “{name}”. Delete one.',
  },
  fieldMissing: {
    zh: '缺少“{name}”这一行（可能被删除或改名）。',
    en: 'The line “{name}” is missing or was renamed.',
  },
  merged: {
    zh: '合并的单元格只有第一格有内容，其余会当作空白。请取消合并，逐格填写。',
    en: 'Only the first of merged cells holds anything; the others would count as blank. Unmerge them and fill in each.',
  },
  noIndicators: { zh: '没有任何指标。', en: 'There is no indicator.' },
  missing: { zh: '必填：{column}。{hint}', en: 'Required: {column}. {hint}' },
  notAccepted: {
    zh: '{column}不能是“{found}”。{hint}',
    en: '{column}: “{found}” is not accepted. {hint}',
  },
  notANumber: {
    zh: '{column}应为数字，不能是“{found}”。只填数字，不带单位和文字。',
    en: '{column}: a number is expected, not “{found}”. Digits only, without unit or words.',
  },
  notAChoice: {
    zh: '{column}没有“{found}”这一项。可选：{choices}',
    en: '{column}: “{found}” is none of the choices: {choices}',
  },
  errorValue: {
    zh: '单元格是错误值 {found}，请改正公式或直接填写。',
    en: 'The cell shows the error {found}; correct the formula or enter the value.',
  },
  noStoredValue: {
    zh: '公式没有保存计算结果，读不到内容。请在 Excel 中打开并保存，或改为直接填写。',
    en: 'The formula was saved without its value. Open and save the file in Excel, or enter the value itself.',
  },
  notApplicable: {
    zh: '{because}时{column}不填，请清空（现为“{found}”）。',
    en: '{column} stays blank where {because}; clear it (it holds “{found}”).',
  },
  duplicateId: {
    zh: '编号“{found}”与 {other} 重复，每个编号只能用一次。',
    en: 'Id “{found}” stands in {other} as well; every id must be unique.',
  },
  unknownOrganisation: {
    zh: '单位“{found}”不在“规划信息”表的单位名单中。请先登记，或改为名单中的写法。',
    en: 'Organisation “{found}” is not on the list of the sheet “Plan”. Add it there or use its listed name.',
  },
  unknownRegion: {
    zh: '“{found}”不在“规划信息”表的区县名单中。请先登记，或改为名单中的写法。',
    en: '“{found}” is not among the regions of the sheet “Plan”. Add it there or use its listed name.',
  },
  unknownItem: {
    zh: '“{found}”不在“报送项”表中。请先登记，或改为表中的名称。',
    en: '“{found}” is not on the sheet “Items”. Add it there or use its listed name.',
  },
  ambiguousItem: {
    zh: '“报送项”表中有几个“{found}”，请在这里填它的编号。',
    en: 'Several items are called “{found}”; enter the id here.',
  },
  unknownIndicator: {
    zh: '“指标清单”表中没有编号“{found}”的指标。',
    en: 'No indicator on the sheet “Indicators” has the id “{found}”.',
  },
  badPair: {
    zh: '“{found}”读不懂。请写成“{form}”，多个用；分隔。',
    en: '“{found}” is not understood. Write {form}, several separated by ;',
  },
  yearOutside: {
    zh: '年份 {found} 不在规划期 {start}—{end} 内。',
    en: 'Year {found} lies outside the plan, {start}–{end}.',
  },
  yearsReversed: {
    zh: '结束年 {end} 早于起始年 {start}。',
    en: 'The last year {end} is before the first, {start}.',
  },
  rangeNeedsValue: { zh: '区间目标要填下限（目标值）。', en: 'A range needs its lower end here.' },
  rangeNeedsUpper: {
    zh: '目标关系为“区间”时要填上限，且大于下限。',
    en: 'A range needs an upper end, above the lower one.',
  },
  toleranceNeeded: {
    zh: '目标关系为“左右”时要填容差，如 5%。',
    en: 'An approximate target must declare its tolerance, e.g. 5%.',
  },
  milestoneOperator: {
    zh: '定性任务的目标关系应为“定性”。',
    en: 'The relation of a milestone is “qualitative”.',
  },
  milestoneKind: {
    zh: '目标关系为“定性”时，指标类型应为“定性任务”。',
    en: 'An indicator whose relation is “qualitative” is a milestone.',
  },
  unitMissing: {
    zh: '缺少计量单位（只有定性任务可以空着）。',
    en: 'The unit is missing; only milestones may go without.',
  },
  rollUpNeedsRatio: {
    zh: '要“分子、分母分别相加再相除”，取数方式必须是“分子÷分母”。',
    en: 'This roll-up needs the collection “numerator ÷ denominator”.',
  },
  unusedItem: {
    zh: '没有任何指标用到报送项“{found}”。请删除这一行，或在指标清单中引用它。',
    en: 'No indicator uses the item “{found}”. Delete the row, or refer to it on “Indicators”.',
  },
  noQuote: {
    zh: '没有原文摘录，无法追溯。请从原文逐字复制目标所在的句子。',
    en: 'Without a quote nobody can trace the target. Copy its sentence from the source.',
  },
  startWithoutQuote: {
    zh: '有起始位置但没有摘录。请补摘录，或清空起始位置。',
    en: 'There is a start but no quote. Enter the quote, or clear the start.',
  },
  quoteNotFound: {
    zh: '原文中找不到这段文字，请逐字核对。',
    en: 'The source does not have these words; check them word for word.',
  },
  quoteBreaksOff: {
    zh: '原文中找不到这段文字，请逐字核对：原文第 {start} 个字符处只对上了开头的“{found}”。',
    en: 'The source does not have these words; check them word for word: at {start} it agrees only as far as “{found}”.',
  },
  quoteElsewhere: {
    zh: '原文第 {found} 个字符处不是这段文字；它在第 {places} 个字符处。请改正起始位置，或清空后重新导入。',
    en: 'The source does not read so at {found}; these words stand at {places}. Correct the start, or clear it and import again.',
  },
  quoteSeveral: {
    zh: '原文中有 {count} 处相同的文字，请填写起始位置：{places}。',
    en: 'The source has these words {count} times; enter the start: {places}.',
  },
  startNeeded: {
    zh: '没有原文文件，无法自动查找，请填写起始位置；或把原文放在 plan.json 旁边（或用 --source 指定）再导入。',
    en: 'Without the source the place cannot be looked up: enter it, or put the source beside plan.json (or name it by --source) and import again.',
  },
  hashNeeded: {
    zh: '没有原文文件，无法计算校验值。请把原文放在 plan.json 旁边，或用 --source 指定，再导入。',
    en: 'Without the source its SHA-256 cannot be computed. Put the source beside plan.json, or name it by --source, and import again.',
  },
  hashDiffers: {
    zh: '校验值与原文文件不一致：原文换过版本。确认用现在这份原文的，清空此格重新导入。',
    en: 'The source at hand has another SHA-256. Clear this cell and import again if that source is the right one.',
  },
  badThresholds: {
    zh: '“{found}”不是“名称=数值”。多个用；隔开，如 share=0.3。',
    en: '“{found}” is no name=number. Separate several by ;, as in share=0.3.',
  },
  unknownKind: {
    zh: '没有指标类型“{found}”。请照“指标清单”的“指标类型”填写。',
    en: 'There is no kind “{found}”. Use those of the list of indicators.',
  },
  badRule: { zh: '规则读不懂：{detail}', en: 'The rule cannot be read: {detail}' },
  unknownRuleName: {
    zh: '第 {column} 个字符：规则中的 [{found}] 不是本规划的指标或报送项编号。',
    en: 'column {column}: [{found}] in the rule is no indicator or item of this plan.',
  },
  schema: { zh: '内容不符合格式：{detail}', en: 'Not as the format wants it: {detail}' },
} as const satisfies Record<string, Text>;

/** Why a cell stays blank; {is} is what the other cell shows. */
export const notApplicableReasons = {
  collect: { zh: '取数方式为“{is}”', en: 'the collection is “{is}”' },
  operator: { zh: '目标关系为“{is}”', en: 'the relation is “{is}”' },
} as const satisfies Record<string, Text>;
