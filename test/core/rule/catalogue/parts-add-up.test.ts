import { partsAddUp } from '../../../../src/core/rule/catalogue/parts-add-up';
import { relationMessages, type RelatedEntry } from './rows';

const message = (total: number, sum: number, difference: number) =>
  `all：总数 ${total}，各分项之和 ${sum}，相差 ${difference}。请核对总数和各分项，改到一致。`;
const counts = (all: number | null, one: number | null, other: number | null) => ({
  all: { actual: all },
  one: { actual: one },
  other: { actual: other },
});
const amounts = (all: number, one: number, other: number) => ({
  all: { actual: all, precision: 2, unit: '亿元' },
  one: { actual: one, precision: 2, unit: '亿元' },
  other: { actual: other, precision: 2, unit: '亿元' },
});

test.each<
  [what: string, entries: Record<string, RelatedEntry>, tolerance: number, message: string | null]
>([
  ['equal', counts(30, 10, 20), 0, null],
  ['one too many', counts(30, 10, 21), 0, message(30, 31, -1)],
  ['one too few', counts(30, 10, 19), 0, message(30, 29, 1)],
  ['zeros', counts(0, 0, 0), 0, null],
  ['a blank part', counts(30, 10, null), 0, null],
  ['a blank whole', counts(null, 10, 20), 0, null],
  // half a unit of the last place for each figure
  ['rounded figures', amounts(10.01, 3.33, 6.67), 0, null],
  ['rounded figures, below', amounts(9.99, 3.33, 6.67), 0, null],
  ['more than rounding', amounts(10.02, 3.33, 6.67), 0, message(10.02, 10, 0.02)],
  ['floating noise', amounts(0.3, 0.1, 0.2), 0, null],
  ['a tolerance that the plan sets', counts(32, 10, 20), 2, null],
  ['beyond it', counts(33, 10, 20), 2, message(33, 30, 3)],
  [
    'parts in another unit',
    { ...amounts(3, 10_000, 2), one: { actual: 10_000, precision: 0, unit: '万元' } },
    0,
    null,
  ],
  [
    'parts in another unit that are wrong',
    { ...amounts(3, 10_000, 2), one: { actual: 20_000, precision: 0, unit: '万元' } },
    0,
    message(3, 4, -1),
  ],
])('parts-add-up: %s', (_, entries, tolerance, expected) => {
  const of = { whole: 'all', parts: ['one', 'other'] };
  expect(relationMessages(partsAddUp, of, entries, { tolerance })).toEqual(
    expected === null ? [] : [expected],
  );
});
