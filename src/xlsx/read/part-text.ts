import { refuse } from './messages';

/** How a host may handle UTF-8 faster than the portable way. */
export interface TextCodec {
  isUtf8?(bytes: Uint8Array): boolean;
  /** The text that valid bytes spell. */
  decodeUtf8?(bytes: Uint8Array, from: number, to: number): string;
  /** One character for each byte. */
  decodeBytewise?(bytes: Uint8Array, from: number, to: number): string;
}

/** A part of the package: UTF-8 without a byte order mark, decoded where it is asked for. */
export class PartText {
  private checked: string | null = null;

  constructor(
    readonly name: string,
    readonly bytes: Uint8Array,
    private readonly codec: TextCodec,
  ) {}

  /**
   * One character for each byte: all markup is ASCII and stands in it as it is.
   * @throws Unreadable for characters that no XML may hold
   */
  get xml(): string {
    this.checked ??= this.checkedBytewise();
    return this.checked;
  }

  private checkedBytewise(): string {
    const xml = this.bytewise(0, this.bytes.length);
    // U+FFFE and U+FFFF
    const isWrong = xml.includes('\xef\xbf\xbe') || xml.includes('\xef\xbf\xbf');
    if (isWrong || holdsControls(this.bytes))
      throw refuse('damaged', 'malformed', { part: this.name });
    return xml;
  }

  /** One character for each byte between two positions. */
  bytewise(from: number, to: number): string {
    return this.decode(this.bytes, from, to);
  }

  /** The same of other bytes than the part's own. */
  decode(bytes: Uint8Array, from: number, to: number): string {
    return this.codec.decodeBytewise
      ? this.codec.decodeBytewise(bytes, from, to)
      : bytewise.decode(bytes.subarray(from, to));
  }

  /** The text between two positions that no character crosses. */
  text(from: number, to: number): string {
    return this.codec.decodeUtf8
      ? this.codec.decodeUtf8(this.bytes, from, to)
      : utf8.decode(this.bytes.subarray(from, to));
  }

  /** @throws Unreadable for characters that no XML may hold */
  whole(): string {
    return this.xml === '' ? '' : this.text(0, this.bytes.length);
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** Windows-1252, which differs from Latin-1 in C1 controls alone, where no markup is. */
const bytewise = new TextDecoder('latin1');

/**
 * The text of a part, UTF-8 or UTF-16 as OPC asks.
 * @throws Unreadable for other encodings
 */
export function decodePart(name: string, bytes: Uint8Array, codec: TextCodec): PartText {
  const wide = wideEncoding(bytes);
  const plain = wide === null ? validUtf8(bytes, codec) : fromWide(bytes, wide);
  const part = plain && new PartText(name, plain, codec);
  if (!part || !isDeclared(part, wide === null ? 'utf-8' : 'utf-16'))
    throw refuse('damaged', 'encoding', { part: name });
  return part;
}

/** The bytes without a byte order mark; null where they are no UTF-8. */
function validUtf8(bytes: Uint8Array, codec: TextCodec): Uint8Array | null {
  const isValid = codec.isUtf8 ? codec.isUtf8(bytes) : decodeStrictly(bytes, 'utf-8') !== null;
  if (!isValid) return null;
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isMarked ? bytes.subarray(3) : bytes;
}

function fromWide(bytes: Uint8Array, encoding: string): Uint8Array | null {
  const text = decodeStrictly(bytes, encoding);
  return text === null ? null : new TextEncoder().encode(text);
}

/** Decodes, without the byte order mark; null where the bytes do not fit the encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** Longer than any declaration that a program writes. */
const DECLARATION = 200;

function isDeclared(part: PartText, encoding: string): boolean {
  const head = part.bytewise(0, Math.min(part.bytes.length, DECLARATION));
  if (!head.startsWith('<?xml')) return true;
  const declaration = head.slice(0, head.indexOf('?>'));
  const declared = /\sencoding\s*=\s*["']([^"']*)/.exec(declaration)?.[1]?.toLowerCase();
  return declared === undefined || declared === 'us-ascii' || declared.startsWith(encoding);
}

/** Four bytes in a word. */
const HIGH_BITS = 0x80808080 | 0;
const SPACES = 0x20202020;

/** Whether there is a control but tab, line feed and return. */
function holdsControls(bytes: Uint8Array): boolean {
  const lead = (4 - (bytes.byteOffset & 3)) & 3;
  if (bytes.length < 32) return isControlIn(bytes, 0, bytes.length);
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + lead, (bytes.length - lead) >> 2);
  if (isControlIn(bytes, 0, lead)) return true;
  let index = 0;
  // sixteen bytes at a time: a byte below 0x20 borrows into its high bit
  for (const end = words.length - 3; index < end; index += 4) {
    const a = words[index]!;
    const b = words[index + 1]!;
    const c = words[index + 2]!;
    const d = words[index + 3]!;
    const low =
      ((a - SPACES) & ~a) | ((b - SPACES) & ~b) | ((c - SPACES) & ~c) | ((d - SPACES) & ~d);
    const at = lead + index * 4;
    if ((low & HIGH_BITS) !== 0 && isControlIn(bytes, at, at + 16)) return true;
  }
  return isControlIn(bytes, lead + index * 4, bytes.length);
}

function isControlIn(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) return true;
  }
  return false;
}
