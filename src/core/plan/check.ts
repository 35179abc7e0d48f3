import { planMessages } from './messages';
import type { Indicator, Plan } from './schema';
import { fill, type Fillings, type Text } from './text';

/** Something a plan file gets wrong; `path` points into the JSON, e.g. indicators[3].leadUnit. */
export interface PlanProblem {
  readonly code: keyof typeof planMessages;
  readonly path: string;
  readonly message: Text;
}

/**
 * Checks what the schema alone cannot: references, years, quotes.
 * @param source the plan's text, in which every quote must stand verbatim at its place; null skips the quotes
 */
export function checkPlan(plan: Plan, source: string | null): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const report: Report = (code, path, fillings) =>
    problems.push({ code, path, message: fill(planMessages[code], { path, ...fillings }) });

  if (plan.startYear > plan.endYear)
    report('yearsReversed', 'startYear', { start: plan.startYear, end: plan.endYear });
  findDuplicates(plan.indicators, 'indicators', report);
  findDuplicates(plan.items, 'items', report);
  findDuplicates(plan.rules, 'rules', report);

  const organisations = new Set(plan.organisations.map((organisation) => organisation.name));
  const regions = new Set(plan.regions.map((region) => region.name));
  const items = new Set(plan.items.map((item) => item.id));
  const used = new Set<string>();
  plan.indicators.forEach((indicator, index) => {
    const path = `indicators[${index}]`;
    checkTarget(plan, indicator, path, report);
    checkQuotes(indicator, path, source, report);
    const named = [indicator.leadUnit, ...indicator.supportingUnits];
    for (const name of named)
      if (name !== null && !organisations.has(name)) report('unknownOrganisation', path, { name });
    for (const { region } of indicator.allocations)
      if (!regions.has(region)) report('unknownRegion', path, { name: region });
    for (const id of itemsOf(indicator)) {
      used.add(id);
      if (!items.has(id)) report('unknownItem', `${path}.collect`, { id });
    }
    if (indicator.rollUp === 'ratio' && indicator.collect.method !== 'ratio')
      report('rollUpNeedsRatio', path, {});
  });
  for (const { compute } of plan.items)
    for (const [, part] of compute?.matchAll(NAMED_ITEM) ?? []) used.add(part!);
  plan.items.forEach(({ id }, index) => {
    if (!used.has(id)) report('unusedItem', `items[${index}]`, { id });
  });
  return problems;
}

/** [part], [item.part] or [plan/item.part] in the computation of an item. */
const NAMED_ITEM = /\[(?:[a-z0-9-]+\/)?(?:item\.)?([a-z0-9-]+)\]/g;

/** The ids of the items that an indicator is computed from; none where it is reported directly. */
export function itemsOf(indicator: Indicator): string[] {
  const { collect } = indicator;
  switch (collect.method) {
    case 'direct':
      return [];
    case 'ratio':
      return [collect.numerator, collect.denominator];
    case 'average-growth':
      return [collect.item];
  }
}

type Report = (code: PlanProblem['code'], path: string, fillings: Fillings) => void;

function findDuplicates(list: readonly { id: string }[], name: string, report: Report): void {
  const seen = new Set<string>();
  list.forEach(({ id }, index) => {
    if (seen.has(id)) report('duplicateId', `${name}[${index}].id`, { id });
    seen.add(id);
  });
}

function checkTarget(plan: Plan, indicator: Indicator, path: string, report: Report): void {
  const { target } = indicator;
  const years = [target.year, ...indicator.yearlyTargets.map((step) => step.year)];
  for (const year of years)
    if (year < plan.startYear || year > plan.endYear)
      report('yearOutside', `${path}.target.year`, {
        year,
        start: plan.startYear,
        end: plan.endYear,
      });
  const isRange = target.operator === 'range';
  if (isRange && (target.value === null || target.upper === null || target.value >= target.upper))
    report('rangeNeedsUpper', `${path}.target`, {});
  if (!isRange && target.upper !== null) report('upperWithoutRange', `${path}.target`, {});
  if ((target.operator === '~') !== (target.tolerance !== null))
    report('toleranceNeeded', `${path}.target`, {});
  const isMilestone = indicator.kind === 'milestone';
  if (isMilestone !== (target.operator === 'qualitative') || (isMilestone && target.value !== null))
    report('qualitative', path, {});
  if (!isMilestone && indicator.measureUnit === '')
    report('unitMissing', `${path}.measureUnit`, {});
}

function checkQuotes(
  indicator: Indicator,
  path: string,
  source: string | null,
  report: Report,
): void {
  if (source === null) return;
  if (indicator.quotes.length === 0) report('noQuote', `${path}.quotes`, {});
  indicator.quotes.forEach(({ text, start }, index) => {
    if (!source.startsWith(text, start))
      report('quoteNotFound', `${path}.quotes[${index}]`, { text, start });
  });
}
