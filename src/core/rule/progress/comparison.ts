import type { Computed } from './subject';

/** 同比: (this − the same period last year) ÷ the same period last year, as a share of 1. */
export function yearOnYear(current: number | null, earlier: number | null): Computed {
  return change(current, earlier);
}

/** 环比: (this − the previous period) ÷ the previous period, as a share of 1. */
export function periodOnPeriod(current: number | null, earlier: number | null): Computed {
  return change(current, earlier);
}

function change(current: number | null, earlier: number | null): Computed {
  if (current === null) return { value: null, reason: 'current-missing' };
  if (earlier === null) return { value: null, reason: 'earlier-missing' };
  if (earlier === 0) return { value: null, reason: 'earlier-zero' };
  if (earlier < 0) return { value: null, reason: 'earlier-negative' };
  const value = (current - earlier) / earlier;
  return Number.isFinite(value) ? { value, reason: null } : { value: null, reason: 'out-of-range' };
}
