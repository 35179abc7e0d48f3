import { strFromU8 } from 'fflate';
import { formatAddress, formatRange } from '../../core/sheet/address';
import type {
  CellDescription,
  RowDescription,
  SheetDescription,
} from '../../core/sheet/description';
import { crc32 } from '../read/crc32';
import { cellXml, formulaCellXml } from './cell-xml';
import { DeflatedRun, END_OF_RUNS } from './deflate-run';
import { linksXml } from './links';
import type { PackedPart } from './zip';

/** Sheets with more cells are written here: exceljs keeps an object and a style of its own for every cell. */
const MOST_CELLS_OF_EXCELJS = 20_000;
/** UTF-16 code units that are collected before they are deflated. */
const PIECE = 1 << 16;

export function isBig({ cells }: SheetDescription): boolean {
  return cells.length > MOST_CELLS_OF_EXCELJS;
}

/** As much of a big sheet as exceljs must see to write all but its rows: the first cell of each style. */
export function sampleOf(sheet: SheetDescription): SheetDescription {
  return { ...sheet, cells: [...firstOfStyles(sheet).values()], rows: new Map() };
}

function firstOfStyles({ cells }: SheetDescription): Map<string, CellDescription> {
  const first = new Map<string, CellDescription>();
  for (const cell of cells)
    if (!first.has(cell.style)) {
      const { row, column, style } = cell;
      first.set(style, { row, column, style, value: null });
    }
  return first;
}

/** Packs the sheet that exceljs wrote of its sample, with all its rows, never holding their text as a whole. */
export function packBigSheet(sample: Uint8Array, sheet: SheetDescription): PackedPart {
  const xml = strFromU8(sample);
  const from = xml.search(/<sheetData[ />]/);
  const to = /<\/sheetData>|<sheetData\/>/.exec(xml);
  if (from < 0 || !to) throw new Error(`${sheet.name} was written without rows`);
  const stream = new PartStream();
  stream.write(xml.slice(0, from).replace(/<dimension ref="[^"]*"/, dimension(sheet)));
  stream.write('<sheetData>');
  writeRows(stream, sheet, styleNumbers(xml, sheet));
  stream.write('</sheetData>');
  stream.write(withLinks(xml.slice(to.index + to[0].length), sheet));
  return stream.end();
}

function withLinks(rest: string, sheet: SheetDescription): string {
  const at = rest.search(/<printOptions|<pageMargins/);
  return rest.slice(0, at) + linksXml(sheet) + rest.slice(at);
}

function styleNumbers(xml: string, sheet: SheetDescription): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const [style, { row, column }] of firstOfStyles(sheet)) {
    const cell = new RegExp(`<c r="${formatAddress(row, column)}" s="(\\d+)"`).exec(xml);
    if (cell) numbers.set(style, cell[1]!);
  }
  return numbers;
}

function dimension({ cells }: SheetDescription): string {
  let right = 1;
  for (const { column } of cells) right = Math.max(right, column);
  return `<dimension ref="${formatRange(cells[0]!.row, 1, cells.at(-1)!.row, right)}"`;
}

/** Every row that holds a cell or has a height, in order. */
function writeRows(
  stream: PartStream,
  { cells, rows }: SheetDescription,
  styles: ReadonlyMap<string, string>,
): void {
  const bare = [...rows.keys()].sort((left, right) => left - right);
  let next = 0;
  const writeBare = (before: number) => {
    for (; next < bare.length && bare[next]! < before; next++)
      stream.write(`${rowTag(bare[next]!, rows.get(bare[next]!))}</row>`);
  };
  let at = 0;
  while (at < cells.length) {
    const { row } = cells[at]!;
    writeBare(row);
    if (bare[next] === row) next += 1;
    let xml = rowTag(row, rows.get(row));
    for (; at < cells.length && cells[at]!.row === row; at++) {
      const { column, value, formula, style } = cells[at]!;
      const number = styles.get(style);
      xml +=
        formula === undefined
          ? cellXml('', row, column, value, number)
          : formulaCellXml(row, column, formula, value, number);
    }
    if (at < cells.length && cells[at]!.row < row) throw new Error(`row ${row} comes too late`);
    stream.write(`${xml}</row>`);
  }
  writeBare(Infinity);
}

function rowTag(number: number, { height, hidden }: RowDescription = {}): string {
  const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${high}${hidden ? ' hidden="1"' : ''}>`;
}

/** A part's text, deflated as it comes. */
class PartStream {
  private readonly run = new DeflatedRun();
  private waiting = '';
  private checksum = 0;
  private size = 0;

  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length >= PIECE) this.pass();
  }

  end(): PackedPart {
    this.pass();
    return {
      pieces: [...this.run.end(), END_OF_RUNS],
      checksum: this.checksum,
      size: this.size,
    };
  }

  private pass(): void {
    const bytes = new TextEncoder().encode(this.waiting);
    this.checksum = crc32(bytes, this.checksum);
    this.size += bytes.length;
    this.run.push(bytes);
    this.waiting = '';
  }
}
