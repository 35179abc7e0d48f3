import {
  formatPeriod,
  isAskedIn,
  previousPeriod,
  samePeriodLastYear,
  type Period,
} from '../plan/period';
import type { SharedFigure } from '../plan/links';
import type { Indicator, Plan } from '../plan/schema';
import { entriesOf, type Entry, type History } from './entry';
import { shareRows } from './share';

/** How a round is cut into workbooks. */
export const DIVISIONS = ['unit', 'region', 'unit-region'] as const;
export type Division = (typeof DIVISIONS)[number];

/** Who gets a workbook, and the indicators that it asks for, plan by plan. */
export interface Recipient {
  readonly organisation: string;
  readonly region: string | null;
  readonly asked: readonly { readonly plan: Plan; readonly indicators: readonly Indicator[] }[];
}

/** The organisation that reports an indicator: its lead, or the coordinator where the plan names none. */
export function reporterOf(plan: Plan, indicator: Indicator): string {
  return indicator.leadUnit ?? plan.coordinator;
}

/** The indicators that a round of this length asks for; vision wording is never collected. */
export function collectedIndicators(plan: Plan, period: Period): Indicator[] {
  return plan.indicators.filter(
    (indicator) => !indicator.soft && isAskedIn(indicator.frequency, period.granularity),
  );
}

/**
 * Everybody who gets a workbook in the round, in the plans' order.
 * By unit: each reporting organisation. By region: each region, for the indicators that roll up.
 * By unit and region: each reporting organisation for each region, and once more for what does not roll up.
 */
export function recipientsOf(
  plans: readonly Plan[],
  period: Period,
  division: Division,
): Recipient[] {
  switch (division) {
    case 'unit':
      return byOrganisation(plans, (plan) => collectedIndicators(plan, period), null);
    case 'region':
      return regionsOf(plans).flatMap((region) => {
        const asked = askedOf(plans, (plan) => rollingUp(plan, period, region));
        return asked.length > 0 ? [{ organisation: region, region, asked }] : [];
      });
    case 'unit-region':
      return [
        ...byOrganisation(
          plans,
          (plan) => collectedIndicators(plan, period).filter(({ rollUp }) => rollUp === 'none'),
          null,
        ),
        ...regionsOf(plans).flatMap((region) =>
          byOrganisation(plans, (plan) => rollingUp(plan, period, region), region),
        ),
      ];
  }
}

/** The rows of a recipient's form, each once, with the figures of earlier rounds. */
export function entriesFor(
  recipient: Recipient,
  period: Period,
  history: History,
  shared: readonly SharedFigure[] = [],
): Entry[] {
  const rows = new Map<string, Entry>();
  for (const { plan, indicators } of recipient.asked)
    for (const indicator of indicators)
      for (const entry of entriesOf(plan, indicator, recipient.region, period)) {
        const known = rows.get(entry.key);
        const serves = [...new Set([...(known?.serves ?? []), ...entry.serves])];
        rows.set(entry.key, { ...entry, serves });
      }
  const last = formatPeriod(previousPeriod(period));
  const lastYear = formatPeriod(samePeriodLastYear(period));
  const { organisation, region } = recipient;
  return shareRows([...rows.values()], shared).map((entry) => {
    const figure = history.figure(entry.key, organisation, region, last);
    const previous = history.latest
      ? history.latest(entry.key, organisation, region, period)
      : figure === null
        ? null
        : { period: last, value: figure };
    return {
      ...entry,
      previous: previous?.value ?? null,
      previousPeriod: previous?.period ?? null,
      sameLastYear: history.figure(entry.key, organisation, region, lastYear),
    };
  });
}

function regionsOf(plans: readonly Plan[]): string[] {
  return [...new Set(plans.flatMap((plan) => plan.regions.map((region) => region.name)))];
}

function rollingUp(plan: Plan, period: Period, region: string): Indicator[] {
  if (!plan.regions.some(({ name }) => name === region)) return [];
  return collectedIndicators(plan, period).filter(
    (indicator) =>
      indicator.rollUp !== 'none' ||
      indicator.allocations.some((allocation) => allocation.region === region),
  );
}

function byOrganisation(
  plans: readonly Plan[],
  choose: (plan: Plan) => Indicator[],
  region: string | null,
): Recipient[] {
  const chosen = plans.map((plan) => ({ plan, indicators: choose(plan) }));
  const named = plans.flatMap((plan) => plan.organisations.map(({ name }) => name));
  const reporting = chosen.flatMap(({ plan, indicators }) =>
    indicators.map((indicator) => reporterOf(plan, indicator)),
  );
  // in the plans' own order of organisations; a coordinator that the text does not list comes last
  const order = [...new Set([...named, ...reporting])].filter((name) => reporting.includes(name));
  return order.map((organisation) => ({
    organisation,
    region,
    asked: chosen.flatMap(({ plan, indicators }) => {
      const own = indicators.filter((indicator) => reporterOf(plan, indicator) === organisation);
      return own.length > 0 ? [{ plan, indicators: own }] : [];
    }),
  }));
}

function askedOf(plans: readonly Plan[], choose: (plan: Plan) => Indicator[]) {
  return plans.flatMap((plan) => {
    const indicators = choose(plan);
    return indicators.length > 0 ? [{ plan, indicators }] : [];
  });
}
