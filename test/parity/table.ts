import type { Language, Text } from '../../src/core/plan/text';
import type { Disagreement, ParityRun } from './run';

const WORDS = {
  rule: { zh: '审核规则', en: 'rule' },
  all: { zh: '合计', en: 'all plans' },
  rows: { zh: '行填报数', en: 'row fillings' },
  summary: {
    zh: '种子 {seed}：{workbooks} 份工作簿、{rows} 行填报，{programs} 逐行与 review 比对 {compared} 次；不一致 {disagreements} 处；已声明的程序差异 {met} 处。',
    en: 'Seed {seed}: {workbooks} workbooks, {rows} row fillings, compared {compared} times ({programs}, each with review); {disagreements} disagreements; {met} known differences of a program.',
  },
} as const satisfies Record<string, Text>;

/** How often each rule stood against a row, by plan, and what the comparison came to; in Markdown. */
export function parityTable(run: ParityRun, language: Language): string {
  const plans = [...run.rowsOfPlan.keys()].sort();
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const counted = (name: string, counts: readonly number[]) =>
    line([name, ...counts, total(counts)]);
  const met = total([...run.met.values()]);
  return [
    summary(run, met, language),
    '',
    line([WORDS.rule[language], ...plans, WORDS.all[language]]),
    line(['---', ...plans.map(() => '--:'), '--:']),
    ...run.rules.map((rule) =>
      counted(
        `\`${rule}\``,
        plans.map((plan) => run.fired.get(rule)?.get(plan) ?? 0),
      ),
    ),
    counted(
      WORDS.rows[language],
      plans.map((plan) => run.rowsOfPlan.get(plan) ?? 0),
    ),
  ].join('\n');
}

function summary(run: ParityRun, met: number, language: Language): string {
  const values: Record<string, string | number> = {
    ...{ seed: run.seed, workbooks: run.workbooks, rows: run.rows, compared: run.compared, met },
    programs: run.programs.join(language === 'zh' ? '、' : ', '),
    disagreements: run.disagreements.length,
  };
  return WORDS.summary[language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
}

/** A disagreement with its cell, its formula and everybody's answer. */
export function describeDisagreement(one: Disagreement): string {
  return [
    `${one.program}: ${one.workbook}, ${one.key}, ${one.cell} (${one.field})`,
    `  typed    ${one.typed}`,
    `  formula  =${one.formula}`,
    ...Object.entries(one.answers).map(([name, answer]) => `  ${name.padEnd(8)} ${answer}`),
  ].join('\n');
}
