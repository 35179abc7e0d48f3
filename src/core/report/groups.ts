import type { IndicatorResult } from '../consolidation/consolidation';
import type { Plan } from '../plan/schema';

/** Indicators of one part of a plan, for the tables by section. */
export interface SectionGroup {
  /** Counted from 1 over all plans; the formulas tell groups by it. */
  readonly number: number;
  readonly plan: Plan;
  /** The headings that the group stands under; none for indicators without one. */
  readonly headings: readonly string[];
  readonly results: readonly IndicatorResult[];
}

/** A plan with more parts than this is only divided by its first headings. */
const MOST_GROUPS = 16;

/** The plans' parts in the order of their text: two levels of headings where that gives few enough. */
export function sectionGroups(results: readonly IndicatorResult[]): SectionGroup[] {
  const plans = [...new Set(results.map(({ plan }) => plan))];
  const parts = plans.flatMap((plan) => {
    const own = results.filter((result) => result.plan === plan);
    const fine = divide(own, 2);
    return fine.length <= MOST_GROUPS ? fine : divide(own, 1);
  });
  return parts.map((part, index) => ({ ...part, number: index + 1 }));
}

function divide(results: readonly IndicatorResult[], levels: number) {
  const parts = new Map<string, IndicatorResult[]>();
  for (const result of results) {
    const name = JSON.stringify(result.indicator.section.slice(0, levels));
    parts.set(name, [...(parts.get(name) ?? []), result]);
  }
  return [...parts.values()].map((part) => ({
    plan: part[0]!.plan,
    headings: part[0]!.indicator.section.slice(0, levels),
    results: part,
  }));
}

/** The organisations that report indicators, as the plans list them. */
export function reporters(results: readonly IndicatorResult[]): string[] {
  const listed = results.flatMap(({ plan }) => plan.organisations.map(({ name }) => name));
  const reporting = new Set(results.map(({ reporter }) => reporter));
  return [...new Set([...listed, ...reporting])].filter((name) => reporting.has(name));
}

/** The leaders in charge whom the plans name, in the plans' order. */
export function leaders(results: readonly IndicatorResult[]): string[] {
  return [...new Set(results.flatMap(({ indicator }) => indicator.leader ?? []))];
}
