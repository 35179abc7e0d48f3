import fc from 'fast-check';
import {
  cellCount,
  halves,
  pagesOf,
  requestsOf,
  type Area,
} from '../../../../src/hosts/office/read/page';

const areas = fc.record({
  row: fc.nat(1000),
  column: fc.nat(100),
  rows: fc.integer({ min: 1, max: 60 }),
  columns: fc.integer({ min: 1, max: 60 }),
});
const places = ({ row, column, rows, columns }: Area): string[] =>
  Array.from(
    { length: rows * columns },
    (_, index) => `${row + Math.floor(index / columns)},${column + (index % columns)}`,
  );
const sorted = (of: readonly Area[]) => of.flatMap(places).sort();

test('pages hold every cell once, and none more than asked', () => {
  fc.assert(
    fc.property(areas, fc.integer({ min: 1, max: 500 }), (area, most) => {
      const pages = pagesOf(area, most);
      expect(sorted(pages)).toEqual(sorted([area]));
      for (const page of pages) expect(cellCount(page)).toBeLessThanOrEqual(most);
    }),
  );
});

test('halves hold every cell once; one cell has none', () => {
  fc.assert(
    fc.property(areas, (area) => {
      const both = halves(area);
      if (both) expect(sorted(both)).toEqual(sorted([area]));
      else expect(cellCount(area)).toBe(1);
    }),
  );
});

test('requests keep the order and hold as many pages as fit', () => {
  const items = [4000, 4000, 4000, 20_000, 1].map((rows) => ({
    area: { row: 0, column: 0, rows, columns: 1 },
  }));
  const groups = requestsOf(items, 10_000);
  expect(groups.map((group) => group.map(({ area }) => area.rows))).toEqual([
    [4000, 4000],
    [4000],
    [20_000],
    [1],
  ]);
  expect(groups.flat()).toEqual(items);
});
