import { growthDisagrees } from '../../../../src/core/rule/catalogue/growth-disagrees';
import { relationMessages, type RelatedEntry } from './rows';

const message = (stated: number, now: number, before: number, computed: number) =>
  `growth：填报增速 ${stated}%，按“level”本期 ${now}、上年同期 ${before} 推算为 ${computed}%。请核对；按可比价计算的可不改。`;
const entries = (
  growth: number | null,
  level: number | null,
  sameLastYear?: number,
): Record<string, RelatedEntry> => ({
  growth: { actual: growth, precision: 1, unit: '%' },
  level: {
    actual: level,
    precision: 2,
    unit: '亿元',
    ...(sameLastYear === undefined ? {} : { sameLastYear }),
  },
});

test.each<
  [what: string, entries: Record<string, RelatedEntry>, points: number, message: string | null]
>([
  ['agrees', entries(8, 108, 100), 0.5, null],
  ['agrees but for rounding', entries(7.6, 108, 100), 0.5, null],
  ['just within', entries(7.5, 108, 100), 0.5, null],
  ['disagrees', entries(7.4, 108, 100), 0.5, message(7.4, 108, 100, 8)],
  ['the other way round', entries(8, 95, 100), 0.5, message(8, 95, 100, -5)],
  ['a fall', entries(-5, 95, 100), 0.5, null],
  ['a limit that the plan sets', entries(7.4, 108, 100), 1, null],
  ['no figure a year ago', entries(7.4, 108), 0.5, null],
  ['nothing a year ago', entries(7.4, 108, 0), 0.5, null],
  ['a loss a year ago', entries(7.4, 108, -100), 0.5, null],
  ['no growth stated', entries(null, 108, 100), 0.5, null],
  ['no level', entries(8, null, 100), 0.5, null],
])('growth-disagrees: %s', (_, filled, points, expected) => {
  const of = { growth: 'growth', level: 'level' };
  expect(relationMessages(growthDisagrees, of, filled, { points })).toEqual(
    expected === null ? [] : [expected],
  );
});

test('it is only a note: value added grows at constant prices', () => {
  expect(growthDisagrees.severity).toBe('note');
});
