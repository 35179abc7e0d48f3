import { z } from 'zod';
import { itemsOf } from './check';
import { conversionFactor } from './measure-unit';
import { planMessages } from './messages';
import type { Indicator, Plan } from './schema';
import { fill, type Text } from './text';

const figure = z
  .string()
  .regex(/^[a-z0-9-]+\/(item\.)?[a-z0-9-]+$/, 'plan/indicator or plan/item.id');

/** 一数一源: which indicators and items of different plans are the same figure, as a person declares. */
export const linksSchema = z.strictObject({
  schemaVersion: z.literal(1),
  shared: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
      name: z.string().min(1),
      /** The same subject, scope and way of counting; units may differ by a power of ten. */
      members: z.array(figure).min(2),
      note: z.string().nullable(),
    }),
  ),
  /** Figures that look the same and are not, with the reason, so that nobody links them. */
  lookAlikes: z.array(
    z.strictObject({ members: z.array(figure).min(2), reason: z.string().min(1) }),
  ),
});

export type Links = z.infer<typeof linksSchema>;

/** A figure that several plans of a round use. */
export interface SharedFigure {
  readonly id: string;
  readonly members: readonly SharedMember[];
}

export interface SharedMember {
  /** The figure's row: plan-id/indicator-id or plan-id/item.item-id. */
  readonly key: string;
  readonly measureUnit: string;
  /** Whether the figure is an indicator of its own, with a target, or an item behind others. */
  readonly isIndicator: boolean;
}

/** The figures shared between these plans; those whose other plans are not among them are left out. */
export function sharedFigures(links: Links, plans: readonly Plan[]): SharedFigure[] {
  return links.shared.flatMap(({ id, members }) => {
    const found = members.flatMap((key) => memberOf(key, plans) ?? []);
    return found.length > 1 ? [{ id, members: found }] : [];
  });
}

export interface LinkProblem {
  readonly id: string;
  readonly message: Text;
}

/** What a links file gets wrong against these plans: members that do not exist, units that measure different things. */
export function checkLinks(links: Links, plans: readonly Plan[]): LinkProblem[] {
  const ids = new Set(plans.map(({ id }) => id));
  const problems: LinkProblem[] = [];
  const groups = [...links.shared, ...links.lookAlikes.map(({ members }) => ({ id: '', members }))];
  const seen = new Map<string, string>();
  for (const { id, members } of groups)
    for (const key of members) {
      const isAtHand = ids.has(key.slice(0, key.indexOf('/')));
      if (isAtHand && !memberOf(key, plans))
        problems.push({ id, message: fill(planMessages.linkUnknown, { id, key }) });
      if (id === '') continue;
      if (seen.has(key)) problems.push({ id, message: fill(planMessages.linkTwice, { id, key }) });
      seen.set(key, id);
    }
  for (const { id, members } of sharedFigures(links, plans)) {
    const [first, ...others] = members;
    for (const other of others)
      if (conversionFactor(first!.measureUnit, other.measureUnit) === null)
        problems.push({
          id,
          message: fill(planMessages.linkUnits, {
            id,
            left: `${first!.key}（${first!.measureUnit}）`,
            right: `${other.key}（${other.measureUnit}）`,
          }),
        });
  }
  return problems;
}

/**
 * The plans with a reporter for what no lead was named for: an indicator that uses a shared figure
 * goes to the organisation that reports the figure for another plan, so that nobody else is asked for it.
 */
export function withSharedLeads(plans: readonly Plan[], shared: readonly SharedFigure[]): Plan[] {
  const leads = new Map<SharedFigure, string>();
  for (const group of shared)
    for (const plan of plans)
      for (const indicator of plan.indicators)
        if (indicator.leadUnit !== null && !leads.has(group) && uses(plan, indicator, group))
          leads.set(group, indicator.leadUnit);
  // where no plan names a lead, the first plan's coordinator reports for the others, too
  for (const group of shared) {
    const first = plans.find((plan) => plan.indicators.some((one) => uses(plan, one, group)));
    if (first && !leads.has(group)) leads.set(group, first.coordinator);
  }
  return plans.map((plan) => {
    const named = new Set(plan.organisations.map(({ name }) => name));
    const added = new Set<string>();
    const indicators = plan.indicators.map((indicator): Indicator => {
      if (indicator.leadUnit !== null) return indicator;
      const group = shared.find(
        (candidate) => leads.has(candidate) && uses(plan, indicator, candidate),
      );
      const leadUnit = group && leads.get(group);
      if (leadUnit === undefined) return indicator;
      if (!named.has(leadUnit)) added.add(leadUnit);
      return { ...indicator, leadUnit, responsibility: 'inferred' };
    });
    const organisations = [...added].map((name) => ({ name, aliases: [] }));
    return { ...plan, indicators, organisations: [...plan.organisations, ...organisations] };
  });
}

function uses(plan: Plan, indicator: Indicator, { members }: SharedFigure): boolean {
  const keys = [indicator.id, ...itemsOf(indicator).map((id) => `item.${id}`)];
  return members.some(({ key }) => keys.some((own) => key === `${plan.id}/${own}`));
}

function memberOf(key: string, plans: readonly Plan[]): SharedMember | null {
  const [planId, id] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)];
  const plan = plans.find((candidate) => candidate.id === planId);
  if (!plan) return null;
  const isIndicator = !id.startsWith('item.');
  const found = isIndicator
    ? plan.indicators.find((indicator) => indicator.id === id)
    : plan.items.find((item) => `item.${item.id}` === id);
  return found ? { key, measureUnit: found.measureUnit, isIndicator } : null;
}
