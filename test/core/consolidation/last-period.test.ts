import { lastPeriod } from '../../../src/core/consolidation/last-period';
import { formatPeriod } from '../../../src/core/plan/period';
import type { PastFigure } from '../../../src/core/template/round';
import { consolidated, indicator, plan, ratioIndicator, REGIONS, type Shape } from './samples';

/** 100 by 2022, so that 41.7 is due by the end of March 2021 and 50 by the end of June. */
const FIRMS = indicator('firms');

function past(key: string, value: number, period = '2021Q1', region: string | null = null) {
  const organisation = region ?? '市经信局';
  return { key: `quality/${key}`, organisation, region, period, value } satisfies PastFigure;
}

function told(shape: Partial<Shape>, history: readonly PastFigure[]) {
  const last = lastPeriod(
    consolidated({ plans: [plan([FIRMS])], sent: [{ fill: { firms: 60 } }], ...shape }),
    history,
  );
  return (
    last && [
      formatPeriod(last.period),
      ...[...last.statuses].map(
        ([
          {
            indicator: { id },
          },
          status,
        ]) => `${id} ${status}`,
      ),
    ]
  );
}

test.each<[what: string, history: readonly PastFigure[], said: readonly string[] | null]>([
  ['no history', [], null],
  [
    'only the same and later periods',
    [past('firms', 60, '2021Q2'), past('firms', 9, '2022Q1')],
    null,
  ],
  ['the period before', [past('firms', 42)], ['2021Q1', 'firms on-schedule']],
  ['by the schedule of its time', [past('firms', 40)], ['2021Q1', 'firms slightly-behind']],
  [
    'the latest of several',
    [past('firms', 0, '2020Q3'), past('firms', 100)],
    ['2021Q1', 'firms achieved'],
  ],
  [
    'like periods first',
    [past('firms', 0, '2021-03'), past('firms', 42)],
    ['2021Q1', 'firms on-schedule'],
  ],
  ['another indicator', [past('others', 1)], ['2021Q1']],
  ['periods that nobody can read', [past('firms', 1, '去年')], null],
])('%s', (_, history, said) => {
  expect(told({}, history)).toEqual(said);
});

test('a figure that is missing now is not compared', () => {
  expect(told({ sent: [] }, [past('firms', 42)])).toEqual(['2021Q1']);
});

describe('regions', () => {
  const [first, second] = REGIONS;
  const shape = (
    of: ReturnType<typeof indicator>,
    fill: Record<string, number>,
  ): Partial<Shape> => ({
    plans: [plan([of], { regions: [{ name: first }, { name: second }] })],
    division: 'region',
    sent: [first, second].map((region) => ({ organisation: region, region, fill })),
  });

  test('a sum is compared with the sum of the same regions', () => {
    const summed = { ...FIRMS, rollUp: 'sum' as const };
    const both = [past('firms', 20, '2021Q1', first), past('firms', 22, '2021Q1', second)];
    expect(told(shape(summed, { firms: 30 }), both)).toEqual(['2021Q1', 'firms on-schedule']);
    expect(told(shape(summed, { firms: 30 }), both.slice(1))).toEqual(['2021Q1']);
  });

  test('a ratio with Σ÷Σ', () => {
    const fill = { 'item.part': 30, 'item.whole': 50 };
    const items = (region: string, part: number, whole: number) => [
      past('item.part', part, '2021Q1', region),
      past('item.whole', whole, '2021Q1', region),
    ];
    // 60 % of 100 and 10 % of 10: 55.5 % together, 35 % on average
    const history = [...items(first, 60, 100), ...items(second, 1, 10)];
    expect(told(shape(ratioIndicator('share'), fill), history)).toEqual([
      '2021Q1',
      'share achieved',
    ]);
  });
});
