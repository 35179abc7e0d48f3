import { numberText, numberTextFormula } from '../../../src/core/rule/number-text';

test.each<[value: number, decimals: number, text: string]>([
  [0, 2, '0'],
  [-0, 0, '0'],
  [-0.0000001, 6, '0'],
  [12, 2, '12'],
  [12.5, 2, '12.5'],
  [0.1 + 0.2, 6, '0.3'],
  [1.005, 2, '1.01'],
  [-2.5, 0, '-3'],
  [100, 0, '100'],
  [1500, 2, '1500'],
  [1.5e-5, 6, '0.000015'],
  [0.123456789, 9, '0.123457'],
  // fourteen digits in all
  [99_999_999.123456, 6, '99999999.123456'],
  [123_456_789.123456, 6, '123456789.123'],
  [123_456_789_012.5, 6, '123456789013'],
  [99_999_999_999_999, 0, '99999999999999'],
  [1e14, 2, '≥1E14'],
  [-1e20, 2, '≤-1E14'],
])('%p to %i decimals is %s', (value, decimals, text) => {
  expect(numberText(value, decimals)).toBe(text);
});

test('the formula names the number once for each size it may have', () => {
  expect(numberTextFormula('A1', 0)).toBe(
    'IF(ABS(ROUND(A1,0))<1E14,TEXT(ROUND(A1,0)+0,"0"),IF(A1>0,"≥1E14","≤-1E14"))',
  );
  expect(numberTextFormula('A1', 2).match(/TEXT\(/g)).toHaveLength(2);
  expect(numberTextFormula('A1', 6).match(/TEXT\(/g)).toHaveLength(3);
});
