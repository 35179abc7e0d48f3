import type { Period } from '../plan/period';
import type { Indicator, Plan } from '../plan/schema';
import { entriesOf, type Entry } from '../template/entry';
import { askedFor, type Filed } from './asked';
import type { IssuedWorkbook } from './consolidation';
import { figureIn, type Figure } from './figure';
import type { PastFigures } from './history';
import { methodOf, rollUp, type RegionFigure, type RollUp } from './roll-up';

/** A round with its counted submissions: where every figure is looked up. */
export interface RoundFacts {
  readonly period: Period;
  readonly nearSchedule: number;
  readonly issued: readonly IssuedWorkbook[];
  readonly filed: Filed;
  readonly history: PastFigures;
}

/** Everything that the workbooks of a round say of one indicator. */
export interface Reported {
  /** The indicator's own row, as the plan asks for it. */
  readonly entry: Entry;
  /** The reporter's figure for the whole; null where it was not asked. */
  readonly unit: Figure | null;
  readonly regions: readonly RegionFigure[];
  /** Null where regions were not asked or do not make the whole. */
  readonly rolled: RollUp | null;
}

/** Collects what was reported for an indicator, from its reporter and from regions. */
export function reportedFor(plan: Plan, indicator: Indicator, round: RoundFacts): Reported {
  const { issued, filed, period } = round;
  const entry = entriesOf(plan, indicator, null, period).at(-1)!;
  const asked = askedFor(plan, indicator, issued, filed);
  const figureOf = (workbook: IssuedWorkbook) =>
    figureIn(workbook, filed.get(workbook) ?? null, entry, indicator);
  const regions = asked.regions.map(({ region, workbook }) => ({
    region,
    workbook,
    figure: figureOf(workbook),
  }));
  const method = methodOf(indicator);
  return {
    entry,
    unit: asked.unit && figureOf(asked.unit),
    regions,
    rolled: method && regions.length > 0 ? rollUp(indicator, method, regions) : null,
  };
}
