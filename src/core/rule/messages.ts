import type { Text } from '../plan/text';

/** What can be wrong with the text of a rule; {column} counts characters from 1. */
export const ruleMessages = {
  unexpectedCharacter: {
    zh: '第 {column} 个字符“{found}”不能出现在规则中。',
    en: 'column {column}: “{found}” does not belong in a rule.',
  },
  unexpected: {
    zh: '第 {column} 个字符处应为{expected}，实际是“{found}”。',
    en: 'column {column}: expected {expected}, found “{found}”.',
  },
  unclosed: {
    zh: '第 {column} 个字符处的引号或方括号没有结束。',
    en: 'column {column}: this quote or bracket is not closed.',
  },
  unknownName: {
    zh: '第 {column} 个字符处的“{found}”不是可用的名称或函数。',
    en: 'column {column}: “{found}” is no name or function of the rule language.',
  },
  expectedNumber: {
    zh: '第 {column} 个字符处应为数值，而不是条件。',
    en: 'column {column}: a number belongs here, not a condition.',
  },
  expectedCondition: {
    zh: '第 {column} 个字符处应为条件（真或假），而不是数值。',
    en: 'column {column}: a condition belongs here, not a number.',
  },
  tooLong: {
    zh: '第 {column} 个字符起超出规则的长度上限（{limit} 个字符），请拆成几条规则。',
    en: 'column {column}: a rule has {limit} characters at most; split it.',
  },
  tooDeep: {
    zh: '第 {column} 个字符处嵌套超过 {limit} 层，请拆成几条规则。',
    en: 'column {column}: nested more than {limit} deep; split the rule.',
  },
  argumentCount: {
    zh: '第 {column} 个字符处的函数 {found} 需要 {expected} 个参数。',
    en: 'column {column}: function {found} takes {expected} arguments.',
  },
  unitMismatch: {
    zh: '第 {column} 个字符处：计量单位“{left}”与“{right}”不能比较、加减。请核对引用的编号，或改写成比值。',
    en: 'column {column}: the units {left} and {right} cannot be compared or added. Check the ids, or write a ratio.',
  },
} as const satisfies Record<string, Text>;

/** The names of what the parser can expect, for its messages. */
export const expectedNames = {
  closing: { zh: '“)”', en: '“)”' },
  comma: { zh: '“,”', en: '“,”' },
  opening: { zh: '“(”', en: '“(”' },
  value: { zh: '数值、名称或“(”', en: 'a number, a name or “(”' },
  quoted: { zh: '用引号括起的文字', en: 'a quoted text' },
  comparison: { zh: '“=”或“<>”', en: '“=” or “<>”' },
  textName: { zh: '文本栏目名称', en: 'the name of a text column' },
  ownOrEntry: { zh: 'actual 或 [编号]', en: 'actual or [id]' },
  region: { zh: '“region”', en: '“region”' },
  end: { zh: '规则结尾', en: 'the end of the rule' },
} as const satisfies Record<string, Text>;

/** The words of the rule table. */
export const ruleTableMessages = {
  rule: { zh: '规则', en: 'rule' },
  severity: { zh: '级别', en: 'severity' },
  scope: { zh: '范围', en: 'scope' },
  catches: { zh: '查什么', en: 'what it catches' },
  error: { zh: '须修改', en: 'error' },
  explain: { zh: '需说明', en: 'explain' },
  note: { zh: '提示', en: 'note' },
  off: { zh: '关闭', en: 'off' },
  row: { zh: '一行（表内公式同步审核）', en: 'one row (also live in the sheet)' },
  relation: {
    zh: '几行之间（表内有全部各行时同步审核）',
    en: 'several rows (live in a sheet that has them all)',
  },
  file: { zh: '整个文件', en: 'the file' },
  changed: { zh: '{text}（{change}）', en: '{text} ({change})' },
} as const satisfies Record<string, Text>;
