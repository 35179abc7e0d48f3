import fc from 'fast-check';
import { tokenize, type Token } from '../../../src/core/rule/tokenize';

type Piece = [kind: Token['kind'], text: string, column: number];

function pieces(text: string): Piece[] {
  const read = tokenize(text);
  if (!read.ok) throw new Error(`${read.code} at ${read.column}`);
  return read.tokens.map(({ kind, text: piece, column }) => [kind, piece, column]);
}

test.each<[text: string, expected: Piece[]]>([
  ['', [['end', '', 1]]],
  [' \t\n\u3000\u00a0', [['end', '', 6]]],
  [
    'actual<=1.5',
    [
      ['word', 'actual', 1],
      ['symbol', '<=', 7],
      ['number', '1.5', 9],
      ['end', '', 12],
    ],
  ],
  [
    '[a-plan/part.2] <> "说 明"',
    [
      ['entry', 'a-plan/part.2', 1],
      ['symbol', '<>', 17],
      ['text', '说 明', 20],
      ['end', '', 25],
    ],
  ],
  [
    '007 1.50',
    [
      ['number', '007', 1],
      ['number', '1.50', 5],
      ['end', '', 9],
    ],
  ],
  [
    '<=>""',
    [
      ['symbol', '<=', 1],
      ['symbol', '>', 3],
      ['text', '', 4],
      ['end', '', 6],
    ],
  ],
  [
    '-(2*3)/4',
    [
      ['symbol', '-', 1],
      ['symbol', '(', 2],
      ['number', '2', 3],
      ['symbol', '*', 4],
      ['number', '3', 5],
      ['symbol', ')', 6],
      ['symbol', '/', 7],
      ['number', '4', 8],
      ['end', '', 9],
    ],
  ],
  [
    'a2b',
    [
      ['word', 'a', 1],
      ['number', '2', 2],
      ['word', 'b', 3],
      ['end', '', 4],
    ],
  ],
])('cuts %j', (text, expected) => {
  expect(pieces(text)).toEqual(expected);
});

test.each([
  ['actual ^ 2', 'unexpectedCharacter', 8, '^'],
  ['5%', 'unexpectedCharacter', 2, '%'],
  ['.5', 'unexpectedCharacter', 1, '.'],
  ['1.', 'unexpectedCharacter', 2, '.'],
  ['完成值 > 1', 'unexpectedCharacter', 1, '完'],
  ['actual ≥ 1', 'unexpectedCharacter', 8, '≥'],
  ['actual （1）', 'unexpectedCharacter', 8, '（'],
  ["state = 'nil'", 'unexpectedCharacter', 9, "'"],
  ['state = "nil', 'unclosed', 9, '"'],
  ['[headline', 'unclosed', 1, '['],
  ['[Head line]', 'unclosed', 1, '['],
  ['1 + []', 'unclosed', 5, '['],
])('refuses %j', (text, code, column, found) => {
  expect(tokenize(text)).toEqual({ ok: false, code, column, found });
});

test('never throws, and every piece stands in the text at its column', () => {
  const close = fc.stringMatching(/^[actul<>=+\-*/(),"[\].019 \n\u3000值]*$/);
  fc.assert(
    fc.property(fc.oneof(fc.string(), close), (text) => {
      const read = tokenize(text);
      if (!read.ok) {
        expect(text.charAt(read.column - 1)).toBe(read.found);
        return;
      }
      for (const { kind, text: piece, column } of read.tokens) {
        const opening = kind === 'text' || kind === 'entry' ? 1 : 0;
        expect(text.startsWith(piece, column - 1 + opening)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});
