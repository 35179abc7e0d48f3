/**
 * Rounds half away from zero to `decimals`, as a spreadsheet's ROUND does:
 * on the decimal digits that the number shows (15 of them), not on its binary tail.
 */
export function roundTo(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value;
  // a whole number of fewer digits is what it shows; 0 has no sign
  if (decimals >= 0 && Number.isInteger(value) && Math.abs(value) < 1e15) return value + 0;
  const shown = Number(Math.abs(value).toPrecision(15));
  const [digits, exponent = '0'] = String(shown).split('e');
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  // a number that large has no decimals to round
  if (!Number.isFinite(shifted)) return value;
  const [whole, wholeExponent = '0'] = String(shifted).split('e');
  const rounded = Number(`${whole}e${Number(wholeExponent) - decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
