import type { Indicator, Plan } from '../plan/schema';
import { fill, type Text } from '../plan/text';
import type { Status } from '../rule/progress/subject';
import type { MilestoneStatus } from '../rule/row';
import { reporterOf } from '../template/select';
import type { Composition, Fact } from './consolidation';
import { withoutTail } from './decimals';
import { isDeclared, type Cause, type Figure } from './figure';
import { rollUpMessages } from './messages';
import type { RegionFigure, RollUp } from './roll-up';
import type { Reported } from './round-facts';

/** The figure that stands for an indicator, and how it came about. */
export interface Settled {
  readonly actual: number | null;
  readonly milestone: MilestoneStatus | null;
  readonly composition: Composition;
  /** What the indicator is where nothing was reported that could be judged; null where there is a figure. */
  readonly status: Extract<Status, 'not-reported' | 'not-assessable'> | null;
  readonly reasons: readonly Text[];
  readonly sources: readonly Fact[];
  readonly explanation: string;
}

/**
 * Decides between the reporter's figure for the whole and the roll-up of regions: the reporter's
 * counts where there is one, and a difference between the two is said.
 */
export function settle(plan: Plan, indicator: Indicator, reported: Reported): Settled {
  const { unit, regions, rolled } = reported;
  if (unit?.is === 'counted') {
    const differs = rolled && differenceOf(plan, indicator, unit, rolled);
    return {
      actual: unit.value,
      milestone: unit.milestone,
      composition: indicator.collect.method === 'direct' ? 'reported' : 'derived',
      status: null,
      reasons: differs ? [differs] : [],
      sources: unit.sources,
      explanation: unit.explanation,
    };
  }
  const unitReasons = unit ? [unit.reason] : [];
  if (rolled && rolled.value !== null)
    return {
      actual: rolled.value,
      milestone: null,
      composition: 'rolled-up',
      status: null,
      reasons: [
        ...unitReasons,
        ...(unit ? [rollUpMessages.insteadOfUnit] : []),
        ...(rolled.reason ? [rolled.reason] : []),
      ],
      sources: rolled.sources,
      explanation: explanationOfRegions(regions),
    };
  const regionReasons = rolled?.reason ? [rolled.reason] : [];
  const notRolledUp = fill(rollUpMessages.notRolledUp, { reporter: reporterOf(plan, indicator) });
  return {
    actual: null,
    milestone: null,
    composition: 'none',
    status: unit ? statusOf(unit.cause) : rolled ? statusOfRegions(rolled) : 'not-assessable',
    reasons: unit || rolled ? [...unitReasons, ...regionReasons] : [notRolledUp],
    sources: [],
    explanation: unit ? unit.explanation : explanationOfRegions(regions),
  };
}

/** A figure that nobody sent or that did not pass is not reported; one that cannot be given is not assessable. */
export function statusOf(cause: Cause): 'not-reported' | 'not-assessable' {
  return isDeclared(cause) || cause === 'not-computable' ? 'not-assessable' : 'not-reported';
}

function statusOfRegions({ contributing, missing }: RollUp): 'not-reported' | 'not-assessable' {
  const isOwed = missing.some(
    ({ figure }) => figure.is === 'absent' && statusOf(figure.cause) === 'not-reported',
  );
  return contributing.length === 0 && isOwed ? 'not-reported' : 'not-assessable';
}

/** 海曙区：…；江北区：… */
function explanationOfRegions(regions: readonly RegionFigure[]): string {
  return regions
    .filter(({ figure }) => figure.explanation !== '')
    .map(({ region, figure }) => `${region}：${figure.explanation}`)
    .join('；');
}

/** What to say where the reporter's figure is not what complete regions make, beyond rounding. */
function differenceOf(
  plan: Plan,
  indicator: Indicator,
  unit: Extract<Figure, { is: 'counted' }>,
  { method, value, contributing, missing }: RollUp,
): Text | null {
  if (unit.value === null || value === null || missing.length > 0) return null;
  const unitOfLastPlace = 10 ** -indicator.precision;
  // every figure may be half a unit of its last decimal off
  const rounded = method === 'sum' ? contributing.length + 1 : 2;
  const difference = withoutTail(unit.value - value);
  if (Math.abs(difference) <= withoutTail((unitOfLastPlace / 2) * rounded)) return null;
  const reporter = reporterOf(plan, indicator);
  const fillings = { reporter, unit: unit.value, rolled: value, difference };
  return fill(rollUpMessages.differs, fillings);
}
