// Names of elements and attributes, each listed once: their texts, each with a line feed after it.
import { FIVE } from './bytes';

/** How many names are listed before the scan gives up. */
const MOST: u32 = 256;
/** Bytes of all their texts. */
const MOST_BYTES: usize = 16384;
/** Where each name's text ends in the list, and its line feed stands. */
const ends = memory.data(4 * MOST);
/** Places in the table of names by their hash, each two bytes: a name's number and one, 0 where free. */
const PLACES: u32 = 1024;
const table = memory.data(2 * PLACES);

const LINE_FEED: u32 = 10;
const COLON: u32 = 0x3a;
/** What a byte may be in a name: in none, its start, only what follows, the colon. */
const STARTS: u32 = 1;
const FOLLOWS: u32 = 2;
const IS_COLON: u32 = 3;
const classes = memory.data(256);
for (let code: u32 = 0; code < 256; code++) store<u8>(classes + code, classOf(code));

function classOf(code: u32): u32 {
  const letter = code | 0x20;
  if ((letter >= 0x61 && letter <= 0x7a) || code == 0x5f) return STARTS;
  // - . and digits
  if (code == 0x2d || code == 0x2e || (code >= 0x30 && code <= 0x39)) return FOLLOWS;
  return code == COLON ? IS_COLON : 0;
}

const XMLNS: u64 = 0x736e6c6d78;

let list: usize = 0;
let count: u32 = 0;
/** Number of the name last read. */
let last: u32 = 0;
let isQualified: bool = false;

/** Starts the list at `at`. */
export function startNames(at: usize): void {
  list = at;
  count = 0;
  memory.fill(table, 0, 2 * PLACES);
}

/** How long the list is. */
export function nameBytes(): u32 {
  return <u32>(startOf(count) - list);
}

/** The number of the name last read. */
export function lastName(): u32 {
  return last;
}

/** Forgets whether a name was qualified. */
export function forgetQualified(): void {
  isQualified = false;
}

/** Whether a name since then had a prefix or declared one. */
export function wasQualified(): bool {
  return isQualified;
}

/** Reads the name at `at`: ASCII, with one colon at most. Returns where it ends, 0 where it is none. */
export function readName(at: usize): usize {
  const from = at;
  let hash: u32 = 0;
  let kind = classAt(at);
  if (kind != STARTS) return 0;
  for (; kind == STARTS || kind == FOLLOWS; kind = classAt(++at))
    hash = (hash ^ load<u8>(at)) * 0x01000193;
  const isPrefixed = kind == IS_COLON;
  if (isPrefixed) {
    if (classAt(at + 1) != STARTS) return 0;
    for (kind = classAt(++at); kind == STARTS || kind == FOLLOWS; kind = classAt(++at))
      hash = (hash ^ load<u8>(at)) * 0x01000193;
    if (kind == IS_COLON) return 0;
  }
  if (!find(from, at, hash)) return 0;
  if (isPrefixed || (load<u64>(from) & FIVE) == XMLNS) isQualified = true;
  return at;
}

function classAt(at: usize): u32 {
  return load<u8>(classes + <usize>load<u8>(at));
}

/** Makes the name from `from` to `to` the last one; false where the list is full. */
function find(from: usize, to: usize, hash: u32): bool {
  let place = (hash ^ (hash >> 15)) & (PLACES - 1);
  for (;;) {
    const number: u32 = load<u16>(table + 2 * place);
    if (number == 0) break;
    if (isName(number - 1, from, to)) {
      last = number - 1;
      return true;
    }
    place = (place + 1) & (PLACES - 1);
  }
  const start = startOf(count);
  const length = to - from;
  if (count == MOST || start + length + 1 > list + MOST_BYTES) return false;
  memory.copy(start, from, length);
  store<u8>(start + length, LINE_FEED);
  store<u32>(ends + 4 * count, <u32>(start + length));
  last = count++;
  store<u16>(table + 2 * place, <u16>count);
  return true;
}

function startOf(number: u32): usize {
  return number == 0 ? list : <usize>load<u32>(ends + 4 * (number - 1)) + 1;
}

function isName(number: u32, from: usize, to: usize): bool {
  const start = startOf(number);
  const length = <usize>load<u32>(ends + 4 * number) - start;
  if (length != to - from) return false;
  for (let at: usize = 0; at < length; at++)
    if (load<u8>(start + at) != load<u8>(from + at)) return false;
  return true;
}
