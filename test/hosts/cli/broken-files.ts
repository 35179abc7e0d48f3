import { strToU8, zipSync } from 'fflate';
import { loadExceljs } from '../../../src/xlsx/write/load-exceljs';

/** The start of a picture. */
export const PNG = new Uint8Array([
  ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
  ...strToU8('IHDR'),
  ...[0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0],
]);

const SCHEMAS = 'http://schemas.openxmlformats.org';

/** What Word saves: the least that Word itself opens. */
export const DOCX = zipSync({
  '[Content_Types].xml': strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${SCHEMAS}/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  '_rels/.rels': strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${SCHEMAS}/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${SCHEMAS}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  ),
  'word/document.xml': strToU8(
    `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${SCHEMAS}/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>`,
  ),
});

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;

/**
 * A compound file (MS-CFB 2.2, version 3): header, one sector of allocation table, one of directory.
 * @param streams names of its streams; their content is left out
 */
export function compoundFile(...streams: string[]): Uint8Array {
  const bytes = new Uint8Array(SECTOR * 3);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END_OF_CHAIN, true);
  view.setUint32(68, END_OF_CHAIN, true);
  for (let at = 76; at < SECTOR; at += 4) view.setUint32(at, FREE, true);
  view.setUint32(76, 0, true);
  for (let at = SECTOR; at < SECTOR * 2; at += 4) view.setUint32(at, FREE, true);
  view.setUint32(SECTOR, 0xfffffffd, true);
  view.setUint32(SECTOR + 4, END_OF_CHAIN, true);
  ['Root Entry', ...streams].forEach((name, index) => {
    const entry = SECTOR * 2 + index * 128;
    for (let at = 0; at < name.length; at++)
      view.setUint16(entry + at * 2, name.charCodeAt(at), true);
    view.setUint16(entry + 64, (name.length + 1) * 2, true);
    bytes[entry + 66] = index === 0 ? 5 : 2;
  });
  return bytes;
}

/** A workbook that has nothing to do with us. */
export async function foreignWorkbook(): Promise<Uint8Array> {
  const { Workbook } = loadExceljs();
  const workbook = new Workbook();
  workbook.addWorksheet('通讯录').addRows([
    ['姓名', '电话'],
    ['张三', '0574-00000000'],
  ]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
