import type { Computed } from './subject';

/**
 * 年均增速 in per cent: ((level ÷ base)^(1 ÷ years) − 1) × 100.
 * @param years from the base year to the year of the level: 2020 → 2025 is 5
 */
export function averageGrowth(level: number | null, base: number | null, years: number): Computed {
  if (level === null) return { value: null, reason: 'current-missing' };
  if (base === null) return { value: null, reason: 'baseline-missing' };
  if (years <= 0) return { value: null, reason: 'years-not-positive' };
  if (level <= 0 || base <= 0) return { value: null, reason: 'level-not-positive' };
  const value = (Math.pow(level / base, 1 / years) - 1) * 100;
  return Number.isFinite(value) ? { value, reason: null } : { value: null, reason: 'out-of-range' };
}
