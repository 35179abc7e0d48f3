/**
 * Rounds half away from zero to `decimals`, as a spreadsheet's ROUND does:
 * on the decimal digits that the number shows (15 of them), not on its binary tail.
 */
export function roundTo(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value;
  // 0 has no sign
  if (decimals >= 0 && isPlain(value, Math.min(decimals, MOST_PLAIN))) return value + 0;
  const shown = Number(Math.abs(value).toPrecision(15));
  const [digits, exponent = '0'] = String(shown).split('e');
  const shifted = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  // a number that large has no decimals to round
  if (!Number.isFinite(shifted)) return value;
  const [whole, wholeExponent = '0'] = String(shifted).split('e');
  const rounded = Number(`${whole}e${Number(wholeExponent) - decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Powers of ten up to this one are exact, and so is what they are taken out of again. */
const MOST_PLAIN = 6;

/**
 * Whether the number is the nearest one to a text of so many decimals, 0 to 6, and 15 digits at most:
 * then it shows just these, without a binary tail.
 */
export function isPlain(value: number, decimals: number): boolean {
  if (Number.isInteger(value)) return Math.abs(value) < 1e15;
  const scale = 10 ** decimals;
  const shifted = Math.round(value * scale);
  return Math.abs(shifted) < 1e15 && shifted / scale === value;
}
