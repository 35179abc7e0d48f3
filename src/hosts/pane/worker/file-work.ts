import type { Text } from '../../../core/plan/text';
import { readWorkbook, type ReadResult } from '../../../xlsx/read/read-workbook';
import { finishFile, type FileChange } from '../../../xlsx/write/finishing/finish-file';
import { Unpatchable } from '../../../xlsx/write/unpatchable';

export type Finished =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** Why the file cannot be changed with certainty, as the middle of a sentence. */
  | { readonly ok: false; readonly reason: Text };

/** Work on a file that takes longer than a page may stand still. */
export interface FileWork {
  read(bytes: Uint8Array): Promise<ReadResult>;
  finish(bytes: Uint8Array, change: FileChange): Promise<Finished>;
}

/** The same done where it is asked for: in the worker, and in tests. */
export const directWork: FileWork = {
  read: (bytes) => Promise.resolve(readWorkbook(bytes)),
  finish(bytes, change) {
    try {
      return Promise.resolve({ ok: true, bytes: finishFile(bytes, change) });
    } catch (error) {
      if (!(error instanceof Unpatchable)) throw error;
      return Promise.resolve({ ok: false, reason: error.reason });
    }
  },
};
