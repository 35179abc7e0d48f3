import { scaledUnit } from '../plan/measure-unit';
import { fill, type Text } from '../plan/text';
import type { Condition, Expression, NumberExpression } from './expression';
import { ruleMessages } from './messages';
import { columnOf } from './parse';

/** The unit of a figure that an expression names; '' for one without. */
export type UnitOf = (
  named: Extract<NumberExpression, { type: 'figure' | 'entry' | 'earlier' }>,
) => string;

export type Unified<Checked> =
  | { readonly ok: true; readonly expression: Checked }
  | { readonly ok: false; readonly column: number; readonly message: Text };

/** The condition with figures of unlike scale converted (万元 and 亿元), or where unlike units meet. */
export function unifyCondition(condition: Condition, unitOf: UnitOf): Unified<Condition> {
  return attempt(() => conditionIn(condition, unitOf));
}

/** The number in this unit. */
export function unifyNumber(
  number: NumberExpression,
  unitOf: UnitOf,
  measureUnit: string,
): Unified<NumberExpression> {
  return attempt(() => {
    const found = measure(number, unitOf);
    const wanted = measureOf(measureUnit);
    if (!isAlike(found, wanted)) throw mismatch(number, found, wanted);
    return converted(found, wanted);
  });
}

/** What a number measures: powers of plain units times a scale. No powers at all is a plain number, which fits any unit. */
interface Measure {
  readonly scale: number;
  readonly powers: ReadonlyMap<string, number>;
  /** For a message. */
  readonly label: string;
}

interface Measured extends Measure {
  readonly number: NumberExpression;
}

class Mismatch extends Error {
  constructor(
    readonly column: number,
    readonly text: Text,
  ) {
    super(text.en);
  }
}

function attempt<Checked>(check: () => Checked): Unified<Checked> {
  try {
    return { ok: true, expression: check() };
  } catch (error) {
    if (error instanceof Mismatch) return { ok: false, column: error.column, message: error.text };
    throw error;
  }
}

const PLAIN: Measure = { scale: 1, powers: new Map(), label: '' };
/** A percentage is a plain number once something is multiplied by it; people write the 100 themselves. */
const PERCENT = '%';

/** 万元/人·年 is 10⁴ of 元, per 人, per 年. */
function measureOf(measureUnit: string): Measure {
  if (measureUnit === '') return PLAIN;
  const powers = new Map<string, number>();
  let scale = 1;
  measureUnit.split('/').forEach((part, index) => {
    const sign = index === 0 ? 1 : -1;
    for (const factor of part.split(/[·*]/)) {
      const unit = scaledUnit(factor.replace(/^[(（]|[)）]$/g, '').trim());
      scale *= unit.scale ** sign;
      if (unit.base !== '') powers.set(unit.base, (powers.get(unit.base) ?? 0) + sign);
    }
  });
  return { scale, powers, label: measureUnit };
}

function conditionIn(condition: Condition, unitOf: UnitOf): Condition {
  switch (condition.type) {
    case 'boolean':
    case 'text-is':
    case 'empty':
      return condition;
    case 'comparison': {
      const sides = [condition.left, condition.right].map((side) => measure(side, unitOf));
      const [left, right] = alike(condition, sides);
      return { ...condition, left: left!.number, right: right!.number };
    }
    case 'blank':
      return { ...condition, operand: measure(condition.operand, unitOf).number };
    case 'and':
    case 'or':
      return {
        ...condition,
        operands: condition.operands.map((part) => conditionIn(part, unitOf)),
      };
    case 'not':
      return { ...condition, operand: conditionIn(condition.operand, unitOf) };
  }
}

function measure(number: NumberExpression, unitOf: UnitOf): Measured {
  const inside = (part: NumberExpression) => measure(part, unitOf);
  switch (number.type) {
    case 'number':
      return { ...PLAIN, number };
    case 'figure':
    case 'entry':
    case 'earlier':
      return { ...measureOf(unitOf(number)), number };
    case 'sum-by-region': {
      const operand = inside(number.operand);
      return { ...operand, number: { ...number, operand: operand.number } };
    }
    case 'arithmetic': {
      const [left, right] = [inside(number.left), inside(number.right)];
      if (number.operator === '*' || number.operator === '/') return product(number, left, right);
      const [one, other] = alike(number, [left, right]);
      return { ...one!, number: { ...number, left: one!.number, right: other!.number } };
    }
    case 'call':
      return measureCall(number, number.arguments.map(inside));
    case 'if': {
      const condition = conditionIn(number.condition, unitOf);
      const [then, otherwise] = alike(number, [inside(number.then), inside(number.otherwise)]);
      const choice = { ...number, condition, then: then!.number, otherwise: otherwise!.number };
      return { ...then!, number: choice };
    }
  }
}

function measureCall(
  call: Extract<NumberExpression, { type: 'call' }>,
  values: readonly Measured[],
): Measured {
  const [first, second] = values;
  switch (call.name) {
    case 'abs':
    case 'int':
      return { ...first!, number: { ...call, arguments: [first!.number] } };
    case 'round':
      if (!isPlain(second!)) throw mismatch(call, second!, PLAIN);
      return { ...first!, number: { ...call, arguments: [first!.number, second!.number] } };
    case 'power': {
      const plain = values.map(withoutPercent);
      for (const value of plain) if (!isPlain(value)) throw mismatch(call, value, PLAIN);
      return { ...PLAIN, number: { ...call, arguments: values.map((value) => value.number) } };
    }
    case 'min':
    case 'max':
    case 'sum': {
      const parts = alike(call, values);
      return { ...parts[0]!, number: { ...call, arguments: parts.map((part) => part.number) } };
    }
  }
}

/** Where all units cancel, the number is turned into a plain one: 万元 ÷ 亿元 by ten thousandths. */
function product(
  number: Extract<NumberExpression, { type: 'arithmetic' }>,
  left: Measured,
  right: Measured,
): Measured {
  const whole: NumberExpression = { ...number, left: left.number, right: right.number };
  const sign = number.operator === '*' ? 1 : -1;
  if (isPlain(right)) return { ...left, number: whole };
  if (isPlain(left) && sign === 1) return { ...right, number: whole };
  const [one, other] = [withoutPercent(left), withoutPercent(right)];
  const powers = new Map(one.powers);
  for (const [unit, power] of other.powers) {
    const sum = (powers.get(unit) ?? 0) + sign * power;
    if (sum === 0) powers.delete(unit);
    else powers.set(unit, sum);
  }
  const scale = one.scale * other.scale ** sign;
  if (powers.size === 0) return { ...PLAIN, number: scaled(whole, scale) };
  const label = [one.label, other.label].filter((part) => part !== '').join(sign === 1 ? '·' : '/');
  return { scale, powers, label, number: whole };
}

function withoutPercent(measured: Measured): Measured {
  return measured.powers.has(PERCENT) ? { ...PLAIN, number: measured.number } : measured;
}

/** All of them in the coarsest of their units; plain numbers stay as they are. */
function alike(whole: Expression, values: readonly Measured[]): Measured[] {
  const known = values.filter((value) => !isPlain(value));
  const [first] = known;
  if (!first) return [...values];
  for (const value of known) if (!isAlike(first, value)) throw mismatch(whole, first, value);
  const coarsest = known.reduce((one, other) => (other.scale > one.scale ? other : one));
  const { scale, powers, label } = coarsest;
  return values.map((value) => ({ scale, powers, label, number: converted(value, coarsest) }));
}

function isPlain({ powers }: Measure): boolean {
  return powers.size === 0;
}

function isAlike(left: Measure, right: Measure): boolean {
  if (isPlain(left) || isPlain(right)) return true;
  return (
    left.powers.size === right.powers.size &&
    [...left.powers].every(([unit, power]) => right.powers.get(unit) === power)
  );
}

function converted(value: Measured, to: Measure): NumberExpression {
  return isPlain(value) || isPlain(to)
    ? value.number
    : scaled(value.number, value.scale / to.scale);
}

/** Divided rather than multiplied by a fraction: a power of ten is exact, its inverse is not. */
function scaled(number: NumberExpression, factor: number): NumberExpression {
  const power = Math.round(Math.log10(factor));
  if (power === 0) return number;
  const right: NumberExpression = { type: 'number', value: 10 ** Math.abs(power) };
  return { type: 'arithmetic', operator: power > 0 ? '*' : '/', left: number, right };
}

function mismatch(at: Expression, left: Measure, right: Measure): Mismatch {
  const column = columnOf(at);
  const nothing: Text = { zh: '无单位', en: 'no unit' };
  const unit = ({ label }: Measure) => (label === '' ? nothing : label);
  const fillings = { column, left: unit(left), right: unit(right) };
  return new Mismatch(column, fill(ruleMessages.unitMismatch, fillings));
}
