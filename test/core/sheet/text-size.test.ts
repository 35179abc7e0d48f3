import fc from 'fast-check';
import {
  linesIn,
  rowHeight,
  textWidth,
  widthOfLine,
  widthOfNumber,
} from '../../../src/core/sheet/text-size';

const SIZE = 10;

test.each([
  ['', 1],
  ['序时目标', 1],
  ['一行\n两行\n', 3],
  ['目标'.repeat(40), 6],
  ['a'.repeat(60), 3],
])('%j takes %i lines in a column of 30', (text, lines) => {
  expect(linesIn(text, 30, SIZE)).toBe(lines);
});

test('a Chinese character is wider than a Latin one, a smaller font needs fewer lines', () => {
  expect(textWidth('完成值')).toBeGreaterThan(textWidth('abc'));
  expect(linesIn('说明'.repeat(60), 30, 8)).toBeLessThan(linesIn('说明'.repeat(60), 30, SIZE));
});

const anyText = fc.string({ unit: fc.constantFrom('完', '成', 'a', '1', '，', '\n', ' ') });

test('longer text never takes fewer lines, a wider column never more', () => {
  fc.assert(
    fc.property(anyText, anyText, fc.integer({ min: 4, max: 80 }), (text, more, width) => {
      const lines = linesIn(text, width, SIZE);
      expect(linesIn(text + more, width, SIZE)).toBeGreaterThanOrEqual(lines);
      expect(linesIn(text, width + 5, SIZE)).toBeLessThanOrEqual(lines);
    }),
  );
});

test('a column as wide as a line holds it in one', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('完', 'a', '1'), minLength: 1 }), (text) => {
      expect(linesIn(text, widthOfLine(text, SIZE), SIZE)).toBe(1);
    }),
  );
});

test('a row grows with its lines, to what Excel allows', () => {
  expect(rowHeight(2, SIZE)).toBeGreaterThan(rowHeight(1, SIZE));
  expect(rowHeight(1, 20)).toBeGreaterThan(rowHeight(1, SIZE));
  expect(rowHeight(1000, SIZE)).toBe(409);
});

test.each([
  [1234567.891, '#,##0.00', '1,234,567.89'],
  [-12.34, '0.0', '-12.3'],
  [0.4567, '0.0%', '45.7%'],
  [120, '"≥"#,##0', '≥120'],
  [2022, undefined, '2022'],
])('%d in %s is as wide as %s', (value, format, shown) => {
  expect(widthOfNumber(value, format, SIZE)).toBe(widthOfLine(shown, SIZE));
});
