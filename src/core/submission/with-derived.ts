import { evaluateNumber } from '../rule/evaluate';
import { roundTo } from '../rule/rounding';
import { derivedExpression } from '../template/derivation';
import type { SubmittedEntry } from './submission';

/** Computes the rows that come from other rows; a row whose parts are missing stays blank. */
export function withDerived(entries: readonly SubmittedEntry[]): SubmittedEntry[] {
  const values = new Map(entries.map(({ entry, value }) => [entry.key, value]));
  return entries.map((submitted) => {
    const expression = derivedExpression(submitted.entry);
    if (!expression) return submitted;
    const value = evaluateNumber(expression, {
      number: () => null,
      text: () => '',
      entry: (key) => values.get(key) ?? null,
    });
    if (value === null) return submitted;
    return { ...submitted, state: 'value', value: roundTo(value, submitted.entry.precision) };
  });
}
