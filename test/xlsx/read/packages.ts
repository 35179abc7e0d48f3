import { isDeepStrictEqual } from 'node:util';
import { zipSync, strToU8, type Zippable } from 'fflate';
import type { GridCell, SheetGrid, WorkbookGrid } from '../../../src/core/sheet/grid';
import { cellAt } from '../../../src/core/sheet/grid';
import { parseAddress } from '../../../src/core/sheet/address';
import { portableInflate } from '../../../src/xlsx/read/inflate';
import { nodeInflate } from '../../../src/xlsx/read/inflate-node';
import {
  readWorkbook,
  type ReadOptions,
  type ReadResult,
} from '../../../src/xlsx/read/read-workbook';

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export type Parts = Readonly<Record<string, string | Uint8Array | null>>;

export function relationships(
  ...list: (readonly [id: string, type: string, target: string])[]
): string {
  const one = ([id, type, target]: readonly [string, string, string]): string =>
    `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${TYPES}/${type}`}" Target="${target}"/>`;
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(one).join('')}</Relationships>`;
}

export const EMPTY_SHEET = `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>`;

/** A worksheet part around rows. */
export function sheetXml(rows: string, after = '', before = ''): string {
  return `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${TYPES}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A shared strings part around entries. */
export function stringsXml(entries: string): string {
  return `${DECLARATION}<sst xmlns="${MAIN}">${entries}</sst>`;
}

/** The parts of a workbook of one sheet, 表; `parts` replaces them, adds to them, or takes them out (null). */
export function workbookParts(parts: Parts = {}): Parts {
  return {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${TYPES}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': EMPTY_SHEET,
    ...parts,
  };
}

export function zip(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(parts))
    if (content !== null) files[name] = typeof content === 'string' ? strToU8(content) : content;
  return zipSync(files, { level, mtime: '2024-01-01T00:00:00' });
}

/** The bytes of a workbook of one sheet. */
export function workbook(parts: Parts = {}): Uint8Array {
  return zip(workbookParts(parts));
}

/** The bytes of a workbook whose sheet holds these rows. */
export function workbookOfRows(rows: string, parts: Parts = {}): Uint8Array {
  return workbook({ 'xl/worksheets/sheet1.xml': sheetXml(rows), ...parts });
}

/** With every cell made: two grids are compared by what their cells say, not by how these are kept. */
export function madeOf(result: ReadResult): ReadResult {
  if (!result.ok) return result;
  const sheets = result.grid.sheets.map((sheet) => ({ ...sheet, cells: new Map(sheet.cells) }));
  return { ok: true, grid: { ...result.grid, sheets } };
}

/** Reads by both paths and both ways to unpack, which must agree in all they say. */
export function readEveryWay(bytes: Uint8Array, options: ReadOptions = {}): ReadResult {
  const result = madeOf(readWorkbook(bytes, options));
  for (const inflate of [portableInflate, nodeInflate])
    for (const path of ['auto', 'full'] as const) {
      const other = madeOf(readWorkbook(bytes, { ...options, inflate, path }));
      // the quick comparison first: most of the time goes into it
      if (!isDeepStrictEqual(other, result)) expect(other).toEqual(result);
    }
  return result;
}

export function gridOf(result: ReadResult): WorkbookGrid {
  if (!result.ok) throw new Error(`${result.code}: ${result.message.en}`);
  return result.grid;
}

export function firstSheet(bytes: Uint8Array): SheetGrid {
  return gridOf(readEveryWay(bytes)).sheets[0]!;
}

export function cell(sheet: SheetGrid, address: string): GridCell | undefined {
  const { row, column } = parseAddress(address)!;
  return cellAt(sheet, row, column);
}

/** The code of a refusal, or ok. */
export function codeOf(result: ReadResult): string {
  return result.ok ? 'ok' : result.code;
}
