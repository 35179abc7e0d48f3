import fc from 'fast-check';
import { isPlain, roundTo } from '../../../src/core/rule/rounding';

/** Half away from zero on a decimal text: the rule written out on digits, without binary numbers. */
function roundDigits(text: string, decimals: number): number {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  const padded = fraction.padEnd(decimals + 1, '0');
  const kept = BigInt(whole + padded.slice(0, decimals));
  const rounded = padded.charAt(decimals) >= '5' ? kept + 1n : kept;
  const digits = String(rounded).padStart(decimals + 1, '0');
  const value = `${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`;
  return Number(`${sign}${value}`);
}

/** Halves, and numbers whose binary form lies below the half that they show. */
test.each([
  [0.5, 0, 1],
  [1.5, 0, 2],
  [2.5, 0, 3],
  [-0.5, 0, -1],
  [-2.5, 0, -3],
  [0.15, 1, 0.2],
  [0.25, 1, 0.3],
  [0.35, 1, 0.4],
  [1.45, 1, 1.5],
  [-1.45, 1, -1.5],
  [1.005, 2, 1.01],
  [-1.005, 2, -1.01],
  [2.675, 2, 2.68],
  [0.285, 2, 0.29],
  [1.255, 2, 1.26],
  [8.325, 2, 8.33],
  [10.235, 2, 10.24],
  [2.145, 2, 2.15],
  [-3.1415926, 4, -3.1416],
  [66.666666, 2, 66.67],
  [33.333333, 2, 33.33],
  [2.4999999999999, 0, 2],
  [99.995, 2, 100],
  [12345678.905, 2, 12345678.91],
  [1234.5, -2, 1200],
  [1250, -2, 1300],
  [-1250, -2, -1300],
  [4, -1, 0],
  [0, 2, 0],
])('ROUND(%d, %i) is %d', (value, decimals, expected) => {
  expect(roundTo(value, decimals)).toBe(expected);
});

test('whether a number is plain makes no difference to how it is rounded', () => {
  const digits = fc.integer({ min: -(10 ** 15), max: 10 ** 15 });
  const ulps = fc.integer({ min: -3, max: 3 });
  fc.assert(
    fc.property(digits, fc.nat(9), fc.nat(9), ulps, (whole, places, decimals, tail) => {
      const value = (whole / 10 ** places) * (1 + tail * Number.EPSILON);
      const shown = Number(value.toPrecision(15));
      fc.pre(!String(shown).includes('e'));
      expect(roundTo(value, decimals)).toBe(roundDigits(String(shown), decimals) + 0);
      if (isPlain(value, 6)) expect(shown).toBe(value);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [12.5, 1, true],
  [12.5, 0, false],
  [0.1 + 0.2, 6, false],
  [0.3, 1, true],
  [1e15, 0, false],
  [123_456_789.123456, 6, true],
  [1_234_567_890.123456, 6, false],
  [1e-9, 6, false],
])('%d is plain to %i decimals: %p', (value, decimals, expected) => {
  expect(isPlain(value, decimals)).toBe(expected);
});

test.each([
  [0.1 + 0.2, 1, 0.3],
  [1.1 * 1.1, 2, 1.21],
  [4.35 * 100, 0, 435],
  [1.15 + 1.3, 1, 2.5],
  [(33.3 - 34.6) / 34.6, 4, -0.0376],
])('the tail of binary arithmetic does not show: %d to %i decimals is %d', (...row) => {
  const [value, decimals, expected] = row;
  expect(roundTo(value, decimals)).toBe(expected);
});

test.each([
  [1e21, 2, 1e21],
  [1.5e300, 20, 1.5e300],
  [-1.5e300, 20, -1.5e300],
  [1e-7, 6, 0],
  [6e-7, 6, 1e-6],
  [-1e-7, 6, 0],
  [5e-324, 2, 0],
  [Infinity, 2, Infinity],
  [-Infinity, 2, -Infinity],
])('%d to %i decimals is %d', (value, decimals, expected) => {
  expect(roundTo(value, decimals)).toBe(expected);
});

test('what is no number stays none, and nothing becomes a negative zero', () => {
  expect(roundTo(NaN, 2)).toBeNaN();
  expect(Object.is(roundTo(-0.001, 2), 0)).toBe(true);
  expect(Object.is(roundTo(-0, 2), 0)).toBe(true);
});

const decimals = fc.integer({ min: 0, max: 6 });
const decimalTexts = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.integer({ min: 0, max: 99_999_999 }),
    fc.stringMatching(/^\d{1,7}$/),
  )
  .map(([sign, whole, fraction]) => `${sign}${whole}.${fraction}`);

test('agrees with rounding the digits by hand', () => {
  fc.assert(
    fc.property(decimalTexts, decimals, (text, places) => {
      expect(roundTo(Number(text), places)).toBe(roundDigits(text, places) + 0);
    }),
    { numRuns: 2000 },
  );
});

test('agrees with rounding the digits by hand on halves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), decimals, (kept, places) => {
      const text = String(kept).padStart(places + 1, '0');
      const half = `${text.slice(0, text.length - places)}.${text.slice(text.length - places)}5`;
      expect(roundTo(Number(half), places)).toBe(roundDigits(half, places));
      expect(roundTo(-Number(half), places)).toBe(-roundDigits(half, places));
    }),
    { numRuns: 2000 },
  );
});

const numbers = fc.double({ noNaN: true, min: -1e15, max: 1e15 });

test('rounding again changes nothing, and the sign makes no difference', () => {
  fc.assert(
    fc.property(numbers, decimals, (value, places) => {
      const rounded = roundTo(value, places);
      expect(roundTo(rounded, places)).toBe(rounded);
      expect(roundTo(-value, places)).toBe(0 - rounded);
    }),
    { numRuns: 1000 },
  );
});

test('moves a number by half a step at most', () => {
  const shown = fc.double({ noNaN: true, min: -1e8, max: 1e8 });
  fc.assert(
    fc.property(shown, decimals, (value, places) => {
      const step = 10 ** -places;
      expect(Math.abs(roundTo(value, places) - value)).toBeLessThanOrEqual(
        step / 2 + 1e-6 * step + 1e-7,
      );
    }),
  );
});
