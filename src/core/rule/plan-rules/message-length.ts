import type { Plan, PlanRule } from '../../plan/schema';
import { fill } from '../../plan/text';
import { LONGEST_FORMULA } from '../excel-limits';
import { entriesIn } from '../expression-parts';
import { placesIn } from '../message';
import { parseCondition } from '../parse';
import type { PlanRuleProblem } from './problem';
import { planRuleMessages } from './messages';
import { isSelected, rowsOfPlan } from './selection';

/** What the messages of the catalogue take on one row, all of them. */
const OF_CATALOGUE = 4000;
/** What a place of a message becomes: a rounded figure with its guard. */
const OF_PLACE = 150;

/** The rows on which a plan's own messages do not fit into one formula of the check column. */
export function messagesTooLong(plan: Plan): PlanRuleProblem[] {
  const own = plan.rules.map((rule) => ({ rule, length: lengthOf(rule), on: firstId(rule) }));
  return rowsOfPlan(plan).flatMap((row) => {
    const concerned = own.filter(({ rule, on }) =>
      rule.rows
        ? isSelected(rule.rows, row, plan.id)
        : on !== null && isSelected({ ids: [on] }, row, plan.id),
    );
    const total = concerned.reduce((sum, { length }) => sum + length, OF_CATALOGUE);
    if (total <= LONGEST_FORMULA) return [];
    const detail = fill(planRuleMessages.messagesTooLong, { name: row.name });
    return [{ path: 'rules', rule: null, detail, message: detail }];
  });
}

function lengthOf({ message, assert }: PlanRule): number {
  const inLanguage = (wording: string) =>
    // quotation marks are doubled, long texts cut into pieces
    wording.length * 1.1 + (placesIn(wording).length + named(assert).length * 2) * OF_PLACE;
  return Math.max(inLanguage(message.zh), inLanguage(message.en));
}

function firstId({ assert }: PlanRule): string | null {
  return named(assert)[0] ?? null;
}

function named(assert: string): string[] {
  const parsed = parseCondition(assert);
  return parsed.ok ? entriesIn(parsed.condition) : [];
}
