import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ReceivedFile } from '../../core/consolidation/consolidation';
import { fill, type Text } from '../../core/plan/text';
import type { Expected } from '../../core/review/against-round';
import { noSubmissionText } from '../../core/submission/no-submission';
import type { SubmissionReading } from '../../core/submission/read-submission';
import type { Digest } from '../../core/template/seal';
import { nodeInflate } from '../../xlsx/read/inflate-node';
import { LARGEST_FILE, receiveWorkbook } from '../../xlsx/read/receive-workbook';
import { sha256 } from './digest';
import { kindOf } from './files';
import { cliMessages } from './messages';

/** Reads and reviews one file from disk; whatever is wrong with it comes back as its content. */
export async function readFile(
  folder: string,
  name: string,
  digest: Digest,
  expected: Expected,
): Promise<ReceivedFile> {
  const file = path.join(folder, name);
  const unreadable = (code: string, reason: Text): ReceivedFile => ({
    file: name,
    sha256: '',
    modifiedAt: new Date(0).toISOString(),
    content: { is: 'unreadable', code, reason },
  });
  const noAccess = () => unreadable('no-access', fill(cliMessages.fileUnreadable, { file }));
  let kind: Awaited<ReturnType<typeof kindOf>>;
  try {
    kind = await kindOf(file);
  } catch {
    return noAccess();
  }
  if (kind === 'missing') return unreadable('missing', fill(cliMessages.fileMissing, { file }));
  if (kind === 'folder') return unreadable('folder', fill(cliMessages.isFolder, { file }));
  if (kind === 'other') return unreadable('not-a-file', fill(cliMessages.isNoFile, { file }));
  const stat = await fs.stat(file);
  if (stat.size > LARGEST_FILE)
    return unreadable(
      'too-large',
      fill(cliMessages.fileTooLarge, { size: Math.round(stat.size / 1024 / 1024) }),
    );
  let bytes: Uint8Array;
  try {
    bytes = await fs.readFile(file);
  } catch {
    return noAccess();
  }
  return receiveWorkbook(
    bytes,
    { file: name, modifiedAt: stat.mtime.toISOString() },
    {
      digest,
      expected,
      inflate: nodeInflate,
      hash: sha256,
      explain: expected.round === null ? withoutRound : noSubmissionText,
    },
  );
}

/** Why a workbook gives no submission where no round is named, and what to do. */
function withoutRound(reading: Exclude<SubmissionReading, { is: 'submission' | 'refused' }>): Text {
  switch (reading.is) {
    case 'foreign':
      return cliMessages.foreignWithoutRound;
    case 'damaged':
      return cliMessages.damagedWithoutRound;
    case 'unidentified':
      return reading.why === 'round-needed'
        ? cliMessages.unidentifiedWithoutRound
        : noSubmissionText(reading);
  }
}
