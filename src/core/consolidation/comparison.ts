import type { Period } from '../plan/period';
import type { Indicator } from '../plan/schema';
import { fill, type Text } from '../plan/text';
import { yearOnYear } from '../rule/progress/comparison';
import { reasonText } from '../rule/progress/messages';
import { forecast } from '../rule/progress/forecast';
import { requiredPace } from '../rule/progress/pace';
import { isGrowth, type Subject } from '../rule/progress/subject';
import { valueAt } from '../rule/progress/terms';
import type { Derivation, Entry } from '../template/entry';
import { withoutTail } from './decimals';
import type { PastFigures } from './history';
import { comparisonMessages } from './messages';
import { ratio, total, type RegionFigure, type RollUp } from './roll-up';

/** A figure that is compared, or why there is none. */
export interface Compared {
  readonly value: number | null;
  readonly reason: Text | null;
}

/**
 * 同比 as a share of 1. Two rates differ by percentage points, which no share of 1 can say, so for
 * them the reason gives both and their difference.
 */
export function compareWithLastYear(
  indicator: Indicator,
  actual: number | null,
  earlier: number | null,
): Compared {
  const { value, reason } = yearOnYear(actual, earlier);
  if (actual !== null && earlier !== null && isRate(indicator)) {
    const difference = withoutTail(actual - earlier);
    const fillings = { earlier, actual, difference };
    return { value: null, reason: fill(comparisonMessages.points, fillings) };
  }
  return { value, reason: reason && reasonText(reason, indicator.target) };
}

/** What the regions made together in an earlier period; null where one that has a figure now had none. */
export function rolledUpIn(
  period: string,
  indicator: Indicator,
  { method, contributing, notApplicable }: RollUp,
  entry: Pick<Entry, 'key' | 'derivation'>,
  history: PastFigures,
): number | null {
  const valuesOf = (key: string): number[] | null => {
    const past = ({ workbook }: RegionFigure) => history.find(key, workbook, period);
    const values = contributing.map(past);
    if (!values.every((value) => value !== null)) return null;
    return [...values, ...notApplicable.flatMap((region) => past(region) ?? [])];
  };
  switch (method) {
    case 'sum': {
      const values = valuesOf(entry.key);
      return values && total(values);
    }
    case 'max': {
      const values = valuesOf(entry.key);
      return values && Math.max(...values);
    }
    case 'ratio': {
      const { numerator, denominator } = ratioOf(entry.derivation);
      const numerators = valuesOf(numerator);
      const denominators = valuesOf(denominator);
      return numerators && denominators && ratio(indicator, numerators, denominators);
    }
  }
}

/** What each period left needs, in the indicator's measureUnit, to reach the target. */
export function paceFor(subject: Subject, period: Period, actual: number | null): Compared {
  if (actual === null) {
    const reason = subject.kind === 'milestone' ? 'qualitative' : 'current-missing';
    return { value: null, reason: reasonText(reason, subject.target) };
  }
  const pace = requiredPace(subject, period, actual);
  return 'reason' in pace
    ? { value: null, reason: reasonText(pace.reason, subject.target) }
    : { value: pace.perPeriod, reason: null };
}

/** Where the figure will stand at this pace when the target falls due, in the indicator's measureUnit. */
export function forecastFor(
  subject: Subject,
  period: Period,
  actual: number | null,
): number | null {
  if (actual === null) return null;
  const expression = forecast(subject, period);
  return 'reason' in expression ? null : valueAt(expression, actual);
}

function isRate({ kind, measureUnit }: Indicator): boolean {
  return isGrowth(kind) || kind === 'change' || measureUnit === '%';
}

function ratioOf(derivation: Derivation | null): Extract<Derivation, { method: 'ratio' }> {
  if (derivation?.method !== 'ratio') throw new Error('a roll-up of ratios has its items');
  return derivation;
}
