import { plainText, trimmed } from '../rule/plain-text';
import { isPlain, roundTo } from '../rule/rounding';
import type { GridCell } from '../sheet/grid';
import { knownResults } from '../sheet/known-results';

/** A figure read from a cell, or why it is none. */
export type NumberReading =
  | { readonly is: 'number'; readonly value: number; readonly wasText: boolean }
  | { readonly is: 'blank' }
  | { readonly is: 'invalid' };

const BLANK: NumberReading = { is: 'blank' };
const INVALID: NumberReading = { is: 'invalid' };
/** A sign; digits in one piece or in groups of three, 15 at most; a decimal point. */
const PLAIN =
  /^[+-]? ?(?:(?:[1-9]\d{0,2}(?:,\d{3}){1,4}|[1-9]\d{0,2}(?: \d{3}){1,4}|\d+)(?:\.\d+)?|\.\d+)$/;
/** More digits, with what stands between them, are no figure. */
const MOST_DIGITS = 40;
/** Decimals of what 万 or 亿 multiplies; the form's formulas round so too. */
const SCALED_DECIMALS = 6;
const DATE_FORMAT = /(^|[^"\\])[ymd]{2,}|年|月|日|h:m|m\/d/i;

/**
 * Reads a figure in `measureUnit` as the form's own formulas do (template/reading-formulas.ts), the way people write them: 1,234.5 · １２３ · 12% where the unit is % ·
 * 1.2万 where the unit itself has no 万 or 亿. Anything less than certain (约50, —, 无) is invalid, never guessed.
 */
export function readNumber(cell: GridCell | undefined, measureUnit: string): NumberReading {
  if (cell === undefined) return BLANK;
  if (cell.hasCachedValue === false && cell.formula !== undefined) return INVALID;
  switch (cell.type) {
    case 'number':
      return readNumeric(Number(cell.value), cell.numberFormat, measureUnit);
    case 'text':
      return readText(String(cell.value), measureUnit);
    case 'boolean':
    case 'error':
      return INVALID;
  }
}

function readNumeric(value: number, format: string | undefined, unit: string): NumberReading {
  if (!Number.isFinite(value)) return INVALID;
  // a program shows 15 digits; what is stored behind them is the tail of a computation
  const plain: NumberReading = { is: 'number', value: tidy(value), wasText: false };
  if (format === undefined) return plain;
  switch (meaningOf(format)) {
    case 'date':
      return INVALID;
    case 'share':
      // 0.12 shown as 12% is twelve per cent; in any other unit a percentage is no figure
      return unit === '%' ? { is: 'number', value: tidy(value * 100), wasText: true } : INVALID;
    case 'number':
      return plain;
  }
}

type Meaning = 'date' | 'share' | 'number';

const MOST_FORMATS = 200;

/** What a number is shown as; found once for the few formats that cells of a round have. */
const meaningOf = knownResults(findMeaning, MOST_FORMATS);

function findMeaning(format: string): Meaning {
  // quoted and escaped characters are shown as they are, without a meaning
  const shown = format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '');
  if (DATE_FORMAT.test(shown)) return 'date';
  return shown.includes('%') ? 'share' : 'number';
}

function readText(text: string, unit: string): NumberReading {
  const plain = plainText(text);
  const written = trimmed(plain);
  if (written === '') return BLANK;
  const suffix = /[%万亿]$/.exec(written)?.[0] ?? '';
  const digits = trimmed(written.slice(0, written.length - suffix.length));
  const unsigned = trimmed(digits.replace(/^[+-]/, ''));
  if (unsigned.length > MOST_DIGITS || !PLAIN.test(digits)) return INVALID;
  // a line break or a wide gap between digits may stand between two figures
  if (unsigned.includes(' ') && !plain.includes(unsigned)) return INVALID;
  const scale = scaleOf(suffix, unit);
  if (scale === null) return INVALID;
  const typed = Number(digits.replace(/[, ]/g, ''));
  const value = scale === 1 ? tidy(typed) : roundTo(typed * scale, SCALED_DECIMALS);
  return Number.isFinite(value) ? { is: 'number', value, wasText: true } : INVALID;
}

/** What the written suffix multiplies by in the cell's unit; null where that is not certain. */
function scaleOf(suffix: string, unit: string): number | null {
  if (suffix === '') return 1;
  if (suffix === '%') return unit === '%' ? 1 : null;
  if (/[%万亿]/.test(unit)) return null;
  return suffix === '万' ? 1e4 : 1e8;
}

/** Takes out the binary tail that a computation leaves; a number of more digits has none. */
function tidy(value: number): number {
  if (isPlain(value, SCALED_DECIMALS)) return value + 0;
  return Math.abs(value) < 1e15 ? Number(value.toPrecision(15)) : value;
}
