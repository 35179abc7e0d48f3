import { comparePeriods, formatPeriod, parsePeriod, type Period } from '../plan/period';
import { assess } from '../rule/progress/assess';
import type { Status } from '../rule/progress/subject';
import { yardstick } from '../rule/progress/yardstick';
import { itemKey, subjectOf } from '../template/entry';
import type { PastFigure } from '../template/round';
import type { Consolidation, Fact, IndicatorResult } from './consolidation';
import { PastFigures } from './history';
import { methodOf, ratio, total } from './roll-up';

/** Where indicators stood in an earlier period, by the same yardstick. */
export interface LastPeriod {
  readonly period: Period;
  /** Of the indicators that have a figure and a judgement in both periods, and no other. */
  readonly statuses: ReadonlyMap<IndicatorResult, Status>;
}

/**
 * The latest period before this one that the history knows; null without one. A roll-up is compared only
 * where every row that it is made of now had a figure then, so that the two cover the same reporters.
 */
export function lastPeriod(
  consolidation: Consolidation,
  history: readonly PastFigure[],
): LastPeriod | null {
  const period = latestBefore(consolidation.period, history);
  if (!period) return null;
  const past = new PastFigures(history);
  const statuses = new Map<IndicatorResult, Status>();
  for (const result of consolidation.indicators) {
    const before = statusIn(period, result, past, consolidation.nearSchedule);
    if (before) statuses.set(result, before);
  }
  return { period, statuses };
}

function latestBefore(current: Period, history: readonly PastFigure[]): Period | null {
  const periods = [...new Set(history.map(({ period }) => period))]
    .flatMap((text) => parsePeriod(text) ?? [])
    .filter((period) => comparePeriods(period, current) < 0);
  const isLikeNow = ({ granularity }: Period) => Number(granularity === current.granularity);
  periods.sort((left, right) => comparePeriods(right, left) || isLikeNow(right) - isLikeNow(left));
  return periods[0] ?? null;
}

function statusIn(
  period: Period,
  result: IndicatorResult,
  past: PastFigures,
  nearSchedule: number,
): Status | null {
  const { plan, indicator, actual, progress } = result;
  if (actual === null || progress.status === 'not-assessable') return null;
  const before = figureIn(formatPeriod(period), result, past);
  const subject = subjectOf(plan, indicator, null);
  if (before === null || !subject) return null;
  const { status } = assess(yardstick(subject, period, { nearSchedule }), before);
  return status === 'not-assessable' ? null : status;
}

function figureIn(period: string, result: IndicatorResult, past: PastFigures): number | null {
  const { id, composition, sources, missingRegions } = result;
  const [first] = sources;
  if (!first) return null;
  if (composition !== 'rolled-up') return past.find(id, first, period);
  return missingRegions.length > 0 ? null : rolledUpIn(period, result, past);
}

function rolledUpIn(
  period: string,
  { plan, indicator, sources }: IndicatorResult,
  past: PastFigures,
): number | null {
  const valuesOf = (facts: readonly Fact[]): number[] | null => {
    const values = facts.map((fact) => past.find(fact.key, fact, period));
    return values.every((value) => value !== null) && values.length > 0 ? values : null;
  };
  switch (methodOf(indicator)) {
    case 'sum': {
      const values = valuesOf(sources);
      return values && total(values);
    }
    case 'max': {
      const values = valuesOf(sources);
      return values && Math.max(...values);
    }
    case 'ratio': {
      if (indicator.collect.method !== 'ratio') return null;
      const numerator = itemKey(plan.id, indicator.collect.numerator);
      const numerators = valuesOf(sources.filter(({ key }) => key === numerator));
      const denominators = valuesOf(sources.filter(({ key }) => key !== numerator));
      return numerators && denominators && ratio(indicator, numerators, denominators);
    }
    case null:
      return null;
  }
}
