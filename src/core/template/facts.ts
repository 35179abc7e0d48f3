import type { Period } from '../plan/period';
import type { Severity } from '../plan/schema';
import type { Condition } from '../rule/expression';
import type { Yardstick } from '../rule/progress/subject';
import { yardstick } from '../rule/progress/yardstick';
import type { RowFacts } from '../rule/row';
import { placed, ranksIn, rulesOfForm, type AppliedRule, type Unranked } from './applied-rules';
import { accumulatedMonths, previousMonths, type Entry } from './entry';
import type { TemplateModel } from './model';

/** An entry with all that a rule or a formula may ask of it. */
export interface Row {
  readonly entry: Entry;
  readonly facts: RowFacts;
  /** Null for items, milestones and rows without a target of their own. */
  readonly yardstick: Yardstick | null;
  /** What stands against it, in the order in which its first finding is chosen. */
  readonly rules: readonly AppliedRule[];
}

/** The rows of a template with their facts for the round's period; found once for forms with the same ones. */
export function rowsOf(model: TemplateModel, period: Period): readonly Row[] {
  const { entries, rules, form, plans, region } = model;
  const others = JSON.stringify([
    ...[period, form.nearSchedule, region === null],
    plans.map(({ id, startYear }) => [id, startYear]),
  ]);
  let ofEntries = known.get(entries);
  const found = ofEntries?.find((one) => one.rules === rules && one.others === others);
  if (found) return found.rows;
  const rows = findRows(model, period);
  if (++count > MOST_KNOWN) {
    known = new WeakMap();
    ofEntries = undefined;
    count = 1;
  }
  known.set(entries, [...(ofEntries ?? []), { rules, others, rows }]);
  return rows;
}

/** By the list of entries, which forms of the same rows are read with. */
let known = new WeakMap<readonly Entry[], readonly KnownRows[]>();
let count = 0;
const MOST_KNOWN = 250;

interface KnownRows {
  readonly rules: TemplateModel['rules'];
  /** All else of a model that its rows depend on. */
  readonly others: string;
  readonly rows: readonly Row[];
}

function findRows(model: TemplateModel, period: Period): Row[] {
  const rulesOn = rulesOfForm(model);
  const rows = model.entries.map((entry) => {
    const row = factsOf(model, entry, period);
    return { row, rules: rulesOn(entry, row.facts) };
  });
  const gravity = gravityOf(rows.flatMap(({ rules }) => rules));
  const ranks = ranksIn(model);
  return rows.map(({ row, rules }) => ({
    entry: row.entry,
    facts: row.facts,
    yardstick: row.yardstick,
    rules: placed(rules, (id) => (ranks.get(id) ?? 0) + (gravity.get(id) ?? 0) * GROUP),
  }));
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, explain: 1, note: 2 };
/** More than there are rules. */
const GROUP = 1e6;

/** Errors before what needs an explanation, before notes: by what a rule is at its gravest in this form. */
function gravityOf(rules: readonly Unranked[]): ReadonlyMap<string, number> {
  const gravity = new Map<string, number>();
  for (const { id, severity } of rules)
    gravity.set(id, Math.min(GRAVITY[severity], gravity.get(id) ?? GRAVITY.note));
  return gravity;
}

function factsOf(model: TemplateModel, entry: Entry, period: Period): Omit<Row, 'rules'> {
  const { subject } = entry;
  const measured =
    subject === null || subject.kind === 'milestone'
      ? null
      : yardstick(subject, period, { nearSchedule: model.form.nearSchedule });
  const planId = entry.key.slice(0, entry.key.indexOf('/'));
  const startYear = model.plans.find(({ id }) => id === planId)?.startYear ?? period.year;
  return {
    entry,
    yardstick: measured,
    facts: {
      name: entry.name,
      measureUnit: entry.measureUnit,
      precision: entry.precision,
      kind: entry.kind,
      accumulation: entry.accumulation,
      target: subject?.target.value ?? null,
      upper: subject?.target.upper ?? null,
      scheduled: measured?.scheduled ?? null,
      baseline: subject?.baseline?.value ?? null,
      previous: entry.previous,
      sameLastYear: entry.sameLastYear,
      months: accumulatedMonths(entry, period, startYear),
      previousMonths: previousMonths(entry, period, startYear),
      behind: measured && behind(measured),
    },
  };
}

function behind(measured: Yardstick): Condition | null {
  const { achieved, onSchedule, nearSchedule } = measured;
  if (onSchedule === null || measured.otherwise !== 'behind') return null;
  const better = [achieved, onSchedule, nearSchedule].filter((condition) => condition !== null);
  return { type: 'not', operand: { type: 'or', operands: better } };
}
