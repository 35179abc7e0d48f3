import { fill, type Text } from '../plan/text';
import type { Indicator } from '../plan/schema';
import { missingFigure } from '../rule/catalogue/missing-figure';
import { averageGrowth } from '../rule/progress/growth';
import { reasonText } from '../rule/progress/messages';
import type { MilestoneStatus } from '../rule/row';
import type { Entry } from '../template/entry';
import type { Fact, IssuedWorkbook } from './consolidation';
import { partsOf, type FiledFacts } from './facts';
import { figureMessages, whoIs, type causeLabels } from './messages';

/** Why one workbook gives no figure for an indicator. */
export type Cause = keyof typeof causeLabels;

/** What one workbook says of one indicator. */
export type Figure =
  | {
      readonly is: 'counted';
      /** In the indicator's measureUnit; null for a milestone. */
      readonly value: number | null;
      readonly milestone: MilestoneStatus | null;
      /** The row itself, or the rows behind a derived one. */
      readonly sources: readonly Fact[];
      readonly explanation: string;
    }
  | {
      readonly is: 'absent';
      readonly cause: Cause;
      readonly reason: Text;
      /** Rows that count although nothing can be computed from them. */
      readonly sources: readonly Fact[];
      readonly explanation: string;
    };

/** The rows of one indicator in a workbook: its own, and those of the items behind it. */
export interface IndicatorRows {
  readonly own: Fact;
  readonly parts: readonly Fact[];
}

/** The facts of an indicator in a submission; null where it has no such row. */
export function rowsIn(filed: FiledFacts, entry: Pick<Entry, 'key' | 'derivation'>) {
  const own = filed.facts.get(entry.key);
  if (!own) return null;
  const parts = partsOf(entry).flatMap((key) => filed.facts.get(key) ?? []);
  return { own, parts } satisfies IndicatorRows;
}

/**
 * The figure that a workbook gives for an indicator, or why it gives none.
 * @param filed null where nothing was sent
 * @param entry the indicator's own row
 */
export function figureIn(
  workbook: IssuedWorkbook,
  filed: FiledFacts | null,
  entry: Pick<Entry, 'key' | 'derivation'>,
  indicator: Indicator,
): Figure {
  const who = whoIs(workbook);
  const absent = (cause: Cause, reason: Text, rows: Partial<IndicatorRows> = {}): Figure => ({
    is: 'absent',
    cause,
    reason,
    sources: cause === 'not-computable' ? (rows.parts ?? []) : [],
    explanation: explanationOf([...(rows.parts ?? []), ...(rows.own ? [rows.own] : [])]),
  });
  const rows = filed && rowsIn(filed, entry);
  if (!filed || !rows) return absent('not-sent', fill(figureMessages.notSent, { who }));

  const { own, parts } = rows;
  if (own.counts) {
    const { value, milestone } = own;
    const sources = own.isDerived ? parts : [own];
    const explanation = explanationOf([...parts, own]);
    return { is: 'counted', value, milestone, sources, explanation };
  }
  const obstacles = [...parts, own].flatMap((fact) => obstacleOf(fact, filed, who) ?? []);
  // what has to be returned comes before what was declared
  const obstacle = obstacles.find(({ cause }) => !isDeclared(cause)) ?? obstacles[0];
  if (obstacle) return absent(obstacle.cause, obstacle.reason, rows);
  return absent('not-computable', whyNotComputable(rows, entry, indicator, who), rows);
}

/** Whether the reporter says that there is nothing to report. */
export function isDeclared(cause: Cause): boolean {
  return cause === 'not-applicable' || cause === 'not-due';
}

/** The explanations given, each once. */
export function explanationOf(facts: readonly Fact[]): string {
  return [...new Set(facts.map(({ explanation }) => explanation))]
    .filter((explanation) => explanation !== '')
    .join('；');
}

function obstacleOf(
  fact: Fact,
  filed: FiledFacts,
  who: Text,
): { readonly cause: Cause; readonly reason: Text } | null {
  const { name, raw } = fact;
  const findings = filed.blocking.get(fact.key) ?? [];
  const finding = findings.find(({ rule }) => rule !== missingFigure.id);
  if (finding) {
    const { rule, message } = finding;
    return { cause: 'failed', reason: fill(figureMessages.failed, { who, name, rule, message }) };
  }
  const explanation = fact.explanation === '' ? '—' : fact.explanation;
  switch (fact.state) {
    case 'blank':
      // a derived row is blank because of the rows behind it
      return fact.isDerived
        ? null
        : { cause: 'not-filled', reason: fill(figureMessages.notFilled, { who, name }) };
    case 'not-applicable':
      return {
        cause: 'not-applicable',
        reason: fill(figureMessages.notApplicable, { who, name, explanation }),
      };
    case 'not-due':
      return { cause: 'not-due', reason: fill(figureMessages.notDue, { who, name, explanation }) };
    case 'value':
    case 'nil':
    case 'invalid':
    case 'conflict':
      return fact.counts || fact.isDerived
        ? null
        : { cause: 'failed', reason: fill(figureMessages.notUsable, { who, name, raw }) };
  }
}

function whyNotComputable(
  { own, parts }: IndicatorRows,
  { derivation }: Pick<Entry, 'derivation'>,
  indicator: Indicator,
  who: Text,
): Text {
  const { name } = own;
  if (derivation?.method === 'average-growth') {
    const [level, base] = parts.map(({ value }) => value);
    const growth = averageGrowth(level ?? null, base ?? null, derivation.years);
    const reason = reasonText(growth.reason ?? 'out-of-range', indicator.target);
    return fill(figureMessages.growth, { who, name, reason });
  }
  return fill(figureMessages.denominatorZero, { who, name });
}
