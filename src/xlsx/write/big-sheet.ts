import { strFromU8 } from 'fflate';
import { formatAddress, formatRange } from '../../core/sheet/address';
import type {
  BodyDescription,
  CellDescription,
  SheetDescription,
} from '../../core/sheet/description';
import type { Deflate } from './deflate';
import { Links } from './links';
import { PartStream } from './part-stream';
import { RowXml } from './row-xml';
import type { PackedPart } from './zip';

/** Sheets with more cells are written here: exceljs keeps an object and a style of its own for every cell. */
const MOST_CELLS_OF_EXCELJS = 20_000;

export function isBig({ cells, body }: SheetDescription): boolean {
  const inBody = body && body.count > 0 ? body.count * body.row(0).cells.length : 0;
  return cells.length + inBody > MOST_CELLS_OF_EXCELJS;
}

/** As much of a big sheet as exceljs must see to write all but its rows: a cell of each style. */
export function sampleOf(sheet: SheetDescription): SheetDescription {
  const { cells, body, ...rest } = sheet;
  return { ...rest, cells: [...cellsOfStyles(cells, body).values()], rows: new Map() };
}

/** An empty cell for each style, none where another stands. */
function cellsOfStyles(
  cells: readonly CellDescription[],
  body: BodyDescription | undefined,
): Map<string, CellDescription> {
  const found = new Map<string, CellDescription>();
  for (const { row, column, style } of cells)
    if (!found.has(style)) found.set(style, { row, column, style, value: null });
  body?.styles.forEach((style, index) => {
    if (found.has(style)) return;
    found.set(style, { row: body.firstRow, column: index + 1, style, value: null });
  });
  return found;
}

/** Packs the sheet that exceljs wrote of its sample, with all its rows, never holding their text as a whole. */
export function packBigSheet(
  sample: Uint8Array,
  sheet: SheetDescription,
  deflate: Deflate,
): PackedPart {
  const xml = strFromU8(sample);
  const from = xml.search(/<sheetData[ />]/);
  const to = /<\/sheetData>|<sheetData\/>/.exec(xml);
  if (from < 0 || !to) throw new Error(`${sheet.name} was written without rows`);
  const stream = new PartStream(deflate, 'fast');
  stream.write(xml.slice(0, from).replace(/<dimension ref="[^"]*"/, dimension(sheet)));
  stream.write('<sheetData>');
  const rows = new RowXml(styleNumbers(xml, sheet));
  const links = new Links();
  writeCells(stream, rows, links, sheet);
  writeBody(stream, rows, links, sheet);
  stream.write('</sheetData>');
  stream.write(withLinks(xml.slice(to.index + to[0].length), links));
  return stream.end();
}

function withLinks(rest: string, links: Links): string {
  const at = rest.search(/<printOptions|<pageMargins/);
  return rest.slice(0, at) + links.xml() + rest.slice(at);
}

/** The number of each style; null where a cell of it looks like any other and is written without one. */
function styleNumbers(xml: string, sheet: SheetDescription): Map<string, string | null> {
  const numbers = new Map<string, string | null>();
  for (const [style, { row, column }] of cellsOfStyles(sheet.cells, sheet.body)) {
    const cell = new RegExp(`<c r="${formatAddress(row, column)}" s="(\\d+)"`).exec(xml);
    numbers.set(style, cell?.[1] ?? null);
  }
  return numbers;
}

function dimension({ cells, body }: SheetDescription): string {
  let right = 1;
  for (const { column } of cells) right = Math.max(right, column);
  let bottom = cells.at(-1)?.row ?? 1;
  if (body && body.count > 0) {
    bottom = body.firstRow + body.count - 1;
    right = Math.max(right, body.row(0).cells.length);
  }
  return `<dimension ref="${formatRange(cells[0]?.row ?? body?.firstRow ?? 1, 1, bottom, right)}"`;
}

/** Every row that holds a cell or has a height, in order. */
function writeCells(
  stream: PartStream,
  xml: RowXml,
  links: Links,
  { cells, rows, body }: SheetDescription,
): void {
  const bare = [...rows.keys()].sort((left, right) => left - right);
  let next = 0;
  const writeBare = (before: number) => {
    for (; next < bare.length && bare[next]! < before; next++)
      stream.write(`${xml.open(bare[next]!, rows.get(bare[next]!))}</row>`);
  };
  let at = 0;
  while (at < cells.length) {
    const { row } = cells[at]!;
    writeBare(row);
    if (bare[next] === row) next += 1;
    stream.write(xml.open(row, rows.get(row)));
    for (; at < cells.length && cells[at]!.row === row; at++) {
      const cell = cells[at]!;
      links.add(row, cell.column, cell.link);
      stream.write(xml.cell(row, cell.column, cell));
    }
    if (at < cells.length && cells[at]!.row < row) throw new Error(`row ${row} comes too late`);
    stream.write('</row>');
  }
  writeBare(Infinity);
  const last = Math.max(cells.at(-1)?.row ?? 0, bare.at(-1) ?? 0);
  if (body && last >= body.firstRow) throw new Error(`row ${last} stands in the body`);
}

function writeBody(
  stream: PartStream,
  xml: RowXml,
  links: Links,
  { body }: SheetDescription,
): void {
  for (let index = 0; index < (body?.count ?? 0); index++) {
    const row = body!.firstRow + index;
    const { height, cells } = body!.row(index);
    let text = xml.open(row, { height });
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]!;
      if (cell.link !== undefined) links.add(row, at + 1, cell.link);
      text += xml.cell(row, at + 1, cell);
    }
    stream.write(`${text}</row>`);
  }
}
