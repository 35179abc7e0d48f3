import type { Worksheet } from 'exceljs';
import type { ValidationDescription } from '../../core/sheet/description';
import { plainRange } from './ranges';
import { checkedFormula, cleanText, cutText } from './text';

const LONGEST_LIST = 255;
const LONGEST_TITLE = 32;
const LONGEST_MESSAGE = 255;
/**
 * Stands for a line end in a prompt until the part is finished: exceljs writes a bare line feed
 * into the attribute, where XML readers turn it into a space. A noncharacter, so no text holds it.
 */
export const LINE_END = '\uFDD0';

type Rule = ValidationDescription['rule'];

interface ExcelValidation {
  type: Rule['type'];
  operator?: string;
  formulae?: (string | number)[];
  allowBlank: true;
  showInputMessage?: true;
  promptTitle?: string;
  prompt?: string;
  showErrorMessage?: true;
  errorStyle?: string;
  errorTitle?: string;
  error?: string;
}

/** exceljs has this member but leaves it out of its types. */
interface RangeValidations {
  readonly dataValidations: { add(range: string, validation: ExcelValidation): void };
}

/**
 * Adds each validation under its first range, written by writtenKey: per cell, exceljs splits and
 * overlaps them, and it knows no second range. The package is given all ranges when it is finished.
 */
export function addValidations(
  worksheet: Worksheet,
  validations: readonly ValidationDescription[],
): void {
  const { dataValidations } = worksheet as unknown as RangeValidations;
  const seen = new Set<string>();
  for (const validation of validations) {
    const place = `validation of ${worksheet.name}!${validation.range}`;
    const ranges = validationRanges(validation);
    if (ranges.some((range) => seen.has(range)))
      throw new Error(`${place}: a range has two validations`);
    ranges.forEach((range) => seen.add(range));
    dataValidations.add(writtenKey(ranges[0]!), excelValidation(validation, place));
  }
}

/** Every range of every validation in plain spelling, by the sqref that exceljs wrote for it. */
export function writtenRanges(
  validations: readonly ValidationDescription[],
): ReadonlyMap<string, string> {
  return new Map(
    validations.map((validation) => {
      const ranges = validationRanges(validation);
      return [writtenKey(ranges[0]!), ranges.join(' ')];
    }),
  );
}

function validationRanges({ range }: ValidationDescription): string[] {
  return range.trim().split(/\s+/).map(plainRange);
}

/** H9:H9 for a single cell: those without a colon exceljs would merge with their neighbours. */
function writtenKey(range: string): string {
  return range.includes(':') ? range : `${range}:${range}`;
}

function excelValidation({ rule, prompt, error }: ValidationDescription, place: string) {
  const validation: ExcelValidation = { ...excelRule(rule, place), allowBlank: true };
  if (prompt) {
    validation.showInputMessage = true;
    validation.promptTitle = message(prompt.title, LONGEST_TITLE);
    validation.prompt = message(prompt.text, LONGEST_MESSAGE);
  }
  if (error) {
    validation.showErrorMessage = true;
    validation.errorStyle = error.style;
    validation.errorTitle = message(error.title, LONGEST_TITLE);
    validation.error = message(error.text, LONGEST_MESSAGE);
  }
  return validation;
}

function excelRule(
  rule: Rule,
  place: string,
): Pick<ExcelValidation, 'type' | 'operator' | 'formulae'> {
  switch (rule.type) {
    case 'list':
      return { type: 'list', formulae: [listSource(rule.source, place)] };
    case 'custom':
      return { type: 'custom', formulae: [checkedFormula(rule.formula, place)] };
    case 'any':
      return { type: 'any' };
    case 'decimal':
    case 'whole':
    case 'textLength': {
      const { type, operator, low, high } = rule;
      if (operator !== 'between') return { type, operator, formulae: [low] };
      if (high === undefined) throw new Error(`${place}: “between” needs both bounds`);
      return { type, operator, formulae: [low, high] };
    }
  }
}

/** A range, a name or a formula as it stands; words with commas between them as a literal list. */
function listSource(source: string, place: string): string {
  const isLiteral = source.startsWith('"');
  if (!isLiteral && !/^[^!()'$:]+,[^!()'$:]+$/.test(source)) return checkedFormula(source, place);
  const words = isLiteral ? source.slice(1, -1) : source.replaceAll('"', '""');
  if (words.length > LONGEST_LIST)
    throw new Error(
      `${place}: a literal list of ${words.length} characters makes Excel refuse the file (255 at most); put it in a range`,
    );
  return `"${cleanText(words)}"`;
}

function message(text: string, limit: number): string {
  return cutText(cleanText(text), limit).replaceAll('\n', LINE_END);
}
