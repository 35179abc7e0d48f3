import type { Language, Text } from '../../src/core/plan/text';
import { GROUPS, type Case, type Group } from './case';
import { VERDICTS, type Judgement, type Verdict } from './judge';

const HEADINGS: Readonly<Record<'group' | 'cases' | Verdict, Text>> = {
  group: { zh: '情形', en: 'what happened to the form' },
  cases: { zh: '用例', en: 'cases' },
  read: { zh: '正确读出', en: 'read right' },
  flagged: { zh: '正确提示', en: 'flagged right' },
  missed: { zh: '漏提示', en: 'not flagged' },
  'wrongly-flagged': { zh: '误提示', en: 'wrongly flagged' },
  misread: { zh: '读错', en: 'misread' },
};
const TOTAL: Text = { zh: '合计', en: 'total' };

/** The detection table in Markdown: a line for each group, a column for each verdict. */
export function detectionTable(
  judged: ReadonlyMap<Case, Judgement>,
  language: Language,
): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const columns = (['group', 'cases', ...VERDICTS] as const).map((id) => HEADINGS[id][language]);
  const all = [...judged];
  const counts = (own: typeof all) => [
    own.length,
    ...VERDICTS.map((verdict) => own.filter(([, { verdict: found }]) => found === verdict).length),
  ];
  const groups = (Object.keys(GROUPS) as Group[]).flatMap((group) => {
    const own = all.filter(([one]) => one.group === group);
    return own.length > 0 ? [line([GROUPS[group][language], ...counts(own)])] : [];
  });
  return [
    line(columns),
    line(columns.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...groups,
    line([TOTAL[language], ...counts(all)]),
  ].join('\n');
}
