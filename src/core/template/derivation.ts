import type { NumberExpression } from '../rule/expression';
import { entriesIn } from '../rule/expression-parts';
import { parseNumber } from '../rule/parse';
import type { Derivation, Entry } from './entry';

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
 * years = the period's year − the base year (conventions: 2020 → 2025 is n = 5). Computed: as the plan says.
 */
export function derivedExpression({
  derivation,
}: Pick<Entry, 'derivation'>): NumberExpression | null {
  if (!derivation) return null;
  switch (derivation.method) {
    case 'computed': {
      const parsed = parseNumber(derivation.expression);
      // a carrier that somebody wrote into may say anything
      return parsed.ok ? parsed.number : NOTHING;
    }
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

/** The keys of the rows that a derived row is computed from; none for a row that is typed in. */
export function rowsBehind(derivation: Derivation | null): string[] {
  switch (derivation?.method) {
    case undefined:
      return [];
    case 'ratio':
      return [derivation.numerator, derivation.denominator];
    case 'average-growth':
      return [derivation.level, derivation.base];
    case 'computed': {
      const expression = derivedExpression({ derivation: derivation });
      return expression ? entriesIn(expression) : [];
    }
  }
}
