import type { ReceivedFile } from '../../core/consolidation/consolidation';
import { examine } from '../../core/pipeline';
import type { Text } from '../../core/plan/text';
import type { Expected } from '../../core/review/against-round';
import type { SubmissionReading } from '../../core/submission/read-submission';
import type { Digest } from '../../core/template/seal';
import type { Inflate } from './inflate';
import { readWorkbook } from './read-workbook';

/** In bytes. A returned file is a few dozen kilobytes; anything larger is something else and not read. */
export const LARGEST_FILE = 200 * 1024 * 1024;

/** How returned workbooks are read, the same for all files of a batch. */
export interface Receiving {
  readonly digest: Digest;
  readonly expected: Expected;
  /** The portable way where absent. */
  readonly inflate?: Inflate;
  /** SHA-256 of bytes, hexadecimal. */
  readonly hash: (bytes: Uint8Array) => string;
  /** Says why a workbook is no submission, and what to do. */
  readonly explain: (reading: Exclude<SubmissionReading, { is: 'submission' | 'refused' }>) => Text;
}

/** Reads and reviews the bytes of one returned file; whatever is wrong with it comes back as its content. */
export function receiveWorkbook(
  bytes: Uint8Array,
  { file, modifiedAt }: Pick<ReceivedFile, 'file' | 'modifiedAt'>,
  { digest, expected, inflate, hash, explain }: Receiving,
): ReceivedFile {
  const received = { file, sha256: hash(bytes), modifiedAt };
  const unreadable = (code: string, reason: Text): ReceivedFile => ({
    ...received,
    content: { is: 'unreadable', code, reason },
  });
  const read = readWorkbook(bytes, inflate ? { inflate } : {});
  if (!read.ok) return unreadable(read.code, read.message);
  const examined = examine(read.grid, digest, expected);
  if (examined.is === 'submission') return { ...received, content: examined };
  return examined.is === 'refused'
    ? unreadable(examined.code, examined.reason)
    : unreadable(examined.is, explain(examined));
}
