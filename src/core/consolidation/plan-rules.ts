import { itemsOf } from '../plan/check';
import type { Item, Plan, PlanRule } from '../plan/schema';
import { fill } from '../plan/text';
import { evaluateCondition, evaluateNumber, type Figures } from '../rule/evaluate';
import type { Condition } from '../rule/expression';
import { fullName, itemKey } from '../template/entry';
import { askedFor } from './asked';
import type { FiledFinding, IndicatorResult } from './consolidation';
import { withoutTail } from './decimals';
import { expressionParts } from '../rule/expression-parts';
import type { FiledFacts } from './facts';
import { planRuleMessages } from './messages';
import { readPlanRule, resolveName, type Named } from './plan-rule-text';
import { methodOf, total } from './roll-up';
import type { RoundFacts } from './round-facts';
import { listed } from './wording';

/**
 * The plan's own rules over the round's results. A rule is skipped where a figure it needs is blank or
 * leaves out some regions. @throws where a rule cannot be applied, which checkPlanRules says beforehand
 */
export function applyPlanRules(
  plan: Plan,
  results: readonly IndicatorResult[],
  round: RoundFacts,
): FiledFinding[] {
  return plan.rules.flatMap((rule) => {
    const { condition, problems } = readPlanRule(plan, rule);
    if (!condition || problems.length > 0)
      throw new Error(`rule ${plan.id}/${rule.id}: ${problems.map(({ en }) => en).join(' ')}`);
    const figures: Figures = {
      number: absent,
      text: absent,
      entry: (id) => figureOf(plan, id, results, round),
    };
    if (isUndecided(condition, figures) || evaluateCondition(condition, figures)) return [];
    return [findingOf(plan, rule, namesIn(condition), figures)];
  });
}

function findingOf(
  plan: Plan,
  rule: PlanRule,
  names: readonly string[],
  figures: Figures,
): FiledFinding {
  const found = names.map((id) => [resolveName(plan, id), figures.entry(id)] as const);
  const first = found.flatMap(([named]) => (named?.is === 'indicator' ? [named.indicator] : []))[0];
  return {
    rule: `${plan.id}/${rule.id}`,
    severity: rule.severity,
    sheet: null,
    cell: null,
    entry: null,
    indicator: first ? fullName(plan, first) : null,
    message: fill(planRuleMessages.failed, {
      message: rule.message,
      figures: listed(
        found.map(([named, value]) =>
          fill(planRuleMessages.figure, {
            name: named ? nameOf(named) : '',
            value: withoutTail(value ?? 0),
          }),
        ),
      ),
    }),
    file: '',
    organisation: plan.coordinator,
    region: null,
  };
}

/** Whether a figure is missing, or a number compared has no value, as after a division by zero. */
function isUndecided(condition: Condition, figures: Figures): boolean {
  return expressionParts(condition).some((part) => {
    if (part.type === 'entry') return figures.entry(part.id) === null;
    return (
      part.type === 'comparison' &&
      [part.left, part.right].some((side) => evaluateNumber(side, figures) === null)
    );
  });
}

/** The ids that a rule names, each once. */
function namesIn(condition: Condition): string[] {
  const ids = expressionParts(condition).flatMap((part) => (part.type === 'entry' ? part.id : []));
  return [...new Set(ids)];
}

function nameOf(named: Named): string {
  return named.is === 'indicator' ? named.indicator.name : named.item.name;
}

function figureOf(
  plan: Plan,
  name: string,
  results: readonly IndicatorResult[],
  round: RoundFacts,
): number | null {
  const named = resolveName(plan, name);
  if (!named) return absent(name);
  if (named.is === 'item') return figureOfItem(plan, named.item, round);
  const result = results.find(({ indicator }) => indicator === named.indicator);
  if (!result) return absent(name);
  const isPartial = result.composition === 'rolled-up' && result.missingRegions.length > 0;
  return isPartial ? null : result.actual;
}

/** The item's figure from a reporter of an indicator behind which it stands, else the sum of all regions. */
function figureOfItem(plan: Plan, item: Item, round: RoundFacts): number | null {
  const key = itemKey(plan.id, item.id);
  for (const indicator of plan.indicators) {
    if (!itemsOf(indicator).includes(item.id)) continue;
    const { unit, regions } = askedFor(plan, indicator, round.issued, round.filed);
    const whole = unit && round.filed.get(unit)?.facts.get(key);
    if (whole?.counts) return whole.value;
    if (methodOf(indicator) !== 'ratio' || regions.length === 0) continue;
    const filed = regions.map(({ workbook }) => round.filed.get(workbook));
    const isWhole = filed.every((facts) => facts !== undefined && isSettled(facts, key));
    const values = filed.flatMap((facts) => {
      const fact = facts?.facts.get(key);
      return fact?.counts ? (fact.value ?? []) : [];
    });
    if (isWhole && values.length > 0) return total(values);
  }
  return null;
}

/** A figure that counts, or a reasoned “not applicable”. */
function isSettled({ facts, blocking }: FiledFacts, key: string): boolean {
  const fact = facts.get(key);
  return fact?.counts === true || (fact?.state === 'not-applicable' && !blocking.has(key));
}

function absent(name: string): never {
  throw new Error(`a plan rule names only indicators and items of its plan, not ${name}`);
}
