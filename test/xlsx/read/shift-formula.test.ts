import * as fc from 'fast-check';
import { formatAddress } from '../../../src/core/sheet/address';
import { movable } from '../../../src/xlsx/read/shift-formula';

it.each([
  ['A1', 1, 1, 'B2'],
  ['$A$1+$A1+A$1', 2, 3, '$A$1+$A3+D$1'],
  ['SUM(A1:B2)', 1, 0, 'SUM(A2:B3)'],
  ['LOG10(A1)', 1, 0, 'LOG10(A2)'],
  ['A:A', 5, 1, 'B:B'],
  ['$A:C', 0, 2, '$A:E'],
  ['1:1', 2, 9, '3:3'],
  ['SUM($1:3)', 2, 0, 'SUM($1:5)'],
  ['"A1"&A1', 1, 0, '"A1"&A2'],
  ['"say ""A1"""&A1', 1, 0, '"say ""A1"""&A2'],
  ["'A1 年'!A1", 1, 0, "'A1 年'!A2"],
  ["'it''s A1'!A1", 1, 0, "'it''s A1'!A2"],
  ['填报表!A1', 1, 0, '填报表!A2'],
  ['Q1!A1', 1, 0, 'Q1!A2'],
  ['Q1:Q4!A1', 1, 0, 'Q1:Q4!A2'],
  ['[1]Sheet1!A1', 1, 0, '[1]Sheet1!A2'],
  ['Table1[[#This Row],[A1]]*A1', 1, 0, 'Table1[[#This Row],[A1]]*A2'],
  ['Table1[A1]', 1, 0, 'Table1[A1]'],
  ['A1B+XFE1+A1048577+rate_A1', 1, 0, 'A1B+XFE1+A1048577+rate_A1'],
  ['1.5E5+E5', 1, 0, '1.5E5+E6'],
  ['#REF!+A1', 1, 0, '#REF!+A2'],
  ['IF(A1="",TRUE,FALSE)', 1, 0, 'IF(A2="",TRUE,FALSE)'],
  ['A2', -2, 0, '#REF!'],
  ['B1', 0, -2, '#REF!'],
  ['A1048576', 1, 0, '#REF!'],
  ['a1', 1, 0, 'A2'],
  ['', 1, 1, ''],
])('%s moved by %i rows and %i columns', (formula, rows, columns, expected) => {
  expect(movable(formula)(rows, columns)).toBe(expected);
});

it('moves every reference by what it is moved', () => {
  const place = fc.tuple(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 900 }));
  fc.assert(
    fc.property(place, place, ([row, column], [rows, columns]) => {
      const move = movable(`${formatAddress(row, column)}*2`);
      expect(move(rows, columns)).toBe(`${formatAddress(row + rows, column + columns)}*2`);
    }),
  );
});

it('leaves any text as it is where nothing moves', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          '$',
          'A',
          '1',
          '"',
          "'",
          '[',
          ']',
          '!',
          ':',
          '(',
          ',',
          '+',
          ' ',
          '指',
          '#',
        ),
      }),
      (formula) => {
        expect(movable(formula)(0, 0)).toBe(formula);
      },
    ),
  );
});
