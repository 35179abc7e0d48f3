import type { Severity } from '../plan/schema';
import type { Text } from '../plan/text';
import type { Condition, NumberExpression } from './expression';
import { parseCondition, parseNumber } from './parse';
import type { RowFacts } from './row';

interface RuleHead {
  /** Also the name of the rule's file, of its test and of its row in the README. */
  readonly id: string;
  readonly severity: Severity;
  /** What it catches, for the rule table. */
  readonly catches: Text;
}

/** A rule over the figures of one row; the sheet and the code both run it. */
export interface RowRule extends RuleHead {
  readonly scope: 'row';
  /** When it fires; null where it does not concern such a row. */
  readonly when: (row: RowFacts) => Condition | null;
  /** Places: {raw} the cell's own text, {name}, {unit}, and the names of `values`. */
  readonly message: Text;
  readonly values?: (row: RowFacts) => Readonly<Record<string, MessageValue>>;
  /** Rules that say the same mistake more exactly: where one of them fires, this one is silent. */
  readonly yieldsTo?: readonly string[];
  /** The column whose cell a finding points at. */
  readonly at: 'actual' | 'state' | 'explanation' | 'evidence';
}

/** A rule over the workbook as a whole; reading the submission observes it, so the sheet cannot run it. */
export interface FileRule extends RuleHead {
  readonly scope: 'file';
  readonly message: Text;
}

export type Rule = RowRule | FileRule;

export interface MessageValue {
  readonly number: NumberExpression;
  readonly decimals: number;
}

/** A condition written in the catalogue; a mistake in it is our own bug. */
export function condition(text: string): Condition {
  return conditions.get(text);
}

/** A number written in the catalogue; a mistake in it is our own bug. */
export function number(text: string): NumberExpression {
  return numbers.get(text);
}

/** Rows of one kind have the same few texts; those with a figure of the row in them are many. */
const MOST_KNOWN = 2000;

/** What texts were read as, so that a rule is not read anew for every row of every workbook. */
class KnownTexts<Expression> {
  private readonly known = new Map<string, Expression>();

  constructor(private readonly read: (text: string) => Expression) {}

  get(text: string): Expression {
    let expression = this.known.get(text);
    if (expression === undefined) {
      expression = this.read(text);
      if (this.known.size === MOST_KNOWN) this.known.clear();
      this.known.set(text, expression);
    }
    return expression;
  }
}

const conditions = new KnownTexts((text) => {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message.en}`);
  return parsed.condition;
});

const numbers = new KnownTexts((text) => {
  const parsed = parseNumber(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.problem.message.en}`);
  return parsed.number;
});

/** A figure as the row reports it. */
export function inRow(row: RowFacts, text: string): MessageValue {
  return { number: number(text), decimals: row.precision };
}
