import { formatPeriod, previousPeriod, samePeriodLastYear } from '../plan/period';
import { itemsOf } from '../plan/check';
import type { Item, Plan } from '../plan/schema';
import { evaluateCondition, type Figures } from '../rule/evaluate';
import type { EarlierPeriod } from '../rule/expression';
import { entriesIn } from '../rule/expression-parts';
import { writeMessage } from '../rule/message';
import { bindRelation, type BoundRelation } from '../rule/plan-rules/bind';
import { checkPlanRules } from '../rule/plan-rules/check';
import { ownName, planNames, type Names } from '../rule/plan-rules/names';
import { relationsOf, type PlanRelation } from '../rule/plan-rules/relations';
import { fullName, itemKey } from '../template/entry';
import { formNames } from '../template/form-names';
import { isJudgedIn } from '../template/relation-rules';
import { reporterOf } from '../template/select';
import { askedFor } from './asked';
import type { CountedSubmission, FiledFinding, IndicatorResult } from './consolidation';
import type { FiledFacts } from './facts';
import { methodOf, total } from './roll-up';
import type { RoundFacts } from './round-facts';

/**
 * The relations that a plan sets, over the round's results. One that a workbook of the whole has judged
 * is left to it; one is skipped where a figure it needs is blank or leaves out some regions.
 * @throws where a rule cannot be applied, which checkPlanRules says beforehand
 * @param read the submissions that count
 */
export function applyPlanRules(
  plan: Plan,
  results: readonly IndicatorResult[],
  round: RoundFacts,
  read: readonly CountedSubmission[],
): FiledFinding[] {
  const [problem] = checkPlanRules(plan);
  if (problem) throw new Error(`rule ${plan.id}/${problem.rule ?? ''}: ${problem.message.en}`);
  const names = planNames(plan);
  return relationsOf(plan, names).flatMap((relation) => {
    if (read.some((submission) => judges(submission, plan, relation))) return [];
    const bound = bindRelation(relation, names);
    if (!bound) return [];
    const figures = new FiguresOfRound(plan, results, round, names);
    return evaluateCondition(bound.fires, figures)
      ? [findingOf(plan, relation, bound, figures)]
      : [];
  });
}

/** Whether the workbook speaks for the whole, has every row of the relation, and was issued with it. */
function judges(
  { model, entries }: CountedSubmission,
  plan: Plan,
  relation: PlanRelation,
): boolean {
  if (model.region !== null || !isJudgedIn(model, relation)) return false;
  if (!(model.rules ?? []).some((carried) => carried.plan === plan.id)) return false;
  const names = formNames(
    entries.map(({ entry }) => entry),
    plan.id,
  );
  return [relation.on, ...entriesIn(relation.assert)].every((id) => names(id) !== null);
}

function findingOf(
  plan: Plan,
  relation: PlanRelation,
  bound: BoundRelation,
  figures: Figures,
): FiledFinding {
  const { id, severity, message } = relation;
  const worded = { id, message, values: () => bound.values };
  const write = (language: 'zh' | 'en') => writeMessage(worded, bound.on, language, figures, '');
  const { key } = [bound.on, ...bound.named].find(({ key }) => !isItem(key)) ?? bound.on;
  return {
    rule: id,
    severity,
    sheet: null,
    cell: null,
    entry: null,
    indicator: isItem(key) ? null : key,
    message: { zh: write('zh'), en: write('en') },
    file: '',
    organisation: plan.coordinator,
    region: null,
  };
}

function isItem(key: string): boolean {
  return key.includes('/item.');
}

/** The figures of the whole, by key. */
class FiguresOfRound implements Figures {
  constructor(
    private readonly plan: Plan,
    private readonly results: readonly IndicatorResult[],
    private readonly round: RoundFacts,
    private readonly names: Names,
  ) {}

  number(): null {
    return null;
  }

  text(): string {
    return '';
  }

  entry(key: string): number | null {
    const item = this.itemAt(key);
    if (item) return figureOfItem(this.plan, item, this.round);
    const result = this.results.find(({ id }) => id === key);
    if (!result) return null;
    const isPartial = result.composition === 'rolled-up' && result.missingRegions.length > 0;
    return isPartial ? null : result.actual;
  }

  /** What the reporter of the whole had accepted in an earlier round, or all regions together. */
  earlier(key: string, earlier: EarlierPeriod): number | null {
    const { history, period } = this.round;
    const then = earlier === 'previous' ? previousPeriod(period) : samePeriodLastYear(period);
    const find = (organisation: string, region: string | null) =>
      history.find(key, { organisation, region }, formatPeriod(then));
    const item = this.itemAt(key);
    for (const indicator of this.plan.indicators) {
      const isIts = item
        ? itemsOf(indicator).includes(item.id)
        : fullName(this.plan, indicator) === key;
      if (!isIts) continue;
      const reporter = reporterOf(this.plan, indicator);
      const whole = find(reporter, null);
      if (whole !== null) return whole;
      const isSum = item ? methodOf(indicator) === 'ratio' : methodOf(indicator) === 'sum';
      if (!isSum || this.plan.regions.length === 0) continue;
      const values = this.plan.regions.map(({ name }) => find(name, name) ?? find(reporter, name));
      if (values.every((value) => value !== null)) return total(values);
    }
    return null;
  }

  /** One for each region of the plan: blank where the region's figure is. */
  regions(): Figures[] {
    const filed = [...this.round.filed.values()];
    return this.plan.regions.map(({ name }): Figures => {
      const ofRegion = filed.filter(({ issued }) => issued.region === name);
      return {
        number: () => null,
        text: () => '',
        entry: (key) =>
          ofRegion.flatMap(({ facts }) => {
            const fact = facts.get(key);
            return fact?.counts && fact.value !== null ? [fact.value] : [];
          })[0] ?? null,
      };
    });
  }

  private itemAt(key: string): Item | undefined {
    const id = ownName(key, this.plan.id);
    return isItem(key) && this.names(key)
      ? this.plan.items.find((item) => id === `item.${item.id}`)
      : undefined;
  }
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
