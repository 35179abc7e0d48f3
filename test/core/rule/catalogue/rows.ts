import { fill } from '../../../../src/core/plan/text';
import type { Related } from '../../../../src/core/plan/schema';
import { evaluateCondition, type Figures } from '../../../../src/core/rule/evaluate';
import type { Thresholds } from '../../../../src/core/rule/limits';
import { writeMessage } from '../../../../src/core/rule/message';
import { bindRelation } from '../../../../src/core/rule/plan-rules/bind';
import type { Names } from '../../../../src/core/rule/plan-rules/names';
import { relationOf } from '../../../../src/core/rule/plan-rules/relations';
import type { RowFacts } from '../../../../src/core/rule/row';
import type { FileRule, RelationRule, RowRule } from '../../../../src/core/rule/rule';
import { figuresOf } from '../figures';

/** What a row looks like to a rule once it is filled in. */
export interface Entered {
  readonly state?: string;
  readonly actual?: number;
  /** The cell's own text where it differs from the figure's. */
  readonly raw?: string;
  readonly explanation?: string;
  readonly evidence?: string;
}

/** A count over the plan's years, 120 by the end and nothing reported yet, with some facts changed. */
export function row(facts: Partial<RowFacts> = {}): RowFacts {
  return {
    name: '小微企业园数',
    measureUnit: '个',
    precision: 0,
    kind: 'cumulative',
    accumulation: 'since-start',
    target: 120,
    upper: null,
    scheduled: null,
    baseline: null,
    previous: null,
    sameLastYear: null,
    months: 18,
    previousMonths: 15,
    behind: null,
    ...facts,
  };
}

/** A share in per cent at the period's end. */
export function share(facts: Partial<RowFacts> = {}): RowFacts {
  return row({
    name: '研发投入强度',
    measureUnit: '%',
    precision: 2,
    kind: 'share',
    accumulation: 'stock',
    target: 2.5,
    months: null,
    previousMonths: null,
    ...facts,
  });
}

/** An average growth in per cent. */
export function growth(facts: Partial<RowFacts> = {}): RowFacts {
  return share({
    name: '工业投资年均增速',
    kind: 'average-growth',
    accumulation: 'rate',
    ...facts,
  });
}

/** An amount of money that adds up over the year. */
export function amount(facts: Partial<RowFacts> = {}): RowFacts {
  return row({
    name: '科技成果交易额',
    measureUnit: '亿元',
    precision: 2,
    kind: 'annual',
    accumulation: 'year-to-date',
    target: 220,
    months: 6,
    previousMonths: 3,
    ...facts,
  });
}

/** A milestone, reported as a status. */
export function milestone(facts: Partial<RowFacts> = {}): RowFacts {
  return row({
    name: '甬江实验室建设',
    measureUnit: '',
    kind: 'milestone',
    accumulation: 'status',
    target: null,
    months: null,
    previousMonths: null,
    ...facts,
  });
}

/** The rule's message in Chinese where it fires, null where it does not or does not concern the row. */
export function messageOf(
  rule: RowRule,
  facts: RowFacts,
  entered: Entered,
  thresholds?: Thresholds,
): string | null {
  const when = rule.when(facts, thresholds);
  if (!when) return null;
  const { actual } = entered;
  const state = entered.state ?? (actual === undefined ? 'blank' : 'value');
  const figures = figuresOf({ ...facts, ...entered, state });
  if (!evaluateCondition(when, figures)) return null;
  const values = () => rule.values?.(facts, thresholds) ?? {};
  return writeMessage(
    { ...rule, values },
    facts,
    'zh',
    figures,
    entered.raw ?? String(actual ?? ''),
  );
}

/** An entry that a relation names. */
export interface RelatedEntry {
  readonly actual: number | null;
  readonly sameLastYear?: number;
  readonly precision?: number;
  readonly unit?: string;
}

/** The relation's messages in Chinese, one for each of its relations that does not hold; an entry is called by its id. */
export function relationMessages(
  rule: RelationRule,
  of: Related,
  entries: Readonly<Record<string, RelatedEntry>>,
  thresholds?: Thresholds,
): string[] {
  const names: Names = (id) => {
    const entry = entries[id];
    if (!entry) return null;
    const { precision = 0, unit = '家' } = entry;
    return { key: id, name: id, measureUnit: unit, precision, isMilestone: false, factor: 1 };
  };
  const figures: Figures = {
    number: () => null,
    text: () => '',
    entry: (id) => entries[id]?.actual ?? null,
    earlier: (id, period) => (period === 'previous' ? null : (entries[id]?.sameLastYear ?? null)),
  };
  return rule
    .relations(of, (id) => names(id)?.precision ?? 0, thresholds)
    .flatMap((relation) => {
      const bound = bindRelation(relationOf(rule, relation, rule.severity), names);
      if (!bound) throw new Error(`${rule.id} cannot be applied to ${JSON.stringify(of)}`);
      if (!evaluateCondition(bound.fires, figures)) return [];
      const worded = { ...rule, values: () => bound.values };
      return [`${bound.on.key}：${writeMessage(worded, bound.on, 'zh', figures, '')}`];
    });
}

/** Expects a file rule’s message to show everything that was observed, in both languages, and to leave no place open. */
export function expectFilled(rule: FileRule, fillings: Readonly<Record<string, string | number>>) {
  const { zh, en } = fill(rule.message, fillings);
  for (const wording of [zh, en]) {
    expect(wording).not.toMatch(/[{}]/);
    for (const value of Object.values(fillings)) expect(wording).toContain(String(value));
  }
}
