import { refuse } from './messages';

/** The UTF-16 code units of a text, by position. */
export type CharacterCodes = Uint8Array | Uint16Array;

/** How a host may turn bytes into text faster than the portable way. */
export interface TextCodec {
  /** The text without its byte order mark; null for bytes that are no UTF-8. */
  decodeUtf8?(bytes: Uint8Array): string | null;
  utf16?(text: string): Uint16Array;
}

/** A part of the package as text. */
export class PartText {
  constructor(
    readonly name: string,
    readonly xml: string,
    private readonly asciiBytes: Uint8Array | null,
    private readonly codec: TextCodec,
  ) {}

  codes(): CharacterCodes {
    const { asciiBytes, codec, xml } = this;
    return asciiBytes ?? codec.utf16?.(xml) ?? utf16(xml);
  }
}

/**
 * The text of a part, UTF-8 or UTF-16 as OPC asks.
 * @throws Unreadable for other encodings and for characters that no XML may hold
 */
export function decodePart(name: string, bytes: Uint8Array, codec: TextCodec): PartText {
  const wide = wideEncoding(bytes);
  const { isAscii, hasControls } = inspect(bytes);
  let text: string | null;
  if (wide !== null) text = decodeStrictly(bytes, wide);
  else if (isAscii || !codec.decodeUtf8) text = decodeStrictly(bytes, 'utf-8');
  else text = codec.decodeUtf8(bytes);
  if (text === null || !isDeclared(text, wide === null ? 'utf-8' : 'utf-16'))
    throw refuse('damaged', 'encoding', { part: name });
  // eslint-disable-next-line no-control-regex -- what is looked for
  const isWrong = wide === null ? hasControls : /[\0-\x08\x0b\x0c\x0e-\x1f]/.test(text);
  if (isWrong || text.includes('\ufffe') || text.includes('\uffff'))
    throw refuse('damaged', 'malformed', { part: name });
  return new PartText(name, text, isAscii ? bytes : null, codec);
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
