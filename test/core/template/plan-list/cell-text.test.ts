import fc from 'fast-check';
import {
  knownNames,
  readAliases,
  readFigure,
  readNames,
  readPairs,
  readSection,
  showAliases,
  showNames,
  showPairs,
  showSection,
} from '../../../../src/core/template/plan-list/cell-lists';
import { isKept, readText, showText } from '../../../../src/core/template/plan-list/cell-text';
import { QuoteFinder } from '../../../../src/core/template/plan-list/find-quote';

const RUNS = { numRuns: 2000 };
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('"', '\\', '[', ']', 'n', '_', 'x', '0041_', ' ', '\n'),
    maxLength: 8,
  }),
);
const item = fc.string({
  unit: fc.constantFrom(
    '甲',
    '乙',
    '、',
    '；',
    ';',
    ',',
    '>',
    ' > ',
    '=',
    '(',
    ')',
    '"',
    '[',
    '\n',
    '1',
  ),
  maxLength: 6,
});
const list = fc.array(item, { minLength: 1, maxLength: 4 });

describe('a cell gives back what it shows', () => {
  test('any text, with no character that a file would lose', () => {
    fc.assert(
      fc.property(text, (original) => {
        const shown = showText(original);
        expect(readText(shown)).toBe(original);
        expect(isKept(shown) || shown.startsWith('"')).toBe(true);
        expect(shown).toBe(shown.trim());
        // eslint-disable-next-line no-control-regex -- just what must not be there
        expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/);
      }),
      RUNS,
    );
  });

  test('any list', () => {
    fc.assert(
      fc.property(list, (original) => {
        expect(readSection(showSection(original))).toEqual(original);
        expect(readAliases(showAliases(original))).toEqual(original);
      }),
      RUNS,
    );
  });

  test('any names among those known', () => {
    fc.assert(
      fc.property(list, list, (known, original) => {
        const organisations = knownNames(
          [...known, ...original].map((name) => ({ name, aliases: [] })),
        );
        const read = readNames(showNames(original, organisations), organisations);
        expect(read.map(({ name }) => name)).toEqual(original);
      }),
      RUNS,
    );
  });

  test('any pairs', () => {
    const pairs = fc.array(
      fc.record({ key: item, value: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    fc.assert(
      fc.property(pairs, (original) => {
        expect(JSON.stringify(readPairs(showPairs(original)))).toBe(JSON.stringify(original));
      }),
      RUNS,
    );
  });
});

test.each([
  ['plain', '规上工业', '规上工业'],
  ['its own quotation marks', '"246"产业集群', '"246"产业集群'],
  ['a form feed', '第一章\f', '"第一章\\f"'],
  ['an empty text', '', '""'],
  ['what a file reads as an escape', '_x0041_', '"\\u005fx0041_"'],
])('%s is shown plainly where it can be', (_, original, shown) => {
  expect(showText(original)).toBe(shown);
});

test.each([
  ['30', 30],
  [' ３０．５ ', 30.5],
  ['1,234,567.8', 1_234_567.8],
  ['-0.5', -0.5],
  ['−3', -3],
  ['1e3', 1000],
  ['1,23', null],
  ['30%', null],
  ['约30', null],
  ['0x10', null],
  ['', null],
  ['1e999', null],
])('the number %j is %j', (shown, value) => {
  expect(readFigure(shown)).toBe(value);
});

describe('finding a quote', () => {
  const source = '\ufeff一、目标\r\n达到30万元。\r\n二、任务\r\n建成\t5个园区。达到30万元。';
  const finder = new QuoteFinder(source);

  test.each<[string, string, number | null, object]>([
    ['where it is', '二、任务', 16, { is: 'found', quote: { text: '二、任务', start: 16 } }],
    ['by its words', '建成 5个', null, { is: 'found', quote: { text: '建成\t5个', start: 22 } }],
    [
      'over a line end',
      '一、目标\n达到',
      1,
      { is: 'found', quote: { text: '一、目标\r\n达到', start: 1 } },
    ],
    ['with its start in white space', '二、任务', 15, { is: 'found', quote: { start: 16 } }],
    ['in two places', '达到30万元', null, { is: 'several', starts: [7, 30] }],
    ['in another place', '达到30万元', 8, { is: 'elsewhere', starts: [7, 30] }],
    ['nowhere', '建成5个产业园', null, { is: 'nowhere', start: 22, reached: '建成5个' }],
    ['nothing of it', 'xyz', 3, { is: 'nowhere', reached: '' }],
    ['far behind the end', '二、任务', 999, { is: 'elsewhere', starts: [16] }],
  ])('%s', (_, quote, start, expected) => {
    expect(finder.find(quote, start)).toMatchObject(expected);
  });

  test('any piece of a source, at its place', () => {
    const pieces = fc
      .tuple(
        fc.string({ unit: fc.constantFrom('甲', '乙', ' ', '\n', '\t'), maxLength: 20 }),
        fc.nat(19),
        fc.nat(19),
      )
      .filter(([whole, from, length]) => whole.slice(from, from + length).trim() !== '');
    fc.assert(
      fc.property(pieces, ([whole, from, length]) => {
        const piece = whole.slice(from, from + length);
        const search = new QuoteFinder(whole).find(piece, from);
        expect(search).toEqual({ is: 'found', quote: { text: piece, start: from } });
      }),
      RUNS,
    );
  });
});
