import type { Fact, IndicatorResult } from '../consolidation/consolidation';
import { evaluateNumber } from '../rule/evaluate';
import { quote } from '../rule/excel-formula';
import { roundTo } from '../rule/rounding';
import { derivedExpression } from '../template/derivation';
import { entriesOf, fullName, itemKey, type Derivation as Derived } from '../template/entry';
import { dataColumns, lettersOf } from './column-labels';
import type { ReportContext } from './context';
import { reportMessages } from './messages';

/** A way to compute a figure from the sheet 数据, and what it gives. */
interface Derivation {
  readonly formula: string;
  readonly value: number | null;
}

/** Arguments that MAX and SUM take everywhere. */
const MOST_ARGUMENTS = 250;
/** Relative difference within which two sums of the same figures agree. */
const SAME = 1e-9;

/**
 * How a figure comes out of 数据, as a formula: one cell, a computation over items, or Σ, Σ÷Σ or the
 * maximum over regions. Null where no such formula gives the figure, which then stands as a value.
 * @param sources the counted facts behind the figure
 */
export function actualFormula(
  result: IndicatorResult,
  actual: number | null,
  sources: readonly Fact[],
  context: ReportContext,
): string | null {
  if (actual === null || sources.length === 0) return null;
  const { precision } = result.indicator;
  for (const { formula, value } of derivations(result, sources, context)) {
    if (value === null) continue;
    if (agree(value, actual)) return formula;
    if (agree(roundTo(value, precision), actual)) return `ROUND(${formula},${precision})`;
  }
  return null;
}

/** The place of a fact's figure on 数据, absolute: sorting another sheet must not move it. */
export function factCell(fact: Fact, { places }: ReportContext): string | null {
  const row = places.factRow(fact);
  return row === null ? null : `${places.sheet('data')}!$${lettersOf(dataColumns, 'value')}$${row}`;
}

/** Most telling first. */
function derivations(
  result: IndicatorResult,
  sources: readonly Fact[],
  context: ReportContext,
): Derivation[] {
  const [only] = sources;
  if (only && sources.length === 1 && only.value !== null) {
    const formula = factCell(only, context);
    return formula === null ? [] : [{ formula, value: only.value }];
  }
  const own = sources.filter(({ region }) => region === null);
  if (own.length > 0 || new Set(sources.map(({ region }) => region)).size === 1)
    return ofItems(result, own.length > 0 ? own : sources, context);
  switch (result.indicator.rollUp) {
    case 'none':
      return [];
    case 'sum':
      return [
        sumOfRegions(fullName(result.plan, result.indicator), context),
        over('SUM', sources, context),
      ];
    case 'max':
      return [over('MAX', sources, context)];
    case 'ratio':
      return ofSums(result, sources, context);
  }
}

/** The indicator's own computation over the items of one organisation. */
function ofItems(
  { plan, indicator }: IndicatorResult,
  sources: readonly Fact[],
  context: ReportContext,
): Derivation[] {
  const { period } = context.consolidation;
  const entry = entriesOf(plan, indicator, null, period).find(({ item }) => item === null);
  const expression = entry && derivedExpression(entry);
  if (!entry?.derivation || !expression) return [];
  const { file } = sources[0]!;
  // a figure that plans share is reported under another plan's key, and stands under this one's too
  const source = (key: string) =>
    sources.find((fact) => fact.key === key) ?? context.places.factAt(file, key);
  const cell = (key: string) => {
    const fact = source(key);
    return fact && factCell(fact, context);
  };
  const absent = (): never => {
    throw new Error('a derived figure is computed from entries alone');
  };
  const value = evaluateNumber(expression, {
    number: absent,
    text: absent,
    entry: (key) => source(key)?.value ?? null,
  });
  const formula = itemFormula(entry.derivation, cell);
  return formula === null ? [] : [{ formula, value }];
}

/** As a reader would check it; the cells are known to hold figures that it has a value for. */
function itemFormula(derivation: Derived, cell: (key: string) => string | null): string | null {
  switch (derivation.method) {
    case 'ratio': {
      const [numerator, denominator] = [cell(derivation.numerator), cell(derivation.denominator)];
      if (numerator === null || denominator === null) return null;
      return `${numerator}/${denominator}*${derivation.scale}`;
    }
    case 'average-growth': {
      const [level, base] = [cell(derivation.level), cell(derivation.base)];
      if (level === null || base === null) return null;
      return `(POWER(${level}/${base},1/${derivation.years})-1)*100`;
    }
    case 'computed':
      // an item; no indicator comes about in this way
      return null;
  }
}

/** Σ numerators ÷ Σ denominators × scale. */
function ofSums(
  { plan, indicator: { collect } }: IndicatorResult,
  sources: readonly Fact[],
  context: ReportContext,
): Derivation[] {
  if (collect.method !== 'ratio') return [];
  const keys = [
    itemKey(plan.id, collect.numerator),
    itemKey(plan.id, collect.denominator),
  ] as const;
  const divided = ([numerator, denominator]: readonly [Derivation, Derivation]): Derivation => ({
    formula: `${numerator.formula}/${denominator.formula}*${collect.scale}`,
    value:
      numerator.value === null || !denominator.value
        ? null
        : (numerator.value / denominator.value) * collect.scale,
  });
  const listed = (key: string) =>
    over(
      'SUM',
      sources.filter((fact) => fact.key === key),
      context,
    );
  return [
    divided([sumOfRegions(keys[0], context), sumOfRegions(keys[1], context)]),
    divided([listed(keys[0]), listed(keys[1])]),
  ];
}

/** The sum of all counted regional figures of a row. */
function sumOfRegions(key: string, { places, consolidation, say }: ReportContext): Derivation {
  const column = (id: keyof typeof dataColumns) =>
    places.column('data', lettersOf(dataColumns, id)) ?? '';
  const criteria = [
    `${column('key')},${quote(key)}`,
    `${column('counts')},${quote(say(reportMessages.yes))}`,
    `${column('region')},"<>"`,
  ];
  const facts = consolidation.facts.filter(
    (fact) => fact.key === key && fact.counts && fact.region !== null,
  );
  return { formula: `SUMIFS(${column('value')},${criteria.join(',')})`, value: sum(facts) };
}

/** A function over the very cells of these facts. */
function over(name: 'SUM' | 'MAX', facts: readonly Fact[], context: ReportContext): Derivation {
  const cells = facts.flatMap((fact) => factCell(fact, context) ?? []);
  const values = facts.flatMap(({ value }) => value ?? []);
  const isWhole = cells.length === facts.length && values.length === facts.length;
  const value = name === 'SUM' ? sum(facts) : Math.max(...values);
  return {
    formula: `${name}(${cells.join(',')})`,
    value: isWhole && cells.length > 0 && cells.length <= MOST_ARGUMENTS ? value : null,
  };
}

function sum(facts: readonly Fact[]): number {
  return facts.reduce((total, { value }) => total + (value ?? 0), 0);
}

function agree(left: number, right: number): boolean {
  return Math.abs(left - right) <= SAME * Math.max(1, Math.abs(left), Math.abs(right));
}
