import type { PlanRule } from '../plan/schema';
import { NUMBER_FIGURES, type NumberFigure } from '../rule/expression';
import { entriesIn, expressionParts } from '../rule/expression-parts';
import { parseCondition } from '../rule/parse';
import { bindRowRule, withKeys } from '../rule/plan-rules/bind';
import type { Names } from '../rule/plan-rules/names';
import { ruleName } from '../rule/plan-rules/relations';
import { isSelected } from '../rule/plan-rules/selection';
import { placesIn } from '../rule/message';
import type { RowFacts } from '../rule/row';
import type { MessageValue } from '../rule/rule';
import type { RuledModel, Unranked } from './applied-rules';
import type { Entry } from './entry';
import { formNames, planOfKey, selectable } from './form-names';

/** The plans' own rules over rows, as far as they select this one. */
export function ownRowRules(entry: Entry, facts: RowFacts, model: RuledModel): Unranked[] {
  return (model.rules ?? []).flatMap(({ plan, rules }) => {
    const row = selectable(entry, plan);
    const concerned = rules.filter((rule) => rule.rows && row && isSelected(rule.rows, row, plan));
    if (concerned.length === 0) return [];
    const names = formNames(model.entries, plan);
    return concerned.flatMap((rule) => applied(rule, plan, { entry, facts, names }) ?? []);
  });
}

interface RuledRow {
  readonly entry: Entry;
  readonly facts: RowFacts;
  readonly names: Names;
}

/** Target and schedule are those of the row's own plan; they say nothing of another's figure. */
const OF_OWN_PLAN: ReadonlySet<NumberFigure> = new Set([
  'target',
  'upper',
  'scheduled',
  'baseline',
]);

function applied(rule: PlanRule, plan: string, { entry, facts, names }: RuledRow): Unranked | null {
  const parsed = parseCondition(rule.assert);
  if (!parsed.ok) return null;
  const figures = expressionParts(parsed.condition).flatMap((part) =>
    part.type === 'figure' ? part.name : [],
  );
  const isShared = planOfKey(entry.key) !== plan;
  if (isShared && figures.some((name) => OF_OWN_PLAN.has(name))) return null;
  // the unit of the row, which another plan's figure of the same subject is shown in, too
  const when = bindRowRule(parsed.condition, names, entry.measureUnit);
  if (!when) return null;
  const id = ruleName(plan, rule);
  return {
    id,
    severity: rule.severity,
    when,
    yieldsTo: [],
    message: rule.message,
    values: () => valuesOf(rule, entriesIn(parsed.condition), facts, names),
    at: rule.at ?? 'actual',
  };
}

function valuesOf(
  rule: PlanRule,
  ids: readonly string[],
  facts: RowFacts,
  names: Names,
): Record<string, MessageValue> {
  const keyed = withKeys(names);
  const places = new Set([...placesIn(rule.message.zh), ...placesIn(rule.message.en)]);
  const ofRow = NUMBER_FIGURES.filter((name) => places.has(name)).map(
    (name): [string, MessageValue] => [
      name,
      { number: { type: 'figure', name }, decimals: facts.precision },
    ],
  );
  const ofOthers = ids
    .filter((id) => places.has(id))
    .map((id): [string, MessageValue] => [
      id,
      { number: keyed({ type: 'entry', id }), decimals: names(id)?.precision ?? 0 },
    ]);
  return Object.fromEntries([...ofRow, ...ofOthers]);
}
