import { roundTo } from '../rule/rounding';

/** Decimals that a figure keeps wherever it is written out or summed up. */
const DECIMALS = 10;

/** The figure without the binary tail that arithmetic leaves: 0.1 + 0.2 is 0.3. */
export function withoutTail(value: number): number {
  // from 2^53 on a float has no decimals, and neither has a whole number
  return Number.isInteger(value) ? value + 0 : roundTo(value, DECIMALS);
}
