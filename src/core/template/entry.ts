import { itemsOf } from '../plan/check';
import { elapsedMonths, endMonth, parsePeriod, type Period } from '../plan/period';
import type { Indicator, Item, Plan } from '../plan/schema';
import { computedText, itemsBehind } from '../rule/plan-rules/computed-items';
import type { Subject } from '../rule/progress/subject';
import type { RowAccumulation } from '../rule/row';
import type { Alias } from './share';

/** How a row that nobody types into gets its figure; the keys are those of other rows. */
export type Derivation =
  | {
      readonly method: 'ratio';
      readonly numerator: string;
      readonly denominator: string;
      readonly scale: number;
    }
  | {
      readonly method: 'average-growth';
      readonly level: string;
      readonly base: string;
      /** What the level is multiplied by to be in the base's unit: 1 unless it is another plan's row. */
      readonly factor: number;
      /** Years from the base year to the period's year. */
      readonly years: number;
    }
  /** In the rule language, other rows named by their keys and converted to this row's unit. */
  | { readonly method: 'computed'; readonly expression: string };

/**
 * One row of the form: a figure to enter, or one that computes itself.
 * Carried inside the workbook, so that it can be read back without the plan.
 */
export interface Entry {
  /** plan-id/indicator-id, or plan-id/item.item-id, or plan-id/item.item-id.2019 for a base-year level. */
  readonly key: string;
  /** Full names of the indicators that the row's figure counts for; the first one names it in findings. */
  readonly serves: readonly string[];
  /** The item's id; null for an indicator's own row. */
  readonly item: string | null;
  readonly name: string;
  readonly measureUnit: string;
  readonly precision: number;
  readonly kind: Indicator['kind'] | null;
  readonly accumulation: RowAccumulation;
  /** What judges the figure; null for items, and where a region has no target of its own. */
  readonly subject: Subject | null;
  readonly previous: number | null;
  /** The period that `previous` was reported for. */
  readonly previousPeriod: string | null;
  readonly sameLastYear: number | null;
  readonly derivation: Derivation | null;
  /** Rows of other plans that the same figure is counted for. */
  readonly aliases: readonly Alias[];
}

/** Figures accepted in earlier rounds, by row. */
export interface History {
  /** The accepted figure of the row for a period, or null. */
  figure(key: string, organisation: string, region: string | null, period: string): number | null;
  /** The one accepted last before a period, and for which; only the period just before counts where absent. */
  latest?(
    key: string,
    organisation: string,
    region: string | null,
    before: Period,
  ): { readonly period: string; readonly value: number } | null;
}

/** The full name of an indicator across plans. */
export function fullName(plan: Plan, indicator: Pick<Indicator, 'id'>): string {
  return `${plan.id}/${indicator.id}`;
}

/** The key of an item's row; with a year, of its level in that base year. */
export function itemKey(planId: string, itemId: string, year?: number): string {
  return `${planId}/item.${itemId}${year === undefined ? '' : `.${year}`}`;
}

/** The rows that an indicator needs: its own, after those of the items behind it. */
export function entriesOf(
  plan: Plan,
  indicator: Indicator,
  region: string | null,
  period: Period,
): Entry[] {
  const own = indicatorEntry(plan, indicator, region, period);
  const serves = [own.key];
  const rows = withParts(plan, itemsOf(indicator)).map((item) => itemEntry(plan, item, serves));
  if (indicator.collect.method === 'average-growth') {
    const item = findItem(plan, indicator.collect.item);
    rows.push(itemEntry(plan, item, serves, indicator.collect.baseYear));
  }
  return [...rows, own];
}

/** The items, each after those that it is computed from. */
function withParts(plan: Plan, ids: readonly string[]): Item[] {
  const found = new Map<string, Item>();
  const add = (id: string) => {
    if (found.has(id)) return;
    for (const part of itemsBehind(id, plan)) add(part);
    found.set(id, findItem(plan, id));
  };
  ids.forEach(add);
  return [...found.values()];
}

/** Months that a figure of the period adds up over; null for stocks, rates and statuses. */
export function accumulatedMonths(entry: Entry, period: Period, startYear: number): number | null {
  switch (entry.accumulation) {
    case 'since-start':
      return elapsedMonths(startYear, period);
    case 'year-to-date':
      return endMonth(period);
    case 'stock':
    case 'rate':
    case 'status':
      return null;
  }
}

/** The same as accumulatedMonths for the previous figure; null also where it counts from another January. */
export function previousMonths(entry: Entry, period: Period, startYear: number): number | null {
  const previous = entry.previousPeriod === null ? null : parsePeriod(entry.previousPeriod);
  if (previous === null) return null;
  const isNewYear = entry.accumulation === 'year-to-date' && previous.year !== period.year;
  return isNewYear ? null : accumulatedMonths(entry, previous, startYear);
}

function indicatorEntry(
  plan: Plan,
  indicator: Indicator,
  region: string | null,
  period: Period,
): Entry {
  const { collect } = indicator;
  const derivation: Derivation | null =
    collect.method === 'ratio'
      ? {
          method: 'ratio',
          numerator: itemKey(plan.id, collect.numerator),
          denominator: itemKey(plan.id, collect.denominator),
          scale: collect.scale,
        }
      : collect.method === 'average-growth'
        ? {
            method: 'average-growth',
            level: itemKey(plan.id, collect.item),
            base: itemKey(plan.id, collect.item, collect.baseYear),
            factor: 1,
            years: period.year - collect.baseYear,
          }
        : null;
  const key = fullName(plan, indicator);
  return {
    ...UNFILLED,
    key,
    serves: [key],
    item: null,
    name: indicator.name,
    measureUnit: indicator.measureUnit,
    precision: indicator.precision,
    kind: indicator.kind,
    accumulation: ACCUMULATION[indicator.kind],
    subject: subjectOf(plan, indicator, region),
    derivation,
  };
}

function itemEntry(plan: Plan, item: Item, serves: readonly string[], baseYear?: number): Entry {
  return {
    ...UNFILLED,
    key: itemKey(plan.id, item.id, baseYear),
    serves,
    item: item.id,
    name: baseYear === undefined ? item.name : baseName(item, baseYear),
    measureUnit: item.measureUnit,
    precision: item.precision,
    kind: null,
    accumulation: item.accumulation,
    subject: null,
    derivation:
      item.compute === undefined || baseYear !== undefined
        ? null
        : { method: 'computed', expression: computedText(item, plan) },
  };
}

/** A total of the year so far compares with the same months of the base year, a stock with that year's end. */
function baseName({ name, accumulation }: Item, year: number): string {
  return accumulation === 'year-to-date' ? `${name}（${year}年同期）` : `${name}（${year}年末）`;
}

const UNFILLED = { previous: null, previousPeriod: null, sameLastYear: null, aliases: [] } as const;

const ACCUMULATION: Readonly<Record<Indicator['kind'], RowAccumulation>> = {
  level: 'stock',
  share: 'stock',
  cumulative: 'since-start',
  increment: 'since-start',
  annual: 'year-to-date',
  'average-growth': 'rate',
  'year-growth': 'rate',
  change: 'rate',
  milestone: 'status',
};

/** What judges an indicator's figure: for a region its own allocation, and nothing where it has none. */
export function subjectOf(plan: Plan, indicator: Indicator, region: string | null): Subject | null {
  const { baseline } = indicator;
  const allocation = indicator.allocations.find((share) => share.region === region);
  if (region !== null && !allocation) return null;
  return {
    kind: indicator.kind,
    direction: indicator.direction,
    target: allocation
      ? { ...indicator.target, value: allocation.value, upper: null }
      : indicator.target,
    // the plan's baseline and yearly path are those of the whole
    baseline: allocation || !baseline ? null : { year: baseline.year, value: baseline.value },
    yearlyTargets: allocation ? [] : indicator.yearlyTargets,
    planStart: plan.startYear,
    planEnd: plan.endYear,
    soft: indicator.soft,
  };
}

function findItem(plan: Plan, id: string): Item {
  const item = plan.items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`plan ${plan.id} has no item ${id}: it was not checked`);
  return item;
}
