import { crc32 as nodeCrc32, deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { crc32 } from '../../../src/xlsx/read/crc32';
import { portableInflate } from '../../../src/xlsx/read/inflate';
import { nodeInflate } from '../../../src/xlsx/read/inflate-node';
import {
  codeOf,
  readEveryWay,
  relationships,
  sheetXml,
  workbookParts,
  type Parts,
} from './packages';
import { zipBytes, type Ending, type Member } from './zip-bytes';

const ROWS = '<row r="1"><c r="A1"><v>12</v></c></row>';

function members(parts: Parts = {}): Member[] {
  const all = workbookParts({ 'xl/worksheets/sheet1.xml': sheetXml(ROWS), ...parts });
  return Object.entries(all).map(([name, content]) => ({ name, data: Buffer.from(content ?? '') }));
}

/** The workbook's members with the first changed. */
function withFirst(change: Partial<Member>): Member[] {
  const [first, ...others] = members();
  return [{ ...first!, ...change }, ...others];
}

function code(list: readonly Member[], ending: Ending = {}): string {
  return codeOf(readEveryWay(zipBytes(list, ending)));
}

const EXTRA: Member = { name: 'xl/extra.bin', data: Buffer.from('x'.repeat(100)) };
const NO_ZIP64 = Buffer.alloc(0);
/** A zip64 field with an offset of its own. */
function zip64Field(...values: number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * values.length);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(8 * values.length, 2);
  values.forEach((value, index) => field.writeBigUInt64LE(BigInt(value), 4 + 8 * index));
  return field;
}

describe('the zip container', () => {
  const cases: readonly [string, string, readonly Member[], Ending?][] = [
    ['as it should be', 'ok', members()],
    ['stored, not deflated', 'ok', members().map((one) => ({ ...one, stored: true }))],
    ['with a comment', 'ok', members(), { comment: Buffer.from('PK\x05\x06 comment') }],
    ['with bytes after its end', 'ok', members(), { trailing: Buffer.alloc(300) }],
    ['in zip64', 'ok', members(), { zip64: true }],
    [
      'with a zip64 field',
      'ok',
      [{ ...members()[0]!, offset: 0xffffffff, extra: zip64Field(0) }, ...members().slice(1)],
    ],
    [
      'with a zip64 field left out',
      'damaged',
      [{ ...members()[0]!, offset: 0xffffffff, extra: NO_ZIP64 }, ...members().slice(1)],
    ],
    [
      'with a zip64 field cut short',
      'damaged',
      [
        { ...members()[0]!, offset: 0xffffffff, extra: zip64Field(0).subarray(0, 8) },
        ...members().slice(1),
      ],
    ],
    ['with folders', 'ok', [{ name: 'xl/', data: Buffer.alloc(0), stored: true }, ...members()]],
    [
      'with names in capitals',
      'ok',
      members().map((one) => ({ ...one, name: one.name.toUpperCase() })),
    ],
    [
      'with backslashes',
      'ok',
      members().map((one) => ({ ...one, name: one.name.replaceAll('/', '\\') })),
    ],
    ['with a Chinese name', 'ok', [...members(), { ...EXTRA, name: 'xl/附件.bin', flags: 0x800 }]],
    ['with a wrong checksum', 'damaged', withFirst({ crc: 1 }).map((one) => ({ ...one, crc: 1 }))],
    [
      'with a wrong checksum of a part that nobody reads',
      'ok',
      [...members(), { ...EXTRA, crc: 1 }],
    ],
    ['with a part twice', 'damaged', [...members(), members()[3]!]],
    [
      'with a part twice but for case',
      'damaged',
      [...members(), { ...members()[3]!, name: 'XL/Worksheets/Sheet1.xml' }],
    ],
    ['with .. in a name', 'damaged', [...members(), { ...EXTRA, name: 'xl/../../x' }]],
    ['with .. between backslashes', 'damaged', [...members(), { ...EXTRA, name: '..\\x' }]],
    ['with an absolute name', 'damaged', [...members(), { ...EXTRA, name: '/etc/passwd' }]],
    ['with a drive', 'damaged', [...members(), { ...EXTRA, name: 'C:\\x' }]],
    [
      'with a control character in a name',
      'damaged',
      [...members(), { ...EXTRA, name: 'x\0.xml' }],
    ],
    ['with an empty name', 'damaged', [...members(), { ...EXTRA, name: '' }]],
    ['with two dots inside a name', 'ok', [...members(), { ...EXTRA, name: 'xl/a..b' }]],
    [
      'with another name in the local header',
      'damaged',
      withFirst({ localName: '[Content_Typos].xml' }),
    ],
    ['encrypted', 'encrypted', withFirst({ flags: 1 })],
    ['encrypted by its local header', 'encrypted', withFirst({ localFlags: 1 })],
    ['packed by another method', 'damaged', members().map((one) => ({ ...one, method: 14 }))],
    [
      'with members that share bytes',
      'damaged',
      [...members(), { ...EXTRA, name: 'xl/b.bin', offset: 0 }],
    ],
    ['with an offset past the end', 'damaged', [...members(), { ...EXTRA, offset: 0x7fffffff }]],
    ['with a smaller size declared', 'damaged', members().map((one) => ({ ...one, size: 10 }))],
    [
      'with a larger size declared',
      'damaged',
      members().map((one) => ({ ...one, size: one.data.length + 10 })),
    ],
    ['with fewer members declared', 'damaged', members(), { count: 2 }],
    ['with more members declared', 'damaged', members(), { count: 9 }],
    ['with a directory elsewhere', 'damaged', members(), { start: 4 }],
    ['with a directory past the end', 'truncated', members(), { start: 0x7fffffff }],
    [
      'with a zip64 directory past the end',
      'truncated',
      members(),
      { zip64: true, start: Number.MAX_SAFE_INTEGER },
    ],
  ];
  it.each(cases.map(([name, expected, list, ending = {}]) => ({ name, expected, list, ending })))(
    '$name: $expected',
    ({ expected, list, ending }) => {
      expect(code(list, ending)).toBe(expected);
    },
  );

  it('takes a size that stands only after the data', () => {
    const bytes = zipBytes(members().map((one) => ({ ...one, flags: 8 })));
    // checksum and sizes of the first local header
    bytes.fill(0, 14, 26);
    expect(codeOf(readEveryWay(bytes))).toBe('ok');
    bytes[14] = 1;
    expect(codeOf(readEveryWay(bytes))).toBe('damaged');
  });

  it('is refused in the same words by either inflater, whichever byte of the data is lost', () => {
    const data = Buffer.from(
      relationships(
        ['rId1', 'officeDocument', 'xl/workbook.xml'],
        ['rId2', 'core-properties', 'docProps/core.xml'],
      ),
    );
    const bytes = zipBytes(
      members().map((one) => (one.name === '_rels/.rels' ? { ...one, data } : one)),
    );
    const packed = deflateRawSync(data);
    const from = Buffer.from(bytes).indexOf(packed);
    for (let at = from; at < from + packed.length; at++) {
      const damaged = bytes.slice();
      damaged[at] = 0xff;
      readEveryWay(damaged);
    }
  });

  it('refuses more members than the limit', () => {
    const list = Array.from({ length: 30 }, (_, index) => ({ ...EXTRA, name: `xl/${index}` }));
    const result = readEveryWay(zipBytes([...members(), ...list]), { limits: { entries: 20 } });
    expect(result).toMatchObject({ ok: false, code: 'too-large' });
  });
});

describe.each([
  ['portable', portableInflate],
  ['node', nodeInflate],
])('inflate, %s', (_, inflate) => {
  const text = Buffer.from('指标台账'.repeat(50_000));
  let seed = 1;
  const noise = Buffer.from(
    Array.from({ length: 200_000 }, () => (seed = (seed * 48_271) % 2_147_483_647) >> 8),
  );

  it.each([
    ['text', text],
    ['noise', noise],
    ['one byte', Buffer.from('a')],
    ['nothing', Buffer.alloc(0)],
  ])('unpacks %s', (_, data) => {
    const packed = deflateRawSync(data);
    expect(Buffer.from(inflate.unpack(packed, data.length) as Uint8Array).equals(data)).toBe(true);
  });

  it.each([
    ['text', text, 9],
    ['noise', noise, 9],
    ['stored blocks', noise, 0],
  ])('stops at the size allowed: %s', (_, data, level) => {
    const packed = deflateRawSync(data, { level });
    expect(inflate.unpack(packed, data.length - 1)).toBe('too-large');
    expect(inflate.unpack(packed, 10)).toBe('too-large');
  });

  it('stops within a large bomb', () => {
    const packed = deflateRawSync(Buffer.alloc(20_000_000));
    expect(inflate.unpack(packed, 1_000_000)).toBe('too-large');
  });

  it.each([
    ['nothing at all', Buffer.alloc(0)],
    ['a wrong block type', Buffer.from([0xff, 0xff])],
    ['text cut short', deflateRawSync(text).subarray(0, 200)],
    ['noise cut short', deflateRawSync(noise).subarray(0, 100_000)],
  ])('says that it is broken: %s', (_, packed) => {
    expect(inflate.unpack(packed, 1_000_000)).toBe('broken');
  });

  it('never throws at random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (packed) => {
        const data = inflate.unpack(packed, 1_000);
        expect(typeof data === 'string' || data.length <= 1_000).toBe(true);
      }),
    );
  });
});

it('reckons the checksum as zlib does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(7), (bytes, from) => {
      expect(crc32(bytes.subarray(from))).toBe(nodeCrc32(bytes.subarray(from)));
    }),
  );
});
