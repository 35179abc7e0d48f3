import type { RowSelection } from '../../plan/schema';
import { fill, type Text } from '../../plan/text';
import { planRuleMessages as messages } from './messages';
import type { Names } from './names';
import type { SelectedRow } from './selection';

/** A rule of a plan file that cannot be applied; `path` points into the JSON. */
export interface PlanRuleProblem {
  readonly path: string;
  /** The id of the rule, or of the item, that is wrong; null where it is about several. */
  readonly rule: string | null;
  /** What is wrong, without saying where. */
  readonly detail: Text;
  /** Names the path and the rule, and in a rule's text the column. */
  readonly message: Text;
}

/** A problem that names its rule. */
export function inRule(path: string, rule: string, detail: Text): PlanRuleProblem {
  return { path, rule, detail, message: fill(messages.inRule, { path, rule, detail }) };
}

/** Ids that nobody has, or a selection that no row meets. */
export function selectionProblems(
  rows: RowSelection,
  selected: readonly SelectedRow[],
  names: Names,
): Text[] {
  const unknown = (rows.ids ?? []).filter((id) => !names(id));
  if (unknown.length > 0) return unknown.map((found) => fill(messages.unknownRow, { found }));
  return selected.length === 0 ? [messages.selectsNothing] : [];
}
