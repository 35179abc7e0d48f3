import type { Plan, PlanRule } from '../../plan/schema';
import { fill, type Fillings, type Text } from '../../plan/text';
import { beyondExcel, DEEPEST_FORMULA, LONGEST_FORMULA, overlongNumber } from '../excel-limits';
import type { Condition, Expression } from '../expression';
import { entriesIn, expressionParts, sumsRegions } from '../expression-parts';
import { placesIn } from '../message';
import { columnOf, parseCondition } from '../parse';
import { bindRelation, bindRowRule, unifyWith } from './bind';
import { checkComputedItems } from './computed-items';
import { messagesTooLong } from './message-length';
import { planRuleMessages as messages } from './messages';
import { planNames, type Names } from './names';
import { inRule, selectionProblems, type PlanRuleProblem } from './problem';
import { isRowPlace, relationsOf } from './relations';
import { rowsSelected, type SelectedRow } from './selection';
import { checkSettings } from './settings';

/**
 * What is wrong with a plan's own rules, its changes to the catalogue and its computed items: their
 * text, names that the plan does not have, units that do not meet, what no spreadsheet can say.
 */
export function checkPlanRules(plan: Plan): PlanRuleProblem[] {
  const names = planNames(plan);
  return [
    ...checkComputedItems(plan),
    ...plan.rules.flatMap((rule, index) =>
      problemsOf(plan, rule, names).map(({ path, detail }) =>
        inRule(`rules[${index}].${path}`, rule.id, detail),
      ),
    ),
    ...checkSettings(plan, names),
    ...messagesTooLong(plan),
  ];
}

interface Problem {
  readonly path: string;
  readonly detail: Text;
}

function problemsOf(plan: Plan, rule: PlanRule, names: Names): Problem[] {
  const parsed = parseCondition(rule.assert);
  if (!parsed.ok) return [{ path: 'assert', detail: parsed.problem.message }];
  const { condition } = parsed;
  const inText = [
    ...expressionParts(condition).flatMap((part) => nameProblem(part, rule, names) ?? []),
    ...digitProblems(condition),
  ];
  const selected = rule.rows ? rowsSelected(plan, rule.rows) : null;
  const inRows = rule.rows && selected ? selectionProblems(rule.rows, selected, names) : [];
  const found = [
    ...inText.map((detail) => ({ path: 'assert', detail })),
    ...inRows.map((detail) => ({ path: 'rows', detail })),
    ...placeProblems(rule, condition),
  ];
  if (found.length > 0) return found;
  const inSheet = selected
    ? rowRuleProblem(condition, selected, names)
    : relationProblem(plan, rule, condition, names);
  return inSheet ? [{ path: 'assert', detail: inSheet }] : [];
}

/** What a rule may not name at all. */
function nameProblem(part: Expression, rule: PlanRule, names: Names): Text | null {
  const at = (message: Text, found: string) => fill(message, { column: columnOf(part), found });
  switch (part.type) {
    case 'figure':
      return rule.rows ? null : at(messages.rowFigure, part.name);
    case 'text-is':
    case 'empty':
      return rule.rows ? null : at(messages.rowFigure, part.figure);
    case 'entry':
    case 'earlier': {
      const named = names(part.id);
      if (!named) return at(messages.unknownName, part.id);
      return named.isMilestone ? at(messages.noStatus, part.id) : null;
    }
    case 'sum-by-region':
      return rule.rows ? at(messages.regionsInRow, '') : null;
    case 'number':
    case 'arithmetic':
    case 'call':
    case 'if':
    case 'boolean':
    case 'comparison':
    case 'blank':
    case 'and':
    case 'or':
    case 'not':
      return null;
  }
}

function digitProblems(condition: Condition): Text[] {
  const number = overlongNumber(condition);
  return number ? [fill(messages.tooManyDigits, { column: columnOf(number) })] : [];
}

function placeProblems(rule: PlanRule, condition: Condition): Problem[] {
  const known = new Set([...entriesIn(condition), 'raw', 'name', 'unit']);
  return (['zh', 'en'] as const).flatMap((language) =>
    placesIn(rule.message[language])
      .filter((place) => !known.has(place) && !(rule.rows && isRowPlace(place)))
      .map((place) => ({
        path: `message.${language}`,
        detail: fill(messages.unknownPlace, fillingsFor(place)),
      })),
  );
}

/** The message names its own places, which are to be shown as they are. */
function fillingsFor(place: string): Fillings {
  const own = ['raw', 'name', 'unit', 'actual'].map((name) => [name, `{${name}}`] as const);
  return { ...Object.fromEntries(own), found: `{${place}}` };
}

function rowRuleProblem(
  condition: Condition,
  selected: readonly SelectedRow[],
  names: Names,
): Text | null {
  const figure = expressionParts(condition).find(({ type }) => type === 'figure');
  const milestone = selected.find(({ isMilestone }) => isMilestone);
  if (figure?.type === 'figure' && milestone)
    return fill(messages.milestoneFigure, {
      column: columnOf(figure),
      found: figure.name,
      name: milestone.name,
    });
  for (const measureUnit of new Set(selected.map((row) => row.measureUnit))) {
    const unified = unifyWith(condition, names, measureUnit);
    if (!unified.ok) return unified.message;
    const fires = bindRowRule(condition, names, measureUnit);
    const beyond = fires && tooMuch(fires);
    if (beyond) return beyond;
  }
  return null;
}

function relationProblem(
  plan: Plan,
  rule: PlanRule,
  condition: Condition,
  names: Names,
): Text | null {
  if (entriesIn(condition).length === 0) return messages.namesNothing;
  const unified = unifyWith(condition, names, '');
  if (!unified.ok) return unified.message;
  // judged by the round, whose arithmetic has no such limits
  if (sumsRegions(condition)) return null;
  const [relation] = relationsOf({ id: plan.id, rules: [rule] }, names);
  const bound = relation && bindRelation(relation, names);
  return bound ? tooMuch(bound.fires) : null;
}

function tooMuch(fires: Condition): Text | null {
  const beyond = beyondExcel(fires);
  switch (beyond?.is) {
    case undefined:
      return null;
    case 'tooLong':
      return fill(messages.formulaTooLong, { length: beyond.found, limit: LONGEST_FORMULA });
    case 'tooDeep':
      return fill(messages.formulaTooDeep, { depth: beyond.found, limit: DEEPEST_FORMULA });
  }
}
