import { evaluateNumber } from '../rule/evaluate';
import { roundTo } from '../rule/rounding';
import { derivedExpression } from '../template/derivation';
import type { SubmittedEntry } from './submission';

/** Computes the rows that come from other rows, typed or computed; a row whose parts are missing stays blank. */
export function withDerived(entries: readonly SubmittedEntry[]): SubmittedEntry[] {
  if (entries.every(({ entry }) => entry.derivation === null)) return [...entries];
  const rows = new Map(entries.map((submitted) => [submitted.entry.key, submitted]));
  const values = new Map<string, number | null>();
  const valueOf = (key: string): number | null => {
    const submitted = rows.get(key);
    if (!submitted) return null;
    const known = values.get(key);
    if (known !== undefined) return known;
    // a row that came back to itself would be blank
    values.set(key, null);
    const expression = derivedExpression(submitted.entry);
    const value = expression
      ? evaluateNumber(expression, { number: () => null, text: () => '', entry: valueOf })
      : submitted.value;
    const shown = expression && value !== null ? roundTo(value, submitted.entry.precision) : value;
    values.set(key, shown);
    return shown;
  };
  return entries.map((submitted) => {
    if (submitted.entry.derivation === null) return submitted;
    const value = valueOf(submitted.entry.key);
    return value === null ? submitted : { ...submitted, state: 'value', value };
  });
}
