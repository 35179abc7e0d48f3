import { comparePeriods, elapsedMonths, endMonth, parsePeriod, type Period } from '../plan/period';
import type { History } from './entry';
import type { PastFigure } from './round';

/** An older figure is no “last” one any more. */
const OLDEST_MONTHS = 12;

interface Known {
  readonly period: Period;
  readonly written: string;
  readonly value: number;
}

/** The figures accepted in earlier rounds, as new blanks ask for them. */
export function historyOf(figures: readonly PastFigure[]): History {
  const rows = new Map<string, Known[]>();
  for (const { key, organisation, region, period: written, value } of figures) {
    const period = parsePeriod(written);
    if (!period || value === null) continue;
    const place = placeOf(key, organisation, region);
    const known = rows.get(place) ?? [];
    rows.set(place, known);
    known.push({ period, written, value });
  }
  return {
    figure: (key, organisation, region, period) =>
      rows.get(placeOf(key, organisation, region))?.find(({ written }) => written === period)
        ?.value ?? null,
    latest: (key, organisation, region, before) => {
      const earlier = (rows.get(placeOf(key, organisation, region)) ?? []).filter(
        ({ period }) => comparePeriods(period, before) < 0 && isRecent(period, before),
      );
      const isLike = ({ period }: Known) => Number(period.granularity === before.granularity);
      earlier.sort(
        (left, right) => comparePeriods(right.period, left.period) || isLike(right) - isLike(left),
      );
      const [last] = earlier;
      return last ? { period: last.written, value: last.value } : null;
    },
  };
}

function isRecent(period: Period, before: Period): boolean {
  return elapsedMonths(period.year, before) - endMonth(period) <= OLDEST_MONTHS;
}

function placeOf(key: string, organisation: string, region: string | null): string {
  return JSON.stringify([key, organisation, region]);
}
