import { denial } from '../denial';
import type { Condition, Expression, NumberExpression } from '../expression';
import {
  entriesIn,
  expressionParts,
  replaceInCondition,
  replaceInNumber,
  type Replacement,
} from '../expression-parts';
import type { MessageValue } from '../rule';
import { unifyCondition, unifyNumber, type Unified, type UnitOf } from '../units';
import type { Named, Names } from './names';
import type { PlanRelation } from './relations';

/** A relation over the rows of a form or over the figures of a round, by their keys. */
export interface BoundRelation {
  readonly fires: Condition;
  readonly on: Named;
  /** Everything that it names, in its order. */
  readonly named: readonly Named[];
  readonly values: Readonly<Record<string, MessageValue>>;
}

/**
 * The relation with keys instead of ids, in comparable units, turned into when it fires: certainly
 * false, with every figure at hand. Null where units differ or a name is unknown, which a checked plan has not.
 */
export function bindRelation(relation: PlanRelation, names: Names): BoundRelation | null {
  const { assert } = relation;
  const ids = entriesIn(assert);
  const on = names(relation.on);
  const unified = unifyWith(assert, names, '');
  if (!on || !unified.ok || ids.some((id) => names(id) === null)) return null;
  const keyed = withKeys(names);
  const fires = guarded(replaceInCondition(unified.expression, keyed));
  const values = Object.entries(relation.values).map(([place, value]): [string, MessageValue] => {
    if ('nameOf' in value) return [place, { text: names(value.nameOf)?.name ?? '' }];
    const as = names(value.as);
    const shown = unifyNumber(value.number, unitsOf(names, ''), as?.measureUnit ?? '');
    const number = replaceInNumber(shown.ok ? shown.expression : value.number, keyed);
    return [place, { number, decimals: as?.precision ?? 0 }];
  });
  return { fires, on, named: ids.map((id) => names(id)!), values: Object.fromEntries(values) };
}

/** When a rule over one row fires: there is a figure, and the assertion is certainly false. */
export function bindRowRule(
  assert: Condition,
  names: Names,
  measureUnit: string,
): Condition | null {
  const unified = unifyWith(assert, names, measureUnit);
  if (!unified.ok || entriesIn(assert).some((id) => names(id) === null)) return null;
  const fires = guarded(replaceInCondition(unified.expression, withKeys(names)));
  const saysState = expressionParts(assert).some(
    (part) => part.type === 'text-is' && part.figure === 'state',
  );
  return saysState ? fires : { type: 'and', operands: [HAS_FIGURE, fires] };
}

/** The condition in comparable units, the row's own figures in this unit. */
export function unifyWith(
  assert: Condition,
  names: Names,
  measureUnit: string,
): Unified<Condition> {
  return unifyCondition(assert, unitsOf(names, measureUnit));
}

function unitsOf(names: Names, ofRow: string): UnitOf {
  return (named) => (named.type === 'figure' ? ofRow : (names(named.id)?.measureUnit ?? ''));
}

const HAS_FIGURE: Condition = {
  type: 'or',
  operands: [
    { type: 'text-is', figure: 'state', value: 'value' },
    { type: 'text-is', figure: 'state', value: 'nil' },
  ],
};

/** Names a row by its key, in the unit of the name. */
export function withKeys(names: Names): Replacement {
  return (part) => {
    if (part.type === 'figure') return part;
    const named = names(part.id);
    if (!named) return part;
    const keyed: NumberExpression = { ...part, id: named.key };
    return named.factor === 1
      ? keyed
      : {
          type: 'arithmetic',
          operator: '*',
          left: keyed,
          right: { type: 'number', value: named.factor },
        };
  };
}

/** The denial, only where every figure of other rows is there. */
function guarded(assert: Condition): Condition {
  const denied = denial(assert);
  const named = namedNumbers(assert);
  // a plain comparison is false by itself as soon as one of its figures is blank
  const isPlain =
    denied.type === 'comparison' && !expressionParts(denied).some(({ type }) => type === 'if');
  if (named.length === 0 || isPlain) return denied;
  const present = named.map((operand): Condition => ({
    type: 'not',
    operand: { type: 'blank', operand },
  }));
  return { type: 'and', operands: [...present, denied] };
}

/** The figures that an expression takes from elsewhere, each once. */
function namedNumbers(expression: Expression): NumberExpression[] {
  const found = new Map<string, NumberExpression>();
  const ofRegions = new Set<Expression>();
  for (const part of expressionParts(expression)) {
    if (ofRegions.has(part)) continue;
    if (part.type === 'sum-by-region') {
      for (const inner of expressionParts(part)) ofRegions.add(inner);
      found.set(JSON.stringify(part), part);
    } else if (part.type === 'entry' || part.type === 'earlier')
      found.set(JSON.stringify(part), part);
  }
  return [...found.values()];
}
