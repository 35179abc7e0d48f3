import fc from 'fast-check';
import {
  compileCondition,
  compileNumber,
  quote,
  stripped,
  type Binding,
} from '../../../src/core/rule/excel-formula';
import { condition, number } from '../../../src/core/rule/rule';
import { conditions, numberExpressions } from './expressions';
import { CELLS } from './figures';

const NONE: Binding = {
  number: () => ({ type: 'blank' }),
  text: () => 'Z1',
  entry: () => ({ type: 'blank' }),
};
const CONSTANTS: Binding = {
  ...CELLS,
  number: (name) =>
    name === 'actual'
      ? CELLS.number(name)
      : { type: 'constant', value: name === 'target' ? 120 : -5 },
};

test.each([
  ['1.5', 'IFERROR(1.5,"")'],
  ['actual', 'IF(COUNT(A1)=1,IFERROR(A1,""),"")'],
  ['[headline]', 'IF(COUNT(F1)=1,IFERROR(F1,""),"")'],
  ['actual / target', 'IF(COUNT(A1,B1)=2,IFERROR((A1/B1),""),"")'],
  ['actual - -1', 'IF(COUNT(A1)=1,IFERROR((A1-(-1)),""),"")'],
  ['actual + actual', 'IF(COUNT(A1)=1,IFERROR((A1+A1),""),"")'],
  ['max(actual, 0)', 'IF(COUNT(A1)=1,IFERROR(MAX(A1,0),""),"")'],
  ['int(actual)', 'IF(COUNT(A1)=1,IFERROR(INT(ROUND(A1,6)),""),"")'],
  ['power(actual, 2)', 'IF(COUNT(A1)=1,IFERROR(POWER(A1,2),""),"")'],
  ['power(actual, 0)', 'IF(COUNT(A1)=1,IFERROR(IF(A1=0,1/0,POWER(A1,0)),""),"")'],
  ['power(actual, 0.5)', 'IF(COUNT(A1)=1,IFERROR(IF(A1<0,1/0,POWER(A1,0.5)),""),"")'],
  [
    'power(2, actual)',
    'IF(COUNT(A1)=1,IFERROR(IF(OR(AND(2=0,A1=0),AND(2<0,A1<>INT(A1))),1/0,POWER(2,A1)),""),"")',
  ],
  ['0.0000001 * actual', 'IF(COUNT(A1)=1,IFERROR((1E-7*A1),""),"")'],
  ['upper', '""'],
  ['actual + upper', '""'],
  ['[elsewhere]', '""'],
  ['sum(actual, [elsewhere])', '""'],
  ['if(true, 1, upper)', 'IFERROR(IF(TRUE,IFERROR(1,""),""),"")'],
])('the number %s compiles to %s', (text, expected) => {
  expect(compileNumber(number(text), CELLS)).toBe(expected);
});

test.each([
  ['true', 'TRUE'],
  ['false', 'FALSE'],
  [
    'actual < target',
    'IF(COUNT(A1,B1)=2,IFERROR(ROUND((A1-B1)/MAX(1,ABS(B1)/1000000),6)<0,FALSE),FALSE)',
  ],
  ['actual > 2000000', 'IF(COUNT(A1)=1,IFERROR(ROUND((A1-2000000)/2,6)>0,FALSE),FALSE)'],
  ['actual > 4 * -500000', 'IF(COUNT(A1)=1,IFERROR(ROUND((A1-(4*(-500000)))/2,6)>0,FALSE),FALSE)'],
  ['actual <> -5', 'IF(COUNT(A1)=1,IFERROR(ROUND(A1-(-5),6)<>0,FALSE),FALSE)'],
  ['1 < 2', 'IFERROR(ROUND(1-2,6)<0,FALSE)'],
  ['actual < upper', 'FALSE'],
  ['state = "nil"', 'EXACT(D1,"nil")'],
  ['state <> "nil"', 'NOT(EXACT(D1,"nil"))'],
  ['blank(actual)', 'NOT(ISNUMBER(IF(COUNT(A1)=1,IFERROR(A1,""),"")))'],
  ['blank(upper)', 'NOT(ISNUMBER(""))'],
  ['state = "a" and state = "b"', 'AND(EXACT(D1,"a"),EXACT(D1,"b"))'],
  ['state = "a" or state = "b"', 'OR(EXACT(D1,"a"),EXACT(D1,"b"))'],
])('the condition %s compiles to %s', (text, expected) => {
  expect(compileCondition(condition(text), CELLS)).toBe(expected);
});

test('figures of earlier periods stand in the formula where the form carries them', () => {
  const binding: Binding = {
    ...CELLS,
    earlier: (id, period) =>
      id === 'headline' && period === 'previous'
        ? { type: 'constant', value: 65 }
        : { type: 'blank' },
  };
  expect(compileCondition(condition('[headline] < previous([headline])'), binding)).toBe(
    'IF(COUNT(F1)=1,IFERROR(ROUND(F1-65,6)<0,FALSE),FALSE)',
  );
  expect(compileCondition(condition('[headline] < sameLastYear([headline])'), binding)).toBe(
    'FALSE',
  );
  // a form that carries none
  expect(compileCondition(condition('[headline] < previous([headline])'), CELLS)).toBe('FALSE');
});

test('a sum over regions has no formula', () => {
  expect(() => compileCondition(condition('sum([headline] by region) > 1'), CELLS)).toThrow(
    'no formula',
  );
});

test('an empty list of conditions has the value that it has in the code', () => {
  expect(compileCondition({ type: 'and', operands: [] }, CELLS)).toBe('TRUE');
  expect(compileCondition({ type: 'or', operands: [] }, CELLS)).toBe('FALSE');
});

test('figures known beforehand stand in the formula', () => {
  expect(compileNumber(number('actual / target - previous'), CONSTANTS)).toBe(
    'IF(COUNT(A1)=1,IFERROR(((A1/120)-(-5)),""),"")',
  );
});

test('an empty text is one without anything but the characters that leave it empty', () => {
  expect(compileCondition(condition('empty(explanation)'), CELLS)).toBe(
    `IFERROR(LEN(${stripped('E1')})=0,TRUE)`,
  );
  expect(stripped('E1').match(/SUBSTITUTE\(/g)).toHaveLength(6);
  expect(stripped('E1')).toContain('CHAR(10)');
  expect(stripped('E1')).toContain('"\u3000"');
});

test.each([
  ['', '""'],
  ['说明', '"说明"'],
  ['a "b" c', '"a ""b"" c"'],
  ['"', '""""'],
])('quote(%j) is %s', (text, expected) => {
  expect(quote(text)).toBe(expected);
});

test('a long text is cut into literals that Excel takes, and loses nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('"', '字', 'a', '\n'), maxLength: 900 }),
      (text) => {
        const literals = quote(text).match(/"(?:[^"]|"")*"/g) ?? [];
        expect(literals.join('&')).toBe(quote(text));
        for (const literal of literals) expect(literal.length).toBeLessThanOrEqual(255);
        const read = literals.map((literal) => literal.slice(1, -1).replaceAll('""', '"')).join('');
        expect(read).toBe(text);
      },
    ),
  );
});

/** What Excel 2010, WPS and LibreOffice all have, under the name that files store. */
const SHARED = new Set(
  'ABS AND CHAR COUNT EXACT IF IFERROR INT ISNUMBER LEN MAX MIN NOT OR POWER ROUND SUBSTITUTE SUM'.split(
    ' ',
  ),
);

test.each<[name: string, binding: Binding]>([
  ['cells', CELLS],
  ['constants', CONSTANTS],
  ['nothing', NONE],
])('a formula over %s names shared functions only, and closes what it opens', (_, binding) => {
  fc.assert(
    fc.property(numberExpressions, conditions, (left, right) => {
      for (const formula of [compileNumber(left, binding), compileCondition(right, binding)]) {
        const code = formula.replaceAll(/"(?:[^"]|"")*"/g, '""');
        const names = [...code.matchAll(/([A-Z]+)\(/g)].map((match) => match[1]!);
        expect(names.filter((name) => !SHARED.has(name))).toEqual([]);
        expect(code).not.toMatch(/NaN|Infinity|undefined|[a-z]/);
        let depth = 0;
        for (const bracket of code.match(/[()]/g) ?? []) {
          depth += bracket === '(' ? 1 : -1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }
    }),
    { numRuns: 200 },
  );
});
