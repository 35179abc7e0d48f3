import { cellAt, type SheetGrid, type WorkbookGrid } from '../sheet/grid';
import { CARRIER_MARK, carrierSchema, type Carrier } from './model';

/** A cell holds at most 32,767 characters; some programs cut earlier. */
const PIECE = 8000;

/**
 * The texts that the hidden sheet holds in column A, top to bottom. Who reports, the rows, the
 * head and the seal are texts of their own, so that blanks with the same rows have most texts in common.
 */
export function encodeCarrier(carrier: Carrier): string[] {
  // XML writes a quote as six characters
  const text = sturdy(JSON.stringify(carrier));
  const pieces: string[] = [];
  const form = text.lastIndexOf(',`form`:{');
  const cuts = [
    text.indexOf(',`language`:'),
    form,
    text.indexOf(',`columns`:{', form),
    text.lastIndexOf(',`seal`:{'),
    text.length,
  ];
  let at = 0;
  for (const cut of cuts.sort((left, right) => left - right))
    for (; at < cut; at += Math.min(PIECE, cut - at))
      pieces.push(text.slice(at, Math.min(at + PIECE, cut)));
  // a leading mark keeps spaces at the ends of a piece and anything that looks like a formula
  return [CARRIER_MARK, String(pieces.length), ...pieces.map((piece) => `|${piece}|`)];
}

/**
 * With \u0000 for all but plain ASCII, which XML has no place for or LibreOffice cuts into runs of one
 * script each, doubling the file; and with ` for ", so that ` needs \u0060 itself.
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
  | { readonly found: 'carrier'; readonly carrier: Carrier; readonly sheet: SheetGrid }
  /** Nothing of ours in the workbook. */
  | { readonly found: 'nothing' }
  /** A sheet of ours that no longer reads. */
  | { readonly found: 'damaged'; readonly sheet: SheetGrid };

/** Finds the hidden sheet, whatever it is called now, and reads it. */
export function decodeCarrier(grid: WorkbookGrid): DecodedCarrier {
  const sheet = grid.sheets.find((candidate) =>
    textAt(candidate, 1)?.startsWith('tallybook:carrier'),
  );
  if (!sheet) return { found: 'nothing' };
  const carrier = readPieces(sheet);
  return carrier ? { found: 'carrier', carrier, sheet } : { found: 'damaged', sheet };
}

function readPieces(sheet: SheetGrid): Carrier | null {
  if (textAt(sheet, 1) !== CARRIER_MARK) return null;
  const count = Number(textAt(sheet, 2));
  if (!Number.isInteger(count) || count < 1 || count > 10_000) return null;
  let text = '';
  for (let piece = 0; piece < count; piece++) {
    const cell = textAt(sheet, 3 + piece);
    if (!cell?.startsWith('|') || !cell.endsWith('|')) return null;
    text += cell.slice(1, -1);
  }
  try {
    // blanks of earlier versions keep the quotes
    const json = text.startsWith('{"') ? text : text.replace(/`/g, '"');
    const read = carrierSchema.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function textAt(sheet: SheetGrid, row: number): string | undefined {
  const cell = cellAt(sheet, row, 1);
  return cell === undefined ? undefined : String(cell.value);
}
