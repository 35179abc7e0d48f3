import fc from 'fast-check';
import {
  EARLIER_PERIODS,
  NUMBER_FIGURES,
  TEXT_FIGURES,
  type Condition,
  type NumberExpression,
} from '../../../src/core/rule/expression';

/** Figures as people report them: whole, or with up to two decimals. */
export const figureValues = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 100) },
  { weight: 3, arbitrary: fc.integer({ min: -20, max: 200 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0.5, 1, 2.5, 100, 12_345_678.9, 0.000_004) },
);

/** What may stand in a text column. */
export const textValues = fc.constantFrom(
  '',
  ' ',
  '\u3000',
  ' \u00a0 ',
  '\n',
  'value',
  'nil',
  'Value',
  '说明',
  ' 说明',
  '见附件《通报》',
  '0',
);

const literal = fc.oneof(figureValues, fc.integer({ min: 0, max: 3 })).map(
  // -0 prints as 0
  (value): NumberExpression => ({ type: 'number', value: value + 0 }),
);

/** Programs differ on absurd second arguments, which no rule has. */
const literalFrom = (...values: readonly number[]) =>
  fc.constantFrom(...values).map((value): NumberExpression => ({ type: 'number', value }));

/** Entry ids that the arbitraries name. */
export const ENTRIES = ['headline', 'a-plan/part.2'] as const;

const { number, condition } = fc.letrec<{ number: NumberExpression; condition: Condition }>(
  (tie) => {
    const operands = fc.array(tie('condition'), { minLength: 2, maxLength: 3 });
    return {
      number: fc.oneof(
        { maxDepth: 4, withCrossShrink: true, depthIdentifier: 'rule' },
        literal,
        fc.constantFrom(...NUMBER_FIGURES).map((name) => ({ type: 'figure' as const, name })),
        fc.constantFrom(...ENTRIES).map((id) => ({ type: 'entry' as const, id })),
        fc.record({
          type: fc.constant('earlier' as const),
          period: fc.constantFrom(...EARLIER_PERIODS),
          id: fc.constantFrom(...ENTRIES),
        }),
        fc.record({
          type: fc.constant('arithmetic' as const),
          operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
          left: tie('number'),
          right: tie('number'),
        }),
        fc.record({
          type: fc.constant('call' as const),
          name: fc.constantFrom('abs' as const, 'int' as const),
          arguments: fc.tuple(tie('number')),
        }),
        fc.record({
          type: fc.constant('call' as const),
          name: fc.constantFrom('min' as const, 'max' as const, 'sum' as const),
          arguments: fc.array(tie('number'), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({
          type: fc.constant('call' as const),
          name: fc.constant('round' as const),
          arguments: fc.tuple(tie('number'), literalFrom(-2, -1, 0, 1, 2, 4, 1.9)),
        }),
        fc.record({
          type: fc.constant('call' as const),
          name: fc.constant('power' as const),
          arguments: fc.tuple(tie('number'), literalFrom(-1, 0, 0.2, 0.5, 1, 2, 3)),
        }),
        fc.record({
          type: fc.constant('if' as const),
          condition: tie('condition'),
          then: tie('number'),
          otherwise: tie('number'),
        }),
      ),
      condition: fc.oneof(
        { maxDepth: 4, withCrossShrink: true, depthIdentifier: 'rule' },
        fc.record({
          type: fc.constant('text-is' as const),
          figure: fc.constantFrom(...TEXT_FIGURES),
          value: textValues,
        }),
        fc.constantFrom(...TEXT_FIGURES).map((figure) => ({ type: 'empty' as const, figure })),
        fc.boolean().map((value) => ({ type: 'boolean' as const, value })),
        fc.record({
          type: fc.constant('comparison' as const),
          operator: fc.constantFrom('<', '<=', '=', '<>', '>=', '>'),
          left: tie('number'),
          right: tie('number'),
        }),
        fc.record({ type: fc.constant('blank' as const), operand: tie('number') }),
        operands.map((list) => ({ type: 'and' as const, operands: list })),
        operands.map((list) => ({ type: 'or' as const, operands: list })),
        fc.record({ type: fc.constant('not' as const), operand: tie('condition') }),
      ),
    };
  },
);

export const numberExpressions: fc.Arbitrary<NumberExpression> = number;
export const conditions: fc.Arbitrary<Condition> = condition;

export { print } from '../../../src/core/rule/print';
