import fc from 'fast-check';
import { nodeInflate } from '../../../src/xlsx/read/inflate-node';
import { decodePart } from '../../../src/xlsx/read/part-text';
import { scanPart } from '../../../src/xlsx/read/scanner';
import { decodeEntities } from '../../../src/xlsx/read/xml-text';
import { madeOf, workbook } from './packages';
import { SMALL_PARTS } from './small-workbook';
import type * as Reading from '../../../src/xlsx/read/read-workbook';

function isScanned(xml: string): boolean {
  return scanPart(decodePart('x', new TextEncoder().encode(xml), nodeInflate)) !== null;
}

const piece = fc.constantFrom(
  ...['&quot;', '&amp;', '&lt;', '&gt;', '&apos;', '&#65;', '&#x4E2D;', '&#0;', '&#xD800;'],
  ...[
    '&',
    '&quot',
    '&amp',
    '&nbsp;',
    '&;',
    '&#;',
    ';',
    'quot;',
    'A',
    '中',
    '，',
    '_x0041_',
    ' ',
    '\\n',
  ],
  // what stands in no XML, what ends no text, and what only looks like either
  ...['\\u0001', '\\ufffe', '\\uffff', '\\uffef', ']]>', ']]', ']>', 'x'.repeat(15)],
);

/** Not in XML, or not in a text; the full parse tells where. */
const NO_TEXT = ['\u0001', '\ufffe', '\uffff', ']]>'];

test.each([
  ['text', '<f>', '</f>'],
  ['value in quotes', '<f a="', '"/>'],
  ['value in apostrophes', "<f a='", "'/>"],
])(
  'a %s is scanned exactly where it is well-formed and its entities decode',
  (_, before, after) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const isGood = !NO_TEXT.some((wrong) => text.includes(wrong));
        expect(isScanned(before + text + after)).toBe(isGood && decodeEntities(text) !== null);
      }),
      { numRuns: 2000 },
    );
  },
);

test.each([
  ['<a/>', true],
  ['<a></a>', true],
  ['<a><b c="1" d=\'"\'/></a >', true],
  ['<a:b xmlns:a="x"></a:b>', true],
  [' <a/> ', true],
  ['<a>', false],
  ['</a>', false],
  ['<a></b>', false],
  ['<a/><a/>', false],
  ['<a/>x', false],
  ['x<a/>', false],
  ['<a b="1" b="2"/>', false],
  ['<a b="<"/>', false],
  ['<a b="1"c="2"/>', false],
  ['<a b=1/>', false],
  ['<a b/>', false],
  ['<a:b:c/>', false],
  ['<:a/>', false],
  ['<a:/>', false],
  ['<1/>', false],
  ['<中/>', false],
  ['<a><!-- --></a>', false],
  ['<a><![CDATA[x]]></a>', false],
  ['<!DOCTYPE a><a/>', false],
  ['<a>\r</a>', false],
  ['', false],
  [`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`, true],
  [`${'<a>'.repeat(101)}${'</a>'.repeat(101)}`, false],
])('%s', (xml, expected) => {
  expect(isScanned(xml)).toBe(expected);
});

test('a part with more tags than there is room for is left to the full parse', () => {
  const xml = (count: number): string => `<r>${'<a/>x'.repeat(count)}</r>`;
  expect(isScanned(xml(1_000))).toBe(true);
  expect(isScanned(xml(100_000))).toBe(false);
  const attributes = Array.from({ length: 40 }, (_, index) => ` a${index}=""`).join('');
  expect(isScanned(`<r>${`<a${attributes}/>x`.repeat(1_000)}</r>`)).toBe(true);
  expect(isScanned(`<a${attributes} b=""/>`)).toBe(false);
});

test('a part so large that the memory is given back reads as any other', () => {
  const large = `<r>${'x'.repeat(20_000_000)}</r>`;
  expect([large, '<a/>', large.replace('x', '<'), '<a/>'].map(isScanned)).toEqual([
    ...[true, true, false, true],
  ]);
});

test('where there is no WebAssembly, the full parse reads the same', () => {
  const bytes = workbook(SMALL_PARTS);
  const read = (): Reading.ReadResult => {
    let result: Reading.ReadResult | undefined;
    jest.isolateModules(() => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- another copy of the module
      const { readWorkbook } = require('../../../src/xlsx/read/read-workbook') as typeof Reading;
      result = madeOf(readWorkbook(bytes, { inflate: nodeInflate }));
    });
    return result!;
  };
  const scanned = read();
  const kept = globalThis.WebAssembly;
  try {
    Reflect.deleteProperty(globalThis, 'WebAssembly');
    expect(read()).toEqual(scanned);
  } finally {
    globalThis.WebAssembly = kept;
  }
  expect(scanned.ok).toBe(true);
});
