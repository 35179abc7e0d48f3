import type { Direction, Kind, Target } from '../../plan/schema';
import type { Condition, NumberExpression } from '../expression';
import type { ReasonCode } from './messages';

/** What is judged: the parts of an indicator that decide its schedule, all figures in its measureUnit. */
export interface Subject {
  readonly kind: Kind;
  readonly direction: Direction;
  readonly target: Target;
  readonly baseline: { readonly year: number; readonly value: number } | null;
  readonly yearlyTargets: readonly { readonly year: number; readonly value: number }[];
  /** First and last year of the plan. */
  readonly planStart: number;
  readonly planEnd: number;
  readonly soft: boolean;
}

export interface Thresholds {
  /** Share of the schedule, 0 to 1, from which a figure is only slightly behind. */
  readonly nearSchedule: number;
}

/**
 * How any actual of one subject in one period is judged. The expressions read the figure `actual`
 * only; the status is the first that holds of achieved, onSchedule, nearSchedule, else `otherwise`.
 */
export interface Yardstick {
  /** 序时目标 in the indicator's unit; null with a reason. */
  readonly scheduled: number | null;
  /** What completion should be by now, as a share of 1; null where completion has no meaning. */
  readonly scheduledCompletion: number | null;
  /** 完成率 as a share of 1; null where it has no meaning whatever the actual, blank where this actual gives it none. */
  readonly completion: NumberExpression | null;
  /** The plan's final target is met, and counts as met now; null where it cannot count yet. */
  readonly achieved: Condition | null;
  /** At or ahead of schedule. */
  readonly onSchedule: Condition | null;
  /** At least the threshold's share of the schedule; null where only a bound is judged. */
  readonly nearSchedule: Condition | null;
  /** The status of a figure for which none of the three holds. */
  readonly otherwise: 'behind' | 'not-assessable';
  /** Why completion, or the whole judgement, has no meaning. */
  readonly reason: ReasonCode | null;
  /** Why completion is blank for the actuals that leave it blank. */
  readonly blankReason: ReasonCode | null;
  /** points: the gap is actual − scheduled; share: completion − scheduledCompletion; both in percentage points. */
  readonly gapIn: 'share' | 'points';
}

export const STATUSES = [
  'achieved',
  'on-schedule',
  'slightly-behind',
  'behind',
  'not-reported',
  'not-assessable',
] as const;
export type Status = (typeof STATUSES)[number];

/** One reported figure against target and schedule. */
export interface Progress {
  /** In the indicator's unit. */
  readonly scheduled: number | null;
  /** Shares of 1. */
  readonly scheduledCompletion: number | null;
  readonly completion: number | null;
  /** 进度差 in percentage points. */
  readonly gap: number | null;
  readonly status: Status;
  /** Why completion is missing or the figure cannot be judged; null where nothing needs saying. */
  readonly reason: ReasonCode | null;
}

/** A computed figure, or why there is none. */
export type Computed =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: ReasonCode };

/** 年均 and one year's growth: reported in per cent, compared in percentage points. */
export function isGrowth(kind: Kind): boolean {
  return kind === 'average-growth' || kind === 'year-growth';
}

/** The kinds whose figure adds up from zero, over the plan or the year. */
export function isAccumulating(kind: Kind): boolean {
  return kind === 'cumulative' || kind === 'increment' || kind === 'annual' || kind === 'change';
}
