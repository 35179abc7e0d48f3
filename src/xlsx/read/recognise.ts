import { notAWorkbook, refuse, unreadable, type KINDS } from './messages';
import type { Unreadable } from './unreadable';

type Kind = keyof typeof KINDS;

/** First bytes in Latin-1; `at` where they do not stand at the start. */
const SIGNATURES: readonly { readonly kind: Kind; readonly bytes: string; readonly at?: number }[] =
  [
    { kind: 'png', bytes: '\x89PNG\r\n\x1a\n' },
    { kind: 'jpeg', bytes: '\xff\xd8\xff' },
    { kind: 'gif', bytes: 'GIF8' },
    { kind: 'bmp', bytes: '\0\0\0\0', at: 6 },
    { kind: 'tiff', bytes: 'II*\0' },
    { kind: 'tiff', bytes: 'MM\0*' },
    { kind: 'webp', bytes: 'WEBP', at: 8 },
    { kind: 'pdf', bytes: '%PDF-' },
    { kind: 'rtf', bytes: '{\\rtf' },
    { kind: 'rar', bytes: 'Rar!\x1a\x07' },
    { kind: 'sevenZip', bytes: "7z\xbc\xaf'\x1c" },
    { kind: 'gzip', bytes: '\x1f\x8b\x08' },
  ];

const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** BIFF 2 to 4, before Excel used compound files. */
const BARE_BIFF = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00', '\x09\x08'];

/** Why these bytes are no zip container, or null where they may be one. */
export function refuseOtherFile(bytes: Uint8Array): Unreadable | null {
  if (bytes.length === 0) return unreadable('empty');
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return null;
  if (startsWith(bytes, COMPOUND_FILE)) return refuseCompoundFile(bytes);
  if (BARE_BIFF.some((signature) => startsWith(bytes, signature))) return unreadable('legacy-xls');
  for (const { kind, bytes: signature, at } of SIGNATURES)
    if (startsWith(bytes, signature, at) && (kind !== 'bmp' || startsWith(bytes, 'BM')))
      return notAWorkbook(kind);
  if (bytes.every((byte) => byte === 0)) return refuse('damaged', 'zeros');
  return refuseText(bytes) ?? notAWorkbook('unknown');
}

/** What a zip container without a workbook is, by the names in it; `mimetype` as OpenDocument writes it. */
export function refuseOtherZip(names: readonly string[], mimetype: string): Unreadable {
  const lower = names.map((name) => name.toLowerCase());
  const has = (name: string): boolean => lower.includes(name);
  if (has('xl/workbook.bin')) return unreadable('xlsb');
  if (mimetype.startsWith('application/vnd.oasis.opendocument.spreadsheet'))
    return notAWorkbook('ods');
  if (mimetype.startsWith('application/vnd.oasis.opendocument')) return notAWorkbook('odt');
  if (has('word/document.xml')) return notAWorkbook('docx');
  if (has('ppt/presentation.xml')) return notAWorkbook('pptx');
  if (has('ofd.xml')) return notAWorkbook('ofd');
  if (has('index/document.iwa')) return notAWorkbook('numbers');
  // a package whose first relationship is lost or broken
  if (has('[content_types].xml') || has('xl/workbook.xml'))
    return refuse('damaged', 'missingPart', { part: '_rels/.rels' });
  const workbooks = lower.filter((name) => /\.(xlsx|xlsm|xls|et)$/.test(name)).length;
  return workbooks > 0 ? notAWorkbook('zipOfWorkbooks', { count: workbooks }) : notAWorkbook('zip');
}

function startsWith(bytes: Uint8Array, signature: string, at = 0): boolean {
  for (let index = 0; index < signature.length; index++)
    if (bytes[at + index] !== signature.charCodeAt(index)) return false;
  return true;
}

/** Tells a compound file (MS-CFB) by the streams that it names. */
function refuseCompoundFile(bytes: Uint8Array): Unreadable {
  const names = new Set<string>();
  // directory entries are 128 bytes and aligned: name at 0, its length in bytes at 64, kind at 66
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = bytes[at + 64]! | (bytes[at + 65]! << 8);
    if (length < 4 || length > 64 || (length & 1) !== 0 || bytes[at + 66]! > 5) continue;
    let name = '';
    for (let index = at; index < at + length - 2 && bytes[index + 1] === 0; index += 2)
      name += String.fromCharCode(bytes[index]!);
    if (name.length === length / 2 - 1) names.add(name);
  }
  if (names.has('EncryptedPackage')) return unreadable('encrypted');
  if (names.has('Workbook') || names.has('Book')) return unreadable('legacy-xls');
  if (names.has('WordDocument')) return notAWorkbook('doc');
  if (names.has('PowerPoint Document')) return notAWorkbook('ppt');
  return notAWorkbook('compound');
}

/** How much of a text is looked at. */
const HEAD = 4096;

function refuseText(bytes: Uint8Array): Unreadable | null {
  const wide = startsWith(bytes, '\xff\xfe')
    ? 'utf-16le'
    : startsWith(bytes, '\xfe\xff')
      ? 'utf-16be'
      : null;
  const head = bytes.subarray(0, HEAD);
  if (!wide)
    for (const byte of head)
      if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) return null;
  const text = new TextDecoder(wide ?? 'utf-8').decode(head).trimStart().toLowerCase();
  if (text.startsWith('<?xml') || text.startsWith('<workbook'))
    return notAWorkbook(
      text.includes('excel.sheet') || text.includes('office:spreadsheet')
        ? 'spreadsheet2003'
        : 'xml',
    );
  if (/^<(!doctype html|html|head|body|table|meta)\b/.test(text)) return notAWorkbook('html');
  if (text.startsWith('mime-version:')) return notAWorkbook('mhtml');
  return unreadable('csv-or-text');
}
