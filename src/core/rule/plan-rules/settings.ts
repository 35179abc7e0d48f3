import type { Plan, Related, RuleSetting } from '../../plan/schema';
import { fill, verbatim, type Text } from '../../plan/text';
import { RULES } from '../catalogue';
import type { Rule } from '../rule';
import { bindRelation } from './bind';
import { inRule, selectionProblems, type PlanRuleProblem } from './problem';
import { planRuleMessages as messages } from './messages';
import type { Names } from './names';
import { relationsOf } from './relations';
import { rowsSelected } from './selection';

/** Rules that a plan may change. */
export const ADJUSTABLE: readonly Rule[] = RULES.filter(
  (rule) => rule.scope !== 'file' || rule.adjustable,
);

/** What is wrong with a plan's changes to the catalogue. */
export function checkSettings(plan: Plan, names: Names): PlanRuleProblem[] {
  return (plan.ruleSettings ?? []).flatMap((setting, index) => {
    const found = problemsOf(plan, setting, names);
    return found.map(([path, detail]) =>
      inRule(`ruleSettings[${index}].${path}`, setting.rule, detail),
    );
  });
}

type Problem = readonly [path: keyof RuleSetting, detail: Text];

function problemsOf(plan: Plan, setting: RuleSetting, names: Names): Problem[] {
  const found = setting.rule;
  const rule = RULES.find(({ id }) => id === found);
  const known = ADJUSTABLE.map(({ id }) => id).join(', ');
  if (!rule) return [['rule', fill(messages.unknownRule, { found, known })]];
  if (!ADJUSTABLE.includes(rule)) return [['rule', fill(messages.notAdjustable, { found })]];
  const { off, severity, thresholds, of, rows } = setting;
  const changes = [severity, of, ...Object.values(thresholds ?? {})].filter(
    (change) => change !== undefined,
  );
  const problems: Problem[] = [];
  if (off && changes.length > 0) problems.push(['off', messages.offAndMore]);
  if (!off && changes.length === 0) problems.push(['rule', messages.settingIdle]);
  problems.push(...thresholdProblems(rule, thresholds ?? {}));
  if (rows) {
    const ofRows =
      rule.scope === 'row'
        ? selectionProblems(rows, rowsSelected(plan, rows), names)
        : [fill(messages.rowsOnFile, { rule: found })];
    problems.push(...ofRows.map((detail): Problem => ['rows', detail]));
  }
  return [...problems, ...relatedProblems(plan, setting, rule, names)];
}

function thresholdProblems(rule: Rule, thresholds: Readonly<Record<string, number>>): Problem[] {
  const designs = rule.limits?.thresholds ?? {};
  const list = Object.keys(designs).join(', ');
  const known =
    list === '' ? messages.noThresholds : fill(messages.knownThresholds, { list: verbatim(list) });
  return Object.entries(thresholds).flatMap(([name, found]): Problem[] => {
    const design = Object.hasOwn(designs, name) ? designs[name] : undefined;
    const fillings = { rule: rule.id, found: name, known };
    if (!design) return [['thresholds', fill(messages.unknownThreshold, fillings)]];
    const { low, high } = design;
    return found >= low && found <= high
      ? []
      : [['thresholds', fill(messages.badThreshold, { name, low, high, found })]];
  });
}

function relatedProblems(
  plan: Plan,
  { rule: found, of }: RuleSetting,
  rule: Rule,
  names: Names,
): Problem[] {
  if (!of) return [];
  if (rule.scope !== 'relation' || rule.needs.length === 0)
    return [['of', fill(messages.noRelated, { rule: found })]];
  const given = (Object.keys(of) as (keyof Related)[]).sort();
  if (given.join() !== [...rule.needs].sort().join())
    return [['of', fill(messages.needsRelated, { rule: found, needs: rule.needs.join(', ') })]];
  const ids = rule.needs.flatMap((need) => of[need] ?? []);
  const unknown = ids.filter((id) => !names(id));
  if (unknown.length > 0)
    return unknown.map((id) => ['of', fill(messages.unknownRow, { found: id })]);
  const milestone = ids.find((id) => names(id)?.isMilestone);
  if (milestone !== undefined) return [['of', fill(messages.milestoneRow, { found: milestone })]];
  const relations = relationsOf(
    { id: plan.id, rules: [], ruleSettings: [{ rule: found, of }] },
    names,
  );
  const differs = relations.some((relation) => bindRelation(relation, names) === null);
  const list = ids.map((id) => `${id}（${names(id)?.measureUnit ?? ''}）`).join('、');
  return differs ? [['of', fill(messages.unlikeUnits, { list: verbatim(list) })]] : [];
}
