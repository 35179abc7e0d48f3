import type { Severity } from '../plan/schema';
import type { Language, Text } from '../plan/text';
import { RULES } from './catalogue';
import type { Rule } from './rule';

const HEAD: readonly Text[] = [
  { zh: '规则', en: 'rule' },
  { zh: '级别', en: 'severity' },
  { zh: '范围', en: 'scope' },
  { zh: '查什么', en: 'what it catches' },
];
const SEVERITY: Readonly<Record<Severity, Text>> = {
  error: { zh: '须修改', en: 'error' },
  explain: { zh: '需说明', en: 'explain' },
  note: { zh: '提示', en: 'note' },
};
const SCOPE: Readonly<Record<Rule['scope'], Text>> = {
  row: { zh: '一行（表内公式同步审核）', en: 'one row (also live in the sheet)' },
  relation: {
    zh: '几行之间（表内有全部各行时同步审核）',
    en: 'several rows (live in a sheet that has them all)',
  },
  file: { zh: '整个文件', en: 'the file' },
};

/** The rule table of the README as Markdown: one row for each rule of the catalogue. */
export function ruleTable(language: Language): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(HEAD.map((title) => title[language])),
    line(HEAD.map(() => '---')),
    ...RULES.map(({ id, severity, scope, catches }) =>
      line([
        `\`${id}\``,
        SEVERITY[severity][language],
        SCOPE[scope][language],
        catches[language].replaceAll('|', '\\|'),
      ]),
    ),
  ].join('\n');
}
