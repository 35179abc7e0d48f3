import { calculate, comparisonScale, EMPTY_CHARACTERS } from './evaluate';
import {
  COMPARISON_DECIMALS,
  COMPARISON_SCALE,
  type ArithmeticOperator,
  type Condition,
  type EarlierPeriod,
  type FunctionName,
  type NumberExpression,
  type NumberFigure,
  type TextFigure,
} from './expression';

/** Where a formula finds its figures: a cell, a number known when the template is built, or blank. */
export type NumberPlace =
  | { readonly type: 'cell'; readonly reference: string }
  | { readonly type: 'constant'; readonly value: number }
  | { readonly type: 'blank' };

export interface Binding {
  number(name: NumberFigure): NumberPlace;
  /** The cell that holds the text. */
  text(name: TextFigure): string;
  /** The cell with the actual of another row, or blank where this workbook has no such row. */
  entry(id: string): NumberPlace;
  /** The same row's figure of an earlier period; absent where the form carries none. */
  earlier?(id: string, period: EarlierPeriod): NumberPlace;
}

/** What a number compiles to: its text, and the cells that must hold numbers for it to have a value. */
interface Compiled {
  readonly text: string;
  readonly cells: readonly string[];
  readonly isBlank: boolean;
  /** What it is whatever the cells hold. */
  readonly known?: number;
}

const BLANK: Compiled = { text: '""', cells: [], isBlank: true };

/**
 * The formula, without “=”, that gives what evaluateNumber gives; blank is "".
 * Uses only functions that Excel 2010, WPS and LibreOffice share.
 */
export function compileNumber(expression: NumberExpression, binding: Binding): string {
  const compiled = number(expression, binding);
  return compiled.isBlank ? '""' : guard(compiled.cells, `IFERROR(${compiled.text},"")`, '""');
}

/** The formula that gives TRUE or FALSE just as evaluateCondition does. */
export function compileCondition(condition: Condition, binding: Binding): string {
  switch (condition.type) {
    case 'boolean':
      return condition.value ? 'TRUE' : 'FALSE';
    case 'comparison': {
      const left = number(condition.left, binding);
      const right = number(condition.right, binding);
      if (left.isBlank || right.isBlank) return 'FALSE';
      const difference = `ROUND(${scaled(left, right)},${COMPARISON_DECIMALS})`;
      return guard(
        [...new Set([...left.cells, ...right.cells])],
        `IFERROR(${difference}${condition.operator}0,FALSE)`,
        'FALSE',
      );
    }
    case 'text-is':
      return `EXACT(${binding.text(condition.figure)},${quote(condition.value)})`;
    case 'blank':
      return `NOT(ISNUMBER(${compileNumber(condition.operand, binding)}))`;
    case 'empty':
      return `IFERROR(LEN(${stripped(binding.text(condition.figure))})=0,TRUE)`;
    case 'and':
      return list('AND', condition.operands, binding, 'TRUE');
    case 'or':
      return list('OR', condition.operands, binding, 'FALSE');
    case 'not':
      return `NOT(${compileCondition(condition.operand, binding)})`;
  }
}

/** A text as a formula literal. Excel allows at most 255 characters in one. */
export function quote(text: string): string {
  const pieces = text.match(/[\s\S]{1,120}/g) ?? [''];
  return pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&');
}

function number(expression: NumberExpression, binding: Binding): Compiled {
  switch (expression.type) {
    case 'number':
      return constant(expression.value);
    case 'figure':
      return place(binding.number(expression.name));
    case 'entry':
      return place(binding.entry(expression.id));
    case 'earlier':
      return place(binding.earlier?.(expression.id, expression.period) ?? { type: 'blank' });
    case 'sum-by-region':
      // limits.ts keeps such rules out of every sheet
      throw new Error('a sum over regions has no formula');
    case 'arithmetic': {
      const left = number(expression.left, binding);
      const right = number(expression.right, binding);
      if (left.isBlank || right.isBlank) return BLANK;
      const text = `(${left.text}${expression.operator}${operand(right.text)})`;
      const known = knownResult(expression.operator, left, right);
      return {
        ...{ text, cells: union([left, right]), isBlank: false },
        ...(known === null ? {} : { known }),
      };
    }
    case 'call': {
      const parts = expression.arguments.map((argument) => number(argument, binding));
      if (parts.some((part) => part.isBlank)) return BLANK;
      const text = call(
        expression.name,
        parts.map((part) => part.text),
      );
      return { text, cells: union(parts), isBlank: false };
    }
    case 'if': {
      const condition = compileCondition(expression.condition, binding);
      const then = compileNumber(expression.then, binding);
      const otherwise = compileNumber(expression.otherwise, binding);
      return { text: `IF(${condition},${then},${otherwise})`, cells: [], isBlank: false };
    }
  }
}

/** The difference of two sides as evaluateCondition scales it. */
function scaled(left: Compiled, right: Compiled): string {
  const difference = `${left.text}-${operand(right.text)}`;
  if (right.known === undefined)
    return `(${difference})/MAX(1,ABS(${right.text})/${constant(COMPARISON_SCALE).text})`;
  const scale = comparisonScale(right.known);
  return scale === 1 ? difference : `(${difference})/${constant(scale).text}`;
}

function knownResult(operator: ArithmeticOperator, left: Compiled, right: Compiled): number | null {
  if (left.known === undefined || right.known === undefined) return null;
  const result = calculate(operator, left.known, right.known);
  return Number.isFinite(result) ? result : null;
}

function place(found: NumberPlace): Compiled {
  switch (found.type) {
    case 'cell':
      return { text: found.reference, cells: [found.reference], isBlank: false };
    case 'constant':
      return constant(found.value);
    case 'blank':
      return BLANK;
  }
}

function constant(value: number): Compiled {
  return { text: String(value).replace('e', 'E'), cells: [], isBlank: false, known: value };
}

function call(name: FunctionName, [first = '', ...rest]: readonly string[]): string {
  const plain = `${name.toUpperCase()}(${[first, ...rest].join(',')})`;
  if (name === 'int') return `INT(ROUND(${first},${COMPARISON_DECIMALS}))`;
  return name === 'power' ? power(plain, first, rest[0] ?? '') : plain;
}

/** LibreOffice has values for 0 to the power of 0 and for odd roots of negative numbers; Excel has none. */
function power(plain: string, base: string, exponent: string): string {
  const known = Number(exponent);
  if (known !== 0 && Number.isInteger(known)) return plain;
  const isUndefined = Number.isNaN(known)
    ? `OR(AND(${base}=0,${exponent}=0),AND(${base}<0,${exponent}<>INT(${exponent})))`
    : `${base}${known === 0 ? '=' : '<'}0`;
  return `IF(${isUndefined},1/0,${plain})`;
}

/** A negative literal after an operator needs brackets. */
function operand(text: string): string {
  return text.startsWith('-') ? `(${text})` : text;
}

function union(parts: readonly Compiled[]): string[] {
  return [...new Set(parts.flatMap((part) => part.cells))];
}

function guard(cells: readonly string[], formula: string, otherwise: string): string {
  if (cells.length === 0) return formula;
  // COUNT counts cells that hold numbers, so text and blank cells fall out
  return `IF(COUNT(${cells.join(',')})=${cells.length},${formula},${otherwise})`;
}

/** What is left of a cell's text without the characters that leave it empty. */
export function stripped(cell: string): string {
  return EMPTY_CHARACTERS.reduce(
    (text, character) =>
      `SUBSTITUTE(${text},${character < ' ' ? `CHAR(${character.charCodeAt(0)})` : `"${character}"`},"")`,
    cell,
  );
}

function list(
  name: string,
  operands: readonly Condition[],
  binding: Binding,
  whenNone: string,
): string {
  if (operands.length === 0) return whenNone;
  return `${name}(${operands.map((condition) => compileCondition(condition, binding)).join(',')})`;
}
