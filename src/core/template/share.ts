import type { SharedFigure } from '../plan/links';
import { conversionFactor } from '../plan/measure-unit';
import type { NumberExpression } from '../rule/expression';
import { replaceInNumber } from '../rule/expression-parts';
import { parseNumber } from '../rule/parse';
import { print } from '../rule/print';
import type { Derivation, Entry } from './entry';

/** Another plan's row that a figure counts for, too. */
export interface Alias {
  readonly key: string;
  readonly measureUnit: string;
  /** What the figure is multiplied by to be in that row's unit. */
  readonly factor: number;
}

/** Makes one row of each figure that several plans ask for: it is asked once and counted for each. */
export function shareRows(rows: readonly Entry[], shared: readonly SharedFigure[]): Entry[] {
  const kept = new Map(rows.map((entry) => [entry.key, entry]));
  const moved = new Map<string, { to: string; factor: number }>();
  for (const group of groupsOf(rows, shared)) {
    // a row with a target of its own shows more than an item does
    const [main, ...others] = [...group].sort(
      (left, right) => Number(right.item === null) - Number(left.item === null),
    );
    if (!main) continue;
    const aliases = others.map(({ key, measureUnit }): Alias => {
      const factor = conversionFactor(main.measureUnit, measureUnit);
      if (factor === null) throw new Error(`${main.key} and ${key} were linked without a check`);
      kept.delete(key);
      moved.set(key, { to: main.key, factor });
      return { key, measureUnit, factor };
    });
    const serves = [...new Set(group.flatMap((entry) => entry.serves))];
    kept.set(main.key, { ...main, serves, aliases });
  }
  return [...kept.values()].map((entry) =>
    entry.derivation ? { ...entry, derivation: redirected(entry.derivation, moved) } : entry,
  );
}

/** The rows of one form that are the same figure; base-year levels go with their item. */
function groupsOf(rows: readonly Entry[], shared: readonly SharedFigure[]): Entry[][] {
  const group = new Map<string, string>();
  for (const { id, members } of shared) for (const { key } of members) group.set(key, id);
  const found = new Map<string, Entry[]>();
  for (const entry of rows) {
    if (entry.derivation) continue;
    const [, key = entry.key, year = ''] = /^(.*?)(\.\d{4})?$/.exec(entry.key) ?? [];
    const id = group.get(key);
    if (id !== undefined) found.set(id + year, [...(found.get(id + year) ?? []), entry]);
  }
  return [...found.values()].filter((entries) => entries.length > 1);
}

function redirected(
  derivation: Derivation,
  moved: ReadonlyMap<string, { to: string; factor: number }>,
): Derivation {
  const to = (key: string) => moved.get(key)?.to ?? key;
  const factor = (key: string) => moved.get(key)?.factor ?? 1;
  switch (derivation.method) {
    case 'computed': {
      const parsed = parseNumber(derivation.expression);
      if (!parsed.ok) throw new Error(`${derivation.expression} was not checked`);
      const moving = replaceInNumber(parsed.number, (part) => {
        if (part.type !== 'entry') return part;
        return times({ type: 'entry', id: to(part.id) }, factor(part.id));
      });
      return { method: 'computed', expression: print(moving) };
    }
    case 'ratio': {
      const { numerator, denominator, scale } = derivation;
      return {
        method: 'ratio',
        numerator: to(numerator),
        denominator: to(denominator),
        scale: (scale * factor(numerator)) / factor(denominator),
      };
    }
    case 'average-growth': {
      // the level may have moved to a row in another unit while the base stayed where it was
      const { level, base } = derivation;
      const scaled = (derivation.factor * factor(level)) / factor(base);
      return { ...derivation, level: to(level), base: to(base), factor: scaled };
    }
  }
}

/** Divided rather than multiplied by a fraction: a power of ten is exact, its inverse is not. */
function times(left: NumberExpression, factor: number): NumberExpression {
  if (factor === 1) return left;
  const isUp = factor > 1;
  const value = isUp ? factor : Math.round(1 / factor);
  return {
    type: 'arithmetic',
    operator: isUp ? '*' : '/',
    left,
    right: { type: 'number', value },
  };
}
