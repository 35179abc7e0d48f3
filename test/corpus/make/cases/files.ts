import { strToU8, zipSync } from 'fflate';
import { named, type Case } from '../../case';
import { inPart, type PackageChange } from '../package-changes';
import { exportWithSheetJs } from '../programs';

function file(id: string, zh: string, en: string, refused: string, bytes: PackageChange): Case {
  return { id, name: named(zh, en), group: 'files', refused, bytes };
}

const become =
  (...content: readonly (string | readonly number[])[]): PackageChange =>
  () =>
    Uint8Array.from(
      content.flatMap((part) => [...(typeof part === 'string' ? strToU8(part) : part)]),
    );

/** A compound file (MS-CFB) whose directory names one stream. */
function compound(stream: string): PackageChange {
  return () => {
    const bytes = new Uint8Array(1536);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const at = 1024;
    for (let index = 0; index < stream.length; index++)
      bytes[at + index * 2] = stream.charCodeAt(index);
    bytes[at + 64] = (stream.length + 1) * 2;
    bytes[at + 66] = 2;
    return bytes;
  };
}

export const FILE_CASES: readonly Case[] = [
  file('empty', '空文件', 'an empty file', 'empty', () => new Uint8Array()),
  file('truncated', '只有前一半', 'the first half only', 'truncated', (bytes) => bytes.subarray(0, bytes.length / 2)),
  file('end-missing', '缺末尾几字节', 'the last bytes missing', 'truncated', (bytes) => bytes.subarray(0, -30)),
  file('flipped', '中间一段损坏', 'a stretch in the middle broken', 'damaged', (bytes) => {
    const broken = new Uint8Array(bytes);
    broken.fill(0x55, 4000, 4200);
    return broken;
  }),
  file('zeros', '全是零', 'nothing but zeros', 'damaged', () => new Uint8Array(5000)),
  file('xls', '存为 .xls', 'saved as .xls', 'legacy-xls', (bytes) => exportWithSheetJs(bytes, 'biff8')),
  file('et', '存为 .et', 'saved as .et', 'legacy-xls', compound('Workbook')),
  file('password', '设了打开密码', 'a password to open it', 'encrypted', compound('EncryptedPackage')),
  file('csv', '存为 .csv', 'saved as .csv', 'csv-or-text', (bytes) => exportWithSheetJs(bytes, 'csv')),
  file('ods', '存为 .ods', 'saved as .ods', 'not-a-workbook', (bytes) => exportWithSheetJs(bytes, 'ods')),
  file('xlsb', '存为 .xlsb', 'saved as .xlsb', 'xlsb', (bytes) => exportWithSheetJs(bytes, 'xlsb')),
  file('html', '网页改名为 .xlsx', 'a web page renamed', 'not-a-workbook', (bytes) => exportWithSheetJs(bytes, 'html')),
  file('spreadsheet-2003', 'XML 表格 2003', 'an XML spreadsheet of 2003', 'not-a-workbook', (bytes) => exportWithSheetJs(bytes, 'xlml')),
  file('picture', '截图', 'a screenshot', 'not-a-workbook', become([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR')),
  file('pdf', '扫描件 PDF', 'a scan as PDF', 'not-a-workbook', become('%PDF-1.7\n%', [0xe2, 0xe3, 0xcf, 0xd3])),
  file('document', 'Word 文档', 'a Word document', 'not-a-workbook', () =>
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
  ),
  file('zip-of-workbooks', '压缩包', 'a zip of workbooks', 'not-a-workbook', (bytes) => zipSync({ '市经信局.xlsx': bytes })),
  file('dtd', 'XML 含 DTD', 'a DTD in the XML', 'dtd', inPart('xl/workbook.xml', (xml) =>
    xml.replace('<workbook ', '<!DOCTYPE workbook [<!ENTITY x "y">]><workbook '),
  )),
  file('part-missing', '缺少工作表部件', 'a sheet’s part missing', 'damaged', inPart('xl/_rels/workbook.xml.rels', (xml) =>
    xml.replace('worksheets/sheet2.xml', 'worksheets/sheet9.xml'),
  )),
];
