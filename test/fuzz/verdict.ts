import { rowsBehind } from '../../src/core/template/derivation';
import type { SubmittedEntry } from '../../src/core/submission/submission';
import type { Finding } from '../../src/core/review/finding';
import type { Result } from '../corpus/run';

type Submitted = Extract<Result, { is: 'submission' }>;

/** Findings that keep every figure of a file out until a person has looked. */
const OF_THE_FILE: ReadonlySet<string> = new Set([
  ...['wrong-plan', 'wrong-period', 'wrong-round', 'altered-identity', 'missing-sheet'],
  'missing-column',
]);

/**
 * The rows that a damaged file gives another figure for than the sound one, without a word on it: no
 * finding of the file that keeps it out, and none about the row that the sound file has not as well.
 * Where the file is refused there are none.
 * @param mayDiffer keys of rows whose own cells were changed: what stands there now is what the file says
 */
export function misreadRows(
  sound: Submitted,
  damaged: Result,
  mayDiffer: ReadonlySet<string>,
): string[] {
  if (damaged.is !== 'submission') return [];
  const { submission, findings } = damaged;
  const isKeptOut = findings.some(
    ({ entry, severity, rule }) => entry === null && severity !== 'note' && OF_THE_FILE.has(rule),
  );
  if (isKeptOut) return [];
  const said = new Set(sound.findings.map(written));
  const flagged = new Set(
    findings.filter((finding) => !said.has(written(finding))).map(({ entry }) => entry),
  );
  const found = new Map(submission.entries.map((row) => [row.entry.key, row]));
  const isAnswered = ({ entry }: SubmittedEntry): boolean => {
    const keys = [entry.key, ...rowsBehind(entry.derivation)];
    return keys.some((key) => flagged.has(key) || mayDiffer.has(key));
  };
  return sound.submission.entries.flatMap((row) => {
    const [before, now] = [reported(row), reported(found.get(row.entry.key))];
    return before === now || isAnswered(row)
      ? []
      : [`${row.entry.key} (${row.cells.actual ?? ''}): ${now} instead of ${before}`];
  });
}

function reported(row: SubmittedEntry | undefined): string {
  return row ? `${row.state} ${String(row.value)} ${row.milestone ?? ''}`.trimEnd() : 'no row';
}

function written({ rule, severity, entry, cell, message }: Finding): string {
  return [rule, severity, entry, cell, message.en].join('\n');
}
