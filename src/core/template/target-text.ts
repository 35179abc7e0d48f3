import type { Target } from '../plan/schema';
import type { Text } from '../plan/text';

/** A target as people write it: ≥30万元, <20, 3—5个, 10个左右(±5%); without a unit where none is given. */
export function targetText(target: Target, measureUnit = ''): Text {
  const { operator, value, upper, tolerance } = target;
  if (operator === 'qualitative') return { zh: '定性', en: 'qualitative' };
  if (value === null) return { zh: '待下达', en: 'to be set' };
  switch (operator) {
    case '>=':
      return both(`≥${value}${measureUnit}`);
    case '<=':
      return both(`≤${value}${measureUnit}`);
    case '>':
      return both(`>${value}${measureUnit}`);
    case '<':
      return both(`<${value}${measureUnit}`);
    case 'range':
      return {
        zh: `${value}—${upper ?? value}${measureUnit}`,
        en: `${value}–${upper ?? value}${measureUnit}`,
      };
    case '~': {
      const share = `±${Number(((tolerance ?? 0) * 100).toFixed(2))}%`;
      return {
        zh: `${value}${measureUnit}左右(${share})`,
        en: `about ${value}${measureUnit} (${share})`,
      };
    }
  }
}

/**
 * The number format that shows a target's number with its operator, so that the cell stays a number.
 * Null where the target is text: a range, a qualitative one, one not set yet.
 */
export function targetFormat(target: Target): string | null {
  const { operator, value } = target;
  if (value === null || operator === 'range' || operator === 'qualitative') return null;
  const digits = numberFormat(decimalsOf(value));
  switch (operator) {
    case '>=':
      return `"≥"${digits}`;
    case '<=':
      return `"≤"${digits}`;
    case '>':
      return `">"${digits}`;
    case '<':
      return `"<"${digits}`;
    case '~':
      return `"≈"${digits}`;
  }
}

/** #,##0.00 for two decimals. */
export function numberFormat(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** The decimals that a number is written with, 6 at most. */
export function decimalsOf(value: number): number {
  const [, fraction = ''] = String(Number(value.toFixed(6))).split('.');
  return fraction.length;
}

function both(text: string): Text {
  return { zh: text, en: text };
}
