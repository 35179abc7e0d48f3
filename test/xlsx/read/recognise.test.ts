import { codeOf, DECLARATION, readEveryWay, relationships, zip, type Parts } from './packages';

/** A compound file (MS-CFB) that names these streams. */
function compoundFile(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(512 + 128 * (streams.length + 1));
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  ['Root Entry', ...streams].forEach((name, index) => {
    const at = 512 + 128 * index;
    bytes.write(name, at, 'utf16le');
    bytes.writeUInt16LE(2 * (name.length + 1), at + 64);
    bytes[at + 66] = index === 0 ? 5 : 2;
  });
  return new Uint8Array(bytes);
}

function bytesOf(text: string, encoding: BufferEncoding = 'latin1'): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding));
}

const CONTENT_TYPES = { '[Content_Types].xml': `${DECLARATION}<Types/>` };
function officePackage(main: string, parts: Parts = {}): Uint8Array {
  return zip({
    ...CONTENT_TYPES,
    '_rels/.rels': relationships(['rId1', 'officeDocument', main]),
    [main]: '<x/>',
    ...parts,
  });
}
const opendocument = (kind: string): Uint8Array =>
  zip({ mimetype: `application/vnd.oasis.opendocument.${kind}`, 'content.xml': '<x/>' }, 0);

describe('what is no workbook is called by its name', () => {
  it.each<[string, string, string, Uint8Array]>([
    ['no bytes', 'empty', '0字节', new Uint8Array(0)],
    [
      'a workbook with a password',
      'encrypted',
      '密码',
      compoundFile('EncryptionInfo', 'EncryptedPackage'),
    ],
    ['an .xls', 'legacy-xls', '.xls', compoundFile('Workbook')],
    ['an .xls of 1995', 'legacy-xls', '.xls', compoundFile('Book')],
    ['an .xls of 1990', 'legacy-xls', '.xls', bytesOf('\x09\x02\x06\x00\x00\x00\x10\x00')],
    ['a .doc', 'not-a-workbook', 'Word', compoundFile('WordDocument')],
    ['a .ppt', 'not-a-workbook', 'PowerPoint', compoundFile('PowerPoint Document')],
    ['another compound file', 'not-a-workbook', '其他程序', compoundFile('Stuff')],
    [
      'a compound file cut short',
      'not-a-workbook',
      '其他程序',
      compoundFile('Workbook').subarray(0, 600),
    ],
    ['a PNG', 'not-a-workbook', 'PNG 图片', bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
    ['a JPEG', 'not-a-workbook', 'JPEG 图片', bytesOf('\xff\xd8\xff\xe0\0\x10JFIF')],
    ['a GIF', 'not-a-workbook', 'GIF 图片', bytesOf('GIF89a\x01\0')],
    ['a BMP', 'not-a-workbook', 'BMP 图片', bytesOf('BM\x36\0\0\0\0\0\0\0\x36\0')],
    ['a WebP', 'not-a-workbook', 'WebP 图片', bytesOf('RIFF\x24\0\0\0WEBPVP8 ')],
    ['a TIFF', 'not-a-workbook', 'TIFF 图片', bytesOf('II*\0\x08\0\0\0')],
    ['a PDF', 'not-a-workbook', 'PDF 文件', bytesOf('%PDF-1.7\n')],
    ['an RTF', 'not-a-workbook', 'RTF', bytesOf('{\\rtf1}')],
    ['a RAR', 'not-a-workbook', 'RAR', bytesOf('Rar!\x1a\x07\x01\0')],
    ['a 7z', 'not-a-workbook', '7z', bytesOf("7z\xbc\xaf'\x1c\0\x04")],
    ['a gzip', 'not-a-workbook', 'gzip', bytesOf('\x1f\x8b\x08\0')],
    [
      'a web page',
      'not-a-workbook',
      'HTML',
      bytesOf('\n<html><table><tr><td>1</td></tr></table></html>'),
    ],
    ['a web archive', 'not-a-workbook', 'MHTML', bytesOf('MIME-Version: 1.0\r\n')],
    [
      'an XML spreadsheet',
      'not-a-workbook',
      '2003',
      bytesOf('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    ],
    ['other XML', 'not-a-workbook', 'XML 文件', bytesOf('<?xml version="1.0"?><a/>')],
    ['a CSV', 'csv-or-text', 'CSV', bytesOf('指标,单位\r\n产值,亿元\r\n', 'utf8')],
    ['a CSV in GBK', 'csv-or-text', 'CSV', bytesOf('\xd6\xb8\xb1\xea,\xb5\xa5\xce\xbb\r\n')],
    ['a CSV in UTF-16', 'csv-or-text', 'CSV', bytesOf('\ufeff指标\t单位', 'utf16le')],
    ['nothing but zeros', 'damaged', '全部为零', new Uint8Array(5000)],
    ['noise', 'not-a-workbook', '无法识别', bytesOf('\x01\x02\x03\xff')],
    ['an .xlsb', 'xlsb', '.xlsb', officePackage('xl/workbook.bin')],
    ['a .docx', 'not-a-workbook', 'Word', officePackage('word/document.xml')],
    ['a .pptx', 'not-a-workbook', 'PowerPoint', officePackage('ppt/presentation.xml')],
    ['an .ods', 'not-a-workbook', '.ods', opendocument('spreadsheet')],
    ['an .odt', 'not-a-workbook', 'OpenDocument', opendocument('text')],
    ['an .ofd', 'not-a-workbook', 'OFD', zip({ 'OFD.xml': '<x/>' })],
    ['a Numbers document', 'not-a-workbook', 'Numbers', zip({ 'Index/Document.iwa': 'x' })],
    [
      'a zip with workbooks in it',
      'not-a-workbook',
      '2 个工作簿',
      zip({ '甲.xlsx': 'x', '乙.xls': 'x', 'a.txt': '' }),
    ],
    ['another zip', 'not-a-workbook', '普通压缩包', zip({ 'a.txt': 'x' })],
    ['an empty zip', 'not-a-workbook', '普通压缩包', zip({})],
    ['the first bytes of a zip', 'truncated', '不完整', bytesOf('PK\x03\x04')],
    ['a package without relationships', 'damaged', '_rels/.rels', zip(CONTENT_TYPES)],
    [
      'a package without its workbook',
      'damaged',
      'xl/workbook.xml',
      officePackage('xl/workbook.xml', { 'xl/workbook.xml': null }),
    ],
    [
      'a package without content types',
      'damaged',
      '[Content_Types].xml',
      officePackage('xl/workbook.xml', { '[Content_Types].xml': null }),
    ],
  ])('%s: %s', (_, code, wording, bytes) => {
    const result = readEveryWay(bytes);
    expect(codeOf(result)).toBe(code);
    if (result.ok) return;
    expect(result.message.zh).toContain(wording);
    expect(result.message.en).toMatch(/^[A-Z].*[a-z].*\.$/);
    expect(result.message.zh + result.message.en).not.toMatch(/\{\w+\}/);
  });
});
