import { typedFigure, typedText } from '../../../../src/hosts/pane/department/typed-figure';

test.each<[typed: string, held: number | string | null]>([
  ['70', 70],
  [' 70 ', 70],
  ['1,234.5', 1234.5],
  ['-5', -5],
  ['+.5', 0.5],
  ['12.', 12],
  ['007', 7],
  ['', null],
  ['  ', null],
  ['约50', '约50'],
  ['12%', '12%'],
  ['1,23', '1,23'],
  ['１２', '１２'],
  ['=1+1', '=1+1'],
  ['1e3', '1e3'],
  ['.', '.'],
])('%j typed as a figure is %j', (typed, held) => {
  expect(typedFigure(typed)).toBe(held);
});

test.each<[typed: string, held: string | null]>([
  [' 70 ', '70'],
  ['=1+1', '=1+1'],
  [' ', null],
])('%j typed as a text is %j', (typed, held) => {
  expect(typedText(typed)).toBe(held);
});
