import type { Deflate } from './deflate';
import type { Parts } from './package';

/** One part of a package as the zip file holds it. */
export interface PackedPart {
  /** Deflated without a header, in pieces that follow each other. */
  readonly pieces: readonly Uint8Array[];
  /** CRC-32 of the part before it was packed. */
  readonly checksum: number;
  /** In bytes, before it was packed. */
  readonly size: number;
}

export type PackedParts = ReadonlyMap<string, PackedPart>;

export function packPart(content: Uint8Array, deflate: Deflate): PackedPart {
  return {
    pieces: [deflate.pack(content)],
    checksum: deflate.crc32(content),
    size: content.length,
  };
}

export function packEach(parts: Parts, deflate: Deflate): Map<string, PackedPart> {
  return new Map(
    Object.entries(parts).map(([path, content]) => [path, packPart(content, deflate)]),
  );
}

/** The package in bytes, each of its parts packed. */
export function packParts(parts: Parts, deflate: Deflate): Uint8Array {
  return zip(packEach(parts, deflate));
}

const LOCAL_HEADER = 30;
const DIRECTORY_HEADER = 46;
const END_RECORD = 22;
const VERSION = 20;
const UTF8_NAMES = 0x800;
const DEFLATED = 8;
/** 1980-01-01 00:00, the zip format's earliest time: the same parts always give the same bytes. */
const DATE = (1 << 5) | 1;
/** What the format's 32 bits can count to; the extension for more is not for workbooks. */
const LARGEST = 0xffffffff;

/** The package in bytes, its parts in the order of the map (APPNOTE.TXT 6.3, without zip64). */
export function zip(parts: PackedParts): Uint8Array {
  return joined(zipPieces(parts));
}

/** The same in pieces that follow each other, none of them copied. */
export function zipPieces(parts: PackedParts): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const [path, part] of parts) {
    const name = new TextEncoder().encode(path);
    const packedSize = part.pieces.reduce((sum, piece) => sum + piece.length, 0);
    const entry: Entry = { part, name, packedSize };
    const header = new Uint8Array(LOCAL_HEADER + name.length);
    const view = new DataView(header.buffer);
    view.setUint32(0, 0x04034b50, true);
    putEntry(view, 4, entry);
    header.set(name, LOCAL_HEADER);
    pieces.push(header, ...part.pieces);
    directory.push(directoryEntry(entry, at));
    at += header.length + packedSize;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  if (at + size + END_RECORD > LARGEST || [...parts.values()].some((part) => part.size > LARGEST))
    throw new Error('the workbook is too large for an .xlsx file');
  return [...pieces, ...directory, endRecord(directory.length, size, at)];
}

function directoryEntry(entry: Entry, offset: number): Uint8Array {
  const bytes = new Uint8Array(DIRECTORY_HEADER + entry.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, VERSION, true);
  putEntry(view, 6, entry);
  view.setUint32(42, offset, true);
  bytes.set(entry.name, DIRECTORY_HEADER);
  return bytes;
}

function endRecord(entries: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(END_RECORD);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}

interface Entry {
  readonly part: PackedPart;
  readonly name: Uint8Array;
  readonly packedSize: number;
}

/** The fields that an entry's own header and the directory have in common, in one order. */
function putEntry(view: DataView, at: number, { part, name, packedSize }: Entry): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, part.checksum, true);
  view.setUint32(at + 14, packedSize, true);
  view.setUint32(at + 18, part.size, true);
  view.setUint16(at + 22, name.length, true);
}

export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
