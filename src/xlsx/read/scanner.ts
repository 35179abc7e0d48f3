import { LAST_ROW } from '../../core/sheet/address';
import type { PartText } from './part-text';
import { SCAN_CODE } from './scan-code';

/** What of WebAssembly is used; the types of neither Node nor the language have it. */
declare const WebAssembly:
  | {
      readonly Module: new (code: Uint8Array) => object;
      readonly Instance: new (module: object) => { readonly exports: unknown };
    }
  | undefined;

interface Global {
  readonly value: number;
}

/** What wasm/index.ts exports. */
interface Scans {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  scan(...places: number[]): number;
  tokenCount(): number;
  nameBytes(): number;
  mayHoldEscapes(): number;
  setRows(...places: number[]): void;
  readonly cells: Global;
  readonly rows: Global;
  readonly lastRow: Global;
  readonly lastColumn: Global;
  readonly hasTooManyCells: Global;
  setStrings(...places: number[]): void;
  readonly strings: Global;
  readonly hasTooManyStrings: Global;
}

/** What a part is made of, by the places of its bytes. */
export interface Scanned {
  /** Its tags and texts in their order; wasm/tags.ts says how they are written. */
  readonly tokens: Int32Array;
  /** The names in it, each with a line feed after it. */
  readonly names: string;
  /** Whether a text may hold one of Excel's escapes, _xHHHH_. */
  readonly mayHoldEscapes: boolean;
}

export interface ScannedRows extends Scanned {
  /** Eight numbers a cell: row, column, style, type, then from where to where its value and its formula stand. */
  readonly cells: Int32Array;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Two numbers a row: its own, and how many unlike tags of rows come before the one that is like its own. */
  readonly rows: Int32Array;
}

export interface ScannedStrings extends Scanned {
  /** Three numbers each: 1 for a plain text or 2 for runs of rich text, from where to where. */
  readonly strings: Int32Array;
}

export interface RowBounds {
  readonly sharedStrings: number;
  /** A byte for each shared string, not 0 where it is empty; null where none is. */
  readonly emptyStrings: Uint8Array | null;
  readonly mostCells: number;
  /** In bytes; of a longer text the characters must be counted. */
  readonly longestText: number;
}

export interface StringBounds {
  readonly mostStrings: number;
  readonly longestText: number;
}

/** What a part holds that has a scan of its own. */
const NOTHING = 0;
const ROWS = 1;
const STRINGS = 2;

const PAGE = 65_536;
/** Past this the memory is given back after use. */
const MOST_KEPT = 256 * PAGE;
/** Zeros after the part, at least as many as are looked at in one go. */
const MARGIN = 32;
/** As many as wasm/pieces.ts and wasm/names.ts list. */
const MOST_PIECES = 128;
const NAME_BYTES = 16_384;
/** `<a/>` takes 16 bytes, an attribute of five 12. */
const TOKEN_BYTES = 4;
/** Parts with more tags are no longer read faster this way. */
const MOST_TOKEN_BYTES = 8_388_608;
/** `<c r="A1"><f/></c>`, `<row r="1"/>`, `<si><t/></si>`: what takes the least room. */
const LEAST_CELL = 19;
const LEAST_ROW = 12;
const LEAST_STRING = 13;

let loaded: Scans | null | undefined;

/** The scans; null where WebAssembly is not there or not allowed. */
function load(): Scans | null {
  if (loaded !== undefined) return loaded;
  try {
    const code = Uint8Array.from(atob(SCAN_CODE), (character) => character.charCodeAt(0));
    loaded = new WebAssembly!.Instance(new WebAssembly!.Module(code)).exports as Scans;
  } catch {
    loaded = null;
  }
  return loaded;
}

/** The memory of the scans: first the part, then the lists that a scan fills. */
class Room {
  private free: number;

  constructor(
    private readonly scans: Scans,
    private readonly part: PartText,
  ) {
    // the first page is left to the scans
    this.free = align(PAGE + part.bytes.length + MARGIN);
  }

  /** Keeps room for so many bytes. */
  take(size: number): number {
    const at = this.free;
    this.free = align(at + size);
    return at;
  }

  /** Scans the part; nothing more can be taken then. Null where the scan gives up. */
  scan(special: number, extra: Uint8Array | null = null, extraAt = 0): Scanned | null {
    const { scans } = this;
    const { bytes } = this.part;
    const tokenBytes = Math.min(TOKEN_BYTES * bytes.length + 4 * PAGE, MOST_TOKEN_BYTES);
    const tokens = this.take(tokenBytes);
    const names = this.take(NAME_BYTES);
    const pieces = this.take(8 * MOST_PIECES);
    this.fill();
    if (extra) this.whole().set(extra, extraAt);
    const from = declarationEnd(this.part);
    const isScanned = scans.scan(
      ...[PAGE, bytes.length, from, special, tokens, tokenBytes, names, pieces],
    );
    if (isScanned === 0) return null;
    return {
      tokens: this.numbers(tokens, scans.tokenCount()),
      names: this.part.decode(this.whole(), names, names + scans.nameBytes()),
      mayHoldEscapes: scans.mayHoldEscapes() !== 0,
    };
  }

  /** A copy of so many numbers. */
  numbers(at: number, count: number): Int32Array {
    return new Int32Array(this.scans.memory.buffer, at, count).slice();
  }

  leave(): void {
    if (this.scans.memory.buffer.byteLength > MOST_KEPT) loaded = undefined;
  }

  private whole(): Uint8Array {
    return new Uint8Array(this.scans.memory.buffer);
  }

  private fill(): void {
    const { memory } = this.scans;
    const missing = this.free - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    const whole = this.whole();
    const { bytes } = this.part;
    whole.set(bytes, PAGE);
    whole.fill(0, PAGE + bytes.length, PAGE + bytes.length + MARGIN);
  }
}

function align(at: number): number {
  return (at + 15) & ~15;
}

const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[\w-]+"|'[\w-]+'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/;
/** Longer than any declaration that matches. */
const LONGEST_DECLARATION = 160;

function declarationEnd(part: PartText): number {
  const head = part.bytewise(0, Math.min(part.bytes.length, LONGEST_DECLARATION));
  return DECLARATION.exec(head)?.[0].length ?? 0;
}

/**
 * Scans a part. Null where anything is not as spreadsheet programs write it, and where the scans
 * cannot run here: comments, CDATA, processing instructions, DTDs, names outside ASCII, entities of
 * its own, carriage returns, and whatever is not well-formed.
 */
export function scanPart(part: PartText): Scanned | null {
  const scans = load();
  if (!scans) return null;
  const room = new Room(scans, part);
  const scanned = room.scan(NOTHING);
  room.leave();
  return scanned;
}

/** As scanPart, for a sheet, the rows in its sheetData apart. */
export function scanRows(part: PartText, bounds: RowBounds): ScannedRows | 'too-many' | null {
  const scans = load();
  if (!scans) return null;
  const { sharedStrings, emptyStrings, mostCells, longestText } = bounds;
  const room = new Room(scans, part);
  const { length } = part.bytes;
  const cells = room.take(32 * Math.min(mostCells, Math.ceil(length / LEAST_CELL)));
  const rows = room.take(8 * Math.min(LAST_ROW, Math.ceil(length / LEAST_ROW)));
  const empty = emptyStrings ? room.take(emptyStrings.length) : 0;
  scans.setRows(cells, rows, sharedStrings, empty, mostCells, longestText);
  const scanned = room.scan(ROWS, emptyStrings, empty);
  const result = scanned && {
    ...scanned,
    cells: room.numbers(cells, 8 * scans.cells.value),
    lastRow: scans.lastRow.value,
    lastColumn: scans.lastColumn.value,
    rows: room.numbers(rows, 2 * scans.rows.value),
  };
  room.leave();
  return result ?? (scans.hasTooManyCells.value !== 0 ? 'too-many' : null);
}

/** As scanPart, for shared strings, the entries in their sst apart. */
export function scanStrings(
  part: PartText,
  { mostStrings, longestText }: StringBounds,
): ScannedStrings | 'too-many' | null {
  const scans = load();
  if (!scans) return null;
  const room = new Room(scans, part);
  const strings = room.take(
    12 * Math.min(mostStrings, Math.ceil(part.bytes.length / LEAST_STRING)),
  );
  scans.setStrings(strings, mostStrings, longestText);
  const scanned = room.scan(STRINGS);
  const result = scanned && {
    ...scanned,
    strings: room.numbers(strings, 3 * scans.strings.value),
  };
  room.leave();
  return result ?? (scans.hasTooManyStrings.value !== 0 ? 'too-many' : null);
}
