import { parsePeriod, periodLabel } from '../../../core/plan/period';

import { missingFigure } from '../../../core/rule/catalogue/missing-figure';
import { headMissing } from '../../../core/rule/catalogue/head-missing';
import { numberText } from '../../../core/rule/number-text';
import { MILESTONE_STATUSES } from '../../../core/rule/row';
import type { Finding } from '../../../core/review/finding';
import type { Submission, SubmittedEntry } from '../../../core/submission/submission';
import { parseAddress } from '../../../core/sheet/address';
import { cellAt, type WorkbookGrid } from '../../../core/sheet/grid';
import { textOf } from '../../../core/submission/cell-text';
import { rowsOf, type Row } from '../../../core/template/facts';
import { planTitle, reporterName } from '../../../core/template/form-head';
import { targetText } from '../../../core/template/target-text';
import {
  FINDING_GROUPS,
  type FindingGroup,
  type ShownCell,
  type ShownField,
  type ShownFinding,
  type ShownForm,
  type ShownRow,
} from '../../../panel/department/form';

/** The field of the foot that declaring the form final fills in where it is blank. */
export const STAMPED_FIELD = 'reported-on';
const OPEN_COLUMNS = ['actual', 'state', 'explanation', 'evidence'] as const;
/** What only says that something is not filled in yet. */
const OPEN_RULES: ReadonlySet<string> = new Set([missingFigure.id, headMissing.id]);

/** A submission and what the rules say of it, as the department's pane shows them. */
export function formOf(
  grid: WorkbookGrid,
  submission: Submission,
  findings: readonly Finding[],
): ShownForm {
  const { model, entries } = submission;
  const period = parsePeriod(model.period)!;
  const asked = entries.filter(({ entry }) => entry.derivation === null);
  const fields = fieldsOf(submission);
  const shown = findingsOf(findings, entries, fields);
  const facts = new Map(rowsOf(model, period).map((row) => [row.entry.key, row]));
  return {
    reporter: reporterName(model),
    plans: planTitle(model),
    period: periodLabel(period),
    due: model.due,
    coordinator: model.coordinator,
    filled: asked.filter(({ state }) => state !== 'blank').length,
    total: asked.length,
    findings: inGroups(shown.map(({ shown: finding }) => finding)),
    rows: entries.map((submitted, index) =>
      rowOf(submitted, {
        index,
        grid,
        submission,
        facts: facts.get(submitted.entry.key)!,
        findings: shown
          .filter(({ entry }) => entry === submitted.entry.key)
          .map(({ shown: finding }) => finding),
      }),
    ),
    fields,
    states: Object.values(model.labels.states),
  };
}

interface OfEntry {
  readonly entry: string | null;
  readonly shown: ShownFinding;
}

function findingsOf(
  findings: readonly Finding[],
  entries: readonly SubmittedEntry[],
  fields: readonly ShownField[],
): OfEntry[] {
  const rows = new Map(entries.map((submitted) => [submitted.entry.key, submitted]));
  const seen = new Map<string, number>();
  return findings
    .filter(({ rule, cell }) => rule !== headMissing.id || !isStamped(fields, cell))
    .map(({ rule, severity, sheet, cell, entry, message }) => {
      const row = entry === null ? undefined : rows.get(entry);
      const field =
        rule === headMissing.id ? fields.find(({ place }) => place.cell === cell) : undefined;
      const name = row?.entry.name ?? field?.label ?? null;
      // two findings of one rule about one row are told apart by their order
      const about = `${rule}|${entry ?? field?.id ?? ''}`;
      const count = seen.get(about) ?? 0;
      seen.set(about, count + 1);
      const explanation = row?.cells.explanation;
      const isExplained = severity === 'note' && row !== undefined && row.explanation !== '';
      const explains =
        row && explanation !== undefined && (severity === 'explain' || isExplained)
          ? { input: inputName(row.entry.key, 'explanation'), stored: row.explanation }
          : null;
      const place = sheet !== null && cell !== null ? { sheet, cell } : null;
      const group: FindingGroup = OPEN_RULES.has(rule) ? 'open' : severity;
      return {
        entry,
        shown: { id: `${about}|${count}`, rule, group, name, message, place, explains },
      };
    });
}

function isStamped(fields: readonly ShownField[], cell: string | null): boolean {
  return fields.some(({ isStamped, place }) => isStamped && place.cell === cell);
}

function inGroups(findings: readonly ShownFinding[]): ShownFinding[] {
  return FINDING_GROUPS.flatMap((group) => findings.filter((one) => one.group === group));
}

interface RowContext {
  readonly index: number;
  readonly grid: WorkbookGrid;
  readonly submission: Submission;
  readonly facts: Row;
  readonly findings: readonly ShownFinding[];
}

function rowOf(
  submitted: SubmittedEntry,
  { index, grid, submission, facts, findings }: RowContext,
): ShownRow {
  const { entry, value } = submitted;
  const { labels } = submission.model;
  const figure = (number: number | null) =>
    number === null ? '' : numberText(number, entry.precision);
  const isComputed = entry.derivation !== null;
  const { scheduled, previous } = facts.facts;
  const pressing = findings.filter(({ group }) => group !== 'note');
  return {
    key: entry.key,
    sequence: index + 1,
    name: entry.name,
    measureUnit: entry.measureUnit,
    target: entry.subject ? targetText(entry.subject.target) : null,
    scheduled: figure(scheduled),
    previous:
      entry.accumulation === 'status' && previous !== null
        ? (statusLabels(labels.milestones)[previous - 1] ?? '')
        : figure(previous),
    choices: entry.accumulation === 'status' ? statusLabels(labels.milestones) : null,
    computed: isComputed ? figure(value) : null,
    cells: Object.fromEntries(
      OPEN_COLUMNS.filter((id) => !isComputed || id === 'explanation' || id === 'evidence').flatMap(
        (id) => {
          const cell = submitted.cells[id];
          return cell === undefined ? [] : [[id, cellOf(grid, submitted, id, cell)]];
        },
      ),
    ),
    gravest: FINDING_GROUPS.find((group) => findings.some((one) => one.group === group)) ?? null,
    messages: inGroups(pressing).map(({ group, message }) => ({ group, message })),
  };
}

function statusLabels(labels: Submission['model']['labels']['milestones']): string[] {
  return MILESTONE_STATUSES.map((status) => labels[status]);
}

function cellOf(
  grid: WorkbookGrid,
  submitted: SubmittedEntry,
  id: (typeof OPEN_COLUMNS)[number],
  cell: string,
): ShownCell {
  const { entry, sheet } = submitted;
  return {
    input: inputName(entry.key, id),
    place: { sheet, cell },
    stored: {
      actual: submitted.quoted,
      state: textAt(grid, sheet, cell),
      explanation: submitted.explanation,
      evidence: submitted.evidence,
    }[id],
  };
}

/** A reading keeps what a state means, not what was chosen. */
function textAt({ sheets }: WorkbookGrid, name: string, cell: string): string {
  const sheet = sheets.find((one) => one.name === name);
  const place = parseAddress(cell);
  return sheet && place ? textOf(cellAt(sheet, place.row, place.column)) : '';
}

function inputName(key: string, column: (typeof OPEN_COLUMNS)[number]): string {
  return `${key}#${column}`;
}

function fieldsOf({ fields }: Submission): ShownField[] {
  return fields.flatMap(({ id, label, required, value, sheet, cell }) =>
    cell === null
      ? []
      : [
          {
            ...{ id, label, isRequired: required, isStamped: id === STAMPED_FIELD },
            ...{ input: `field#${id}`, place: { sheet, cell }, stored: value },
          },
        ],
  );
}
