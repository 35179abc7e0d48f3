import { refuse } from './messages';

/** The UTF-16 code units of a text, by position. */
export type CharacterCodes = Uint8Array | Uint16Array;

/** UTF-8 that is decoded piece by piece. */
export interface Utf8Text {
  /** One character for each byte: all markup is ASCII and stands in it as it is. */
  readonly bytewise: string;
  /** The text between two positions of it that no character crosses. */
  text(from: number, to: number): string;
}

/** How a host may turn bytes into text faster than the portable way. */
export interface TextCodec {
  /** Null for bytes that are no UTF-8. */
  openUtf8?(bytes: Uint8Array): Utf8Text | null;
}

/** A part of the package as text. */
export class PartText {
  private constructor(
    readonly name: string,
    /** For looking through: the text itself, or one character for each of its bytes. */
    readonly xml: string,
    private readonly bytes: Uint8Array | null,
    private readonly pieces: Utf8Text | null,
  ) {}

  static decoded(name: string, text: string, asciiBytes: Uint8Array | null): PartText {
    return new PartText(name, text, asciiBytes, null);
  }

  static bytewise(name: string, bytes: Uint8Array, pieces: Utf8Text): PartText {
    return new PartText(name, pieces.bytewise, bytes, pieces);
  }

  /** The text between two positions of `xml`. */
  text(from: number, to: number): string {
    return this.pieces ? this.pieces.text(from, to) : this.xml.slice(from, to);
  }

  whole(): string {
    return this.text(0, this.xml.length);
  }

  /** Whether U+FFFE or U+FFFF stands in it. */
  holdsNoncharacters(): boolean {
    const wrong = this.pieces ? ['\xef\xbf\xbe', '\xef\xbf\xbf'] : ['\ufffe', '\uffff'];
    return wrong.some((one) => this.xml.includes(one));
  }

  /** Of `xml`. */
  codes(): CharacterCodes {
    return this.bytes ?? utf16(this.xml);
  }
}

/**
 * The text of a part, UTF-8 or UTF-16 as OPC asks.
 * @throws Unreadable for other encodings and for characters that no XML may hold
 */
export function decodePart(name: string, bytes: Uint8Array, codec: TextCodec): PartText {
  const wide = wideEncoding(bytes);
  const { isAscii, hasControls } = inspect(bytes);
  const part =
    wide === null && codec.openUtf8
      ? openPart(name, withoutMark(bytes), codec)
      : decodeWhole(name, bytes, wide ?? 'utf-8', isAscii);
  if (!part || !isDeclared(part.xml, wide === null ? 'utf-8' : 'utf-16'))
    throw refuse('damaged', 'encoding', { part: name });
  // eslint-disable-next-line no-control-regex -- what is looked for
  const isWrong = wide === null ? hasControls : /[\0-\x08\x0b\x0c\x0e-\x1f]/.test(part.xml);
  if (isWrong || part.holdsNoncharacters()) throw refuse('damaged', 'malformed', { part: name });
  return part;
}

function openPart(name: string, bytes: Uint8Array, codec: TextCodec): PartText | null {
  const pieces = codec.openUtf8?.(bytes);
  return pieces ? PartText.bytewise(name, bytes, pieces) : null;
}

function decodeWhole(
  name: string,
  bytes: Uint8Array,
  encoding: string,
  isAscii: boolean,
): PartText | null {
  const text = decodeStrictly(bytes, encoding);
  return text === null ? null : PartText.decoded(name, text, isAscii ? bytes : null);
}

/** The bytes without a byte order mark. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? bytes.subarray(3) : bytes;
}

/** Decodes, without the byte order mark; null where the bytes do not fit the encoding. */
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf16(text: string): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let at = 0; at < codes.length; at++) codes[at] = text.charCodeAt(at);
  return codes;
}

function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function isDeclared(text: string, encoding: string): boolean {
  if (!text.startsWith('<?xml')) return true;
  const declaration = text.slice(0, text.indexOf('?>'));
  const declared = /\sencoding\s*=\s*["']([^"']*)/.exec(declaration)?.[1]?.toLowerCase();
  return declared === undefined || declared === 'us-ascii' || declared.startsWith(encoding);
}

/** Four bytes in a word. */
const HIGH_BITS = 0x80808080 | 0;
const SPACES = 0x20202020;

/** Looks through the bytes for others than ASCII, and for controls but tab, line feed and return. */
function inspect(bytes: Uint8Array): { isAscii: boolean; hasControls: boolean } {
  const isAligned = (bytes.byteOffset & 3) === 0;
  const words = isAligned
    ? new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
    : new Int32Array(0);
  let high = 0;
  let hasControls = false;
  let index = 0;
  // sixteen bytes at a time: a byte below 0x20 borrows into its high bit
  for (const end = words.length - 3; index < end; index += 4) {
    const a = words[index]!;
    const b = words[index + 1]!;
    const c = words[index + 2]!;
    const d = words[index + 3]!;
    high |= a | b | c | d;
    const low =
      ((a - SPACES) & ~a) | ((b - SPACES) & ~b) | ((c - SPACES) & ~c) | ((d - SPACES) & ~d);
    if ((low & HIGH_BITS) !== 0) hasControls ||= isControlIn(bytes, index * 4, index * 4 + 16);
  }
  const rest = index * 4;
  for (let at = rest; at < bytes.length; at++) high |= bytes[at]!;
  hasControls ||= isControlIn(bytes, rest, bytes.length);
  return { isAscii: (high & HIGH_BITS) === 0, hasControls };
}

function isControlIn(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) return true;
  }
  return false;
}
