// Shared strings as spreadsheet programs write them: plain texts, runs of rich text, and Excel's hint on
// phonetics. Anything else makes the scan give up.
import { END_TAG, FIVE, GT, LT, SLASH, skipSpace, spaceAttributeEnd } from './bytes';
import { pieceCount, pieceLength, pieceNumber, standsPiece } from './pieces';
import { skipElement } from './tags';
import { textEnd } from './text';

/** Bytes for a string: how it is kept, from where to where. */
const STRING_BYTES: usize = 12;
const PLAIN: u32 = 1;
const RUNS: u32 = 2;

// as they lie in memory
const ENTRY: u32 = 0x3e69733c; // <si>
const ENTRY_END: u64 = 0x3e69732f3c; // </si>
const RUN: u32 = 0x3e723c; // <r>
const RUN_END: u64 = 0x3e722f3c3e742f3c; // </t></r>
const PROPERTIES: u64 = 0x3e7250723c; // <rPr>
const TEXT: u32 = 0x743c; // <t
const TEXT_END: u32 = 0x3e742f3c; // </t>
const PHONETI: u64 = 0x6974656e6f68703c; // <phoneti
const CPR: u32 = 0x725063; // cPr
const THREE: u32 = 0xffffff;

/** What was taken in. */
export let strings: u32 = 0;
/** Whether the scan gave up at one string too many. */
export let hasTooManyStrings: bool = false;

let base: usize = 0;
let stringsAt: usize = 0;
let mostStrings: u32 = 0;
let longest: usize = 0;
/** Whether a run of the entry being read has a text. */
let hasText: bool = false;

/** Says what readStrings works with. The list must have room for what so many bytes can hold. */
export function setStrings(toStrings: usize, most: u32, longestText: u32): void {
  stringsAt = toStrings;
  mostStrings = most;
  longest = longestText;
  strings = 0;
  hasTooManyStrings = false;
}

/** Reads all entries at `at` of the part at `part`; returns the position of what follows, 0 where it gives up. */
export function readStrings(part: usize, at: usize): usize {
  base = part;
  for (at = skipSpace(at); load<u32>(at) == ENTRY; at = skipSpace(at)) {
    if (strings == mostStrings) {
      hasTooManyStrings = true;
      return 0;
    }
    at = readEntry(at + 4, stringsAt + <usize>strings * STRING_BYTES);
    if (at == 0) return 0;
    strings++;
  }
  return load<u16>(at) == END_TAG ? at : 0;
}

// Each of these returns the position after what it read, 0 where it gives up.

function readEntry(at: usize, entry: usize): usize {
  const from = at;
  if ((load<u32>(at) & THREE) == RUN) {
    at = readRuns(at);
    if (at == 0) return 0;
    keep(entry, RUNS, from, hasText ? at : from);
  } else {
    const start = textStart(at);
    if (start == 0) return 0;
    if (load<u8>(start - 2) == SLASH) {
      keep(entry, PLAIN, start, start);
      at = start;
    } else {
      const end = textEnd(start, LT);
      if (end == 0 || load<u32>(end) != TEXT_END) return 0;
      keep(entry, PLAIN, start, end);
      at = end + 4;
    }
  }
  if (at - from > longest) return 0;
  if (load<u64>(at) == PHONETI && (load<u32>(at, 8) & THREE) == CPR) {
    at = afterPiece(at);
    if (at == 0) return 0;
  }
  return (load<u64>(at) & FIVE) == ENTRY_END ? at + 5 : 0;
}

function keep(entry: usize, kept: u32, from: usize, to: usize): void {
  store<u32>(entry, kept);
  store<u32>(entry, <u32>(from - base), 4);
  store<u32>(entry, <u32>(to - base), 8);
}

function readRuns(at: usize): usize {
  hasText = false;
  while ((load<u32>(at) & THREE) == RUN) {
    at += 3;
    if ((load<u64>(at) & FIVE) == PROPERTIES) {
      at = afterPiece(at);
      if (at == 0) return 0;
    }
    const from = textStart(at);
    if (from == 0 || load<u8>(from - 2) == SLASH) return 0;
    const end = textEnd(from, LT);
    if (end == 0 || load<u64>(end) != RUN_END) return 0;
    if (end > from) hasText = true;
    at = end + 8;
  }
  return at;
}

/** After a text's start tag. */
function textStart(at: usize): usize {
  if ((load<u32>(at) & 0xffff) != TEXT) return 0;
  const next: u32 = load<u8>(at, 2);
  if (next == GT) return at + 3;
  if (next == SLASH) return load<u8>(at, 3) == GT ? at + 4 : 0;
  return spaceAttributeEnd(at + 2);
}

/** After run properties, or an element that is a single tag. */
function afterPiece(at: usize): usize {
  for (let index = <i32>pieceCount() - 1; index >= 0; index--)
    if (standsPiece(index, at)) return at + pieceLength(index);
  const end = skipElement(at);
  return end != 0 && pieceNumber(at, end) >= 0 ? end : 0;
}
