// The tags of a part, as numbers for the caller to go through. A token starts with its kind:
//   TEXT    from, to
//   OPEN    name, whether it closes itself, how many attributes; of each its name, from, to
//   CLOSE   name
//   INSIDE  what stands in the element just opened was read by the scan made for it
// and after INSIDE
//   ROW     number of the row, then as OPEN without a name: the tag of a row unlike those before
//   FORMULA number of the cell, then as OPEN without a name: the tag of a formula that has attributes
import { END_TAG, GT, LT, QUOTE, SLASH, isSpace, skipSpace } from './bytes';
import { forgetQualified, lastName, readName, wasQualified } from './names';
import { textEnd } from './text';

const TEXT: u32 = 0;
const OPEN: u32 = 1;
const CLOSE: u32 = 2;
const INSIDE: u32 = 3;
export const ROW: u32 = 4;
export const FORMULA: u32 = 5;

const DEEPEST: u32 = 100;
const MOST_ATTRIBUTES: u32 = 40;
/** Bytes that one tag may take, with the text before it and what follows it. */
const MOST_BYTES: usize = 4 * (16 + 3 * <usize>MOST_ATTRIBUTES);

const APOSTROPHE: u32 = 0x27;
const EQUALS: u32 = 0x3d;
const LETTER_T: u64 = 0x74;

/** Names of the open elements. */
const open = memory.data(4 * 101);
let depth: u32 = 0;
let part: usize = 0;
let start: usize = 0;
let free: usize = 0;
let full: usize = 0;

/** Starts the list at `at`, with room for so many bytes, for tags of the part that starts at `base`. */
export function startTags(base: usize, at: usize, room: usize): void {
  part = base;
  start = free = at;
  full = at + room;
  depth = 0;
}

/** How many numbers are listed. */
export function tokenCount(): u32 {
  return <u32>((free - start) >> 2);
}

/** Whether an element is open. */
export function isInside(): bool {
  return depth > 0;
}

function put(number: u32): void {
  store<u32>(free, number);
  free += 4;
}

export function putInside(): void {
  put(INSIDE);
}

/** Reads one tag, and the text before it. Returns the position after the tag, 0 where it gives up. */
export function readTag(at: usize): usize {
  if (free + MOST_BYTES > full) return 0;
  if (load<u8>(at) != LT) {
    const end = textEnd(at, LT);
    if (end == 0) return 0;
    if (depth > 0) {
      put(TEXT);
      put(<u32>(at - part));
      put(<u32>(end - part));
    } else if (skipSpace(at) != end) return 0;
    at = end;
  }
  nameAt = 0;
  if (load<u16>(at) == END_TAG) return readEndTag(at + 2);
  const from = at + 1;
  at = readName(from);
  if (at == 0) return 0;
  nameAt = from;
  nameLength = <u32>(at - from);
  const name = lastName();
  put(OPEN);
  put(name);
  at = readAttributes(at);
  if (at == 0 || isClosed) return at;
  if (depth == DEEPEST) return 0;
  store<u32>(open + 4 * depth, name);
  depth++;
  return at;
}

/** Of the last tag, 0 where it was an end tag. */
let nameAt: usize = 0;
let nameLength: u32 = 0;
let isClosed: bool = false;

/** Whether the last tag opened an element whose name starts with these bytes, eight at most. */
export function opensElement(name: u64, length: u32): bool {
  return !isClosed && isNamed(name, length);
}

function isNamed(name: u64, length: u32): bool {
  if (nameAt == 0 || nameLength != length) return false;
  // of a shorter name the upper bytes belong to what follows
  const unused: u64 = length < 8 ? 64 - 8 * length : 0;
  return load<u64>(nameAt) << unused == name << unused;
}

function readEndTag(at: usize): usize {
  at = readName(at);
  if (at == 0 || depth == 0) return 0;
  depth--;
  const name = lastName();
  if (load<u32>(open + 4 * depth) != name) return 0;
  put(CLOSE);
  put(name);
  at = skipSpace(at);
  return load<u8>(at) == GT ? at + 1 : 0;
}

/** Lists the tag of a row or a formula, of which `at` is the end of the name. */
export function readInnerTag(kind: u32, number: u32, at: usize): usize {
  if (free + MOST_BYTES > full) return 0;
  put(kind);
  put(number);
  return readAttributes(at);
}

/** From the end of a tag's name to the end of the tag. */
function readAttributes(at: usize): usize {
  const head = free;
  free += 8;
  let count: u32 = 0;
  for (;;) {
    const isSpaced = isSpace(load<u8>(at));
    at = skipSpace(at);
    const code: u32 = load<u8>(at);
    if (code == GT || code == SLASH) break;
    if (!isSpaced || count == MOST_ATTRIBUTES) return 0;
    at = readAttribute(at, head + 8, count);
    if (at == 0) return 0;
    count++;
  }
  isClosed = load<u8>(at) == SLASH;
  store<u32>(head, isClosed ? 1 : 0);
  store<u32>(head, count, 4);
  if (isClosed) at++;
  return load<u8>(at) == GT ? at + 1 : 0;
}

function readAttribute(at: usize, attributes: usize, count: u32): usize {
  at = readName(at);
  if (at == 0) return 0;
  const name = lastName();
  for (let index: u32 = 0; index < count; index++)
    if (load<u32>(attributes + 12 * index) == name) return 0;
  const quote: u32 = load<u8>(at, 1);
  if (load<u8>(at) != EQUALS || (quote != QUOTE && quote != APOSTROPHE)) return 0;
  const end = textEnd(at + 2, quote);
  if (end == 0) return 0;
  put(name);
  put(<u32>(at + 2 - part));
  put(<u32>(end - part));
  return end + 1;
}

/** Position after the element at `at`, of which nothing is listed; 0 where a name is qualified or is `t`. */
export function skipElement(at: usize): usize {
  const kept = free;
  const outside = depth;
  forgetQualified();
  do {
    at = readTag(at);
    free = kept;
    // a text in the properties would be taken for one of the entry
    if (at == 0 || wasQualified() || isNamed(LETTER_T, 1)) return 0;
  } while (depth > outside);
  return at;
}
