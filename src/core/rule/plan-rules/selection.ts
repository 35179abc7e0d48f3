import type { Kind, Plan, RowSelection } from '../../plan/schema';
import { ownName } from './names';

/** A row as a selection sees it. */
export interface SelectedRow {
  /** Within its plan: headline, or item.headline. */
  readonly id: string;
  readonly name: string;
  readonly kind: Kind | null;
  readonly measureUnit: string;
  readonly isMilestone: boolean;
}

/** Whether a row of the plan is selected; milestones only where they are asked for by id or kind. */
export function isSelected(selection: RowSelection, row: SelectedRow, planId: string): boolean {
  const { ids, kinds, measureUnits } = selection;
  const isNamed = (id: string) => {
    const own = ownName(id, planId);
    return own === row.id || `item.${own}` === row.id;
  };
  if (ids && !ids.some(isNamed)) return false;
  if (kinds && !(row.kind && kinds.includes(row.kind))) return false;
  if (measureUnits && !measureUnits.includes(row.measureUnit)) return false;
  return !row.isMilestone || ids !== undefined || kinds !== undefined;
}

/** The rows of a plan that a selection means; vision wording has none. */
export function rowsSelected(plan: Plan, selection: RowSelection): SelectedRow[] {
  return rowsOfPlan(plan).filter((row) => isSelected(selection, row, plan.id));
}

/** Everything of a plan that has a row in some form. */
export function rowsOfPlan(plan: Plan): SelectedRow[] {
  return [
    ...plan.items.map(({ id, name, measureUnit }) => ({
      id: `item.${id}`,
      name,
      kind: null,
      measureUnit,
      isMilestone: false,
    })),
    ...plan.indicators
      .filter(({ soft }) => !soft)
      .map(({ id, name, kind, measureUnit }) => ({
        id,
        name,
        kind,
        measureUnit,
        isMilestone: kind === 'milestone',
      })),
  ];
}
