import type { Frequency } from './schema';
import type { Text } from './text';

/** A reporting period; `index` counts from 1 within the year. */
export interface Period {
  readonly granularity: Frequency;
  readonly year: number;
  readonly index: number;
}

const MONTHS: Record<Frequency, number> = { month: 1, quarter: 3, half: 6, year: 12 };
const FORMS: readonly [Frequency, RegExp][] = [
  ['year', /^([1-9]\d{3})$/],
  ['half', /^([1-9]\d{3})H([12])$/],
  ['quarter', /^([1-9]\d{3})Q([1-4])$/],
  ['month', /^([1-9]\d{3})-(0[1-9]|1[0-2])$/],
];

/** Reads 2021, 2021H1, 2021Q2 or 2021-06; null for anything else. */
export function parsePeriod(text: string): Period | null {
  for (const [granularity, form] of FORMS) {
    const match = form.exec(text);
    if (match) return { granularity, year: Number(match[1]), index: Number(match[2] ?? 1) };
  }
  return null;
}

/** The canonical spelling that parsePeriod reads. */
export function formatPeriod({ granularity, year, index }: Period): string {
  switch (granularity) {
    case 'year':
      return `${year}`;
    case 'half':
      return `${year}H${index}`;
    case 'quarter':
      return `${year}Q${index}`;
    case 'month':
      return `${year}-${String(index).padStart(2, '0')}`;
  }
}

/** The period as a person writes it: 2021年第二季度. */
export function periodLabel({ granularity, year, index }: Period): Text {
  switch (granularity) {
    case 'year':
      return { zh: `${year}年`, en: `${year}` };
    case 'half':
      return { zh: `${year}年${index === 1 ? '上' : '下'}半年`, en: `${year} H${index}` };
    case 'quarter':
      return { zh: `${year}年第${'一二三四'.charAt(index - 1)}季度`, en: `${year} Q${index}` };
    case 'month':
      return { zh: `${year}年${index}月`, en: `${year}-${String(index).padStart(2, '0')}` };
  }
}

/** The month of the year, 1 to 12, that the period ends in. */
export function endMonth({ granularity, index }: Period): number {
  return MONTHS[granularity] * index;
}

/** Months from the start of `startYear` to the end of the period; 0 or less before that year. */
export function elapsedMonths(startYear: number, period: Period): number {
  return (period.year - startYear) * 12 + endMonth(period);
}

/** The period of the same length just before. */
export function previousPeriod({ granularity, year, index }: Period): Period {
  return index > 1
    ? { granularity, year, index: index - 1 }
    : { granularity, year: year - 1, index: 12 / MONTHS[granularity] };
}

/** The same period one year earlier, for 同比. */
export function samePeriodLastYear(period: Period): Period {
  return { ...period, year: period.year - 1 };
}

/** Whether an indicator of this frequency is asked in a round of this length: a shorter round leaves it out. */
export function isAskedIn(frequency: Frequency, round: Frequency): boolean {
  return MONTHS[round] >= MONTHS[frequency];
}

/** Negative, zero or positive as `left` ends before, with or after `right`. */
export function comparePeriods(left: Period, right: Period): number {
  return left.year - right.year || endMonth(left) - endMonth(right);
}
