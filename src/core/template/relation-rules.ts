import { numeratorAboveDenominator } from '../rule/catalogue/numerator-above-denominator';
import { sumsRegions } from '../rule/expression-parts';
import { bindRelation, type BoundRelation } from '../rule/plan-rules/bind';
import type { Names } from '../rule/plan-rules/names';
import { relationOf, relationsOf, type PlanRelation } from '../rule/plan-rules/relations';
import type { RuledModel, Unranked } from './applied-rules';
import { formNames, planOfKey } from './form-names';
import { settingsFor, severityIn } from './rule-settings';

/** Shares computed from two rows of the form, with what must hold between these. */
export function sharesOfItems(
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
    const names = formNames(model.entries, planOfKey(entry.key));
    const bound = boundShare(derivation, names);
    if (bound) found.set(entry.key, { ...bound, severity: severityIn(settings) ?? rule.severity });
  }
  return found;
}

/** What must hold between the two rows of a share; found once for rows that are named alike. */
function boundShare(
  { numerator, denominator }: { readonly numerator: string; readonly denominator: string },
  names: Names,
): BoundRelation | null {
  const key = JSON.stringify([numerator, denominator, names(numerator), names(denominator)]);
  let bound = boundShares.get(key);
  if (bound === undefined) {
    const rule = numeratorAboveDenominator;
    const of = { whole: denominator, parts: [numerator] };
    const [relation] = rule.relations(of, () => 0);
    bound = bindRelation(relationOf(rule, relation!, rule.severity), names);
    if (boundShares.size === MOST_BOUND) boundShares.clear();
    boundShares.set(key, bound);
  }
  return bound;
}

/** The same shares come again in every form of a round. */
const boundShares = new Map<string, BoundRelation | null>();
const MOST_BOUND = 2000;

export function relationsByRow(
  model: RuledModel,
  shares: ReturnType<typeof sharesOfItems>,
): Map<string, Unranked[]> {
  const found = new Map<string, Unranked[]>();
  const add = (
    relation: Pick<PlanRelation, 'id' | 'severity' | 'message' | 'at'>,
    bound: BoundRelation,
  ) => {
    const { id, severity, message, at } = relation;
    const { fires, values, on } = bound;
    const rules = found.get(on.key) ?? [];
    const rule = {
      id,

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
    add({ ...rule, severity: bound.severity, at: 'actual' }, bound);
  for (const { plan, rules, settings } of model.rules ?? []) {
    const names = formNames(model.entries, plan);
    for (const relation of relationsOf({ id: plan, rules, ruleSettings: settings }, names)) {
      const bound = isJudgedIn(model, relation) ? bindRelation(relation, names) : null;
      if (bound) add(relation, bound);
    }
  }
  return found;
}

/** Whether a form that has all the rows of a relation judges it: not over regions, nor in a region what holds for the whole alone. */
export function isJudgedIn(
  { region }: Pick<RuledModel, 'region'>,
  { assert, regions }: Pick<PlanRelation, 'assert' | 'regions'>,
): boolean {
  return !sumsRegions(assert) && (regions || region === null);
}
