import type { Text } from '../../plan/text';

/** What keeps a plan's own rule, or its change to a rule of the catalogue, from being applied. */
export const planRuleMessages = {
  inRule: {
    zh: '{path}（规则“{rule}”）：{detail}',
    en: '{path} (rule “{rule}”): {detail}',
  },
  rowFigure: {
    zh: '第 {column} 个字符处：没有 rows 的规则用 [编号] 引用指标或报送项，不能使用“{found}”。请改用 [编号]，或用 rows 选定逐行审核的指标。',
    en: 'column {column}: a rule without rows names indicators and items as [id]; “{found}” cannot be used. Name an [id], or select rows.',
  },
  unknownName: {
    zh: '第 {column} 个字符处：[{found}] 不是本规划的指标或报送项。请改为已有的编号。',
    en: 'column {column}: [{found}] is no indicator or item of this plan. Use an id that the plan has.',
  },
  noStatus: {
    zh: '第 {column} 个字符处：[{found}] 是定性指标，没有数值。请改用有数值的指标。',
    en: 'column {column}: [{found}] is a milestone without a figure. Use indicators that have one.',
  },
  namesNothing: {
    zh: '第 1 个字符处：规则没有引用任何 [编号]。请引用至少一个指标或报送项。',
    en: 'column 1: the rule names no [id]. Name at least one indicator or item.',
  },
  milestoneFigure: {
    zh: '第 {column} 个字符处：“{found}”是数值，而所选的“{name}”是定性指标，没有数值。请从 rows 中去掉它。',
    en: 'column {column}: “{found}” is a number, and “{name}”, which rows selects, is a milestone without one. Take it out of rows.',
  },
  regionsInRow: {
    zh: '第 {column} 个字符处：逐行审核的规则不能跨区（县、市）求和。请去掉 rows，改为跨指标规则。',
    en: 'column {column}: a rule over rows cannot sum over regions. Leave rows out.',
  },
  unknownRow: {
    zh: '“{found}”不是本规划的指标或报送项。请改为已有的编号。',
    en: '“{found}” is no indicator or item of this plan. Use an id that the plan has.',
  },
  selectsNothing: {
    zh: '没有一个指标或报送项符合所选条件。请放宽条件。',
    en: 'no indicator or item meets the selection. Widen it.',
  },
  unknownPlace: {
    zh: '提示中的“{found}”无从填入：请写 {raw}、{name}、{unit}、行内栏目（如 {actual}）或规则引用的编号。',
    en: 'nothing fills “{found}”: write {raw}, {name}, {unit}, a figure of the row ({actual}), or an id that the rule names.',
  },
  tooManyDigits: {
    zh: '第 {column} 个字符处：数值超过 15 位有效数字，电子表格不能准确保存。请减少位数。',
    en: 'column {column}: the number has more than 15 digits, which spreadsheets do not keep. Use fewer.',
  },
  formulaTooLong: {
    zh: '第 1 个字符处：换成表内公式有 {length} 个字符，超过电子表格的上限 {limit}。请拆成几条规则或缩短提示。',
    en: 'column 1: its formula would have {length} characters, more than the {limit} that spreadsheets take. Split the rule or shorten its message.',
  },
  formulaTooDeep: {
    zh: '第 1 个字符处：换成表内公式嵌套 {depth} 层，超过电子表格的上限 {limit} 层。请拆成几条规则。',
    en: 'column 1: its formula would be nested {depth} deep, more than the {limit} that spreadsheets take. Split the rule.',
  },
  messagesTooLong: {
    zh: '“{name}”一行的各条提示合计超过电子表格单个公式的上限。请缩短提示或减少规则。',
    en: 'the messages on the row “{name}” are together too long for one formula. Shorten them, or have fewer rules.',
  },
  unknownRule: {
    zh: '没有审核规则“{found}”。可以调整的规则：{known}。',
    en: 'there is no rule “{found}”. Rules that can be changed: {known}.',
  },
  notAdjustable: {
    zh: '规则“{found}”关系到数据能否识别，不能关闭或调整。请删去这一项。',
    en: 'rule “{found}” decides whether figures can be told at all and cannot be changed. Delete this setting.',
  },
  unknownThreshold: {
    zh: '规则“{rule}”没有阈值“{found}”。{known}',
    en: 'rule “{rule}” has no threshold “{found}”. {known}',
  },
  knownThresholds: { zh: '可用：{list}。', en: 'It has {list}.' },
  noThresholds: { zh: '它没有可调的阈值。', en: 'It has none that can be changed.' },
  badThreshold: {
    zh: '阈值“{name}”应在 {low} 到 {high} 之间，现为 {found}。',
    en: 'threshold “{name}” lies between {low} and {high}, now {found}.',
  },
  settingIdle: {
    zh: '这一项没有改变任何内容。请写明 off、severity、thresholds 或 of。',
    en: 'this setting changes nothing. Give off, severity, thresholds or of.',
  },
  offAndMore: {
    zh: '规则已关闭，不能同时给出 severity、thresholds 或 of。',
    en: 'the rule is switched off, so severity, thresholds and of have no meaning.',
  },
  needsRelated: {
    zh: '规则“{rule}”需要在 of 中写明 {needs}，且只写这些。',
    en: 'rule “{rule}” needs {needs} under of, and nothing else.',
  },
  milestoneRow: {
    zh: '“{found}”是定性指标，没有数值。请改用有数值的指标。',
    en: '“{found}” is a milestone without a figure. Use indicators that have one.',
  },
  unlikeUnits: {
    zh: '计量单位不能换算：{list}。请核对编号。',
    en: 'these units do not convert: {list}. Check the ids.',
  },
  noRelated: {
    zh: '规则“{rule}”逐行审核，不需要 of。',
    en: 'rule “{rule}” looks at each row by itself and takes no of.',
  },
  rowsOnFile: {
    zh: '规则“{rule}”针对整个文件，不能用 rows 选定行。',
    en: 'rule “{rule}” is about the whole file and takes no rows.',
  },
  circular: {
    zh: '第 {column} 个字符处：报送项“{id}”绕了一圈又由自己算出（{chain}）。请改为由填报的数计算。',
    en: 'column {column}: item “{id}” is computed from itself ({chain}). Compute it from figures that are entered.',
  },
  onlyItems: {
    zh: '第 {column} 个字符处：报送项只能由其他报送项计算，不能引用“{found}”。',
    en: 'column {column}: an item is computed from other items only, not from “{found}”.',
  },
  inItem: {
    zh: '{path}（报送项“{rule}”）：{detail}',
    en: '{path} (item “{rule}”): {detail}',
  },
} as const satisfies Record<string, Text>;
