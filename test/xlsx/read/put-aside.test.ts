import fc from 'fast-check';
import { FormulaCell, FormulaPlace } from '../../../src/xlsx/read/formula-cell';
import { areEntities, decodeEntities } from '../../../src/xlsx/read/xml-text';

const piece = fc.constantFrom(
  ...['&quot;', '&amp;', '&lt;', '&gt;', '&apos;', '&#65;', '&#x4E2D;', '&#0;', '&#xD800;'],
  ...['&', '&quot', '&amp', '&nbsp;', '&;', '&#;', ';', 'quot;', 'A', '中', '_x0041_', ' '],
);

test('a text is found well-formed exactly where decoding it succeeds', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.boolean(), (pieces, isLast) => {
      const text = pieces.join('');
      const xml = `&quot;<f>${text}<${isLast ? '' : '/f>;'}`;
      const from = xml.indexOf('>') + 1;
      expect(areEntities(xml, from, from + text.length)).toBe(decodeEntities(text) !== null);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [false, 'IF(A1="_x0041_",1,"&")'],
  [true, 'IF(A1="A",1,"&")'],
])(
  'a formula put aside reads as if it had been decoded (escapes: %s)',
  (mayHoldEscapes, formula) => {
    const xml = '<f>IF(A1=&quot;_x0041_&quot;,1,&quot;&amp;&quot;)</f>';
    const source = { text: (from: number, to: number) => xml.slice(from, to) };
    const place = new FormulaPlace(source, 3, xml.length - 4);
    const value = { type: 'number', value: 1, raw: '1' } as const;
    const cell = new FormulaCell(value, place, true, mayHoldEscapes);
    const expected = { ...value, formula, hasCachedValue: true };
    expect(cell).toEqual(expected);
    expect(Object.assign({}, cell)).toEqual(expected);
    expect(JSON.parse(JSON.stringify(cell))).toEqual(expected);
  },
);
