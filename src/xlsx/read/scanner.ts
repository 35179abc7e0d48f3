import { LAST_ROW } from '../../core/sheet/address';
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
  readonly scanRows: (...places: number[]) => number;
  readonly rowsEnd: Global;
  readonly cells: Global;
  readonly rows: Global;
  readonly rowPieces: Global;
  readonly formulaTags: Global;
  readonly lastRow: Global;
  readonly lastColumn: Global;
  readonly rowEscapes: Global;
  readonly hasTooManyCells: Global;
  readonly scanStrings: (...places: number[]) => number;
  readonly stringsEnd: Global;
  readonly strings: Global;
  readonly stringPieces: Global;
  readonly stringEscapes: Global;
  readonly hasTooManyStrings: Global;
}

/** The rows of a sheet by their places in its part. */
export interface ScannedRows {
  /** Position of what follows the rows. */
  readonly end: number;
  /** Eight numbers a cell: row, column, style, type, then from where to where its value and its formula stand. */
  readonly cells: Int32Array;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** Two numbers a row: its own, and which of `pieces` the rest of its tag is. */
  readonly rows: Int32Array;
  /** Two numbers each: from where to where it stands first. */
  readonly pieces: Int32Array;
  /** Three numbers for a formula's tag that is not a plain one: which cell, from where to where. */
  readonly formulaTags: Int32Array;
  readonly mayHoldEscapes: boolean;
}

/** Shared strings by their places in their part. */
export interface ScannedStrings {
  readonly end: number;
  /** Three numbers each: 1 for a plain text or 2 for runs of rich text, from where to where. */
  readonly strings: Int32Array;
  readonly count: number;
  /** Elements without a text of their own, each once: two numbers, from where to where. */
  readonly pieces: Int32Array;
  readonly mayHoldEscapes: boolean;
}

export interface RowBounds {
  /** How many shared strings there are, and a byte for each that is not 0 where it is empty; null where none is. */
  readonly strings: number;
  readonly emptyStrings: Uint8Array | null;
  readonly mostCells: number;
  readonly longestText: number;
}

export interface StringBounds {
  readonly mostStrings: number;
  readonly longestText: number;
}

const PAGE = 65_536;
/** Past this the memory is given back after use. */
const MOST_KEPT = 256 * PAGE;
/** Zeros after the part, at least as many as are looked at in one go. */
const MARGIN = 32;
/** Pieces listed at most; `MOST` of wasm/pieces.ts. */
const MOST_PIECES = 128;
/** `<c r="A1"><f/></c>` and `<row r="1"/>` and `<si><t/></si>`: what takes the least room. */
const LEAST_CELL = 19;
const LEAST_ROW = 12;
const LEAST_STRING = 13;

let scans: Scans | null | undefined;

/** The compiled scans; null where WebAssembly is not there or not allowed. */
function load(): Scans | null {
  if (scans !== undefined) return scans;
  try {
    const code = Uint8Array.from(atob(SCAN_CODE), (character) => character.charCodeAt(0));
    scans = new WebAssembly!.Instance(new WebAssembly!.Module(code)).exports as Scans;
  } catch {
    scans = null;
  }
  return scans;
}

/** Lists in the memory of the scans, one after the other. */
class Room {
  /** Where the part stands; the first page is left to the scans. */
  readonly part = PAGE;
  private free: number;

  constructor(
    private readonly scans: Scans,
    private readonly bytes: Uint8Array,
  ) {
    this.free = align(PAGE + bytes.length + MARGIN);
  }

  /** Keeps room for so many bytes. */
  take(size: number): number {
    const at = this.free;
    this.free = align(at + size);
    return at;
  }

  /** Makes the memory as large as was taken, and puts the part into it. */
  fill(): void {
    const { memory } = this.scans;
    const missing = this.free - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    const whole = new Uint8Array(memory.buffer);
    whole.set(this.bytes, this.part);
    whole.fill(0, this.part + this.bytes.length, this.part + this.bytes.length + MARGIN);
  }

  put(bytes: Uint8Array, at: number): void {
    new Uint8Array(this.scans.memory.buffer).set(bytes, at);
  }

  /** A copy of so many numbers. */
  numbers(at: number, count: number): Int32Array {
    return new Int32Array(this.scans.memory.buffer, at, count).slice();
  }

  leave(): void {
    if (this.scans.memory.buffer.byteLength > MOST_KEPT) scans = undefined;
  }
}

function align(at: number): number {
  return (at + 15) & ~15;
}

/**
 * Scans the rows of a sheet from `from`, the position after the start tag of their parent. Null where
 * anything is not as spreadsheet programs write it, and where the scans cannot run here.
 */
export function scanRows(
  bytes: Uint8Array,
  from: number,
  bounds: RowBounds,
): ScannedRows | 'too-many' | null {
  const scans = load();
  if (!scans) return null;
  const { strings, emptyStrings, mostCells, longestText } = bounds;
  const room = new Room(scans, bytes);
  const mostHeld = Math.min(mostCells, Math.ceil(bytes.length / LEAST_CELL));
  const cells = room.take(32 * mostHeld);
  const rows = room.take(8 * Math.min(LAST_ROW, Math.ceil(bytes.length / LEAST_ROW)));
  const pieces = room.take(8 * MOST_PIECES);
  const tags = room.take(12 * (mostHeld + 1));
  const empty = emptyStrings ? room.take(emptyStrings.length) : 0;
  room.fill();
  if (emptyStrings) room.put(emptyStrings, empty);
  const isRead = scans.scanRows(
    ...[room.part, from, cells, rows, pieces, tags, empty, strings, mostCells, longestText],
  );
  const scanned =
    isRead === 0
      ? null
      : {
          end: scans.rowsEnd.value,
          cells: room.numbers(cells, 8 * scans.cells.value),
          lastRow: scans.lastRow.value,
          lastColumn: scans.lastColumn.value,
          rows: room.numbers(rows, 2 * scans.rows.value),
          pieces: room.numbers(pieces, 2 * scans.rowPieces.value),
          formulaTags: room.numbers(tags, 3 * scans.formulaTags.value),
          mayHoldEscapes: scans.rowEscapes.value !== 0,
        };
  room.leave();
  return scanned ?? (scans.hasTooManyCells.value !== 0 ? 'too-many' : null);
}

/** Scans the entries of a part of shared strings, as scanRows does rows. */
export function scanStrings(
  bytes: Uint8Array,
  from: number,
  { mostStrings, longestText }: StringBounds,
): ScannedStrings | 'too-many' | null {
  const scans = load();
  if (!scans) return null;
  const room = new Room(scans, bytes);
  const mostHeld = Math.min(mostStrings, Math.ceil(bytes.length / LEAST_STRING));
  const strings = room.take(12 * mostHeld);
  const pieces = room.take(8 * MOST_PIECES);
  room.fill();
  const isRead = scans.scanStrings(room.part, from, strings, pieces, mostStrings, longestText);
  const scanned =
    isRead === 0
      ? null
      : {
          end: scans.stringsEnd.value,
          strings: room.numbers(strings, 3 * scans.strings.value),
          count: scans.strings.value,
          pieces: room.numbers(pieces, 2 * scans.stringPieces.value),
          mayHoldEscapes: scans.stringEscapes.value !== 0,
        };
  room.leave();
  return scanned ?? (scans.hasTooManyStrings.value !== 0 ? 'too-many' : null);
}
