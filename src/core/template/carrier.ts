import { cellAt, type SheetGrid, type WorkbookGrid } from '../sheet/grid';
import { CARRIER_MARK, carrierSchema, type Carrier } from './model';

/** A cell holds at most 32,767 characters; some programs cut earlier. */
const PIECE = 8000;

/** The texts that the hidden sheet holds in column A, top to bottom. */
export function encodeCarrier(carrier: Carrier): string[] {
  return encodeHidden(CARRIER_MARK, carrier);
}

/** The same for any content that a hidden sheet of ours holds. */
export function encodeHidden(mark: string, content: unknown): string[] {
  const text = JSON.stringify(content).replace(FRAGILE, escaped);
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  // a leading mark keeps spaces at the ends of a piece and anything that looks like a formula
  return [mark, String(pieces.length), ...pieces.map((piece) => `|${piece}|`)];
}

/** What XML has no place for, and pairs of code units that two pieces would share. */
const FRAGILE = /[\ud800-\udfff\ufffe\uffff]/g;

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16)}`;
}

export type DecodedCarrier =
  | { readonly found: 'carrier'; readonly carrier: Carrier; readonly sheet: SheetGrid }
  /** Nothing of ours in the workbook. */
  | { readonly found: 'nothing' }
  /** A sheet of ours that no longer reads. */
  | { readonly found: 'damaged'; readonly sheet: SheetGrid };

/** Finds the hidden sheet, whatever it is called now, and reads it. */
export function decodeCarrier(grid: WorkbookGrid): DecodedCarrier {
  const sheet = hiddenSheet(grid, 'tallybook:carrier');
  if (!sheet) return { found: 'nothing' };
  const read = carrierSchema.safeParse(decodeHidden(sheet, CARRIER_MARK));
  return read.success
    ? { found: 'carrier', carrier: read.data, sheet }
    : { found: 'damaged', sheet };
}

/** The sheet whose first cell begins so, whatever it is called now. */
export function hiddenSheet(grid: WorkbookGrid, beginning: string): SheetGrid | undefined {
  return grid.sheets.find((candidate) => textAt(candidate, 1)?.startsWith(beginning));
}

/** The content that encodeHidden wrote, not yet checked; undefined where it no longer reads. */
export function decodeHidden(sheet: SheetGrid, mark: string): unknown {
  if (textAt(sheet, 1) !== mark) return undefined;
  const count = Number(textAt(sheet, 2));
  if (!Number.isInteger(count) || count < 1 || count > 10_000) return undefined;
  let text = '';
  for (let piece = 0; piece < count; piece++) {
    const cell = textAt(sheet, 3 + piece);
    if (!cell?.startsWith('|') || !cell.endsWith('|')) return undefined;
    text += cell.slice(1, -1);
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textAt(sheet: SheetGrid, row: number): string | undefined {
  const cell = cellAt(sheet, row, 1);
  return cell === undefined ? undefined : String(cell.value);
}
