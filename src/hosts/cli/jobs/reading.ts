import { fill } from '../../../core/plan/text';
import type { ReceivedFile } from '../../../core/consolidation/consolidation';
import { returnedBefore } from '../../../core/report/return-record';
import { compareWith, type Resubmission } from '../../../core/report/resubmission';
import { reportOn, type FileReport, type ReportStyle } from '../checked-file';
import { digestWith } from '../digest';
import { cliMessages as messages } from '../messages';
import { readFile } from '../read-file';
import { expectedFrom, type Against } from './against';
import type { Outcome } from './thread-pool';

export interface FileToRead {
  readonly folder: string;
  readonly name: string;
  /** What the result calls it. */
  readonly shown: string;
}

/** How files are read, as plain data: it is handed to other threads. */
export interface ReadingSettings {
  readonly against: Against;
  readonly key: Uint8Array | null;
  /** Null where the files themselves are wanted. */
  readonly report: ReportStyle | null;
}

/** What is wanted of a file: all that was read, or what there is to say of it. */
export type ReadResult = ReceivedFile | FileReport;

/** Reads one file after the other with these settings, in whichever thread. */
export function readerWith({
  report,
  ...settings
}: ReadingSettings): (file: FileToRead) => Promise<ReadResult> {
  const read = readerOf(settings);
  return async (file) => {
    const received = await read(file);
    return report
      ? reportOn(received, report, resubmissionOf(received, settings.against))
      : received;
  };
}

/** The same for the files themselves. */
export function readerOf({
  against,
  key,
}: Omit<ReadingSettings, 'report'>): (file: FileToRead) => Promise<ReceivedFile> {
  const digest = digestWith(key);
  const expected = expectedFrom(against);
  return async ({ folder, name, shown }) => ({
    ...(await readFile(folder, name, digest, expected)),
    file: shown,
  });
}

/** The submission against the one that was returned before it; null where none was. */
function resubmissionOf({ content, sha256 }: ReceivedFile, against: Against): Resubmission | null {
  if (content.is === 'unreadable' || 'plans' in against || !against.returned) return null;
  const { submission, findings } = content;
  const before = returnedBefore(against.returned, submission.sealValue, sha256);
  return before && compareWith(before, findings);
}

/** The result for a file that was not read through, so that the others of the batch can go on. */
export function unreadResult(
  { shown }: FileToRead,
  outcome: Exclude<Outcome<ReadResult>, { is: 'done' }>,
  { report }: ReadingSettings,
): ReadResult {
  const received: ReceivedFile = {
    file: shown,
    sha256: '',
    modifiedAt: new Date(0).toISOString(),
    content:
      outcome.is === 'lost'
        ? { is: 'unreadable', code: 'broke-off', reason: messages.readingBrokeOff }
        : {
            is: 'unreadable',
            code: 'internal',
            reason: fill(messages.readingFailed, { detail: String(outcome.error) }),
          },
  };
  return report ? reportOn(received, report) : received;
}
