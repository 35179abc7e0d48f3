import type { Plan } from '../../plan/schema';

/** An indicator or an item that a rule names. */
export interface Named {
  /** plan-id/indicator-id or plan-id/item.item-id; in a form, the key of the row that reports it. */
  readonly key: string;
  readonly name: string;
  readonly measureUnit: string;
  readonly precision: number;
  readonly isMilestone: boolean;
  /** What the row's figure is multiplied by to be in measureUnit: 1 unless another plan's row reports it. */
  readonly factor: number;
}

/** Who is meant by [headline] or [plan-id/headline], an item also as [item.headline]; null for nobody known. */
export type Names = (id: string) => Named | null;

/** The names of a plan's items alone. */
export function itemNames(plan: Plan): Names {
  const known = knownItems(plan);
  return (id) => known.get(ownName(id, plan.id)) ?? null;
}

/** The names of a plan; an indicator comes before an item of the same id. */
export function planNames(plan: Plan): Names {
  const known = knownItems(plan);
  for (const { id, name, measureUnit, precision, kind } of plan.indicators) {
    const key = `${plan.id}/${id}`;
    const isMilestone = kind === 'milestone';
    known.set(id, { key, name, measureUnit, precision, isMilestone, factor: 1 });
  }
  return (id) => known.get(ownName(id, plan.id)) ?? null;
}

function knownItems(plan: Plan): Map<string, Named> {
  const known = new Map<string, Named>();
  for (const { id, name, measureUnit, precision } of plan.items) {
    const key = `${plan.id}/item.${id}`;
    const named = { key, name, measureUnit, precision, isMilestone: false, factor: 1 };
    known.set(id, named);
    known.set(`item.${id}`, named);
  }
  return known;
}

/** The id within its plan, of a name written in full or not. */
export function ownName(id: string, planId: string): string {
  return id.startsWith(`${planId}/`) ? id.slice(planId.length + 1) : id;
}
