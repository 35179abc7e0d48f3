import { deflateSync } from 'fflate';
import { crc32 } from '../read/crc32';
import { COMPRESSION_LEVEL, type Parts } from './package';

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

export function packPart(content: Uint8Array): PackedPart {
  return {
    pieces: [deflateSync(content, { level: COMPRESSION_LEVEL })],
    checksum: crc32(content),
    size: content.length,
  };
}

export function packEach(parts: Parts): Map<string, PackedPart> {
  return new Map(Object.entries(parts).map(([path, content]) => [path, packPart(content)]));
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
  const entries = [...parts].map(([path, part]) => ({
    part,
    name: new TextEncoder().encode(path),
    packedSize: part.pieces.reduce((sum, piece) => sum + piece.length, 0),
  }));
  const size = entries.reduce(
    (sum, { name, packedSize }) =>
      sum + LOCAL_HEADER + DIRECTORY_HEADER + 2 * name.length + packedSize,
    END_RECORD,
  );
  if (size > LARGEST || entries.some(({ part }) => part.size > LARGEST))
    throw new Error('the workbook is too large for an .xlsx file');
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const offsets = entries.map((entry) => {
    const offset = at;
    view.setUint32(at, 0x04034b50, true);
    putEntry(view, at + 4, entry);
    at = put(bytes, entry.name, at + LOCAL_HEADER);
    for (const piece of entry.part.pieces) at = put(bytes, piece, at);
    return offset;
  });
  const directory = at;
  entries.forEach((entry, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, VERSION, true);
    putEntry(view, at + 6, entry);
    view.setUint32(at + 42, offsets[index]!, true);
    at = put(bytes, entry.name, at + DIRECTORY_HEADER);
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
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

function put(bytes: Uint8Array, content: Uint8Array, at: number): number {
  bytes.set(content, at);
  return at + content.length;
}
