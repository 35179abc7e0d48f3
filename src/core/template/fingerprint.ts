import type { CellValue } from '../sheet/description';
import { knownResults } from '../sheet/known-results';

const LONGEST_KNOWN = 60;
const MOST_KNOWN = 5000;

/**
 * A short fingerprint of a locked cell, to name the cell that changed.
 * It guards against accidents only; the seal over all of them is cryptographic.
 */
export const fingerprint = knownResults(
  computed,
  MOST_KNOWN,
  (value) => typeof value !== 'string' || value.length <= LONGEST_KNOWN,
);

function computed(value: CellValue): string {
  // LibreOffice saves 15 digits of a number, others 17
  const shown =
    typeof value === 'number' && !isShort(value) ? Number(value.toPrecision(DIGITS)) : value;
  const text = `${typeof value}:${String(shown)}`;
  // two 32-bit multiplicative hashes side by side
  let first = 0x811c9dc5;
  let second = 0x1000193;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x5bd1e995);
  }
  return (first >>> 0).toString(36) + (second >>> 0).toString(36);
}

/** A whole number of fewer digits, which nobody cuts. */
function isShort(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 10 ** DIGITS;
}

/** Digits of a number that every program keeps. */
const DIGITS = 12;

/** Stands for a formula: its text changes when rows move, so only its being a formula is kept. */
export const FORMULA_FINGERPRINT = '=';
