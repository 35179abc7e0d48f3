import type { Inflate } from './inflate';
import type { ReadLimits } from './limits';
import { crc32 } from './crc32';
import { refuse, unreadable } from './messages';

/** Layout: PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.3. */
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_SIZE = 22;
const WHOLE_32 = 0xffffffff;

/** What one reading counts for at least, so that reading a small part time and again has an end too. */
const LEAST_COST = 4_096;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of the local header. */
  readonly offset: number;
  /** Of the name in the central directory. */
  readonly nameAt: number;
  readonly nameLength: number;
  /** Set when the local header has been checked. */
  dataAt: number;
}

/** A member as it lies in the container. */
export interface Member {
  readonly packed: Uint8Array;
  readonly method: number;
  readonly size: number;
  readonly crc: number;
}

/** The members of a zip container, each checked against its directory before it is given out. */
export class ZipArchive {
  private readonly entries: ReadonlyMap<string, Entry>;
  private unpacked = 0;

  /** @throws Unreadable for a container that is cut off, damaged, encrypted or over a limit. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: ReadLimits,
    private readonly inflate: Inflate,
  ) {
    const entries = readDirectory(bytes, limits);
    checkLocalHeaders(bytes, entries.list, entries.directoryAt);
    this.entries = entries.byKey;
  }

  /** Names of all members, as stored. */
  get names(): string[] {
    return Array.from(this.entries.values(), (entry) => entry.name);
  }

  /** Part names are equal regardless of case (OPC, ECMA-376 part 2, 6.2.2). */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** A member as it is packed, null where there is none. @throws Unreadable where it is over a limit */
  member(name: string): Member | null {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return null;
    this.checkSize(entry);
    const { method, size, crc } = entry;
    return { packed: this.packed(entry), method, size, crc };
  }

  /** The unpacked bytes of a member, null where there is none. @throws Unreadable */
  read(name: string): Uint8Array | null {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) return null;
    this.checkSize(entry);
    const data = this.unpack(entry, this.packed(entry));
    const checksum = this.inflate.crc32?.(data) ?? crc32(data);
    if (checksum !== entry.crc) throw refuse('damaged', 'content', { part: entry.name });
    this.unpacked += Math.max(data.length, LEAST_COST);
    return data;
  }

  private packed({ dataAt, packedSize }: Entry): Uint8Array {
    return this.bytes.subarray(dataAt, dataAt + packedSize);
  }

  private checkSize({ name: part, size, packedSize }: Entry): void {
    const { partBytes, totalBytes, ratio, ratioFloor } = this.limits;
    if (size > ratioFloor && size > packedSize * ratio)
      throw refuse('bomb', 'ratio', { part, limit: ratio });
    if (size > partBytes) throw refuse('too-large', 'partTooLarge', { part, limit: mb(partBytes) });
    if (this.unpacked + size > totalBytes)
      throw refuse('too-large', 'totalTooLarge', { limit: mb(totalBytes) });
  }

  private unpack({ name: part, method, size }: Entry, packed: Uint8Array): Uint8Array {
    if (method === 0) {
      if (packed.length !== size) throw refuse('damaged', 'damagedEntry', { part });
      return packed;
    }
    if (method !== 8) throw refuse('damaged', 'compression', { part });
    const data = this.inflate.unpack(packed, size);
    // whether a damaged stream breaks off, ends too late or gives something else depends on the
    // inflater, so all of it and a wrong checksum are one answer
    if (typeof data === 'string' || data.length !== size)
      throw refuse('damaged', 'content', { part });
    return data;
  }
}

function mb(bytes: number): number {
  return Math.round(bytes / 1_048_576);
}

function u16(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}

function u32(bytes: Uint8Array, at: number): number {
  return (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;
}

function u64(bytes: Uint8Array, at: number): number {
  return u32(bytes, at + 4) * 4_294_967_296 + u32(bytes, at);
}

function findEnd(bytes: Uint8Array): number {
  const last = bytes.length - END_SIZE;
  let candidate = -1;
  for (let at = last; at >= 0 && at >= last - 65_535; at--) {
    if (bytes[at] !== 0x50 || u32(bytes, at) !== END) continue;
    const end = at + END_SIZE + u16(bytes, at + 20);
    if (end === bytes.length) return at;
    // mail gateways pad files, so bytes after the record are no damage by themselves
    if (candidate < 0 && end < bytes.length) candidate = at;
  }
  if (candidate < 0) throw unreadable('truncated');
  return candidate;
}

function readEnd(bytes: Uint8Array): { count: number; start: number; end: number } {
  const at = findEnd(bytes);
  let count = u16(bytes, at + 10);
  let size = u32(bytes, at + 12);
  let start = u32(bytes, at + 16);
  let end = at;
  let disks = u16(bytes, at + 4) | u16(bytes, at + 6);
  if (count === 0xffff || size === WHOLE_32 || start === WHOLE_32) {
    if (at < 20 || u32(bytes, at - 20) !== LOCATOR_64) throw refuse('damaged', 'damagedDirectory');
    end = u64(bytes, at - 12);
    if (end + 56 > at - 20 || u32(bytes, end) !== END_64)
      throw refuse('damaged', 'damagedDirectory');
    disks = u32(bytes, end + 16) | u32(bytes, end + 20);
    count = u64(bytes, end + 32);
    size = u64(bytes, end + 40);
    start = u64(bytes, end + 48);
  } else if (u16(bytes, at + 8) !== count) throw refuse('damaged', 'damagedDirectory');
  if (disks !== 0) throw refuse('damaged', 'damagedDirectory');
  if (start + size > end) throw unreadable('truncated');
  if (start + size !== end) throw refuse('damaged', 'damagedDirectory');
  return { count, start, end };
}

function readDirectory(
  bytes: Uint8Array,
  limits: ReadLimits,
): { list: Entry[]; byKey: Map<string, Entry>; directoryAt: number } {
  const { count, start, end } = readEnd(bytes);
  if (count > limits.entries)
    throw refuse('too-large', 'tooManyEntries', { limit: limits.entries });
  const list: Entry[] = [];
  const byKey = new Map<string, Entry>();
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || u32(bytes, at) !== CENTRAL) throw refuse('damaged', 'damagedDirectory');
    const nameLength = u16(bytes, at + 28);
    const extraLength = u16(bytes, at + 30);
    const next = at + 46 + nameLength + extraLength + u16(bytes, at + 32);
    if (next > end) throw refuse('damaged', 'damagedDirectory');
    const entry = readEntry(bytes, at, nameLength, extraLength);
    list.push(entry);
    // a folder's own entry holds nothing
    if (!entry.name.endsWith('/')) {
      const key = entry.name.toLowerCase();
      if (byKey.has(key)) throw refuse('damaged', 'duplicatePart', { part: entry.name });
      byKey.set(key, entry);
    }
    at = next;
  }
  if (at !== end) throw refuse('damaged', 'damagedDirectory');
  return { list, byKey, directoryAt: start };
}

function readEntry(bytes: Uint8Array, at: number, nameLength: number, extraLength: number): Entry {
  const nameAt = at + 46;
  const name = readName(bytes, nameAt, nameLength);
  let size = u32(bytes, at + 24);
  let packedSize = u32(bytes, at + 20);
  let offset = u32(bytes, at + 42);
  if (size === WHOLE_32 || packedSize === WHOLE_32 || offset === WHOLE_32) {
    const end = nameAt + nameLength + extraLength;
    let field = nameAt + nameLength;
    while (field + 4 <= end && u16(bytes, field) !== 1) field += 4 + u16(bytes, field + 2);
    const fieldEnd = field + 4 <= end ? field + 4 + u16(bytes, field + 2) : 0;
    let value = field + 4;
    // the 64-bit fields stand in this order, each only where its 32-bit place is full
    const take = (small: number): number => {
      if (small !== WHOLE_32) return small;
      value += 8;
      if (value > fieldEnd || value > end) throw refuse('damaged', 'damagedEntry', { part: name });
      return u64(bytes, value - 8);
    };
    size = take(size);
    packedSize = take(packedSize);
    offset = take(offset);
  }
  return {
    name,
    flags: u16(bytes, at + 8),
    method: u16(bytes, at + 10),
    crc: u32(bytes, at + 16),
    packedSize,
    size,
    offset,
    nameAt,
    nameLength,
    dataAt: 0,
  };
}

function readName(bytes: Uint8Array, at: number, length: number): string {
  let name = '';
  for (let index = at; index < at + length; index++) {
    if (bytes[index]! >= 0x80) {
      name = new TextDecoder().decode(bytes.subarray(at, at + length));
      break;
    }
    name += String.fromCharCode(bytes[index]!);
  }
  // some writers separate folders with a backslash
  if (name.includes('\\')) name = name.replaceAll('\\', '/');
  if (!isSafeName(name)) throw refuse('damaged', 'unsafeName', { part: printable(name) });
  return name;
}

function isSafeName(name: string): boolean {
  if (name === '' || name.startsWith('/') || name.charAt(1) === ':') return false;
  for (let index = 0; index < name.length; index++) if (name.charCodeAt(index) < 0x20) return false;
  return !name.includes('..') || !name.split('/').includes('..');
}

/** A name fit for a message. */
function printable(name: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  return name.slice(0, 80).replace(/[\u0000-\u001f]/g, '�');
}

/** Checks every local header against the directory, and that no two members share bytes. */
function checkLocalHeaders(
  bytes: Uint8Array,
  entries: readonly Entry[],
  directoryAt: number,
): void {
  let free = 0;
  for (const entry of [...entries].sort((left, right) => left.offset - right.offset)) {
    const { name: part, offset: at, flags, nameLength } = entry;
    if (at < free) throw refuse('damaged', 'overlap', { part });
    if (at + 30 > directoryAt || u32(bytes, at) !== LOCAL)
      throw refuse('damaged', 'damagedEntry', { part });
    // bits 0 and 6: encrypted; bit 13: the directory is
    if (((flags | u16(bytes, at + 6)) & 0x2041) !== 0) throw unreadable('encrypted');
    const dataAt = at + 30 + u16(bytes, at + 26) + u16(bytes, at + 28);
    if (u16(bytes, at + 8) !== entry.method || !sameName(bytes, at, entry))
      throw refuse('damaged', 'damagedEntry', { part });
    if (!sameSizes(bytes, at, entry)) throw refuse('damaged', 'damagedEntry', { part });
    free = dataAt + entry.packedSize;
    if (free > directoryAt) throw refuse('damaged', 'overlap', { part });
    if (nameLength + 30 > dataAt - at) throw refuse('damaged', 'damagedEntry', { part });
    entry.dataAt = dataAt;
  }
}

function sameName(bytes: Uint8Array, at: number, { nameAt, nameLength }: Entry): boolean {
  if (u16(bytes, at + 26) !== nameLength) return false;
  for (let index = 0; index < nameLength; index++)
    if (bytes[at + 30 + index] !== bytes[nameAt + index]) return false;
  return true;
}

/** With bit 3 the local header may leave checksum and sizes to a descriptor after the data. */
function sameSizes(bytes: Uint8Array, at: number, entry: Entry): boolean {
  const later = (u16(bytes, at + 6) & 8) !== 0;
  const agrees = (field: number, expected: number, large: boolean): boolean => {
    const stored = u32(bytes, at + field);
    return stored === expected || (later && stored === 0) || (large && stored === WHOLE_32);
  };
  return (
    agrees(14, entry.crc, false) &&
    agrees(18, entry.packedSize, true) &&
    agrees(22, entry.size, true)
  );
}
