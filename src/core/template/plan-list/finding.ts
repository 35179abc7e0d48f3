import type { Text } from '../../plan/text';

/** A mistake in a plan list, at the cell where a person corrects it. */
export interface PlanListFinding {
  readonly sheet: string;
  readonly cell: string;
  readonly message: Text;
}
