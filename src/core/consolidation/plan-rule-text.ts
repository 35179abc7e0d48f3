import type { Indicator, Item, Plan, PlanRule } from '../plan/schema';
import { fill, type Text } from '../plan/text';
import type { Condition, Expression } from '../rule/expression';
import { parseCondition } from '../rule/parse';
import { expressionParts } from '../rule/expression-parts';
import { planRuleMessages } from './messages';

/** A rule of a plan file that cannot be applied; `path` points into the JSON. */
export interface PlanRuleProblem {
  readonly path: string;
  readonly message: Text;
}

/** What a rule names: an indicator or an item of its plan. */
export type Named =
  | { readonly is: 'indicator'; readonly indicator: Indicator }
  | { readonly is: 'item'; readonly item: Item };

/** What is wrong with a plan's own rules: their text, or names that the plan does not have. */
export function checkPlanRules(plan: Plan): PlanRuleProblem[] {
  return plan.rules.flatMap((rule, index) =>
    readPlanRule(plan, rule).problems.map((message) => ({
      path: `rules[${index}].assert`,
      message,
    })),
  );
}

/** The rule's condition, null where its text does not read, and what keeps it from being applied. */
export function readPlanRule(
  plan: Plan,
  rule: PlanRule,
): { readonly condition: Condition | null; readonly problems: readonly Text[] } {
  const parsed = parseCondition(rule.assert);
  if (!parsed.ok) return { condition: null, problems: [parsed.problem.message] };
  const { condition } = parsed;
  const problems = expressionParts(condition).flatMap((part) => problemOf(plan, part) ?? []);
  return { condition, problems };
}

/** [headline], or in full [plan-id/headline]; an item also as [item.headline]. Null for neither. */
export function resolveName(plan: Plan, name: string): Named | null {
  const own = name.startsWith(`${plan.id}/`) ? name.slice(plan.id.length + 1) : name;
  const indicator = plan.indicators.find(({ id }) => id === own);
  if (indicator) return { is: 'indicator', indicator };
  const item = plan.items.find(({ id }) => id === own || `item.${id}` === own);
  return item ? { is: 'item', item } : null;
}

function problemOf(plan: Plan, part: Expression): Text | null {
  const { rowFigure, unknownName, noStatus } = planRuleMessages;
  if (part.type === 'figure') return fill(rowFigure, { found: part.name });
  if (part.type === 'text-is' || part.type === 'empty')
    return fill(rowFigure, { found: part.figure });
  if (part.type !== 'entry') return null;
  const named = resolveName(plan, part.id);
  if (!named) return fill(unknownName, { found: part.id });
  return named.is === 'indicator' && named.indicator.kind === 'milestone'
    ? fill(noStatus, { found: part.id })
    : null;
}
