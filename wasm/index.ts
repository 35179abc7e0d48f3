// What src/xlsx/read/scanner.ts calls. A scan puts what it finds into lists of numbers in the memory.
import { skipSpace } from './bytes';
import { startNames } from './names';
import { startPieces } from './pieces';
import { readRows } from './rows';
import { readStrings } from './strings';
import { isInside, opensElement, putInside, readTag, startTags } from './tags';
import { forgetEscapes } from './text';

export { nameBytes } from './names';
export { cells, hasTooManyCells, lastColumn, lastRow, rows, setRows } from './rows';
export { hasTooManyStrings, setStrings, strings } from './strings';
export { tokenCount } from './tags';
export { mayHoldEscapes } from './text';

/** What of a part is read by a scan of its own: nothing, the rows of a sheet, shared strings. */
const ROWS: u32 = 1;
const STRINGS: u32 = 2;
/** The elements that hold them, as they lie in memory; the first is longer than eight bytes. */
const SHEETDAT: u64 = 0x7461447465656873;
const SST: u64 = 0x747373;

/**
 * Scans the part of `length` bytes at `part`, after its XML declaration, which ends at `from`. Zeros
 * must follow it.
 * @param room bytes for tokens
 * @returns whether it is written as spreadsheet programs write it, all of it
 */
export function scan(
  part: usize,
  length: u32,
  from: u32,
  special: u32,
  toTokens: usize,
  room: u32,
  toNames: usize,
  toPieces: usize,
): bool {
  startNames(toNames);
  startPieces(part, toPieces);
  startTags(part, toTokens, room);
  forgetEscapes();
  let at = part + from;
  let isRead = false;
  do {
    at = readTag(at);
    if (at != 0 && opensSpecial(special)) {
      if (isRead) return false;
      isRead = true;
      putInside();
      at = special == ROWS ? readRows(part, at) : readStrings(part, at);
    }
    if (at == 0) return false;
  } while (isInside());
  return skipSpace(at) == part + length;
}

function opensSpecial(special: u32): bool {
  if (special == ROWS) return opensElement(SHEETDAT, 9);
  return special == STRINGS && opensElement(SST, 3);
}
