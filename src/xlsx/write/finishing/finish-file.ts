import { portableDeflate } from '../deflate';
import { openPackage } from '../open-package';
import { patchWorkbook, type CellEdit } from '../patch-workbook';
import { packParts } from '../zip';
import { lockCells } from './lock-cells';
import { stampSavedTime } from './saved-time';

/** What a department did to its file. */
export interface FileChange {
  readonly edits: readonly CellEdit[];
  /** Sheets declared final. */
  readonly lockedSheets: readonly string[];
  /** ISO, in UTC. */
  readonly savedAt: string;
}

/**
 * The file with the department's entries, in which everything else is as it was.
 * Throws Unpatchable on a file that is not built in a way that can be changed with certainty.
 */
export function finishFile(
  bytes: Uint8Array,
  { edits, lockedSheets, savedAt }: FileChange,
): Uint8Array {
  const opened = openPackage(patchWorkbook(bytes, edits));
  if (lockedSheets.length > 0) lockCells(opened, lockedSheets);
  stampSavedTime(opened, savedAt);
  return packParts(opened.parts, portableDeflate);
}
