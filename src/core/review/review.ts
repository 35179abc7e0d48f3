import { parsePeriod } from '../plan/period';
import { fill, type Text } from '../plan/text';
import { evaluateCondition, type Figures } from '../rule/evaluate';
import { writeMessage } from '../rule/message';
import { numberText } from '../rule/number-text';
import type { Observation, Submission, SubmittedEntry } from '../submission/submission';
import type { AppliedRule } from '../template/applied-rules';
import { rowsOf, type Row } from '../template/facts';
import { fileRuleFor } from '../template/file-rules';
import type { Finding } from './finding';
import { reviewMessages } from './messages';

/** Everything that the rules say about a submission, in the order of the form; empty when it is clean. */
export function review(submission: Submission): Finding[] {
  const period = parsePeriod(submission.model.period);
  if (!period) throw new Error(`a sealed template has the period ${submission.model.period}`);
  const rows = rowsOf(submission.model, period);
  const entries = new Map(submission.entries.map((submitted) => [submitted.entry.key, submitted]));
  const observed = submission.observations.flatMap(
    (observation) => findingOf(observation, submission) ?? [],
  );
  // rows that are gone or stand twice are answered by their own rule alone
  const spoilt = new Set(
    submission.observations.filter(({ rule }) => SPOILING.has(rule)).map(({ entry }) => entry),
  );
  const has = (name: Observation['rule']) =>
    submission.observations.some(({ rule }) => rule === name);
  const isUnread = has('missingSheet');
  const byRow: Finding[] = [];
  if (!isUnread)
    for (const [index, submitted] of submission.entries.entries()) {
      // a cell that is gone was answered with its row or column
      if (spoilt.has(submitted.entry.key) || submitted.cells.actual === undefined) continue;
      reviewRow(submitted, rows[index]!, entries, byRow);
    }
  const fields = isUnread ? [] : missingFields(submission, has('missingColumn'));
  return [...observed, ...fields, ...byRow];
}

const SPOILING: ReadonlySet<Observation['rule']> = new Set([
  'missingSheet',
  'missingRow',
  'duplicateRow',
  'duplicateColumn',
  'duplicateForm',
]);

function reviewRow(
  submitted: SubmittedEntry,
  row: Row,
  entries: ReadonlyMap<string, SubmittedEntry>,
  findings: Finding[],
): void {
  const figures: Figures = {
    number: (name) => (name === 'actual' ? submitted.value : row.facts[name]),
    text: (name) => (name === 'state' ? stateOf(submitted) : submitted[name]),
    entry: (key) => entries.get(key)?.value ?? null,
    earlier: (key, period) => entries.get(key)?.entry[period] ?? null,
  };
  for (const rule of row.rules)
    if (evaluateCondition(rule.fires, figures))
      findings.push(findingOn(submitted, row, rule, figures));
}

function findingOn(
  submitted: SubmittedEntry,
  row: Row,
  rule: AppliedRule,
  figures: Figures,
): Finding {
  const isExplained = rule.severity === 'explain' && submitted.explanation !== '';
  // the value stored for a formula may be older than the figures behind it
  const quoted = submitted.entry.derivation ? computedText(submitted) : submitted.quoted;
  const message = messageOf(rule, row, figures, quoted);
  return {
    rule: rule.id,
    severity: isExplained ? 'note' : rule.severity,
    sheet: submitted.sheet,
    cell: submitted.cells[rule.at] ?? null,
    entry: submitted.entry.key,
    indicator: submitted.entry.serves[0] ?? null,
    message: isExplained
      ? fill(reviewMessages.explained, { message, explanation: submitted.explanation })
      : message,
  };
}

/** A row that computes itself is pending until its parts are there. */
function stateOf({ entry, state }: SubmittedEntry): string {
  return entry.derivation && state === 'blank' ? 'pending' : state;
}

function computedText({ value, entry }: SubmittedEntry): string {
  return value === null ? '' : numberText(value, entry.precision);
}

function messageOf(rule: AppliedRule, row: Row, figures: Figures, raw: string): Text {
  return {
    zh: writeMessage(rule, row.facts, 'zh', figures, raw),
    en: writeMessage(rule, row.facts, 'en', figures, raw),
  };
}

function missingFields(submission: Submission, isColumnGone: boolean): Finding[] {
  const rule = fileRuleFor('headMissing', submission.model);
  if (!rule) return [];
  return submission.fields
    .filter(({ required, value, cell }) => {
      return required && value === '' && !(cell === null && isColumnGone);
    })
    .map(({ label, sheet, cell }) => ({
      rule: rule.id,
      severity: rule.severity,
      sheet,
      cell,
      entry: null,
      indicator: null,
      message: fill(rule.message, { field: label }),
    }));
}

function findingOf(observation: Observation, { model }: Submission): Finding | null {
  const rule = fileRuleFor(observation.rule, model);
  if (!rule) return null;
  const entry = model.entries.find(({ key }) => key === observation.entry);
  return {
    rule: rule.id,
    severity: rule.severity,
    sheet: observation.sheet,
    cell: observation.cell,
    entry: observation.entry,
    indicator: entry?.serves[0] ?? null,
    message: fill(rule.message, observation.fillings),
  };
}
