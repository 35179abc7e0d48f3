import type { NumberExpression } from '../rule/expression';
import type { Entry } from './entry';

const entry = (id: string): NumberExpression => ({ type: 'entry', id });
const constant = (value: number): NumberExpression => ({ type: 'number', value });
const arithmetic = (
  left: NumberExpression,
  operator: '+' | '-' | '*' | '/',
  right: NumberExpression,
): NumberExpression => ({ type: 'arithmetic', operator, left, right });

/** Blank, in the code as in the sheet. */
const NOTHING = arithmetic(constant(1), '/', constant(0));

/**
 * How a derived row's figure comes from the rows behind it; null for a row that is typed in.
 * Ratio: numerator ÷ denominator × scale. Average growth: ((level ÷ base)^(1 ÷ years) − 1) × 100,
 * years = the period's year − the base year (conventions: 2020 → 2025 is n = 5).
 */
export function derivedExpression({ derivation }: Entry): NumberExpression | null {
  if (!derivation) return null;
  switch (derivation.method) {
    case 'ratio':
      return arithmetic(
        arithmetic(entry(derivation.numerator), '/', entry(derivation.denominator)),
        '*',
        constant(derivation.scale),
      );
    case 'average-growth': {
      if (derivation.years <= 0) return NOTHING;
      const { level, base, factor } = derivation;
      const inUnitOfBase =
        factor === 1 ? entry(level) : arithmetic(entry(level), '*', constant(factor));
      const ratio = arithmetic(inUnitOfBase, '/', entry(base));
      // a growth needs two positive levels; a division by zero leaves it blank
      const positive: NumberExpression = {
        type: 'if',
        condition: {
          type: 'comparison',
          operator: '>',
          left: ratio,
          right: constant(0),
        },
        then: ratio,
        otherwise: NOTHING,
      };
      const root: NumberExpression = {
        type: 'call',
        name: 'power',
        arguments: [positive, constant(1 / derivation.years)],
      };
      return arithmetic(arithmetic(root, '-', constant(1)), '*', constant(100));
    }
  }
}
