import { fill, type Fillings, type Text } from '../plan/text';
import {
  EARLIER_PERIODS,
  NUMBER_FIGURES,
  TEXT_FIGURES,
  type ComparisonOperator,
  type Condition,
  type EarlierPeriod,
  type Expression,
  type FunctionName,
  type NumberExpression,
  type NumberFigure,
  type TextFigure,
} from './expression';
import { expectedNames, ruleMessages } from './messages';
import { tokenize, type Token } from './tokenize';

/** A mistake in a rule's text; `column` counts characters from 1. */
export interface RuleTextProblem {
  readonly column: number;
  readonly message: Text;
}

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problem: RuleTextProblem };

export type ParsedNumber =
  | { readonly ok: true; readonly number: NumberExpression }
  | { readonly ok: false; readonly problem: RuleTextProblem };

/** Reads a condition such as `actual < previous and not empty(explanation)`. */
export function parseCondition(text: string): ParsedCondition {
  const parsed = attempt(() => new Parser(text).wholeCondition());
  return parsed.ok ? { ok: true, condition: parsed.value } : parsed;
}

/** Reads a number such as `round(actual / target * 100, 1)`. */
export function parseNumber(text: string): ParsedNumber {
  const parsed = attempt(() => new Parser(text).wholeNumber());
  return parsed.ok ? { ok: true, number: parsed.value } : parsed;
}

/** How many arguments each function takes; Infinity for any number from one up. */
const ARGUMENTS: Readonly<Record<FunctionName, number>> = {
  abs: 1,
  int: 1,
  round: 2,
  power: 2,
  min: Infinity,
  max: Infinity,
  sum: Infinity,
};
const COMPARISONS: readonly string[] = ['<', '<=', '=', '<>', '>=', '>'];
/** Far more than a rule needs; half of what Excel takes in one formula. */
const LONGEST = 4000;
/** As deep as Excel nests functions. */
const DEEPEST = 64;

class Mistake extends Error {
  constructor(readonly problem: RuleTextProblem) {
    super(problem.message.en);
  }
}

function attempt<T>(
  parse: () => T,
): { ok: true; value: T } | { ok: false; problem: RuleTextProblem } {
  try {
    return { ok: true, value: parse() };
  } catch (error) {
    if (error instanceof Mistake) return { ok: false, problem: error.problem };
    throw error;
  }
}

function isNumber(expression: Expression): expression is NumberExpression {
  return NUMBERS.has(expression.type);
}

const NUMBERS: ReadonlySet<Expression['type']> = new Set([
  'number',
  'figure',
  'entry',
  'earlier',
  'sum-by-region',
  'arithmetic',
  'call',
  'if',
]);

/** Where each part of a text that was read stands; kept beside the tree, which says what it means alone. */
const columns = new WeakMap<Expression, number>();

/** The column of a part of an expression as parseCondition or parseNumber read it; 1 for any other. */
export function columnOf(part: Expression): number {
  return columns.get(part) ?? 1;
}

/** Recursive descent, loosest first: or, and, not, comparison, + −, × ÷, sign, value. */
class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    if (text.length > LONGEST)
      throw new Mistake(mistake('tooLong', LONGEST + 1, { limit: LONGEST }));
    const read = tokenize(text);
    if (!read.ok) throw new Mistake(mistake(read.code, read.column, { found: read.found }));
    this.tokens = read.tokens;
  }

  wholeCondition(): Condition {
    return this.toEnd(() => this.condition());
  }

  wholeNumber(): NumberExpression {
    return this.toEnd(() => this.numberHere(() => this.sum()));
  }

  private toEnd<T>(parse: () => T): T {
    const value = parse();
    if (this.next.kind !== 'end') this.fail('end');
    return value;
  }

  private condition(): Condition {
    const column = this.next.column;
    const expression = this.disjunction();
    if (isNumber(expression)) throw new Mistake(mistake('expectedCondition', column));
    return expression;
  }

  private disjunction(): Expression {
    return this.chain('or', () => this.conjunction());
  }

  private conjunction(): Expression {
    return this.chain('and', () => this.negation());
  }

  private chain(word: 'and' | 'or', part: () => Expression): Expression {
    const column = this.next.column;
    const first = part();
    if (!this.isWord(word)) return first;
    const operands = [this.asCondition(first, column)];
    while (this.take(word)) {
      const place = this.next.column;
      operands.push(this.asCondition(part(), place));
    }
    return { type: word, operands };
  }

  private negation(): Expression {
    if (!this.take('not')) return this.comparison();
    const column = this.next.column;
    const operand = this.deeper(() => this.negation());
    return { type: 'not', operand: this.asCondition(operand, column) };
  }

  private comparison(): Expression {
    const textFigure = this.next;
    if (textFigure.kind === 'word' && isTextFigure(textFigure.text)) {
      this.at++;
      return this.placed(this.textComparison(textFigure.text), textFigure);
    }
    const column = this.next.column;
    const left = this.sum();
    const operator = this.next.text;
    if (this.next.kind !== 'symbol' || !COMPARISONS.includes(operator)) return left;
    const symbol = this.next;
    this.at++;
    const comparison: Expression = {
      type: 'comparison',
      operator: operator as ComparisonOperator,
      left: this.asNumber(left, column),
      right: this.numberHere(() => this.sum()),
    };
    return this.placed(comparison, symbol);
  }

  private textComparison(figure: TextFigure): Condition {
    const isNot = this.next.text === '<>';
    if (!isNot && this.next.text !== '=') this.fail('comparison');
    this.at++;
    if (this.next.kind !== 'text') this.fail('quoted');
    const equal: Condition = { type: 'text-is', figure, value: this.next.text };
    this.at++;
    return isNot ? { type: 'not', operand: equal } : equal;
  }

  private sum(): Expression {
    return this.arithmetic(['+', '-'], () => this.product());
  }

  private product(): Expression {
    return this.arithmetic(['*', '/'], () => this.signed());
  }

  private arithmetic(operators: readonly string[], part: () => Expression): Expression {
    const column = this.next.column;
    let left = part();
    while (this.next.kind === 'symbol' && operators.includes(this.next.text)) {
      const symbol = this.next;
      const operator = symbol.text as '+' | '-' | '*' | '/';
      this.at++;
      const right = this.numberHere(part);
      left = this.placed(
        { type: 'arithmetic', operator, left: this.asNumber(left, column), right },
        symbol,
      );
    }
    return left;
  }

  private signed(): Expression {
    if (!this.take('-')) return this.deeper(() => this.value());
    const right = this.deeper(() => this.numberHere(() => this.signed()));
    if (right.type === 'number') return { type: 'number', value: -right.value };
    return { type: 'arithmetic', operator: '-', left: { type: 'number', value: 0 }, right };
  }

  private value(): Expression {
    const token = this.next;
    if (token.kind === 'number') {
      const value = Number(token.text);
      if (!Number.isFinite(value)) this.fail('value');
      this.at++;
      return this.placed({ type: 'number', value }, token);
    }
    if (token.kind === 'entry') {
      this.at++;
      return this.placed({ type: 'entry', id: token.text }, token);
    }
    if (this.take('(')) {
      const inner = this.disjunction();
      this.expect(')', 'closing');
      return inner;
    }
    if (token.kind !== 'word') this.fail('value');
    this.at++;
    return this.placed(this.named(token), token);
  }

  private named({ text, column }: Token): Expression {
    if (text === 'true' || text === 'false') return { type: 'boolean', value: text === 'true' };
    if (isEarlierPeriod(text) && this.next.text === '(') return this.earlier(text);
    if ((NUMBER_FIGURES as readonly string[]).includes(text))
      return { type: 'figure', name: text as NumberFigure };
    if (text === 'empty') return this.empty();
    if (text === 'blank') {
      const [operand] = this.arguments(text, column, 1);
      return { type: 'blank', operand: operand! };
    }
    if (text === 'if') return this.choice();
    if (text === 'sum') return this.total();
    if (!Object.hasOwn(ARGUMENTS, text))
      throw new Mistake(mistake('unknownName', column, { found: text }));
    const name = text as FunctionName;
    return { type: 'call', name, arguments: this.arguments(name, column, ARGUMENTS[name]) };
  }

  private empty(): Condition {
    this.expect('(', 'opening');
    const figure = this.next.text;
    if (!isTextFigure(figure)) this.fail('textName');
    this.at++;
    this.expect(')', 'closing');
    return { type: 'empty', figure };
  }

  /** previous([headline]); previous(actual) is the row's own, which has a name already. */
  private earlier(period: EarlierPeriod): NumberExpression {
    this.expect('(', 'opening');
    const { kind, text } = this.next;
    if (kind !== 'entry' && text !== 'actual') this.fail('ownOrEntry');
    this.at++;
    this.expect(')', 'closing');
    return kind === 'entry'
      ? { type: 'earlier', period, id: text }
      : { type: 'figure', name: period };
  }

  /** sum(a, b) or sum(a by region). */
  private total(): NumberExpression {
    this.expect('(', 'opening');
    const first = this.numberHere(() => this.sum());
    if (!this.take('by'))
      return { type: 'call', name: 'sum', arguments: this.furtherArguments(first) };
    if (!this.take('region')) this.fail('region');
    this.expect(')', 'closing');
    return { type: 'sum-by-region', operand: first };
  }

  private choice(): NumberExpression {
    this.expect('(', 'opening');
    const condition = this.condition();
    this.expect(',', 'comma');
    const then = this.numberHere(() => this.sum());
    this.expect(',', 'comma');
    const otherwise = this.numberHere(() => this.sum());
    this.expect(')', 'closing');
    return { type: 'if', condition, then, otherwise };
  }

  private arguments(name: string, column: number, count: number): NumberExpression[] {
    this.expect('(', 'opening');
    const values = this.furtherArguments(this.numberHere(() => this.sum()));
    if (Number.isFinite(count) && values.length !== count)
      throw new Mistake(mistake('argumentCount', column, { found: name, expected: count }));
    return values;
  }

  private furtherArguments(first: NumberExpression): NumberExpression[] {
    const values = [first];
    while (this.take(',')) values.push(this.numberHere(() => this.sum()));
    this.expect(')', 'closing');
    return values;
  }

  private deeper<T>(parse: () => T): T {
    if (this.depth === DEEPEST)
      throw new Mistake(mistake('tooDeep', this.next.column, { limit: DEEPEST }));
    this.depth++;
    const value = parse();
    this.depth--;
    return value;
  }

  private placed<T extends Expression>(part: T, { column }: Token): T {
    columns.set(part, column);
    return part;
  }

  private numberHere(parse: () => Expression): NumberExpression {
    const column = this.next.column;
    return this.asNumber(parse(), column);
  }

  private asNumber(expression: Expression, column: number): NumberExpression {
    if (!isNumber(expression)) throw new Mistake(mistake('expectedNumber', column));
    return expression;
  }

  private asCondition(expression: Expression, column: number): Condition {
    if (isNumber(expression)) throw new Mistake(mistake('expectedCondition', column));
    return expression;
  }

  private get next(): Token {
    return this.tokens[this.at]!;
  }

  private isWord(word: string): boolean {
    return this.next.kind === 'word' && this.next.text === word;
  }

  private take(text: string): boolean {
    const { kind } = this.next;
    if ((kind !== 'word' && kind !== 'symbol') || this.next.text !== text) return false;
    this.at++;
    return true;
  }

  private expect(symbol: string, name: keyof typeof expectedNames): void {
    if (!this.take(symbol)) this.fail(name);
  }

  private fail(expected: keyof typeof expectedNames): never {
    const { column, text } = this.next;
    throw new Mistake(
      mistake('unexpected', column, { expected: expectedNames[expected], found: text }),
    );
  }
}

function isEarlierPeriod(text: string): text is EarlierPeriod {
  return (EARLIER_PERIODS as readonly string[]).includes(text);
}

function isTextFigure(text: string): text is TextFigure {
  return (TEXT_FIGURES as readonly string[]).includes(text);
}

function mistake(
  code: keyof typeof ruleMessages,
  column: number,
  fillings: Fillings = {},
): RuleTextProblem {
  return { column, message: fill(ruleMessages[code], { column, ...fillings }) };
}
