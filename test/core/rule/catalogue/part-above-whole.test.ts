import { partAboveWhole } from '../../../../src/core/rule/catalogue/part-above-whole';
import { relationMessages, type RelatedEntry } from './rows';

const message = (id: string, part: number, total: number) =>
  `${id}：本项 ${part} 大于“all”${total}，而它是其中一项。请核对这两行后改正。`;
const entries = (
  all: number | null,
  one: number | null,
  other: number | null,
): Record<string, RelatedEntry> => ({
  all: { actual: all },
  one: { actual: one },
  other: { actual: other },
});

test.each<[what: string, entries: Record<string, RelatedEntry>, messages: string[]]>([
  ['below', entries(30, 10, 20), []],
  ['equal', entries(30, 30, 0), []],
  ['one above', entries(30, 31, 20), [message('one', 31, 30)]],
  ['both above', entries(30, 31, 32), [message('one', 31, 30), message('other', 32, 30)]],
  ['parts of nothing', entries(0, 1, 0), [message('one', 1, 0)]],
  ['a blank whole', entries(null, 31, 32), []],
  ['a blank part', entries(30, null, 31), [message('other', 31, 30)]],
  [
    'another unit',
    {
      all: { actual: 3, unit: '亿元', precision: 2 },
      one: { actual: 29_999, unit: '万元' },
      other: { actual: 30_001, unit: '万元' },
    },
    [message('other', 30_001, 3)],
  ],
])('part-above-whole: %s', (_, filled, expected) => {
  const of = { whole: 'all', parts: ['one', 'other'] };
  expect(relationMessages(partAboveWhole, of, filled)).toEqual(expected);
});
