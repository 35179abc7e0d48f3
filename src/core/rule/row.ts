import type { ACCUMULATIONS, Kind } from '../plan/schema';
import type { Condition } from './expression';

/** How a row's figure adds up over time; `rate` for growth and change, which do not. */
export type RowAccumulation = (typeof ACCUMULATIONS)[number] | 'rate' | 'status';

/** What a rule may know of a row before anybody fills it in; all figures in the row's measureUnit. */
export interface RowFacts {
  readonly name: string;
  readonly measureUnit: string;
  /** Decimals a figure is reported with. */
  readonly precision: number;
  /** The indicator's kind; null for an item. */
  readonly kind: Kind | null;
  readonly accumulation: RowAccumulation;
  readonly target: number | null;
  readonly upper: number | null;
  readonly scheduled: number | null;
  readonly baseline: number | null;
  /** The last period's accepted figure. */
  readonly previous: number | null;
  readonly sameLastYear: number | null;
  /** Months that the figure of this period, and of the previous one, adds up over; null for stocks and rates. */
  readonly months: number | null;
  readonly previousMonths: number | null;
  /** True when the figure is behind schedule and below the tolerated share of it; null where nobody can judge. */
  readonly behind: Condition | null;
}

/** The kinds whose figures are relative: growth and change, in per cent. */
export function isRate(row: RowFacts): boolean {
  return row.accumulation === 'rate';
}

export function isPercent(row: RowFacts): boolean {
  return row.measureUnit === '%';
}

/** What a milestone is reported as, from least to most; the sheet and the rules count them from 1. */
export const MILESTONE_STATUSES = ['not-started', 'under-way', 'on-schedule', 'completed'] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

/** The number that stands for a milestone's status wherever a rule or a formula needs one. */
export function milestoneCode(status: MilestoneStatus): number {
  return MILESTONE_STATUSES.indexOf(status) + 1;
}
