import type { Inflate } from '../../../xlsx/read/inflate';
import { portableInflate } from '../../../xlsx/read/inflate';
import { DEFAULT_LIMITS, type ReadLimits } from '../../../xlsx/read/limits';
import { Unreadable } from '../../../xlsx/read/unreadable';
import { ZipArchive } from '../../../xlsx/read/zip';
import { Refused } from '../worker/calls';
import type { DroppedFile } from '../../../panel/coordinator/model';
import { taskMessages } from './task-messages';
import { fill } from '../../../core/plan/text';

/** Bytes that are read when they are wanted. */
export interface Source {
  /** In bytes; of a member of a zip not known before it is read. */
  readonly size: number;
  /** ISO time. */
  readonly modifiedAt: string;
  /** Rejects where the file cannot be read any more. */
  readonly read: () => Promise<Uint8Array>;
}

export function sourceOf(file: File): Source {
  return {
    size: file.size,
    modifiedAt: new Date(file.lastModified).toISOString(),
    read: async () => new Uint8Array(await file.arrayBuffer()),
  };
}

export function madeHere(bytes: Uint8Array, modifiedAt: string): Source {
  return { size: bytes.length, modifiedAt, read: () => Promise.resolve(bytes) };
}

/** Where the command line writes down what it wrote into out/, to see what somebody edited since. */
export const WRITTEN_FILE = '.written.json';

/** What is dropped, by path; what systems put beside people's files is left out, as the command line does. */
export function withoutSystemFiles(files: readonly DroppedFile[]): DroppedFile[] {
  return files.filter(({ path }) => {
    const [name = '', ...folders] = path.split('/').reverse();
    const isOurs = name === WRITTEN_FILE;
    const isSystems = /^(\.|~\$|Thumbs\.db$)/.test(name) || folders.includes('__MACOSX');
    return isOurs || !isSystems;
  });
}

const MEGABYTE = 1_048_576;
/** A round of a thousand files is far below. */
const LARGEST_ARCHIVE = 512 * MEGABYTE;
const ARCHIVE_LIMITS: ReadLimits = {
  ...DEFAULT_LIMITS,
  entries: 20_000,
  partBytes: 200 * MEGABYTE,
  // every reading counts, and a member is read to be checked and to be packed again
  totalBytes: 8_192 * MEGABYTE,
};

/** The files in a zip by path. @throws Refused for one that is broken or no zip */
export async function unpacked(
  { path, file }: DroppedFile,
  inflate: Inflate = portableInflate,
): Promise<Map<string, Source>> {
  if (file.size > LARGEST_ARCHIVE)
    throw new Refused(
      fill(taskMessages.archiveTooLarge, { file: path, size: Math.round(file.size / MEGABYTE) }),
    );
  const bytes = await readWhole(path, file);
  const modifiedAt = new Date(file.lastModified).toISOString();
  const reading = <T>(read: () => T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw new Refused(fill(taskMessages.archiveBroken, { file: path, reason: error.text }));
    }
  };
  const archive = reading(() => new ZipArchive(bytes, ARCHIVE_LIMITS, inflate));
  return new Map(
    archive.names
      .filter((name) => !name.endsWith('/'))
      .map((name) => [
        name,
        {
          size: 0,
          modifiedAt,
          read: () =>
            new Promise<Uint8Array>((resolve) => {
              resolve(reading(() => archive.read(name))!);
            }),
        },
      ]),
  );
}

/** @throws Refused where the file cannot be read */
export async function readWhole(path: string, file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Refused(fill(taskMessages.noAccess, { file: path }));
  }
}

/** Whether the bytes start as a zip does; a workbook does, too. */
export async function isZip({ file }: DroppedFile): Promise<boolean> {
  try {
    const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5);
  } catch {
    return false;
  }
}
