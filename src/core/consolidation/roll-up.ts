import type { Indicator } from '../plan/schema';
import { fill, verbatim, type Text } from '../plan/text';
import { reasonText } from '../rule/progress/messages';
import { roundTo } from '../rule/rounding';
import type { Fact, IssuedWorkbook } from './consolidation';
import { withoutTail } from './decimals';
import type { Figure } from './figure';
import { causeLabels, rollUpMessages } from './messages';
import { listed, sentences } from './wording';

/** How the figures of regions make the whole. */
export type Method = 'sum' | 'ratio' | 'max';

/** What one region says of an indicator. */
export interface RegionFigure {
  readonly region: string;
  readonly workbook: IssuedWorkbook;
  readonly figure: Figure;
}

/** What the regions make together. */
export interface RollUp {
  readonly method: Method;
  /** In the indicator's measureUnit; null with a reason. */
  readonly value: number | null;
  /** Why there is no value, or what it leaves out; null where nothing needs saying. */
  readonly reason: Text | null;
  readonly contributing: readonly RegionFigure[];
  /** Regions asked without a figure that counts. */
  readonly missing: readonly RegionFigure[];
  /** Regions that have nothing to report and said why; the whole is complete without them. */
  readonly notApplicable: readonly RegionFigure[];
  readonly sources: readonly Fact[];
}

/**
 * The way an indicator rolls up, or null where its regions do not make the whole. A ratio computed
 * from items is always Σ÷Σ, never a sum or an average of percentages; a growth from levels has no Σ.
 */
export function methodOf({ kind, rollUp, collect }: Indicator): Method | null {
  if (kind === 'milestone' || rollUp === 'none') return null;
  if (rollUp === 'max') return 'max';
  switch (collect.method) {
    case 'direct':
      return rollUp === 'sum' ? 'sum' : null;
    case 'ratio':
      return 'ratio';
    case 'average-growth':
      return null;
  }
}

/**
 * Rolls up the figures of regions: Σ, the maximum, or Σnumerator ÷ Σdenominator × scale rounded to the
 * indicator's precision as a derived row is. Missing regions are left out and named in the reason.
 */
export function rollUp(
  indicator: Indicator,
  method: Method,
  regions: readonly RegionFigure[],
): RollUp {
  const isContributing = ({ figure }: RegionFigure) =>
    figure.is === 'counted' || (method === 'ratio' && figure.sources.length > 0);
  const isNotApplicable = ({ figure }: RegionFigure) =>
    figure.is === 'absent' && figure.cause === 'not-applicable';
  const contributing = regions.filter(isContributing);
  const notApplicable = regions.filter(isNotApplicable);
  const missing = regions.filter((region) => !isContributing(region) && !isNotApplicable(region));
  const value = combine(indicator, method, contributing);
  const parts = { method, value, contributing, missing, notApplicable };
  return {
    ...parts,
    reason: reasonOf(indicator, parts),
    sources: value === null ? [] : contributing.flatMap(({ figure }) => figure.sources),
  };
}

/** The sum; null where it is too large to be one. */
export function total(values: readonly number[]): number | null {
  const sum = values.reduce((left, right) => left + right, 0);
  return Number.isFinite(sum) ? withoutTail(sum) : null;
}

/** Σnumerator ÷ Σdenominator × scale to the indicator's precision; null where there is none. */
export function ratio(
  indicator: Indicator,
  numerators: readonly number[],
  denominators: readonly number[],
): number | null {
  const { collect, precision } = indicator;
  if (collect.method !== 'ratio')
    throw new Error(`indicator ${indicator.id} is no ratio: its plan was not checked`);
  const numerator = total(numerators);
  const denominator = total(denominators);
  if (numerator === null || denominator === null) return null;
  const value = roundTo((numerator / denominator) * collect.scale, precision);
  return Number.isFinite(value) ? value : null;
}

function combine(
  indicator: Indicator,
  method: Method,
  contributing: readonly RegionFigure[],
): number | null {
  if (contributing.length === 0) return null;
  const values = contributing.flatMap(({ figure }) =>
    figure.is === 'counted' && figure.value !== null ? [figure.value] : [],
  );
  switch (method) {
    case 'sum':
      return total(values);
    case 'max':
      return Math.max(...values);
    case 'ratio': {
      // the sources of a ratio are its numerator and its denominator, in this order
      const part = (index: number) =>
        contributing.map(({ figure }) => figure.sources[index]?.value ?? 0);
      return ratio(indicator, part(0), part(1));
    }
  }
}

function reasonOf(
  indicator: Indicator,
  { method, contributing, missing, notApplicable, value }: Omit<RollUp, 'reason' | 'sources'>,
): Text | null {
  const { partial, noRegion, denominatorZero } = rollUpMessages;
  const regions = [...contributing, ...missing, ...notApplicable];
  const about = (message: Text, named: readonly RegionFigure[]) =>
    fill(message, {
      total: regions.length,
      count: named.length,
      rest: contributing.length,
      list: listed(named.map(withCause)),
    });
  if (contributing.length === 0) return about(noRegion, regions);
  if (value === null)
    return method === 'ratio' ? denominatorZero : reasonText('out-of-range', indicator.target);
  return sentences([
    ...(missing.length > 0 ? [about(partial, missing)] : []),
    ...(notApplicable.length > 0 ? [about(rollUpMessages.notApplicable, notApplicable)] : []),
  ]);
}

/** 海曙区（未报送） */
function withCause({ region, figure }: RegionFigure): Text {
  const cause: Text = figure.is === 'absent' ? causeLabels[figure.cause] : verbatim('');
  return fill(rollUpMessages.cause, { region, cause });
}
