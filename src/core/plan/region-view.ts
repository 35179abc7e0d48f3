import type { Indicator, Plan } from './schema';

/**
 * The plan as a region runs a round of its own over it: the indicators that regions report, against the
 * targets allocated to this one; without an allocation the target is yet to be set. The plan's id and the
 * rows' keys stay, so that what the region compiles answers the same plan one level up.
 * Null where the plan does not list the region.
 */
export function regionView(plan: Plan, region: string): Plan | null {
  if (!plan.regions.some(({ name }) => name === region)) return null;
  return {
    ...plan,
    title: `${plan.title}（${region}）`,
    coordinator: region,
    regions: [],
    // the plan's own checks are about the whole
    rules: [],
    indicators: plan.indicators.flatMap((indicator) => viewOf(indicator, region) ?? []),
  };
}

function viewOf(indicator: Indicator, region: string): Indicator | null {
  const allocation = indicator.allocations.find((share) => share.region === region);
  if (indicator.rollUp === 'none' && !allocation) return null;
  return {
    ...indicator,
    target: { ...indicator.target, value: allocation?.value ?? null, upper: null },
    // the plan's baseline and yearly path are those of the whole
    baseline: null,
    yearlyTargets: [],
    allocations: [],
  };
}
