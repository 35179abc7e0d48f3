import { roundTo } from './rounding';

/** Programs have 15 digits and part over the last of them. */
const DIGITS = 14;
/** Decimals of a figure that is quoted as it was typed. */
export const QUOTED_DECIMALS = 6;
/** Below it a number keeps all of its decimals. */
const PLAIN = 10 ** (DIGITS - QUOTED_DECIMALS);
const BEYOND = { above: `≥1E${DIGITS}`, below: `≤-1E${DIGITS}` };

/**
 * A number in a message: rounded to at most `decimals`, without an exponent or a zero at the end.
 * One with more than 14 digits gets fewer decimals; from 10^14 on only its size is said.
 */
export function numberText(value: number, decimals: number): string {
  // a whole number is written alike with any decimals
  if (decimals >= 0 && Number.isInteger(value) && Math.abs(value) < PLAIN) return String(value + 0);
  for (const places of placesFor(decimals)) {
    const rounded = roundTo(value, places);
    if (Math.abs(rounded) < 10 ** (DIGITS - places)) return written(rounded, places);
  }
  return value > 0 ? BEYOND.above : BEYOND.below;
}

/** The formula that gives numberText of this one; an error where it is none. */
export function numberTextFormula(number: string, decimals: number): string {
  return placesFor(decimals).reduceRight(
    (rest, places) =>
      `IF(ABS(ROUND(${number},${places}))<1E${DIGITS - places},${writtenFormula(number, places)},${rest})`,
    `IF(${number}>0,"${BEYOND.above}","${BEYOND.below}")`,
  );
}

/** The decimals to try, from the most down. */
function placesFor(decimals: number): number[] {
  const most = Math.min(decimals, QUOTED_DECIMALS);
  return [...new Set([most, Math.min(most, 3), 0])];
}

function written(value: number, places: number): string {
  const text = (value === 0 ? 0 : value).toFixed(places);
  return places === 0 ? text : text.replace(/\.?0+$/, '');
}

/** Programs differ on whether 5 in the format 0.## keeps its point, so it is taken off. */
function writtenFormula(number: string, places: number): string {
  // adding zero turns the −0 of some programs into 0
  const rounded = `ROUND(${number},${places})+0`;
  if (places === 0) return `TEXT(${rounded},"0")`;
  return `SUBSTITUTE(SUBSTITUTE(TEXT(${rounded},"0.${'#'.repeat(places)}")&"|",".|",""),"|","")`;
}
