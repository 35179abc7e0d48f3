import fc from 'fast-check';
import { cellsOfColumn, cellsOfRow, gridKey, type SheetGrid } from '../../../src/core/sheet/grid';
import { measured, typed } from '../../factories/grid';

const near = fc.integer({ min: 1, max: 6 });
const far = fc.constantFrom(16_384, 9_000);
/** Places of cells in any order, close together or far apart. */
const places = fc.uniqueArray(fc.tuple(fc.oneof(near, far), fc.oneof(near, far)), {
  selector: ([row, column]) => gridKey(row, column),
  maxLength: 30,
});

function sheetWith(found: readonly (readonly [number, number])[]): SheetGrid {
  return measured({
    ...{ name: '表', state: 'visible', isProtected: false, merges: [], comments: new Map() },
    ...{ hiddenRows: new Set(), hiddenColumns: new Set() },
    cells: new Map(found.map(([row, column]) => [gridKey(row, column), typed(`${row}:${column}`)])),
  });
}

test('a row and a column hold the cells that stand in them, in order', () => {
  fc.assert(
    fc.property(places, fc.oneof(near, far), (found, number) => {
      const sheet = sheetWith(found);
      const inOrder = (numbers: readonly number[]) => [...numbers].sort((one, two) => one - two);
      const columns = inOrder(found.flatMap(([row, column]) => (row === number ? column : [])));
      const rows = inOrder(found.flatMap(([row, column]) => (column === number ? row : [])));
      expect(cellsOfRow(sheet, number).map(([column, { raw }]) => [column, raw])).toEqual(
        columns.map((column) => [column, `${number}:${column}`]),
      );
      expect(cellsOfColumn(sheet, number).map(([row, { raw }]) => [row, raw])).toEqual(
        rows.map((row) => [row, `${row}:${number}`]),
      );
    }),
  );
});
