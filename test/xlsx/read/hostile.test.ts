import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { SMALL_PARTS, SMALL_SHEET } from './small-workbook';
import { anyByteChange, anyBytes } from '../../fuzz/byte-changes';
import { anyTextEdit, replaced, replacementsOf } from '../../fuzz/text-edits';
import {
  cell,
  codeOf,
  firstSheet,
  gridOf,
  madeOf,
  MAIN,
  readEveryWay,
  relationships,
  sheetXml,
  stringsXml,
  workbook,
  workbookOfRows,
  workbookParts,
  zip,
} from './packages';

const GOOD = workbook(SMALL_PARTS);
const GRID = madeOf(readWorkbook(GOOD));

// slow where the machine is busy, and quick enough elsewhere
jest.setTimeout(60_000);

describe('damage by byte', () => {
  it('reads the sound file', () => {
    expect(codeOf(readEveryWay(GOOD))).toBe('ok');
  });

  it('says that a file cut off anywhere is cut off', () => {
    for (let percent = 1; percent < 100; percent++) {
      const length = Math.floor((GOOD.length * percent) / 100);
      expect([percent, codeOf(readEveryWay(GOOD.subarray(0, length)))]).toEqual([
        percent,
        length < 4 ? 'csv-or-text' : 'truncated',
      ]);
    }
  });

  it.each([0xff, 0x01, 0x80])('gives no wrong value where a byte is changed by %i', (mask) => {
    for (let at = 0; at < GOOD.length; at++) {
      const bytes = GOOD.slice();
      bytes[at]! ^= mask;
      const result = madeOf(readWorkbook(bytes));
      if (result.ok && !isDeepStrictEqual(result, GRID)) expect([at, result]).toEqual([at, GRID]);
    }
  });

  it('never throws at random bytes', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        expect(codeOf(readEveryWay(bytes))).not.toBe('ok');
      }),
    );
  });

  it('never throws, and both paths agree, where much is damaged', () => {
    fc.assert(
      fc.property(fc.array(anyByteChange, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = changes.reduce((changed, change) => change.apply(changed), GOOD);
        const result = readEveryWay(bytes);
        if (result.ok) expect(result).toEqual(GRID);
      }),
    );
  });
});

describe('damage by text', () => {
  it.each(Object.keys(SMALL_PARTS) as (keyof typeof SMALL_PARTS)[])(
    'both paths agree on %s',
    (name) => {
      fc.assert(
        fc.property(fc.array(anyTextEdit, { minLength: 1, maxLength: 3 }), (edits) => {
          const xml: string = SMALL_PARTS[name];
          const edited = replaced(xml, replacementsOf(xml, edits));
          readEveryWay(workbook({ ...SMALL_PARTS, [name]: edited }));
        }),
        { numRuns: 150 },
      );
    },
  );
});

describe('bombs', () => {
  const code = (parts: Parameters<typeof workbook>[0]): string =>
    codeOf(readEveryWay(workbook(parts)));
  const MANY = 5_000_000;

  it.each([
    ['blanks in a sheet', { 'xl/worksheets/sheet1.xml': sheetXml(' '.repeat(MANY)) }],
    [
      'one long shared string',
      { 'xl/sharedStrings.xml': stringsXml(`<si><t>${'x'.repeat(MANY)}</t></si>`) },
    ],
    [
      'a million styles',
      {
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs>${'<xf/>'.repeat(1_000_000)}</cellXfs></styleSheet>`,
      },
    ],
    ['the workbook part', { 'xl/workbook.xml': ' '.repeat(MANY) }],
    ['the relationships', { '_rels/.rels': ' '.repeat(MANY) }],
  ])('%s', (_, parts) => {
    expect(code(parts)).toBe('bomb');
  });

  it('passes over a large part that is not needed', () => {
    expect(code({ 'xl/media/image1.png': new Uint8Array(MANY) })).toBe('ok');
  });

  it('passes over a workbook within the workbook', () => {
    expect(
      code({ 'xl/embeddings/book.xlsx': zip({ 'a.zip': zip({ b: new Uint8Array(MANY) }) }) }),
    ).toBe('ok');
  });

  const LIMITS = {
    partBytes: 40_000,
    totalBytes: 60_000,
    cells: 100,
    sharedStrings: 50,
    styles: 20,
    textLength: 1_000,
  };
  const many = (count: number, one: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => one(index + 1)).join('');
  it.each<[string, string, Parameters<typeof workbook>[0]]>([
    ['a part', 'KB', { 'xl/worksheets/sheet1.xml': sheetXml(' '.repeat(50_000)) }],
    [
      'all parts',
      'KB',
      {
        'xl/worksheets/sheet1.xml': sheetXml(' '.repeat(35_000)),
        'xl/sharedStrings.xml': stringsXml(' '.repeat(35_000)),
      },
    ],
    [
      'cells',
      '100',
      {
        'xl/worksheets/sheet1.xml': sheetXml(
          many(101, (row) => `<row r="${row}"><c r="A${row}"><v>1</v></c></row>`),
        ),
      },
    ],
    [
      'shared strings',
      '50',
      { 'xl/sharedStrings.xml': stringsXml('<si><t>x</t></si>'.repeat(51)) },
    ],
    [
      'shared strings in runs',
      '50',
      { 'xl/sharedStrings.xml': stringsXml('<si><r><t>x</t></r></si>'.repeat(51)) },
    ],
    [
      'styles',
      '20',
      {
        'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs>${'<xf/>'.repeat(21)}</cellXfs></styleSheet>`,
      },
    ],
    [
      'a shared text',
      '1000',
      { 'xl/sharedStrings.xml': stringsXml(`<si><t>${'x'.repeat(1_001)}</t></si>`) },
    ],
    [
      'a text',
      '1000',
      {
        'xl/worksheets/sheet1.xml': sheetXml(
          `<row r="1"><c r="A1" t="str"><v>${'x'.repeat(1_001)}</v></c></row>`,
        ),
      },
    ],
    [
      'a formula',
      '1000',
      {
        'xl/worksheets/sheet1.xml': sheetXml(
          `<row r="1"><c r="A1"><f>${'1'.repeat(1_001)}</f></c></row>`,
        ),
      },
    ],
  ])('keeps to its limits: %s', (_, limit, parts) => {
    const result = readEveryWay(workbook(parts), { limits: LIMITS });
    expect(codeOf(result)).toBe('too-large');
    if (!result.ok && limit !== 'KB') expect(result.message.en).toContain(limit);
  });

  it('does not write one long shared formula out for very many cells', () => {
    const rows =
      `<row r="1"><c r="A1"><f t="shared" ref="A1:A90" si="0">${'B1+'.repeat(300)}1</f></c></row>` +
      many(89, (row) => `<row r="${row + 1}"><c r="A${row + 1}"><f t="shared" si="0"/></c></row>`);
    expect(codeOf(readEveryWay(workbookOfRows(rows), { limits: LIMITS }))).toBe('bomb');
  });

  it('does not mark the cells of very many large arrays', () => {
    const array = '<f t="array" ref="A1:XFD1048576">1</f><v>1</v>';
    const rows = many(5_000, (row) => `<row r="${row}"><c r="A${row}">${array}</c></row>`);
    expect(codeOf(readWorkbook(workbookOfRows(rows)))).toBe('too-large');
  });

  it('takes no number that a part states of itself', () => {
    const strings = stringsXml('<si><t>甲</t></si>').replace(
      '<sst ',
      '<sst count="10000000" uniqueCount="10000000" ',
    );
    const sheet = sheetXml(
      '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
      '',
      '<dimension ref="A1:XFD1048576"/>',
    );
    const read = firstSheet(
      workbook({ 'xl/sharedStrings.xml': strings, 'xl/worksheets/sheet1.xml': sheet }),
    );
    expect(read).toMatchObject({ rowCount: 1, columnCount: 1 });
  });

  it('hides very many columns, time and again', () => {
    const columns = '<col min="1" max="16384" hidden="1"/>'.repeat(20_000);
    const sheet = firstSheet(
      workbook({ 'xl/worksheets/sheet1.xml': sheetXml('', '', `<cols>${columns}</cols>`) }),
    );
    expect(sheet.hiddenColumns.size).toBe(16_384);
  });

  it('does not read one sheet part for many sheets', () => {
    const sheets = many(5, (index) => `<sheet name="${index}" sheetId="${index}" r:id="rId1"/>`);
    const parts = workbookParts();
    const xml = String(parts['xl/workbook.xml']).replace(/<sheet .*\/>(?=<\/sheets>)/, sheets);
    expect(code({ 'xl/workbook.xml': xml })).toBe('damaged');
  });

  it('does not read one part time and again without end', () => {
    const links = Array.from(
      { length: 20_000 },
      (_, index) => [`rId${index}`, 'comments', '../c.xml'] as const,
    );
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels': relationships(...links),
      'xl/c.xml': `<comments xmlns="${MAIN}"/>`,
    };
    expect(codeOf(readWorkbook(workbook(parts)))).toBe('too-large');
  });
});

describe('document type definitions', () => {
  const DTD = '<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  it.each([
    [
      'in a sheet',
      'xl/worksheets/sheet1.xml',
      SMALL_SHEET.replace('<worksheet', `${DTD}<worksheet`),
    ],
    [
      'used',
      'xl/worksheets/sheet1.xml',
      SMALL_SHEET.replace('<worksheet', `${DTD}<worksheet`).replace('甲x', '&b;'),
    ],
    [
      'from elsewhere',
      'xl/workbook.xml',
      `<!DOCTYPE x SYSTEM "file:///etc/passwd">${String(workbookParts()['xl/workbook.xml']).slice(56)}`,
    ],
    ['in relationships', '_rels/.rels', `<!DOCTYPE x>${relationships().slice(56)}`],
    ['left open', 'xl/styles.xml', '<!DOCTYPE x [<!ENTITY a "b">'],
    ['an entity alone', 'xl/sharedStrings.xml', stringsXml('<!ENTITY a "b">')],
  ])('%s', (_, name, xml) => {
    const result = readEveryWay(workbook({ ...SMALL_PARTS, [name]: xml }));
    expect(codeOf(result)).toBe('dtd');
    if (!result.ok) expect(result.message.zh).toContain(name);
  });

  it('is not seen where a text speaks of one', () => {
    const sheet = firstSheet(
      workbookOfRows('<row r="1"><c r="A1" t="str"><v><![CDATA[<!DOCTYPE x>]]></v></c></row>'),
    );
    expect(cell(sheet, 'A1')?.value).toBe('<!DOCTYPE x>');
  });
});

it('keeps names that objects have of themselves apart', () => {
  const xml = String(workbookParts()['xl/workbook.xml']).replace('name="表"', 'name="__proto__"');
  const grid = gridOf(readEveryWay(workbook({ 'xl/workbook.xml': xml })));
  expect(grid.sheets.map(({ name }) => name)).toEqual(['__proto__']);
});
