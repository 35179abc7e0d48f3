import type { ReceivedFile } from '../../../core/consolidation/consolidation';
import { fill, type Text } from '../../../core/plan/text';
import type { Expected } from '../../../core/review/against-round';
import { noSubmissionText } from '../../../core/submission/no-submission';
import type { SubmissionReading } from '../../../core/submission/read-submission';
import type { FileRow, FindingRow } from '../../../panel/coordinator/model';
import type { Inflate } from '../../../xlsx/read/inflate';
import { LARGEST_FILE, receiveWorkbook } from '../../../xlsx/read/receive-workbook';
import { sha256 } from '../digest';
import { DIGEST } from './session';
import type { Source } from './source';
import { taskMessages as messages } from './task-messages';

/** Reads and reviews one file; whatever is wrong with it, a bug of ours even, is its result. */
export async function checkFile(
  file: string,
  source: Source,
  expected: Expected,
  inflate?: Inflate,
): Promise<ReceivedFile> {
  const { modifiedAt } = source;
  const unreadable = (code: string, reason: Text): ReceivedFile => ({
    ...{ file, sha256: '', modifiedAt },
    content: { is: 'unreadable', code, reason },
  });
  if (source.size > LARGEST_FILE) {
    const size = Math.round(source.size / 1_048_576);
    return unreadable('too-large', fill(messages.fileTooLarge, { size }));
  }
  let bytes: Uint8Array;
  try {
    bytes = await source.read();
  } catch {
    return unreadable('no-access', fill(messages.noAccess, { file }));
  }
  try {
    return receiveWorkbook(
      bytes,
      { file, modifiedAt },
      {
        digest: DIGEST,
        expected,
        ...(inflate ? { inflate } : {}),
        hash: sha256,
        explain: expected.round === null ? withoutRound : noSubmissionText,
      },
    );
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return unreadable('internal', fill(messages.readingFailed, { detail }));
  }
}

/** A page shows no more of one file, however many a hostile one has. */
const MOST_FINDINGS = 500;

/** What a table shows of a file that was checked. */
export function rowOf({ file, sha256: hash, content }: ReceivedFile): FileRow {
  const isKnown = hash !== '';
  if (content.is === 'unreadable')
    return {
      ...{ file, isKnown, organisation: null, region: null, outcome: 'unreadable' },
      ...{ errors: 0, explanations: 0, notes: 0, findings: [] },
      reason: content.reason,
    };
  const { submission, findings } = content;
  const { organisation, region, entries } = submission.model;
  const names = new Map(entries.map(({ key, name }) => [key, name]));
  const rank = { error: 0, explain: 1, note: 2 };
  const count = (severity: keyof typeof rank) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    ...{ file, isKnown, organisation, region },
    outcome: findings.length === 0 ? 'clean' : 'findings',
    errors: count('error'),
    explanations: count('explain'),
    notes: count('note'),
    reason: null,
    findings: [...findings]
      .sort((left, right) => rank[left.severity] - rank[right.severity])
      .slice(0, MOST_FINDINGS)
      .map(({ rule, severity, sheet, cell, entry, message }): FindingRow => ({
        ...{ rule, severity, sheet, cell, message },
        name: entry === null ? null : (names.get(entry) ?? entry),
      })),
  };
}

/** Why a workbook gives no submission where no round is open, and what to do. */
function withoutRound(reading: Exclude<SubmissionReading, { is: 'submission' | 'refused' }>): Text {
  switch (reading.is) {
    case 'foreign':
      return messages.foreignWithoutRound;
    case 'damaged':
      return messages.damagedWithoutRound;
    case 'unidentified':
      return reading.why === 'round-needed'
        ? messages.unidentifiedWithoutRound
        : noSubmissionText(reading);
  }
}
