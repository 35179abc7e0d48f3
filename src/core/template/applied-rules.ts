import type { FindingColumn, RuleSetting, Severity } from '../plan/schema';
import type { Text } from '../plan/text';
import { ROW_RULES } from '../rule/catalogue';
import { numeratorAboveDenominator } from '../rule/catalogue/numerator-above-denominator';
import { shareAbove100 } from '../rule/catalogue/share-above-100';
import type { Condition } from '../rule/expression';
import type { Thresholds } from '../rule/limits';
import { bindRelation, type BoundRelation } from '../rule/plan-rules/bind';
import { relationOf, relationsOf, type PlanRelation } from '../rule/plan-rules/relations';
import { isSelected } from '../rule/plan-rules/selection';
import type { RowFacts } from '../rule/row';
import type { MessageValue, RowRule } from '../rule/rule';
import type { Entry } from './entry';
import { formNames, planOfKey, selectable } from './form-names';
import type { TemplateModel } from './model';
import { ownRowRules } from './own-row-rules';

/** A rule as it stands for one row: with the plan's severity and thresholds, the figures it names found. */
export interface AppliedRule {
  /** The finding's rule. */
  readonly id: string;
  /** Tells its column behind the form from every other. */
  readonly column: string;
  readonly severity: Severity;
  /** When it fires, apart from the rules that it yields to. */
  readonly when: Condition;
  /** Ids of rules that say the same mistake more exactly. */
  readonly yieldsTo: readonly string[];
  readonly message: Text;
  readonly values: () => Readonly<Record<string, MessageValue>>;
  readonly at: FindingColumn;
}

/** The part of a template that says which rules stand against its rows. */
export type RuledModel = Pick<TemplateModel, 'entries' | 'region' | 'rules'>;

/**
 * What stands against each row of a form, in the order in which its first finding is chosen: the
 * catalogue, relations between rows, the plans' own rules over rows. All of it comes from what the
 * workbook carries, so that whoever reads it back reaches the same verdict.
 */
export function rulesOfForm(model: RuledModel): (entry: Entry, facts: RowFacts) => AppliedRule[] {
  const shares = sharesOfItems(model);
  const relations = relationsByRow(model, shares);
  return (entry, facts) => {
    const exempt = shares.has(entry.key) ? [shareAbove100.id] : [];
    return distinct([
      ...ROW_RULES.flatMap((rule) =>
        // the same mistake is said at the numerator, where it is put right
        exempt.includes(rule.id) ? [] : (ofCatalogue(rule, entry, facts, model) ?? []),
      ),
      ...(relations.get(entry.key) ?? []),
      ...ownRowRules(entry, facts, model),
    ]);
  };
}

function ofCatalogue(
  rule: RowRule,
  entry: Entry,
  facts: RowFacts,
  model: RuledModel,
): AppliedRule | null {
  if (entry.derivation && rule.typedOnly) return null;
  const settings = settingsFor(rule.id, entry, model);
  if (settings.some(({ off }) => off)) return null;
  const thresholds = thresholdsIn(settings);
  const when = rule.when(facts, thresholds);
  if (!when) return null;
  return {
    id: rule.id,
    column: rule.id,
    severity: severityIn(settings) ?? rule.severity,
    when,
    yieldsTo: rule.yieldsTo ?? [],
    message: rule.message,
    values: () => rule.values?.(facts, thresholds) ?? {},
    at: rule.at,
  };
}

/** What a row's own plan makes of a rule; a later setting comes over an earlier one. */
function settingsFor(rule: string, entry: Entry, { rules = [] }: RuledModel): RuleSetting[] {
  const plan = planOfKey(entry.key);
  const row = selectable(entry, plan);
  const settings = rules.find((carried) => carried.plan === plan)?.settings ?? [];
  return settings.filter(
    (setting) =>
      setting.rule === rule &&
      !setting.of &&
      (!setting.rows || (row !== null && isSelected(setting.rows, row, plan))),
  );
}

function thresholdsIn(settings: readonly RuleSetting[]): Thresholds {
  return Object.assign({}, ...settings.map(({ thresholds }) => thresholds ?? {})) as Thresholds;
}

function severityIn(settings: readonly RuleSetting[]): Severity | undefined {
  return settings.flatMap(({ severity }) => severity ?? []).at(-1);
}

/** Shares computed from two rows of the form, with what must hold between these. */
function sharesOfItems(
  model: RuledModel,
): Map<string, BoundRelation & Pick<PlanRelation, 'severity'>> {
  const rule = numeratorAboveDenominator;
  const rows = new Map(model.entries.map((entry) => [entry.key, entry]));
  const found = new Map<string, BoundRelation & Pick<PlanRelation, 'severity'>>();
  for (const entry of model.entries) {
    const { derivation, kind, subject } = entry;
    if (derivation?.method !== 'ratio' || kind !== 'share' || entry.measureUnit !== '%') continue;
    if ((subject?.target.value ?? 0) > 100 || rows.get(derivation.numerator)?.derivation !== null)
      continue;
    const settings = settingsFor(rule.id, entry, model);
    if (settings.some(({ off }) => off)) continue;
    const of = { whole: derivation.denominator, parts: [derivation.numerator] };
    const [relation] = rule.relations(of, () => 0);
    const severity = severityIn(settings) ?? rule.severity;
    const names = formNames(model.entries, planOfKey(entry.key));
    const bound = bindRelation(relationOf(rule, relation!, severity), names);
    if (bound) found.set(entry.key, { ...bound, severity });
  }
  return found;
}

function relationsByRow(
  model: RuledModel,
  shares: ReturnType<typeof sharesOfItems>,
): Map<string, AppliedRule[]> {
  const found = new Map<string, AppliedRule[]>();
  const add = (relation: Omit<PlanRelation, 'assert' | 'values' | 'on'>, bound: BoundRelation) => {
    const { id, severity, message, at } = relation;
    const { fires, values, on } = bound;
    const rules = found.get(on.key) ?? [];
    const rule = {
      id,
      column: id,
      severity,
      when: fires,
      yieldsTo: [],
      message,
      values: () => values,
      at,
    };
    found.set(on.key, [...rules, rule]);
  };
  const rule = numeratorAboveDenominator;
  for (const bound of shares.values())
    add({ ...rule, severity: bound.severity, at: 'actual', regions: true }, bound);
  for (const { plan, rules, settings } of model.rules ?? []) {
    const names = formNames(model.entries, plan);
    for (const relation of relationsOf(
      { id: plan, rules: [...rules], ruleSettings: [...settings] },
      names,
    )) {
      const bound =
        relation.regions || model.region === null ? bindRelation(relation, names) : null;
      if (bound) add(relation, bound);
    }
  }
  return found;
}

/** Several relations of one rule on one row each have a column. */
function distinct(rules: readonly AppliedRule[]): AppliedRule[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const count = (seen.get(rule.id) ?? 0) + 1;
    seen.set(rule.id, count);
    return count === 1 ? rule : { ...rule, column: `${rule.id}.${count}` };
  });
}
