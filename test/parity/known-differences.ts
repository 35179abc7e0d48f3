import type { RowAnswer } from './answer';
import type { Typed } from './fillings';

export const PROGRAMS = ['LibreOffice', 'IronCalc'] as const;
export type Program = (typeof PROGRAMS)[number];

/** Something that a spreadsheet program, and not the form, does otherwise than the review. */
export interface KnownDifference {
  readonly id: string;
  readonly programs: readonly Program[];
  readonly reason: string;
  /** A figure that shows it in some row, or a ratio that does in a row that computes itself. */
  readonly example: Typed | { readonly numerator: number; readonly denominator: number };
  /** What the program takes the content of a figure's cell for; undefined where it takes it as it is. */
  readonly takes?: (typed: Typed) => Typed | undefined;
  /** Whether two answers that are not the same differ by this and by nothing else. */
  readonly excuses?: (review: RowAnswer, program: RowAnswer) => boolean;
}

/**
 * All that the comparison lets pass, and no more: a cell is rewritten to what the program takes it for and
 * the review of the rewritten file is what the program must say. A test fails when one of these no longer holds.
 */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    id: 'truth-value-as-number',
    programs: ['LibreOffice'],
    reason:
      'LibreOffice loads TRUE and FALSE in a cell with a number format as the numbers 1 and 0; the review, Excel and IronCalc refuse them as figures.',
    example: true,
    takes: (typed) => (typeof typed === 'boolean' ? Number(typed) : undefined),
  },
  {
    id: 'number-format-unseen',
    programs: ['LibreOffice', 'IronCalc'],
    reason:
      'No formula can see that a number is shown as a date or as a percentage: to the sheet it is the bare number, the review refuses the date and reads 0.12 shown as 12% as 12.',
    example: { number: 0.12, shownAs: 'percent' },
    takes: (typed) =>
      typeof typed === 'object' && typed !== null && 'number' in typed ? typed.number : undefined,
  },
  {
    id: 'null-error-unnamed',
    programs: ['LibreOffice'],
    reason: 'LibreOffice has no number for #NULL!, so the message quotes it as “#”.',
    example: { error: '#NULL!' },
    excuses: (review, program) =>
      isSame({ ...review, message: review.message.replace('#NULL!', '#') }, program),
  },
  {
    id: 'sixteenth-digit',
    programs: ['LibreOffice'],
    reason:
      'LibreOffice rounds a computed number from a hundred thousand million on by its binary digits: ROUND(430006000/0.000653,2) gives …4.62 where Excel, which rounds what 15 digits show, IronCalc and the review give …4.63.',
    example: { numerator: 430006000, denominator: 0.000653 },
    excuses: (review, program) =>
      Math.abs(Number(review.computed)) >= 1e11 &&
      differsByLastDigits(String(review.computed), String(program.computed)) &&
      isSame(
        { ...review, message: '', computed: '', completion: '' },
        { ...program, message: '', computed: '', completion: '' },
      ) &&
      differsByLastDigits(review.message, program.message),
  },
  {
    id: 'minus-lost',
    programs: ['IronCalc'],
    reason:
      'IronCalc 0.8.4: TEXT leaves out the minus of a negative that is one unit of its format’s last digit: TEXT(-1,"0") gives 1.',
    example: -0.000001,
    excuses: (review, program) =>
      isSame(
        { ...review, message: withoutMinus(review.message) },
        { ...program, message: withoutMinus(program.message) },
      ),
  },
  {
    id: 'binary-rounding',
    programs: ['IronCalc'],
    reason:
      'IronCalc 0.8.4: ROUND rounds the binary number, not the decimal that is shown: ROUND(1.005,2) gives 1 where Excel, LibreOffice and the review give 1.01.',
    example: 1.005,
    excuses: (review, program) =>
      isSame({ ...review, message: '' }, { ...program, message: '' }) &&
      differsByLastDigits(review.message, program.message),
  },
];

/** Rules that no formula can run: they speak of the file, not of a row's figures. */
export const FILE_LEVEL: Readonly<Record<string, string>> = {
  ...each('the sheet cannot see what was issued', [
    ...['altered-formula', 'altered-head', 'altered-identity', 'altered-locked-cell'],
    ...['formulas-lost', 'plan-version', 'signature-missing', 'unlisted-indicator'],
    ...['wrong-period', 'wrong-plan', 'wrong-round', 'recovered-identity'],
  ]),
  ...each(
    'a formula stands in a row and column; it cannot tell that others are gone, moved or doubled',
    [
      ...['duplicate-column', 'duplicate-form', 'duplicate-row', 'extra-column', 'extra-row'],
      ...['extra-sheet', 'missing-column', 'missing-row', 'missing-sheet', 'merged-cells'],
      ...['hidden-row', 'recovered-by-headings', 'recovered-by-names'],
    ],
  ),
  ...each('it is about a region’s consolidated workbook, which has no form', [
    'altered-figure',
    'no-regional-figure',
  ]),
  ...each('it is in the file beside the sheet', ['external-link', 'macros']),
  'formula-without-value': 'a program that opens the sheet computes it',
  'number-as-text':
    'a note on how a figure is stored; the sheet reads the figure as the review does',
  'head-missing': 'the foot is filled in last; its cells say so by their hints',
};

export function isSame(one: RowAnswer, other: RowAnswer): boolean {
  return (
    one.message === other.message &&
    one.status === other.status &&
    isNear(one.completion, other.completion) &&
    isNear(one.scheduled, other.scheduled) &&
    isNear(one.computed, other.computed) &&
    one.rules.join() === other.rules.join()
  );
}

/** Equal up to what is left of 15 digits after a few operations. */
function isNear(one: number | string, other: number | string): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
}

function each(reason: string, rules: readonly string[]): Record<string, string> {
  return Object.fromEntries(rules.map((rule) => [rule, reason]));
}

function withoutMinus(message: string): string {
  return message.replace(/-(1|0\.0*1)(?!\.?\d)/g, '$1');
}

/** Whether the texts are the same but for numbers that differ by one unit of their last digit. */
function differsByLastDigits(one: string, other: string): boolean {
  if (one.replace(NUMBER, '#') !== other.replace(NUMBER, '#')) return false;
  const [left, right] = [numbersIn(one), numbersIn(other)];
  return left.every((text, index) => {
    const unit = 10 ** -Math.max(decimalsOf(text), decimalsOf(right[index]!));
    // numbers themselves are no finer than their last binary digit
    const finest = Math.abs(Number(text)) * 2 ** -51;
    return Math.abs(Number(text) - Number(right[index])) <= unit * 1.000001 + finest;
  });
}

const NUMBER = /\d+(?:\.\d+)?/g;

function numbersIn(text: string): string[] {
  return text.match(NUMBER) ?? [];
}

function decimalsOf(digits: string): number {
  return (digits.split('.')[1] ?? '').length;
}
