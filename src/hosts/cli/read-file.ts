import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ReceivedFile } from '../../core/consolidation/consolidation';
import { fill, type Text } from '../../core/plan/text';
import { examine, type Examination } from '../../core/pipeline';
import type { Expected } from '../../core/review/against-round';
import type { Digest } from '../../core/template/seal';
import { nodeInflate } from '../../xlsx/read/inflate-node';
import { readWorkbook } from '../../xlsx/read/read-workbook';
import { sha256 } from './digest';
import { kindOf } from './files';
import { cliMessages, unidentifiedMessages } from './messages';

/** A returned file is a few dozen kilobytes; anything this large is something else. */
export const LARGEST_FILE = 200 * 1024 * 1024;

/** Reads and reviews one file from disk; whatever is wrong with it comes back as its content. */
export async function readFile(
  folder: string,
  name: string,
  digest: Digest,
  expected: Expected,
): Promise<ReceivedFile> {
  const file = path.join(folder, name);
  const unreadable = (
    code: string,
    reason: Text,
    sha = '',
    modifiedAt = new Date(0).toISOString(),
  ): ReceivedFile => ({
    file: name,
    sha256: sha,
    modifiedAt,
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
  const hash = sha256(bytes);
  const modifiedAt = stat.mtime.toISOString();
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  if (!read.ok) return unreadable(read.code, read.message, hash, modifiedAt);
  const examined = examine(read.grid, digest, expected);
  if (examined.is === 'submission')
    return { file: name, sha256: hash, modifiedAt, content: examined };
  if (examined.is === 'refused')
    return unreadable(examined.code, examined.reason, hash, modifiedAt);
  const reason = reasonOf(examined, expected.round !== null);
  return unreadable(examined.is, reason, hash, modifiedAt);
}

/** Why a workbook gives no submission, and what to do. */
function reasonOf(
  examined: Exclude<Examination, { is: 'submission' | 'refused' }>,
  isRoundNamed: boolean,
): Text {
  switch (examined.is) {
    case 'foreign':
      return isRoundNamed ? cliMessages.foreignWorkbook : cliMessages.foreignWithoutRound;
    case 'damaged':
      return isRoundNamed ? cliMessages.damagedCarrier : cliMessages.damagedWithoutRound;
    case 'unidentified':
      return unidentifiedMessages[examined.why];
  }
}
