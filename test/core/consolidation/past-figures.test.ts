import fc from 'fast-check';
import { mergeHistories, type RoundHistory } from '../../../src/core/consolidation/past-figures';
import type { PastFigure } from '../../../src/core/template/round';
import { indicator, plan, resultOf, consolidated, target } from './samples';

const figure = (period: string, value: number, more: Partial<PastFigure> = {}): PastFigure => ({
  ...{ key: 'quality/firms', organisation: '市经信局', region: null },
  ...{ period, value },
  ...more,
});
const FIRST: RoundHistory = {
  issuedAt: '2021-03-21T00:00:00Z',
  carried: [],
  accepted: [figure('2021Q1', 20)],
};
const SECOND: RoundHistory = {
  issuedAt: '2021-06-21T00:00:00Z',
  carried: [figure('2021Q1', 20)],
  accepted: [figure('2021Q2', 45)],
};
const CORRECTED: RoundHistory = { ...FIRST, accepted: [figure('2021Q1', 25)] };

describe('one history out of several rounds', () => {
  test.each<[string, RoundHistory[], PastFigure[]]>([
    ['goes back as far as each was given', [SECOND], [figure('2021Q1', 20), figure('2021Q2', 45)]],
    ['the same from both', [FIRST, SECOND], [figure('2021Q1', 20), figure('2021Q2', 45)]],
    [
      'a figure corrected in its own round is a revision',
      [SECOND, CORRECTED],
      [figure('2021Q1', 25, { revisedFrom: 20 }), figure('2021Q2', 45)],
    ],
    [
      'a revision is handed on',
      [{ ...SECOND, carried: [figure('2021Q1', 25, { revisedFrom: 20 })] }],
      [figure('2021Q1', 25, { revisedFrom: 20 }), figure('2021Q2', 45)],
    ],
    [
      'one that came back to what it was is none',
      [{ ...SECOND, carried: [figure('2021Q1', 25, { revisedFrom: 20 })] }, FIRST],
      [figure('2021Q1', 20), figure('2021Q2', 45)],
    ],
    [
      'of two rounds for one period the later one stands',
      [FIRST, { ...CORRECTED, issuedAt: '2021-04-01T00:00:00Z' }],
      [figure('2021Q1', 25, { revisedFrom: 20 })],
    ],
  ])('%s', (_, rounds, merged) => {
    expect(mergeHistories(rounds)).toEqual(merged);
  });

  test('the order in which rounds are named never matters', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(
          fc.record({
            month: fc.integer({ min: 1, max: 12 }),
            carried: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer())),
            accepted: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer()),
          }),
          { selector: ({ month }) => month, maxLength: 5 },
        ),
        fc.infiniteStream(fc.nat()),
        (drawn, order) => {
          const rounds = drawn.map(({ month, carried, accepted }) => ({
            issuedAt: `2021-${String(month).padStart(2, '0')}-01T00:00:00Z`,
            carried: carried.map(([quarter, value]) => figure(`2021Q${quarter}`, value)),
            accepted: [figure(`2021Q${accepted[0]}`, accepted[1])],
          }));
          const shuffled = rounds
            .map((round) => ({ round, rank: order.next().value as number }))
            .sort((left, right) => left.rank - right.rank)
            .map(({ round }) => round);
          expect(mergeHistories(shuffled)).toEqual(mergeHistories(rounds));
        },
      ),
    );
  });
});

describe('growth where an earlier figure was revised', () => {
  const PLAN = plan([indicator('firms', { kind: 'annual', target: target(100) })]);
  const shape = { plans: [PLAN], sent: [{ fill: { firms: 60 } }] };

  test('is against the revised one, and says so', () => {
    const history = [figure('2020Q2', 50, { revisedFrom: 40 })];
    const result = resultOf(consolidated({ ...shape, history }), 'firms');
    expect(result.yearOnYear).toBeCloseTo(0.2, 12);
    expect(result.yearOnYearReason?.zh).toBe('上年同期数已由 40 修订为 50，按修订数比较。');
  });

  test('of regions names those that were revised', () => {
    const regional = plan([indicator('firms', { kind: 'annual', rollUp: 'sum' })]);
    const regions = ['海曙区', '江北区', '镇海区'];
    const history = regions.map((region, index) => ({
      ...figure('2020Q2', 10, index === 1 ? { revisedFrom: 9 } : {}),
      ...{ organisation: region, region },
    }));
    const sent = regions.map((region) => ({ organisation: region, region, fill: { firms: 12 } }));
    const result = resultOf(
      consolidated({ plans: [regional], division: 'region', sent, history }),
      'firms',
    );
    expect(result.yearOnYear).toBeCloseTo(0.2, 12);
    expect(result.yearOnYearReason?.zh).toContain('江北区的上年同期数已修订');
  });
});

test('earlier periods of an indicator and of a milestone, judged by their own schedules', () => {
  const PLAN = plan([
    indicator('firms'),
    indicator('park', { kind: 'milestone', target: target(null, { operator: 'qualitative' }) }),
  ]);
  const history: PastFigure[] = [
    figure('2021Q1', 40),
    figure('2020Q4', 34),
    { ...figure('2021Q1', 0), key: 'quality/park', value: null, milestone: 'under-way' },
    // another length of period
    figure('2020', 34),
  ];
  const consolidation = consolidated({ plans: [PLAN], history });
  const past = (id: string) =>
    resultOf(consolidation, id).past.map(({ period, actual, milestone, status }) => [
      ...[period.index, actual, milestone, status],
    ]);
  expect(past('firms')).toEqual([
    [4, 34, null, 'on-schedule'],
    [1, 40, null, 'slightly-behind'],
  ]);
  expect(past('park')).toMatchObject([[1, null, 'under-way', expect.any(String) as string]]);
});
