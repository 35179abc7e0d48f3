import type { Item, Plan } from '../../plan/schema';
import { fill, type Text } from '../../plan/text';
import type { NumberExpression } from '../expression';
import { entriesIn, expressionParts, replaceInNumber } from '../expression-parts';
import { columnOf, parseNumber } from '../parse';
import { print } from '../print';
import { unifyNumber } from '../units';
import { withKeys } from './bind';
import type { PlanRuleProblem } from './problem';
import { planRuleMessages as messages } from './messages';
import { itemNames, ownName, type Names } from './names';

/** What is wrong with items that compute themselves: text, names, units, or one that comes from itself. */
export function checkComputedItems(plan: Plan): PlanRuleProblem[] {
  const names = itemNames(plan);
  return plan.items.flatMap((item, index) => {
    const detail = problemOf(plan, item, names);
    const path = `items[${index}].compute`;
    return detail
      ? [
          {
            path,
            rule: item.id,
            detail,
            message: fill(messages.inItem, { path, rule: item.id, detail }),
          },
        ]
      : [];
  });
}

/**
 * How a computed item comes from other rows, in its own unit, as text of the rule language with full
 * keys. @throws where the plan was not checked
 */
export function computedText(item: Item, plan: Plan): string {
  const names = itemNames(plan);
  const parsed = parseNumber(item.compute ?? '');
  const unified = parsed.ok && unifyNumber(parsed.number, unitOf(names), item.measureUnit);
  if (!unified || !unified.ok) throw new Error(`item ${item.id} was not checked`);
  return print(replaceInNumber(unified.expression, withKeys(names)));
}

function problemOf(plan: Plan, item: Item, names: Names): Text | null {
  if (item.compute === undefined) return null;
  const parsed = parseNumber(item.compute);
  if (!parsed.ok) return parsed.problem.message;
  for (const part of expressionParts(parsed.number)) {
    const found = foreignName(part, names);
    if (found !== null) {
      const fillings = { column: columnOf(part), found };
      const isUnknown = part.type === 'entry' && !isIndicator(part.id, plan);
      return fill(isUnknown ? messages.unknownName : messages.onlyItems, fillings);
    }
  }
  const chain = circle(item.id, plan);
  if (chain)
    return fill(messages.circular, {
      column: columnOfItem(parsed.number, chain[1]!, plan),
      id: item.id,
      chain: chain.join(' → '),
    });
  const unified = unifyNumber(parsed.number, unitOf(names), item.measureUnit);
  return unified.ok ? null : unified.message;
}

/** What stands in a computation besides items of the plan, numbers and functions. */
function foreignName(
  part: ReturnType<typeof expressionParts>[number],
  names: Names,
): string | null {
  switch (part.type) {
    case 'figure':
      return part.name;
    case 'text-is':
    case 'empty':
      return part.figure;
    case 'earlier':
      return `${part.period}([${part.id}])`;
    case 'sum-by-region':
      return 'by region';
    case 'entry':
      return names(part.id) === null ? part.id : null;
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

function isIndicator(name: string, plan: Plan): boolean {
  return plan.indicators.some(({ id }) => id === ownName(name, plan.id));
}

/** The way from an item back to itself, or null. */
function circle(start: string, plan: Plan): string[] | null {
  const visited = new Set<string>();
  const follow = (id: string, way: readonly string[]): string[] | null => {
    for (const next of itemsBehind(id, plan)) {
      if (next === start) return [...way, next];
      if (visited.has(next)) continue;
      visited.add(next);
      const found = follow(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return follow(start, [start]);
}

/** The items that an item is computed from. */
export function itemsBehind(id: string, plan: Pick<Plan, 'id' | 'items'>): string[] {
  const compute = plan.items.find((item) => item.id === id)?.compute;
  const parsed = compute === undefined ? null : parseNumber(compute);
  if (!parsed?.ok) return [];
  return entriesIn(parsed.number).map((name) => plainId(name, plan.id));
}

function plainId(name: string, planId: string): string {
  const own = ownName(name, planId);
  return own.startsWith('item.') ? own.slice('item.'.length) : own;
}

function columnOfItem(number: NumberExpression, id: string, plan: Plan): number {
  const at = expressionParts(number).find(
    (part) => part.type === 'entry' && plainId(part.id, plan.id) === id,
  );
  return at ? columnOf(at) : 1;
}

function unitOf(names: Names) {
  return (named: Extract<NumberExpression, { type: 'figure' | 'entry' | 'earlier' }>): string =>
    named.type === 'figure' ? '' : (names(named.id)?.measureUnit ?? '');
}
