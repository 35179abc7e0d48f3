import type { Plan, RuleSetting, Severity } from '../plan/schema';
import { fill, verbatim, type Language, type Text } from '../plan/text';
import { RULES } from './catalogue';
import { ruleTableMessages as messages } from './messages';
import { ruleName } from './plan-rules/relations';
import type { Rule } from './rule';

/** One row of the rule table. */
export interface RuleLine {
  readonly id: string;
  readonly severity: Text;
  readonly scope: Text;
  readonly catches: Text;
  /** Whether a plan added it or set it otherwise. */
  readonly isOfPlan: boolean;
}

export const ruleTableHead = [
  messages.rule,
  messages.severity,
  messages.scope,
  messages.catches,
] as const;

/**
 * Every rule of the catalogue as the plan has it, then the plan's own; of no plan, the catalogue as it is.
 * A rule that relations of a plan apply appears with what they name.
 */
export function ruleLines(plan: Plan | null = null): RuleLine[] {
  const settings = plan?.ruleSettings ?? [];
  const ofCatalogue = RULES.map((rule) => lineOf(rule, settings));
  const own = (plan?.rules ?? []).map((rule): RuleLine => ({
    id: ruleName(plan!.id, rule),
    severity: messages[rule.severity],
    scope: rule.rows ? messages.row : messages.relation,
    catches: rule.message,
    isOfPlan: true,
  }));
  return [...ofCatalogue, ...own];
}

/** The rule table as Markdown: the README has it of the catalogue alone. */
export function ruleTable(language: Language, plan: Plan | null = null): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const escaped = (text: string) => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
  return [
    line(ruleTableHead.map((title) => title[language])),
    line(ruleTableHead.map(() => '---')),
    ...ruleLines(plan).map(({ id, severity, scope, catches }) =>
      line([`\`${id}\``, severity[language], scope[language], escaped(catches[language])]),
    ),
  ].join('\n');
}

function lineOf(rule: Rule, all: readonly RuleSetting[]): RuleLine {
  const { id, catches } = rule;
  const settings = all.filter((setting) => setting.rule === id);
  const changes = settings.map(changeOf);
  const isOff = settings.some(({ off, rows }) => off && !rows);
  return {
    id,
    severity: isOff ? messages.off : messages[severityOf(settings) ?? rule.severity],
    scope: messages[rule.scope],
    catches: changes
      .filter((change) => change !== null)
      .reduce((text, change) => fill(messages.changed, { text, change }), catches),
    isOfPlan: settings.length > 0,
  };
}

function severityOf(settings: readonly RuleSetting[]): Severity | undefined {
  return settings.flatMap(({ severity, rows }) => (severity && !rows ? severity : [])).at(-1);
}

/** What a setting says beyond another severity for all rows, as written in the plan. */
function changeOf({ rows, of, off, severity, thresholds }: RuleSetting): Text | null {
  const parts = [
    ...Object.entries(thresholds ?? {}).map(([name, value]) => `${name} = ${value}`),
    ...Object.entries(of ?? {}).map(([name, ids]) => `${name}: ${[ids].flat().join(', ')}`),
    ...(rows && off ? ['off'] : []),
    ...(rows && severity ? [severity] : []),
    ...(rows ? [`rows: ${Object.values(rows).flat().join(', ') || '*'}`] : []),
  ];
  return parts.length === 0 ? null : verbatim(parts.join('; '));
}
