import type { Submission, SubmittedEntry } from '../../src/core/submission/submission';
import type { Finding } from '../../src/core/review/finding';
import type { Case } from './case';
import { READINGS, type Reading } from './make/filled';
import type { Examined } from './run';

/** How a case was answered, from best to worst. */
export const VERDICTS = ['read', 'flagged', 'missed', 'wrongly-flagged', 'misread'] as const;
/**
 * read: every row as it was meant, nothing said. flagged: said what had to be said, and only that.
 * missed: something that had to be said was not. wrongly-flagged: a finding where none belongs.
 * misread: a wrong value without a finding that keeps it out.
 */
export type Verdict = (typeof VERDICTS)[number];

export interface Judgement {
  readonly verdict: Verdict;
  /** What is not as declared. */
  readonly differences: readonly string[];
}

interface Meant {
  /** By row key; `unsure` must be kept out by a finding. */
  readonly rows: ReadonlyMap<string, Reading | 'unsure'>;
  readonly findings: ReadonlySet<string>;
}

/** Compares what came of a case with what its author declared. */
export function judge(one: Case, { result, inMemory }: Examined): Judgement {
  if (one.refused !== undefined) {
    const code = result.is === 'unreadable' ? result.code : result.is;
    if (code === one.refused) return { verdict: 'flagged', differences: [] };
    const verdict = result.is === 'submission' ? 'misread' : 'wrongly-flagged';
    return { verdict, differences: [`${code} instead of ${one.refused}`] };
  }
  if (result.is !== 'submission') {
    const code = result.is === 'unreadable' ? result.code : result.is;
    return { verdict: 'wrongly-flagged', differences: [`refused: ${code}`] };
  }
  const meant = inMemory?.is === 'submission' ? asInMemory(inMemory) : declared(one);
  const rows = new Map(result.submission.entries.map((row) => [row.entry.key, row]));
  const keptOut = keptOutBy(result.findings);
  const misread = [...meant.rows].flatMap(([key, reading]) => {
    const found = readingOf(rows.get(key));
    const isRight = reading === 'unsure' ? keptOut(key) : found === reading;
    return isRight ? [] : [`${key}: ${String(found)} instead of ${String(reading)}`];
  });
  const isUnsure = (key: string | null) => key !== null && meant.rows.get(key) === 'unsure';
  const said = new Set(result.findings.map(written));
  const wrong = new Set(
    result.findings.filter(({ entry }) => !isUnsure(entry)).map(written),
  );
  for (const finding of meant.findings) wrong.delete(finding);
  const missed = [...meant.findings].filter((finding) => !said.has(finding));
  const isWrongValue = [...meant.rows].some(([key, reading]) => {
    const isKept = keptOut(key);
    return !isKept && (reading === 'unsure' || readingOf(rows.get(key)) !== reading);
  });
  const differences = [
    ...misread,
    ...[...wrong].map((finding) => `said: ${finding}`),
    ...missed.map((finding) => `not said: ${finding}`),
    ...unplaced(result.findings),
  ];
  const verdict = isWrongValue
    ? 'misread'
    : wrong.size > 0
      ? 'wrongly-flagged'
      : missed.length > 0 || differences.length > 0
        ? 'missed'
        : said.size > 0
          ? 'flagged'
          : 'read';
  return { verdict, differences };
}

function declared({ entries = {}, findings = [] }: Case): Meant {
  const rows = new Map<string, Reading | 'unsure'>(
    Object.entries({ ...READINGS, ...entries }).map(([row, reading]) => [`city/${row}`, reading]),
  );
  return { rows, findings: new Set(findings) };
}

function asInMemory({
  submission,
  findings,
}: {
  readonly submission: Submission;
  readonly findings: readonly Finding[];
}): Meant {
  const rows = new Map<string, Reading>();
  for (const row of submission.entries) rows.set(row.entry.key, readingOf(row)!);
  return { rows, findings: new Set(findings.map(written)) };
}

function readingOf(row: SubmittedEntry | undefined): Reading | undefined {
  return row?.state === 'value' && row.value !== null ? row.value : (row?.state as Reading);
}

/** Whether a finding keeps the row, or the file as a whole, out of the consolidation. */
function keptOutBy(findings: readonly Finding[]): (key: string) => boolean {
  const severe = findings.filter(({ severity }) => severity !== 'note');
  const ofFile = ['wrong-plan', 'wrong-period', 'wrong-round', 'altered-identity', 'missing-sheet', 'missing-column'];
  const isOut = severe.some(({ entry, rule }) => entry === null && ofFile.includes(rule));
  const rows = new Set(severe.map(({ entry }) => entry));
  return (key) => isOut || rows.has(key);
}

/** Severity, rule and row, as cases declare them. */
function written({ severity, rule, entry }: Finding): string {
  return [severity, rule, ...(entry === null ? [] : [entry.replace('city/', '')])].join(' ');
}

/** Findings about a row that do not say where it stands; only a row that is gone has no cell. */
function unplaced(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ entry, rule, sheet, cell }) => {
      return entry !== null && rule !== 'missing-row' && (sheet === null || cell === null);
    })
    .map((finding) => `without a place: ${written(finding)}`);
}
