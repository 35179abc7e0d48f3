import { cellAt, type SheetGrid, type WorkbookGrid } from '../sheet/grid';
import { partEnds, readInParts, type ReadCarrier } from './carrier-parts';
import { CARRIER_MARK, carrierSchema, type Carrier } from './model';
import { sealedText } from './seal';

/** A cell holds at most 32,767 characters; some programs cut earlier. */
const PIECE = 8000;

/**
 * The texts that the hidden sheet holds in column A, top to bottom. Who reports, the rows, the
 * head and the seal are texts of their own, so that blanks with the same rows have most texts in common.
 */
export function encodeCarrier(carrier: Carrier): string[] {
  const text = sturdy(JSON.stringify(carrier));
  const pieces: string[] = [];
  let at = 0;
  for (const end of partEnds(text).sort((left, right) => left - right))
    for (; at < end; at += Math.min(PIECE, end - at))
      pieces.push(text.slice(at, Math.min(at + PIECE, end)));
  return framed(CARRIER_MARK, pieces);
}

/** The texts that another hidden sheet of ours holds, in the same way. */
export function encodeHidden(mark: string, content: unknown): string[] {
  const text = sturdy(JSON.stringify(content));
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  return framed(mark, pieces);
}

/** A leading mark keeps spaces at the ends of a piece and anything that looks like a formula. */
function framed(mark: string, pieces: readonly string[]): string[] {
  return [mark, String(pieces.length), ...pieces.map((piece) => `|${piece}|`)];
}

/**
 * With \u0000 for all but plain ASCII, which XML has no place for or LibreOffice cuts into runs of one
 * script each, doubling the file; and with ` for ", which XML writes as six characters: the grave
 * accent itself is \u0060 then.
 */
function sturdy(json: string): string {
  let text = '';
  let from = 0;
  for (let at = 0; at < json.length; at++) {
    const unit = json.charCodeAt(at);
    if (unit >= SPACE && unit <= TILDE && unit !== GRAVE && unit !== QUOTE) continue;
    text += json.slice(from, at) + (unit === QUOTE ? '`' : (escapes[unit] ??= escaped(unit)));
    from = at + 1;
  }
  return text + json.slice(from);
}

const SPACE = 0x20;
const QUOTE = 0x22;
const GRAVE = 0x60;
const TILDE = 0x7e;
const escapes: Record<number, string> = {};

function escaped(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

export type DecodedCarrier =
  | {
      readonly found: 'carrier';
      readonly carrier: Carrier;
      readonly sheet: SheetGrid;
      /** The text that its seal is over. */
      readonly sealed: string;
    }
  /** Nothing of ours in the workbook. */
  | { readonly found: 'nothing' }
  /** A sheet of ours that no longer reads. */
  | { readonly found: 'damaged'; readonly sheet: SheetGrid };

/** Finds the hidden sheet, whatever it is called now, and reads it. */
export function decodeCarrier(grid: WorkbookGrid): DecodedCarrier {
  const sheet = hiddenSheet(grid, 'tallybook:carrier');
  if (!sheet) return { found: 'nothing' };
  const text = hiddenText(sheet, CARRIER_MARK);
  const read = text === undefined ? null : (readInParts(text) ?? readWhole(text));
  return read ? { found: 'carrier', sheet, ...read } : { found: 'damaged', sheet };
}

/** A carrier whose text is not parted as we write it: of an earlier version, or written into. */
function readWhole(text: string): ReadCarrier | null {
  const read = carrierSchema.safeParse(parsedHidden(text));
  return read.success ? { carrier: read.data, sealed: sealedText(read.data) } : null;
}

/** The sheet whose first cell begins so, whatever it is called now. */
export function hiddenSheet(grid: WorkbookGrid, beginning: string): SheetGrid | undefined {
  return grid.sheets.find((candidate) => textAt(candidate, 1)?.startsWith(beginning));
}

/** The content that a hidden sheet of ours holds, not yet checked; undefined where it no longer reads. */
export function decodeHidden(sheet: SheetGrid, mark: string): unknown {
  const text = hiddenText(sheet, mark);
  return text === undefined ? undefined : parsedHidden(text);
}

function hiddenText(sheet: SheetGrid, mark: string): string | undefined {
  if (textAt(sheet, 1) !== mark) return undefined;
  const count = Number(textAt(sheet, 2));
  if (!Number.isInteger(count) || count < 1 || count > 10_000) return undefined;
  let text = '';
  for (let piece = 0; piece < count; piece++) {
    const cell = textAt(sheet, 3 + piece);
    if (!cell?.startsWith('|') || !cell.endsWith('|')) return undefined;
    text += cell.slice(1, -1);
  }
  return text;
}

function parsedHidden(text: string): unknown {
  try {
    // blanks of earlier versions keep the quotes
    return JSON.parse(text.startsWith('{"') ? text : text.replace(/`/g, '"'));
  } catch {
    return undefined;
  }
}

function textAt(sheet: SheetGrid, row: number): string | undefined {
  const cell = cellAt(sheet, row, 1);
  return cell === undefined ? undefined : String(cell.value);
}
