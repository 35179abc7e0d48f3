import { CellReader } from '../../../src/xlsx/read/cell-reader';
import { decodePart } from '../../../src/xlsx/read/part-text';
import { DEFAULT_LIMITS } from '../../../src/xlsx/read/limits';
import { scanSheet } from '../../../src/xlsx/read/scan-sheet';
import { SharedStrings } from '../../../src/xlsx/read/shared-strings';
import {
  cell,
  codeOf,
  firstSheet,
  MAIN,
  readEveryWay,
  sheetXml,
  STRICT_MAIN,
  workbook,
  workbookOfRows,
} from './packages';

/** Whether the scan takes the part without the full parse. */
function isScanned(xml: string): boolean {
  const reader = new CellReader({
    part: 'x',
    strings: new SharedStrings(null, DEFAULT_LIMITS),
    formats: [],
    limits: DEFAULT_LIMITS,
    cellsBefore: 0,
  });
  return scanSheet(decodePart('x', new TextEncoder().encode(xml), {}), reader) !== null;
}

describe('the spelling of a sheet', () => {
  const PLAIN =
    '<row r="1" spans="1:2" hidden="0"><c r="A1" s="1" t="str"><f>1&amp;""</f><v>甲</v></c></row>';
  it.each([
    ['as spreadsheet programs write it', true, sheetXml(PLAIN)],
    [
      'with rows that differ in their number alone',
      true,
      sheetXml(
        PLAIN + '<row r="2" spans="1:2" hidden="0"></row><row r="3" spans="1:2" hidden="1"/>',
      ),
    ],
    [
      'with extensions',
      true,
      sheetXml(
        PLAIN,
        '<extLst><ext uri="{x}" xmlns:x14="urn:x14"><x14:c><x14:v>1</x14:v></x14:c></ext></extLst>',
      ),
    ],
    [
      'with a declaration in single quotes',
      true,
      sheetXml(PLAIN).replace(/<\?.*\?>/, "<?xml version='1.0' encoding='UTF-8'?>"),
    ],
    [
      'with prefixes',
      true,
      sheetXml('').replace(
        '<sheetData></sheetData>',
        `<x:sheetData xmlns:x="${MAIN}"><x:row r="1"><x:c r="A1" t="str"><x:f>1&amp;""</x:f><x:v>甲</x:v></x:c></x:row></x:sheetData>`,
      ),
    ],
    [
      'with a prefixed root',
      true,
      `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:f>1&amp;""</x:f><x:v>甲</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    ],
    ['of the strict standard', true, sheetXml(PLAIN).replace(MAIN, STRICT_MAIN)],
    ['with a comment', false, sheetXml(PLAIN + '<!-- x -->')],
    [
      'with an alternative',
      false,
      sheetXml(
        PLAIN,
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x" xmlns:x="urn:x"><controls/></mc:Choice></mc:AlternateContent>',
      ),
    ],
    [
      'with an alternative of rows',
      false,
      sheetXml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x" xmlns:x="urn:x"><row r="1"><c r="A1"><v>9</v></c></row></mc:Choice><mc:Fallback>' +
          PLAIN +
          '</mc:Fallback></mc:AlternateContent>',
      ),
    ],
    ['without an address', false, sheetXml(PLAIN.replace(' r="A1"', ''))],
    ['in UTF-8 with a byte order mark', true, '\ufeff' + sheetXml(PLAIN)],
  ])('%s', (_, scanned, xml) => {
    const sheet = firstSheet(workbook({ 'xl/worksheets/sheet1.xml': xml }));
    expect(cell(sheet, 'A1')).toEqual({
      type: 'text',
      value: '甲',
      raw: '甲',
      formula: '1&""',
      hasCachedValue: true,
    });
    expect(isScanned(xml)).toBe(scanned);
  });

  it.each(['utf-16le', 'utf-16be'])('%s', (encoding) => {
    const xml = '\ufeff' + sheetXml(PLAIN).replace('UTF-8', 'UTF-16');
    const bytes = Buffer.from(xml, 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    expect(
      cell(firstSheet(workbook({ 'xl/worksheets/sheet1.xml': new Uint8Array(bytes) })), 'A1')
        ?.value,
    ).toBe('甲');
  });

  it.each([
    ['GBK', Buffer.concat([Buffer.from(sheetXml('')), Buffer.from([0xbc, 0xd7])])],
    [
      'a declared encoding that is not its own',
      Buffer.from(sheetXml('').replace('UTF-8', 'GB2312')),
    ],
    ['no namespace', Buffer.from(sheetXml('').replace(` xmlns="${MAIN}"`, ''))],
    ['another root', Buffer.from(`<chart xmlns="${MAIN}"/>`)],
    ['no root', Buffer.from(' ')],
    ['two roots', Buffer.from(sheetXml('') + '<x/>')],
    [
      'a formula’s tag that does not end',
      Buffer.from(sheetXml('<row r="1"><c r="A1"><f</v>1</f><v>2</v></c></row>')),
    ],
    [
      'a row’s tag that does not end',
      Buffer.from(sheetXml('<row r="1<<c r="A1"><v>2</v></c></row>')),
    ],
    [
      'two values, the first of them wrong',
      Buffer.from(sheetXml('<row r="1"><c r="A1" t="s"><v>9</v><v>0</v></c></row>')),
    ],
    ['nothing closed', Buffer.from(`<worksheet xmlns="${MAIN}">`)],
    ['too deep a nesting', Buffer.from(sheetXml('', '<a>'.repeat(400) + '</a>'.repeat(400)))],
    [
      'too many attributes',
      Buffer.from(
        sheetXml(
          '',
          `<a ${Array.from({ length: 2000 }, (_, index) => `a${index}="1"`).join(' ')}/>`,
        ),
      ),
    ],
  ])('refuses %s', (_, bytes) => {
    expect(
      codeOf(readEveryWay(workbook({ 'xl/worksheets/sheet1.xml': new Uint8Array(bytes) }))),
    ).toBe('damaged');
  });

  it('sees a control character wherever it stands', () => {
    for (let length = 0; length < 20; length++) {
      const textOf = (sign: string): Uint8Array => {
        const value = `${'x'.repeat(length)}${sign}${'y'.repeat(20 - length)}`;
        return workbookOfRows(`<row r="1"><c r="A1" t="str"><v>${value}</v></c></row>`);
      };
      expect(codeOf(readEveryWay(textOf('\u001f')))).toBe('damaged');
      expect(codeOf(readEveryWay(textOf('\t\n')))).toBe('ok');
      expect(codeOf(readEveryWay(textOf(' 指\u007f')))).toBe('ok');
    }
  });
});
