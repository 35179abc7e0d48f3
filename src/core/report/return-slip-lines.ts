import { fill, type Text } from '../plan/text';
import type { Severity } from '../plan/schema';
import type { Finding } from '../review/finding';
import { parseAddress } from '../sheet/address';
import { cellAt, type GridCell, type WorkbookGrid } from '../sheet/grid';
import type { Submission } from '../submission/submission';
import { owedIn, type Resubmission } from './resubmission';
import { slipMessages as messages } from './return-slip-messages';
import { problemAndRemedy } from './return-slip-remedies';

/** One thing to put right. */
export interface SlipLine {
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Of the same row; null where the finding is about no row. */
  readonly explanationCell: string | null;
  /** What stands in the cell; undefined where it is blank or there is no cell. */
  readonly content: GridCell | undefined;
  /** The indicator or the field; empty for the file. */
  readonly name: string;
  readonly problem: Text;
  readonly remedy: Text;
  /** Against the submission returned before; null where there was none, and for notes. */
  readonly against: 'still' | 'fresh' | null;
}

export interface SlipFindings {
  readonly submission: Submission;
  readonly findings: readonly Finding[];
  /** Null where cells are not to be shown. */
  readonly grid: WorkbookGrid | null;
  readonly resubmission: Resubmission | null;
}

/** What has to be done, errors first; after it the notes that ask something of the sender. */
export function slipLines(
  { submission, findings, grid, resubmission }: SlipFindings,
  blank: string,
): SlipLine[] {
  const still = new Set(resubmission?.still);
  const entries = new Map(submission.entries.map((row) => [row.entry.key, row]));
  const lineOf = (finding: Finding): SlipLine | null => {
    const parts = problemAndRemedy(finding, blank);
    if (!parts) return null;
    const { severity, sheet, cell, entry } = finding;
    const row = entry === null ? undefined : entries.get(entry);
    const explanationCell = row?.cells.explanation ?? null;
    const isElsewhere = explanationCell !== null && explanationCell !== cell;
    const remedy =
      severity === 'explain' && isElsewhere
        ? joined(parts.remedy, fill(messages.explainAt, { cell: explanationCell }))
        : parts.remedy;
    return {
      severity,
      sheet,
      cell,
      explanationCell,
      content: grid ? contentOf(grid, sheet, cell) : undefined,
      name: nameOf(finding, submission),
      problem: parts.problem,
      remedy,
      against: !resubmission || severity === 'note' ? null : still.has(finding) ? 'still' : 'fresh',
    };
  };
  return bySeverity(findings).flatMap((finding) => lineOf(finding) ?? []);
}

/** A line about the file as a whole. */
export function entireFileLine(problem: Text, remedy: Text): SlipLine {
  return {
    severity: 'error',
    sheet: null,
    cell: null,
    explanationCell: null,
    content: undefined,
    name: '',
    problem,
    remedy,
    against: null,
  };
}

/** What a finding is about, for a person: the row's name or the field's; empty for the file. */
export function nameOf({ entry, sheet, cell }: Finding, { entries, fields }: Submission): string {
  const row = entries.find((candidate) => candidate.entry.key === entry);
  if (row) return row.entry.name;
  const field = fields.find((each) => cell !== null && each.cell === cell && each.sheet === sheet);
  return field?.label ?? '';
}

function contentOf(
  { sheets }: WorkbookGrid,
  sheet: string | null,
  cell: string | null,
): GridCell | undefined {
  const found = sheets.find(({ name }) => name === sheet);
  const address = parseAddress(cell ?? '');
  return found && address ? cellAt(found, address.row, address.column) : undefined;
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  const owed = owedIn(findings);
  const of = (severity: Severity) => owed.filter((finding) => finding.severity === severity);
  return [
    ...of('error'),
    ...of('explain'),
    ...findings.filter(({ severity }) => severity === 'note'),
  ];
}

function joined(first: Text, second: Text): Text {
  return { zh: first.zh + second.zh, en: first.en + second.en };
}
