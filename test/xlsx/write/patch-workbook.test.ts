import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { formatAddress, parseAddress } from '../../../src/core/sheet/address';
import { gridKey } from '../../../src/core/sheet/grid';
import { patchWorkbook, type CellEdit } from '../../../src/xlsx/write/patch-workbook';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { partOf, readSheet } from './read-back';
import { cellOf, FORM, sheetOf, workbookOf } from './sample';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_PART = 'xl/worksheets/sheet1.xml';

interface Handmade {
  /** What stands inside the worksheet element. */
  readonly sheet: string;
  /** After the sheets of the workbook part. */
  readonly workbook?: string;
  readonly hasChain?: boolean;
  readonly prefix?: string;
}

/** A small package as another program might write it, with one sheet named S. */
function handmade({ sheet, workbook = '', hasChain = false, prefix }: Handmade): Uint8Array {
  const namespace = prefix === undefined ? `xmlns="${MAIN}"` : `xmlns:${prefix}="${MAIN}"`;
  const worksheet = `${prefix === undefined ? '' : `${prefix}:`}worksheet`;
  const chain = hasChain
    ? {
        type: '<Override PartName="/xl/calcChain.xml" ContentType="x"/>',
        link: `<Relationship Id="rId9" Type="${OFFICE}/calcChain" Target="calcChain.xml"/>`,
      }
    : { type: '', link: '' };
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${chain.type}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:rel="${OFFICE}"><sheets><sheet name="S" sheetId="7" rel:id="rId5"/></sheets>${workbook}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId5" Type="${OFFICE}/worksheet" Target="../xl/worksheets/sheet1.xml"/>${chain.link}</Relationships>`,
    [SHEET_PART]: `<?xml version="1.0"?>\r\n<${worksheet} ${namespace}>${sheet}</${worksheet}>`,
    'docProps/custom.bin': 'left alone',
  };
  if (hasChain) parts['xl/calcChain.xml'] = `<calcChain xmlns="${MAIN}"><c r="A1"/></calcChain>`;
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])),
  );
}

/** The sheet part's content after these edits. */
function patched(sheet: string, edits: Record<string, CellEdit['value']>, prefix?: string): string {
  const bytes = handmade({ sheet, ...(prefix !== undefined && { prefix }) });
  const list = Object.entries(edits).map(([cell, value]) => ({ sheet: 'S', cell, value }));
  return /<(?:\w+:)?worksheet [^>]*>(.*)<\/(?:\w+:)?worksheet>/s.exec(
    partOf(patchWorkbook(bytes, list), SHEET_PART),
  )![1]!;
}

const inline = (address: string, text: string, style = '') =>
  `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

describe('one cell', () => {
  const data = (content: string) => `<sheetData>${content}</sheetData>`;
  test.each<[string, string, Record<string, CellEdit['value']>, string]>([
    [
      'an empty cell keeps its style',
      '<row r="1"><c r="A1" s="3"/></row>',
      { A1: 5 },
      '<row r="1"><c r="A1" s="3"><v>5</v></c></row>',
    ],
    [
      'text is written in the cell',
      '<row r="1"><c r="A1" s="3" t="s"><v>9</v></c></row>',
      { A1: '=a<b\n' },
      `<row r="1">${inline('A1', '=a&lt;b&#10;', ' s="3"')}</row>`,
    ],
    [
      'a truth value',
      '<row r="1"><c r="A1"><v>9</v></c></row>',
      { A1: false },
      '<row r="1"><c r="A1" t="b"><v>0</v></c></row>',
    ],
    [
      'a formula goes',
      '<row r="1"><c r="A1" s="2" t="str"><f>B1</f><v>x</v></c></row>',
      { A1: 1 },
      '<row r="1"><c r="A1" s="2"><v>1</v></c></row>',
    ],
    [
      'emptied',
      '<row r="1"><c r="A1" s="2"><f>B1</f><v>1</v></c></row>',
      { A1: null },
      '<row r="1"><c r="A1" s="2"/></row>',
    ],
    [
      'nothing to empty',
      '<row r="2"><c r="A2"/></row>',
      { B1: null, B2: null, A3: null },
      '<row r="2"><c r="A2"/></row>',
    ],
    [
      'between cells',
      '<row r="1" spans="1:3" ht="9"><c r="A1"/><c r="C1"/></row>',
      { B1: 1 },
      '<row r="1" ht="9"><c r="A1"/><c r="B1"><v>1</v></c><c r="C1"/></row>',
    ],
    [
      'at both ends of a row',
      '<row r="1"><c r="B1"/></row>',
      { A1: 1, C1: 2 },
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="C1"><v>2</v></c></row>',
    ],
    [
      'a row without cells',
      '<row r="1" ht="9" />',
      { B1: 1 },
      '<row r="1" ht="9" ><c r="B1"><v>1</v></c></row>',
    ],
    [
      'rows before, between and after',
      '<row r="2"/><row r="4"/>',
      { A5: 5, A1: 1, A3: 3 },
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"><c r="A3"><v>3</v></c></row><row r="4"/><row r="5"><c r="A5"><v>5</v></c></row>',
    ],
    [
      'cells and rows that do not say where they are',
      '<row><c/><c><v>1</v></c></row><row><c/></row>',
      { B1: 2, A2: 3 },
      '<row><c/><c r="B1"><v>2</v></c></row><row><c r="A2"><v>3</v></c></row>',
    ],
    [
      'a new cell looks as its row',
      '<row r="1" s="7" customFormat="1"/>',
      { A1: 1 },
      '<row r="1" s="7" customFormat="1"><c r="A1" s="7"><v>1</v></c></row>',
    ],
  ])('%s', (_, before, edits, after) => {
    expect(patched(data(before), edits)).toBe(data(after));
  });

  test('a new cell looks as its column', () => {
    const columns = '<cols><col min="2" max="3" style="4"/></cols>';
    expect(patched(`${columns}<sheetData/>`, { A1: 1, C1: 2 })).toBe(
      `${columns}<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="C1" s="4"><v>2</v></c></row></sheetData>`,
    );
  });

  test.each([
    ['A1:B2', { C9: 1 }, 'A1:C9'],
    ['B2', { A1: 1 }, 'A1:B2'],
    ['A1:Z99', { C9: 1 }, 'A1:Z99'],
    ['A1', { A1: 1 }, 'A1'],
  ])('the used range %s grows with %j to %s', (before, edits, after) => {
    expect(patched(`<dimension ref="${before}"/><sheetData/>`, edits)).toContain(
      `<dimension ref="${after}"/>`,
    );
  });

  test('elements are written with the prefix the file uses', () => {
    expect(patched('<x:sheetData><x:row r="1"/></x:sheetData>', { A1: 'a', A2: 2 }, 'x')).toBe(
      '<x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c></x:row><x:row r="2"><x:c r="A2"><x:v>2</x:v></x:c></x:row></x:sheetData>',
    );
  });

  test('cells that shared the overwritten formula keep computing', () => {
    const shared = (address: string, formula: string) => `<c r="${address}">${formula}<v>1</v></c>`;
    const before = `<row r="1">${shared('C1', '<f t="shared" ref="C1:C3" si="0">A1*$B$1&amp;"A1"</f>')}</row><row r="2">${shared('C2', '<f t="shared" si="0"/>')}</row><row r="3">${shared('C3', '<f t="shared" si="0"></f>')}</row>`;
    expect(patched(data(before), { C1: 4, C3: 5 })).toBe(
      data(
        `<row r="1"><c r="C1"><v>4</v></c></row><row r="2">${shared('C2', '<f>A2*$B$1&amp;&quot;A1&quot;</f>')}</row><row r="3"><c r="C3"><v>5</v></c></row>`,
      ),
    );
  });

  test.each([
    [
      'part of an array',
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2</f></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
      '',
      'A2',
      /S!A2 belongs to the array formula of A1:A2/,
    ],
    [
      'under a merged cell',
      '<row r="1"><c r="A1"/></row>',
      '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>',
      'B1',
      /S!B1 is covered by the merged range A1:C1/,
    ],
    ['rows out of order', '<row r="2"/><row r="1"/>', '', 'A1', /out of order/],
    ['cells out of order', '<row r="1"><c r="B1"/><c r="A1"/></row>', '', 'A1', /out of order/],
    ['malformed XML', '<row r="1"><c r="B1"></row>', '', 'A1', /S: /],
  ])('refused: %s', (_, rows, rest, cell, message) => {
    expect(() => patched(data(rows) + rest, { [cell]: 1 })).toThrow(message);
  });

  test('the first cell of a merged range can be set', () => {
    const merges = '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>';
    expect(patched(`<sheetData/>${merges}`, { A1: 1 })).toContain('<c r="A1"><v>1</v></c>');
  });
});

describe('the package', () => {
  const formula = '<sheetData><row r="1"><c r="A1"><f>1</f></c><c r="B1"/></row></sheetData>';

  test.each([
    ['', '<calcPr fullCalcOnLoad="1"/>'],
    [
      '<definedNames/><oleSize ref="A1"/>',
      '<definedNames/><calcPr fullCalcOnLoad="1"/><oleSize ref="A1"/>',
    ],
    ['<calcPr calcId="1"/>', '<calcPr fullCalcOnLoad="1" calcId="1"/>'],
    ["<calcPr calcId='1' fullCalcOnLoad = '0'/>", `<calcPr calcId='1' fullCalcOnLoad="1"/>`],
  ])('programs are told to compute: %j', (before, after) => {
    const bytes = handmade({ sheet: formula, workbook: before });
    const result = patchWorkbook(bytes, [{ sheet: 'S', cell: 'B1', value: 1 }]);
    expect(partOf(result, 'xl/workbook.xml')).toContain(`</sheets>${after}</workbook>`);
  });

  test('the order of computation goes only where a formula went', () => {
    const bytes = handmade({ sheet: formula, hasChain: true });
    const kept = patchWorkbook(bytes, [{ sheet: 'S', cell: 'B1', value: 1 }]);
    expect(Object.keys(unzipSync(kept))).toContain('xl/calcChain.xml');
    const gone = patchWorkbook(bytes, [{ sheet: 'S', cell: 'A1', value: 1 }]);
    expect(Object.keys(unzipSync(gone))).not.toContain('xl/calcChain.xml');
    for (const path of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])
      expect(partOf(gone, path)).not.toContain('calcChain');
    expect(partOf(gone, 'xl/_rels/workbook.xml.rels')).toContain('rId5');
  });

  test('every other part stays as it was', async () => {
    const form = await writeWorkbook(FORM);
    const result = patchWorkbook(form, [{ sheet: '填报表', cell: 'D5', value: 15 }]);
    const [before, after] = [unzipSync(form), unzipSync(result)];
    const changed = Object.keys(before).filter(
      (path) => Buffer.compare(before[path]!, after[path]!) !== 0,
    );
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(changed).toEqual(['xl/worksheets/sheet2.xml', 'xl/workbook.xml']);
    const xml = partOf(result, 'xl/worksheets/sheet2.xml');
    expect(xml.replace('<c r="D5" s="5"><v>15</v></c>', '<c r="D5" s="5"/>')).toBe(
      partOf(form, 'xl/worksheets/sheet2.xml'),
    );
  });

  test('without edits only the container is written anew', async () => {
    const form = await writeWorkbook(FORM);
    expect(patchWorkbook(form, [])).toEqual(form);
  });

  test.each<[string, () => Uint8Array, CellEdit, RegExp]>([
    [
      'a sheet that is not there',
      () => handmade({ sheet: formula }),
      { sheet: 'T', cell: 'A1', value: 1 },
      /no sheet “T”/,
    ],
    [
      'a cell that is none',
      () => handmade({ sheet: formula }),
      { sheet: 'S', cell: 'A0', value: 1 },
      /“A0” is no cell/,
    ],
    [
      'a figure that is none',
      () => handmade({ sheet: formula }),
      { sheet: 'S', cell: 'A1', value: Infinity },
      /A1: Infinity/,
    ],
    [
      'a text that does not fit',
      () => handmade({ sheet: formula }),
      { sheet: 'S', cell: 'A1', value: 'x'.repeat(32_768) },
      /longer/,
    ],
    [
      'no sheet of cells',
      () => handmade({ sheet: '' }),
      { sheet: 'S', cell: 'A1', value: 1 },
      /no sheet of cells/,
    ],
    [
      'no zip',
      () => strToU8('a,b,c\n1,2,3\n'),
      { sheet: 'S', cell: 'A1', value: 1 },
      /cannot be unpacked/,
    ],
    [
      'a zip of something else',
      () => zipSync({ a: strToU8('b') }),
      { sheet: 'S', cell: 'A1', value: 1 },
      /no part _rels\/.rels/,
    ],
    [
      'a document type',
      () => zipSync({ '_rels/.rels': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a/>') }),
      { sheet: 'S', cell: 'A1', value: 1 },
      /document type/,
    ],
    [
      'another encoding',
      () => zipSync({ '_rels/.rels': new Uint8Array([0xff, 0xfe, 60, 0]) }),
      { sheet: 'S', cell: 'A1', value: 1 },
      /UTF-8/,
    ],
  ])('refused: %s', (_, bytes, edit, message) => {
    expect(() => patchWorkbook(bytes(), [edit])).toThrow(message);
  });
});

test('any edits of any workbook are read back, in order, and nothing else changes', async () => {
  const place = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 30 }));
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
  );
  const cells = fc.uniqueArray(fc.tuple(place, value), {
    selector: ([at]) => at.join(),
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(cells, cells, async (described, edited) => {
      const sorted = [...described].sort(([a], [b]) => a[0] - b[0] || a[1] - b[1]);
      const written = await writeWorkbook(
        workbookOf({
          sheets: [
            sheetOf({ cells: sorted.map(([[row, column], one]) => cellOf(row, column, one)) }),
          ],
        }),
      );
      const edits = edited.map(([[row, column], one]) => {
        return { sheet: 'S', cell: formatAddress(row, column), value: one };
      });
      const result = patchWorkbook(written, edits);
      const expected = new Map(
        described.map(([[row, column], one]) => [formatAddress(row, column), one]),
      );
      edits.forEach((edit) => expected.set(edit.cell, edit.value));
      const sheet = await readSheet(result, 'S');
      const read = new Map<string, unknown>();
      sheet.eachRow((row) => {
        row.eachCell((cell) => read.set(cell.address, cell.value));
      });
      expect(read).toEqual(expected);

      const order = [...partOf(result, SHEET_PART).matchAll(/<c r="(\w+)"/g)].map(([, address]) => {
        const { row, column } = parseAddress(address!)!;
        return gridKey(row, column);
      });
      expect(order).toEqual([...order].sort((left, right) => left - right));
    }),
    { numRuns: 60 },
  );
});
