import { FormulaCell, FormulaPlace } from '../../../src/xlsx/read/formula-cell';

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
