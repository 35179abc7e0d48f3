import type { IndicatorResult } from '../../consolidation/consolidation';
import { dateOf } from '../../consolidation/times';
import type { Language } from '../../plan/text';
import { roundTo } from '../../rule/rounding';
import { decimalsOf, targetText } from '../../template/target-text';
import { said, type BriefingContext } from './context';
import type { Counted, Run, Within } from './briefing';

/** A count of things of the round. */
export function counted(value: number, what: Counted, within: Within | null = null): Run {
  return { is: 'figure', text: String(value), value, source: { of: 'count', what, within } };
}

/** A part of a count, in per cent with one decimal. */
export function shareOf(part: number, whole: number, what: Counted, among: Counted): Run {
  const value = part / whole;
  return { is: 'figure', text: percent(value), value, source: { of: 'share', what, among } };
}

/** The reported figure; a milestone's status is a name. */
export function actualOf(context: BriefingContext, result: IndicatorResult): Run | null {
  const { actual, milestone, indicator, id } = result;
  if (milestone !== null)
    return { is: 'name', text: said(context, context.form.milestones[milestone]) };
  if (actual === null) return null;
  const text = amount(actual, indicator.precision, indicator.measureUnit);
  return { is: 'figure', text, value: actual, source: { of: 'indicator', id, field: 'actual' } };
}

export function targetOf(context: BriefingContext, { indicator, id }: IndicatorResult): Run {
  const { target, measureUnit } = indicator;
  const text = said(context, targetText(target, measureUnit));
  return target.value === null
    ? { is: 'words', text }
    : {
        is: 'figure',
        text,
        value: target.value,
        source: { of: 'indicator', id, field: 'target' },
      };
}

/** 序时目标, one decimal more than is reported where it needs one. */
export function scheduledOf({ progress, indicator, id }: IndicatorResult): Run | null {
  const { scheduled: value } = progress;
  if (value === null) return null;
  const text = amount(value, indicator.precision + 1, indicator.measureUnit);
  return { is: 'figure', text, value, source: { of: 'indicator', id, field: 'scheduled' } };
}

export function completionOf({ progress, id }: IndicatorResult): Run | null {
  const { completion: value } = progress;
  if (value === null) return null;
  const source = { of: 'indicator', id, field: 'completion' } as const;
  return { is: 'figure', text: percent(value), value, source };
}

/** 进度差 in percentage points without its sign, with the first decimals that show it. */
export function gapSizeOf({ progress, id }: IndicatorResult): Run | null {
  const { gap: value } = progress;
  if (value === null) return null;
  const source = { of: 'indicator', id, field: 'gap' } as const;
  return { is: 'figure', text: pointsText(Math.abs(value)), value, source };
}

/** What each period left needs, without its sign; the difference of two rates is in percentage points. */
export function paceSizeOf(
  { requiredPace: value, indicator, id }: IndicatorResult,
  points: string,
): Run | null {
  if (value === null) return null;
  const { measureUnit, precision } = indicator;
  const unit = measureUnit === '%' ? points : measureUnit;
  const text = amount(Math.abs(value), precision + 1, unit);
  return { is: 'figure', text, value, source: { of: 'indicator', id, field: 'pace' } };
}

/** 进度差 in percentage points with its sign. */
export function gapOf({ progress, id }: IndicatorResult): Run | null {
  const { gap: value } = progress;
  if (value === null) return null;
  const sign = value < 0 ? '-' : '';
  const source = { of: 'indicator', id, field: 'gap' } as const;
  return { is: 'figure', text: sign + pointsText(Math.abs(value)), value, source };
}

/** What each period left needs, with its sign and without its unit. */
export function paceOf({ requiredPace: value, indicator, id }: IndicatorResult): Run | null {
  if (value === null) return null;
  const text = amount(value, indicator.precision + 1, '');
  return { is: 'figure', text, value, source: { of: 'indicator', id, field: 'pace' } };
}

/** The figure without its unit, for a table that has a column for units; nothing for null. */
export function bare(run: Run | null, measureUnit: string): Run[] {
  if (run === null) return [];
  return run.is === 'figure' ? [{ ...run, text: run.text.replace(measureUnit, '') }] : [run];
}

/** 2021年7月15日 / 15 July 2021, of an ISO date. */
export function dateText(iso: string, language: Language): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return language === 'zh'
    ? `${year}年${month}月${day}日`
    : `${day} ${MONTH_NAMES[month - 1]!} ${year}`;
}

/** The day in China at an ISO time, or an ISO date as it is. */
export function dateRun(iso: string, { language }: Pick<BriefingContext, 'language'>): Run {
  return { is: 'date', text: dateText(dateOf(iso), language) };
}

/** 52.3% of a share of 1, with the first decimals that show it. */
export function percent(share: number): string {
  const text = pointsText(Math.abs(share * 100));
  return `${share < 0 && text !== '0' ? '-' : ''}${text}%`;
}

/** A number as people write it: no more decimals than it needs, never 1e21. */
export function amount(value: number, decimals: number, unit: string): string {
  const rounded = roundTo(value, decimals);
  // a figure too small for its own precision shows the decimals that it has
  const shown = rounded === 0 && value !== 0 ? roundTo(value, decimalsOf(value)) : rounded;
  return `${plain(shown)}${unit}`;
}

/** Decimals that a rate computed from reported figures can need before it shows. */
const MOST_DECIMALS = 10;

function pointsText(value: number): string {
  let decimals = 1;
  while (value !== 0 && roundTo(value, decimals) === 0 && decimals < MOST_DECIMALS) decimals++;
  return plain(roundTo(value, decimals));
}

function plain(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1 ? BigInt(value).toString() : value.toFixed(10).replace(/\.?0+$/, '');
}

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
