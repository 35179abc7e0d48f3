import fc from 'fast-check';
import type { Period } from '../../../../src/core/plan/period';
import { FREQUENCIES } from '../../../../src/core/plan/schema';
import { assess } from '../../../../src/core/rule/progress/assess';
import { requiredPace } from '../../../../src/core/rule/progress/pace';
import type { Status, Subject } from '../../../../src/core/rule/progress/subject';
import { yardstick } from '../../../../src/core/rule/progress/yardstick';
import { THRESHOLDS } from './subjects';

const RUNS = { numRuns: 3000 };
const PERIODS_A_YEAR = { month: 12, quarter: 4, half: 2, year: 1 } as const;

const figure = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }),
);
const planYear = fc.integer({ min: 2021, max: 2025 });
const periods: fc.Arbitrary<Period> = fc
  .tuple(fc.constantFrom(...FREQUENCIES), fc.integer({ min: 2019, max: 2027 }), fc.nat())
  .map(([granularity, year, seed]) => ({
    granularity,
    year,
    index: 1 + (seed % PERIODS_A_YEAR[granularity]),
  }));

const subjects: fc.Arbitrary<Subject> = fc
  .record({
    kind: fc.constantFrom(
      'level',
      'share',
      'cumulative',
      'increment',
      'annual',
      'average-growth',
      'year-growth',
      'change',
    ),
    direction: fc.constantFrom('higher', 'lower', 'none'),
    operator: fc.constantFrom('>=', '>', '<=', '<', '~', 'range'),
    value: figure,
    width: fc.integer({ min: 1, max: 50 }),
    tolerance: fc.constantFrom(0, 0.05, 0.2),
    year: planYear,
    everyYear: fc.boolean(),
    baseline: fc.option(figure),
    yearlyTargets: fc.uniqueArray(fc.record({ year: planYear, value: figure }), {
      maxLength: 3,
      selector: ({ year }) => year,
    }),
  })
  .map(({ kind, direction, operator, value, width, tolerance, year, everyYear, ...rest }) => ({
    kind,
    direction,
    target: {
      operator,
      value,
      upper: operator === 'range' ? value + width : null,
      year,
      everyYear,
      tolerance: operator === '~' ? tolerance : null,
    },
    baseline: rest.baseline === null ? null : { year: 2020, value: rest.baseline },
    yearlyTargets: rest.yearlyTargets,
    planStart: 2021,
    planEnd: 2025,
    soft: false,
  }));

const RANK: Record<Exclude<Status, 'not-reported'>, number> = {
  'not-assessable': 0,
  behind: 1,
  'slightly-behind': 2,
  'on-schedule': 3,
  achieved: 4,
};

/** Which way is better for the reported figure, worked out apart from the engine. */
function senseOf({ kind, direction, target }: Subject): 'higher' | 'lower' | 'none' {
  if (target.operator === '>=' || target.operator === '>') return 'higher';
  if (target.operator === '<=' || target.operator === '<') return 'lower';
  return kind === 'change' && direction !== 'none' ? 'higher' : direction;
}

/** Whether the actual meets the target itself, to the six decimals of every comparison. */
function isMet(subject: Subject, actual: number): boolean {
  const { operator, value, upper, tolerance } = subject.target;
  const sense = senseOf(subject);
  const room = 1e-6 + Math.abs(actual) * 1e-12;
  const slack = Math.abs(value!) * (tolerance ?? 0);
  const atLeast = (low: number): boolean => actual >= low - room;
  const atMost = (high: number): boolean => actual <= high + room;
  switch (operator) {
    case '>=':
    case '>':
      return atLeast(value!);
    case '<=':
    case '<':
      return atMost(value!);
    case '~':
      return (
        (sense === 'lower' || atLeast(value! - slack)) &&
        (sense === 'higher' || atMost(value! + slack))
      );
    case 'range':
      return (sense === 'lower' || atLeast(value!)) && (sense === 'higher' || atMost(upper!));
    case 'qualitative':
      return false;
  }
}

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

function isClose(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-6 * Math.max(1, Math.abs(left), Math.abs(right));
}

/** How good a status is; a figure that was reported is never “not reported”. */
function rankOf(status: Status): number {
  if (status === 'not-reported') throw new Error('a reported figure is judged');
  return RANK[status];
}

it('nothing that comes out is NaN or infinite, and what is missing has a reason', () => {
  fc.assert(
    fc.property(subjects, periods, figure, (subject, period, actual) => {
      const measured = yardstick(subject, period, THRESHOLDS);
      const progress = assess(measured, actual);
      const pace = requiredPace(subject, period, actual);
      for (const number of numbersIn([measured, progress, pace]))
        expect(Number.isFinite(number)).toBe(true);
      expect(progress.reason === null).toBe(progress.completion !== null);
      if (progress.status === 'not-assessable') expect(progress.reason).not.toBeNull();
    }),
    RUNS,
  );
});

it('a better actual never gives a worse status', () => {
  fc.assert(
    fc.property(subjects, periods, figure, figure, (subject, period, one, other) => {
      const sense = senseOf(subject);
      fc.pre(sense !== 'none');
      const [worse, better] = (sense === 'higher') === one < other ? [one, other] : [other, one];
      const measured = yardstick(subject, period, THRESHOLDS);
      expect(rankOf(assess(measured, better).status)).toBeGreaterThanOrEqual(
        rankOf(assess(measured, worse).status),
      );
    }),
    RUNS,
  );
});

it('by the end of the target’s year the schedule has reached the target', () => {
  fc.assert(
    fc.property(subjects, (subject) => {
      const { value, upper, year } = subject.target;
      const measured = yardstick(subject, { granularity: 'year', year, index: 1 }, THRESHOLDS);
      const own = subject.yearlyTargets.find((step) => step.year === year)?.value;
      if (subject.kind === 'annual' && own !== undefined) expect(measured.scheduled).toBe(own);
      else if (subject.target.operator !== 'range') expect(measured.scheduled).toBe(value);
      else if (senseOf(subject) === 'none') expect([value, upper]).toContain(measured.scheduled);
      else expect(measured.scheduled).toBe(senseOf(subject) === 'lower' ? upper : value);
    }),
    RUNS,
  );
});

it('achieved means that the target itself is met', () => {
  let achieved = 0;
  fc.assert(
    fc.property(subjects, periods, figure, (subject, period, actual) => {
      fc.pre(subject.kind !== 'annual' || subject.yearlyTargets.length === 0);
      const { status } = assess(yardstick(subject, period, THRESHOLDS), actual);
      if (status !== 'achieved') return;
      achieved++;
      expect(isMet(subject, actual)).toBe(true);
    }),
    RUNS,
  );
  expect(achieved).toBeGreaterThan(100);
});

it('a target that is met once it is due is achieved', () => {
  fc.assert(
    fc.property(subjects, figure, (subject, actual) => {
      fc.pre(subject.kind !== 'annual' || subject.yearlyTargets.length === 0);
      const { operator, value, upper, tolerance, year } = subject.target;
      const slack = Math.abs(value!) * (tolerance ?? 0);
      const limits = [value!, value! - slack, value! + slack, upper ?? value!];
      // the limits themselves are judged by the examples
      const margin = 1e-3 + Math.abs(actual) * 1e-9;
      fc.pre(limits.every((limit) => Math.abs(actual - limit) > margin));
      fc.pre(operator !== 'qualitative');
      const period: Period = { granularity: 'year', year, index: 1 };
      const { status } = assess(yardstick(subject, period, THRESHOLDS), actual);
      expect(status === 'achieved').toBe(isMet(subject, actual));
    }),
    RUNS,
  );
});

it('a figure exactly on schedule has the scheduled completion and is on schedule', () => {
  fc.assert(
    fc.property(subjects, periods, (subject, period) => {
      const measured = yardstick(subject, period, THRESHOLDS);
      fc.pre(measured.scheduled !== null);
      const progress = assess(measured, measured.scheduled);
      expect(progress.completion).toBe(measured.scheduledCompletion);
      const isStrict = subject.target.operator === '>' || subject.target.operator === '<';
      if (!isStrict && progress.status !== 'not-assessable')
        expect(rankOf(progress.status)).toBeGreaterThanOrEqual(RANK['on-schedule']);
    }),
    RUNS,
  );
});

it('without a yearly path the scheduled completion of a total is the elapsed share', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('cumulative', 'increment', 'change'),
      fc.double({ min: 0.01, max: 1e9, noNaN: true }),
      planYear,
      fc.integer({ min: 1, max: 60 }),
      (kind, value, year, month) => {
        const subject: Subject = {
          kind,
          direction: 'higher',
          target: { operator: '>=', value, upper: null, year, everyYear: false, tolerance: null },
          baseline: null,
          yearlyTargets: [],
          planStart: 2021,
          planEnd: 2025,
          soft: false,
        };
        const period: Period = {
          granularity: 'month',
          year: 2021 + Math.floor((month - 1) / 12),
          index: 1 + ((month - 1) % 12),
        };
        const { scheduledCompletion } = yardstick(subject, period, THRESHOLDS);
        const elapsed = Math.min(month / ((year - 2020) * 12), 1);
        expect(isClose(scheduledCompletion!, elapsed)).toBe(true);
      },
    ),
  );
});
