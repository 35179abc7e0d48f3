// Text between tags, sixteen bytes at a time.
import { AMPERSAND, GT, LT, SEMICOLON } from './bytes';

const HASH: u32 = 0x23;
const CLOSING_BRACKET: u32 = 0x5d;
const UNDERLINE: u32 = 0x5f;
const LETTER_O: u32 = 0x6f;
const LETTER_Q: u32 = 0x71;
const LETTER_T: u32 = 0x74;
const LETTER_U: u32 = 0x75;
const LETTER_X: u32 = 0x78;
// as they lie in memory
const QUOT: u32 = 0x746f7571;
const APOS: u32 = 0x736f7061;
const AMP: u32 = 0x3b706d61;
const LT_NAME: u32 = 0x3b746c;
const GT_NAME: u32 = 0x3b7467;

let escapes: bool = false;

/** Forgets whether a text held anything that may be one of Excel's escapes, _xHHHH_. */
export function forgetEscapes(): void {
  escapes = false;
}

/** Whether a text since then did, the underline itself written as an entity included. */
export function mayHoldEscapes(): bool {
  return escapes;
}

/**
 * Where the first `last` from `at` on stands: a `<` ends a text, a quote an attribute's value. 0 where
 * something before it is not well-formed or is a carriage return. Zeros must follow the part.
 */
export function textEnd(at: usize, last: u32): usize {
  const ends = i8x16.splat(<i8>last);
  while (true) {
    const bytes = v128.load(at);
    let marks = i8x16.bitmask(v128.or(i8x16.eq(bytes, ends), peculiar(bytes, v128.load(at, 1))));
    const entities = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(<i8>AMPERSAND)));
    // nearly all entities of a formula are quotes
    if (entities != 0) marks |= entities & ~quotes(at);
    for (; marks != 0; marks &= marks - 1) {
      const found = at + ctz(marks);
      const byte: u32 = load<u8>(found);
      if (byte == last) return found;
      if (!(byte == AMPERSAND ? isEntity(found + 1) : isHarmless(found, byte))) return 0;
    }
    at += 16;
  }
}

/** Marks those of sixteen bytes that need a closer look; `next` starts one byte later. */
function peculiar(bytes: v128, next: v128): v128 {
  const isWhite = v128.or(i8x16.eq(bytes, i8x16.splat(9)), i8x16.eq(bytes, i8x16.splat(10)));
  const isControl = v128.andnot(i8x16.lt_u(bytes, i8x16.splat(0x20)), isWhite);
  const isMark = v128.or(
    isByte(bytes, LT),
    v128.or(isByte(bytes, CLOSING_BRACKET), isByte(bytes, UNDERLINE)),
  );
  // U+FFFE and U+FFFF
  const isLast = v128.and(isByte(bytes, 0xef), isByte(next, 0xbf));
  return v128.or(v128.or(isControl, isMark), isLast);
}

function isByte(bytes: v128, byte: u32): v128 {
  return i8x16.eq(bytes, i8x16.splat(<i8>byte));
}

/** A bit for each of the sixteen bytes at `at` that `quot;` follows. */
function quotes(at: usize): i32 {
  const first = v128.and(isByte(v128.load(at, 1), LETTER_Q), isByte(v128.load(at, 2), LETTER_U));
  const second = v128.and(isByte(v128.load(at, 3), LETTER_O), isByte(v128.load(at, 4), LETTER_T));
  return i8x16.bitmask(v128.and(v128.and(first, second), isByte(v128.load(at, 5), SEMICOLON)));
}

/** Whether what follows the ampersand before `at` makes it an entity. */
function isEntity(at: usize): bool {
  const word = load<u32>(at);
  if (word == QUOT || word == APOS) return load<u8>(at, 4) == SEMICOLON;
  const three = word & 0xffffff;
  if (word == AMP || three == LT_NAME || three == GT_NAME) return true;
  if ((word & 0xff) != HASH) return false;
  escapes = true;
  return load<u8>(at, 1) == LETTER_X ? isCode(at + 2, 16) : isCode(at + 1, 10);
}

/** Whether the digits at `at` are the number of a character of XML 1.0 (section 2.2). */
function isCode(at: usize, radix: u32): bool {
  let code: u32 = 0;
  const from = at;
  for (; at < from + 8; at++) {
    const digit = digitOf(load<u8>(at));
    if (digit >= radix) break;
    code = code * radix + digit;
  }
  if (at == from || load<u8>(at) != SEMICOLON) return false;
  if (code < 0x20) return code == 9 || code == 10 || code == 13;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

function digitOf(byte: u32): u32 {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : 99;
}

function isHarmless(at: usize, byte: u32): bool {
  const second: u32 = load<u8>(at, 1);
  const third: u32 = load<u8>(at, 2);
  if (byte == UNDERLINE) {
    if (second == LETTER_X) escapes = true;
    return true;
  }
  if (byte == CLOSING_BRACKET) return second != CLOSING_BRACKET || third != GT;
  // U+FFFE ends in BE, U+FFFF in BF
  return byte == 0xef && third < 0xbe;
}
