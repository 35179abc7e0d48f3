import fc from 'fast-check';
import { plainText, plainTextFormula, trimmed } from '../../../src/core/rule/plain-text';

test.each<[text: string, plain: string]>([
  ['', ''],
  ['１２３．５％', '123.5%'],
  ['－１，２３４', '-1,234'],
  ['−7', '-7'],
  ['\u00a012\u3000', ' 12 '],
  ['\ufeff1\u200b2', '12'],
  ['5\n6', '5  6'],
  ['约５０家', '约50家'],
])('%j is %j in plain characters', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test.each<[text: string, inside: string]>([
  ['  a  b ', 'a b'],
  [' ', ''],
  ['a', 'a'],
])('%j trimmed is %j', (text, inside) => {
  expect(trimmed(text)).toBe(inside);
});

test('plain text stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainText(plainText(text))).toBe(plainText(text));
    }),
  );
});

test('the formula nests less deeply than Excel opens', () => {
  const depth = plainTextFormula('A1').match(/SUBSTITUTE\(/g)!.length;
  expect(depth).toBeGreaterThan(30);
  expect(depth).toBeLessThan(45);
});
