import { isSpace, LT } from './characters';
import type { PartText } from './part-text';
import { giveUp } from './unrecognised';
import { decodeEntities } from './xml-text';

const TAB = 9;
const LINE_FEED = 10;
const AMPERSAND = 38;
const HASH = 35;
const SEMICOLON = 59;
const GT = 62;
const CLOSING_BRACKET = 93;
const UNDERLINE = 95;
const LETTER_O = 111;
const LETTER_Q = 113;
const LETTER_T = 116;
const LETTER_U = 117;
const LETTER_X = 120;
/** First byte of the UTF-8 of U+FFFE and U+FFFF, and of much Chinese punctuation. */
const FULL_WIDTH = 0xef;

/** Of a byte in a text: 0 where it needs no second look. */
const NEEDS_LOOK = new Uint8Array(256);
for (let byte = 0; byte < 0x20; byte++)
  if (byte !== TAB && byte !== LINE_FEED) NEEDS_LOOK[byte] = 1;
for (const byte of [LT, AMPERSAND, CLOSING_BRACKET, UNDERLINE, FULL_WIDTH]) NEEDS_LOOK[byte] = 1;

/**
 * Looks through the bytes of a part. Whatever is not as spreadsheet programs write it throws
 * Unrecognised, and so does whatever is not well-formed.
 */
export abstract class ByteScanner {
  /** Whether a text so far may hold _xHHHH_, the underline itself written as an entity included. */
  mayHoldEscapes = false;
  protected readonly bytes: Uint8Array;

  constructor(protected readonly part: PartText) {
    this.bytes = part.bytes;
  }

  /** Position of the `<` that ends the text at `at`. @throws Unrecognised */
  protected textEnd(at: number): number {
    const { bytes } = this;
    for (;;) {
      // past the end there is nothing to look up, which is no 0 either
      while (NEEDS_LOOK[bytes[at]!] === 0) at++;
      const byte = bytes[at];
      if (byte === LT) return at;
      if (byte !== AMPERSAND) at = this.afterPeculiar(at);
      // nearly all entities of a formula are quotes
      else if (
        bytes[at + 2] === LETTER_U &&
        bytes[at + 1] === LETTER_Q &&
        bytes[at + 3] === LETTER_O &&
        bytes[at + 4] === LETTER_T &&
        bytes[at + 5] === SEMICOLON
      )
        at += 6;
      else at = this.afterEntity(at);
    }
  }

  private afterPeculiar(at: number): number {
    const { bytes } = this;
    switch (bytes[at]!) {
      case UNDERLINE:
        if (bytes[at + 1] === LETTER_X) this.mayHoldEscapes = true;
        return at + 1;
      case FULL_WIDTH:
        if (bytes[at + 1] === 0xbf && bytes[at + 2]! >= 0xbe) giveUp();
        return at + 3;
      case CLOSING_BRACKET:
        if (bytes[at + 1] === CLOSING_BRACKET && bytes[at + 2] === GT) giveUp();
        return at + 1;
      default:
        // controls, carriage returns, the end of the part
        return giveUp();
    }
  }

  /** Any entity but a quote. */
  private afterEntity(at: number): number {
    const { bytes } = this;
    // by the second letter, which tells most apart
    const second = bytes[at + 2];
    if (second === 109 && this.stands('&amp;', at)) return at + 5;
    if (second === 116 && (this.stands('&lt;', at) || this.stands('&gt;', at))) return at + 4;
    if (second === 112 && this.stands('&apos;', at)) return at + 6;
    if (bytes[at + 1] !== HASH) giveUp();
    let end = at + 2;
    while (bytes[end] !== SEMICOLON) if (++end > at + 14) giveUp();
    if (decodeEntities(this.part.bytewise(at, end + 1)) === null) giveUp();
    this.mayHoldEscapes = true;
    return end + 1;
  }

  /** Whether these ASCII characters stand at `at`. */
  protected stands(wanted: string, at: number): boolean {
    const { bytes } = this;
    for (let index = 0; index < wanted.length; index++)
      if (bytes[at + index] !== wanted.charCodeAt(index)) return false;
    return true;
  }

  /** Position after the white space at `at`. */
  protected skipSpace(at: number): number {
    while (isSpace(this.bytes[at]!)) at++;
    return at;
  }

  /** Position after the first `>` from `at` on; a tag whose values hold one does not read as a tag. */
  protected tagEnd(at: number): number {
    const { bytes } = this;
    const { length } = bytes;
    while (bytes[at] !== GT) if (++at >= length) giveUp();
    return at + 1;
  }
}

/** Position after the first place where the ASCII `wanted` stands in the bytes, −1 where it does nowhere. */
export function afterFirst(bytes: Uint8Array, wanted: string): number {
  const first = wanted.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let index = 1;
    while (index < wanted.length && bytes[at + index] === wanted.charCodeAt(index)) index++;
    if (index === wanted.length) return at + index;
  }
  return -1;
}
