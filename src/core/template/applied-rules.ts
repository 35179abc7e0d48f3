import type { FindingColumn, Severity } from '../plan/schema';
import type { Text } from '../plan/text';
import { RELATION_RULES, ROW_RULES } from '../rule/catalogue';
import { shareAbove100 } from '../rule/catalogue/share-above-100';
import type { Condition } from '../rule/expression';
import { ruleName } from '../rule/plan-rules/relations';
import type { RowFacts } from '../rule/row';
import type { MessageValue, RowRule } from '../rule/rule';
import type { Entry } from './entry';
import type { TemplateModel } from './model';
import { ownRowRules } from './own-row-rules';
import { relationsByRow, sharesOfItems } from './relation-rules';
import { settingsFor, severityIn, thresholdsIn } from './rule-settings';

/** A rule as it stands for one row: with the plan's severity and thresholds, the figures it names found. */
export interface AppliedRule {
  /** The finding's rule. */
  readonly id: string;
  /** Tells its column behind the form from every other. */
  readonly column: string;
  /** Of rules as grave the one with the lower rank comes first, in a row and in the sheet. */
  readonly rank: number;
  readonly severity: Severity;
  /** When it fires, apart from the rules that it yields to. */
  readonly when: Condition;
  /** When it fires, explained or not, and none that it yields to does. */
  readonly fires: Condition;
  /** Ids of rules that say the same mistake more exactly. */
  readonly yieldsTo: readonly string[];
  readonly message: Text;
  readonly values: () => Readonly<Record<string, MessageValue>>;
  readonly at: FindingColumn;
}

export type Unranked = Omit<AppliedRule, 'column' | 'rank' | 'fires'>;

/** The part of a template that says which rules stand against its rows. */
export type RuledModel = Pick<TemplateModel, 'entries' | 'region' | 'rules'>;

/**
 * What stands against each row of a form: the catalogue, relations between rows, the plans' own rules
 * over rows. All of it comes from what the workbook carries, so that whoever reads it back reaches the
 * same verdict.
 */
export function rulesOfForm(model: RuledModel): (entry: Entry, facts: RowFacts) => Unranked[] {
  const shares = sharesOfItems(model);
  const relations = relationsByRow(model, shares);
  return (entry, facts) => {
    const rules: Unranked[] = [];
    for (const rule of ROW_RULES) {
      // the same mistake is said at the numerator, where it is put right
      if (rule === shareAbove100 && shares.has(entry.key)) continue;
      const applied = ofCatalogue(rule, entry, facts, model);
      if (applied) rules.push(applied);
    }
    rules.push(...(relations.get(entry.key) ?? []), ...ownRowRules(entry, facts, model));
    return rules;
  };
}

function ofCatalogue(
  rule: RowRule,
  entry: Entry,
  facts: RowFacts,
  model: RuledModel,
): Unranked | null {
  if (entry.derivation && rule.typedOnly) return null;
  const settings = settingsFor(rule.id, entry, model);
  if (settings.some(({ off }) => off)) return null;
  const thresholds = thresholdsIn(settings);
  const when = rule.when(facts, thresholds);
  if (!when) return null;
  return {
    id: rule.id,
    severity: severityIn(settings) ?? rule.severity,
    when,
    yieldsTo: rule.yieldsTo ?? [],
    message: rule.message,
    values: () => rule.values?.(facts, thresholds) ?? {},
    at: rule.at,
  };
}

/** The catalogue in its order, then the plans' own in theirs. */
export function ranksIn({ rules = [] }: RuledModel): ReadonlyMap<string, number> {
  const ids = [
    ...[...ROW_RULES, ...RELATION_RULES].map(({ id }) => id),
    ...rules.flatMap(({ plan, rules: own }) => own.map((rule) => ruleName(plan, rule))),
  ];
  return new Map(ids.map((id, index) => [id, index]));
}

/**
 * The rules of a row, the lowest rank first. The same rule may relate it to several others: each has
 * a column.
 */
export function placed(rules: readonly Unranked[], rankOf: (id: string) => number): AppliedRule[] {
  const seen = new Map<string, number>();
  const applied = rules.map(({ id, severity, when, yieldsTo, message, values, at }): Placed => {
    const count = (seen.get(id) ?? 0) + 1;
    seen.set(id, count);
    const column = count === 1 ? id : `${id}.${count}`;
    const rank = rankOf(id) + count / MOST_OF_ONE;
    return { id, column, rank, severity, when, fires: null, yieldsTo, message, values, at };
  });
  applied.sort((left, right) => left.rank - right.rank);
  for (const rule of applied) findFiring(rule, applied);
  return applied as AppliedRule[];
}

/** A rule whose firing is not found yet. */
type Placed = Omit<AppliedRule, 'fires'> & { fires: Condition | null };

/** Rules that yield to others ask for theirs first. */
function findFiring(rule: Placed, rules: readonly Placed[]): Condition {
  if (rule.fires) return rule.fires;
  const stronger = strongerThan(rule, rules).map((other) => findFiring(other, rules));
  rule.fires =
    stronger.length === 0
      ? rule.when
      : {
          type: 'and',
          operands: [rule.when, { type: 'not', operand: { type: 'or', operands: stronger } }],
        };
  return rule.fires;
}

/** Of the rules of a row those that this one yields to. */
export function strongerThan<Rule extends Pick<AppliedRule, 'id' | 'yieldsTo'>>(
  { yieldsTo }: Rule,
  rules: readonly Rule[],
): Rule[] {
  return yieldsTo.length === 0 ? [] : rules.filter(({ id }) => yieldsTo.includes(id));
}

/** Relations of one rule that a row can have before its ranks would run into the next rule's. */
const MOST_OF_ONE = 1e6;
