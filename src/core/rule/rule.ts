import type { FindingColumn, Related, Severity } from '../plan/schema';
import type { Text } from '../plan/text';
import type { Condition, NumberExpression } from './expression';
import type { Limits, Thresholds } from './limits';
import { parseCondition, parseNumber } from './parse';
import type { RowFacts } from './row';

interface RuleHead {
  /** Also the name of the rule's file, of its test and of its row in the README. */
  readonly id: string;
  readonly severity: Severity;
  /** What it catches, for the rule table. */
  readonly catches: Text;
  /** What a plan may set otherwise, with its usual values. */
  readonly limits?: Limits<string>;
}

/** A rule over the figures of one row; the sheet and the code both run it. */
export interface RowRule extends RuleHead {
  readonly scope: 'row';
  /** When it fires; null where it does not concern such a row. */
  readonly when: (row: RowFacts, thresholds?: Thresholds) => Condition | null;
  /** Places: {raw} the cell's own text, {name}, {unit}, and the names of `values`. */
  readonly message: Text;
  readonly values?: (
    row: RowFacts,
    thresholds?: Thresholds,
  ) => Readonly<Record<string, MessageValue>>;
  /** Rules that say the same mistake more exactly: where one of them fires, this one is silent. */
  readonly yieldsTo?: readonly string[];
  /** The column whose cell a finding points at. */
  readonly at: FindingColumn;
  /** True for a rule about what is typed, which nobody does in a row that computes itself. */
  readonly typedOnly?: true;
}

/**
 * A rule over several rows. Which ones, a plan says under `of` in ruleSettings, or the way an
 * indicator is computed. The sheet runs it where it has all the rows, the round where it has not.
 */
export interface RelationRule extends RuleHead {
  readonly scope: 'relation';
  /** What a plan has to name for it; empty where the indicators' computation says it. */
  readonly needs: readonly (keyof Related)[];
  readonly relations: (
    of: Related,
    precisionOf: (id: string) => number,
    thresholds?: Thresholds,
  ) => readonly Relation[];
  /** Places: {name} and {unit} of the row, and the names of the relation's `values`. */
  readonly message: Text;
}

/** What must hold between entries, named as in a plan's own rule. */
export interface Relation {
  /** The id of the entry whose row a finding points at. */
  readonly at: string;
  readonly assert: string;
  /** Numbers for the message: an expression, and the id of the entry whose decimals it is shown with. */
  readonly values: Readonly<Record<string, { readonly text: string; readonly as: string }>>;
  /** Texts for the message: the id of the entry whose name stands there. */
  readonly names: Readonly<Record<string, string>>;
}

/** A rule over the workbook as a whole; reading the submission observes it, so the sheet cannot run it. */
export interface FileRule extends RuleHead {
  readonly scope: 'file';
  readonly message: Text;
  /** True where a plan may switch it off or change its severity: no figure's identity hangs on it. */
  readonly adjustable?: true;
}

export type Rule = RowRule | RelationRule | FileRule;

/** What fills a place of a message. */
export type MessageValue =
  { readonly number: NumberExpression; readonly decimals: number } | { readonly text: string };

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
