import { historyOf } from '../../../src/core/template/history';
import { periodOf } from '../../factories/template';

const at = (period: string, value: number | null = 1) => ({
  ...{ key: 'city/firms', organisation: '市经信局', region: null },
  ...{ period, value },
});

describe('the figure accepted last before a period', () => {
  test.each<[now: string, known: string[], found: string | null]>([
    ['2021Q3', ['2021Q2', '2021Q1'], '2021Q2'],
    ['2021Q3', ['2021Q1', '2020Q4'], '2021Q1'],
    ['2021Q3', ['2021Q3', '2021Q4'], null],
    ['2021Q3', [], null],
    // rounds of other lengths
    ['2021Q3', ['2021-08', '2021H1'], '2021-08'],
    ['2021Q3', ['2021-09', '2021H1'], '2021H1'],
    ['2021-01', ['2020', '2020-12', '2020Q4'], '2020-12'],
    // older than a year
    ['2021Q3', ['2020Q3'], '2020Q3'],
    ['2021Q3', ['2020Q2'], null],
    ['2021', ['2020'], '2020'],
    ['2021', ['2019'], null],
  ])('%s of %j: %s', (now, known, found) => {
    const history = historyOf(known.map((period) => at(period)));
    expect(history.latest?.('city/firms', '市经信局', null, periodOf(now))?.period ?? null).toBe(
      found,
    );
  });

  test('is of the same row, organisation and region, and no milestone', () => {
    const history = historyOf([
      { ...at('2021Q1', 5), region: '海曙区' },
      { ...at('2021Q2', null), milestone: 'completed' },
    ]);
    const now = periodOf('2021Q3');
    expect(history.latest?.('city/firms', '市经信局', null, now)).toBeNull();
    expect(history.figure('city/firms', '市经信局', null, '2021Q2')).toBeNull();
    expect(history.latest?.('city/firms', '市经信局', '海曙区', now)).toEqual({
      period: '2021Q1',
      value: 5,
    });
  });
});
