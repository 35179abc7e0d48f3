import fc from 'fast-check';
import { uncoveredClauses, type Stretch } from '../../../src/core/plan/coverage';

const texts = (clauses: readonly Stretch[]) => clauses.map(({ text }) => text);

test.each([
  ['建成小微企业园120个', true],
  ['增速达到６.５%', true],
  ['占比达到三分之二', true],
  ['一半以上企业上云', true],
  ['产值翻一番', true],
  ['产值翻两番', true],
  ['营收翻番', true],
  ['研发投入倍增', true],
  ['实现零的突破', true],
  ['规上企业全覆盖', true],
  ['建成全省首个示范区', true],
  ['2022年', true],
  ['推动产业提质增效', false],
  ['第一批试点', false],
  ['十大产业', false],
])('“%s” holds a number: %s', (clause, holds) => {
  expect(texts(uncoveredClauses(clause, []))).toEqual(holds ? [clause] : []);
});

test('a text is cut at every mark that ends a clause', () => {
  const source = '甲1。乙2；丙3;丁4，戊5,己6！庚7!辛8？壬9?癸10：子11:丑12\n寅13、卯14';
  const clauses = uncoveredClauses(source, []);
  expect(texts(clauses)).toEqual([
    ...['甲1', '乙2', '丙3', '丁4', '戊5', '己6', '庚7', '辛8', '壬9', '癸10', '子11', '丑12'],
    '寅13、卯14',
  ]);
  for (const { text, start } of clauses) expect(source.startsWith(text, start)).toBe(true);
});

test.each<[what: string, stretches: Stretch[], open: string[]]>([
  ['nothing', [], ['培育甲10家、乙20家', '到2025年全覆盖']],
  ['a clause whole', [{ text: '培育甲10家、乙20家', start: 0 }], ['到2025年全覆盖']],
  [
    'one of two numbers',
    [{ text: '培育甲10家', start: 0 }],
    ['培育甲10家、乙20家', '到2025年全覆盖'],
  ],
  [
    'half of a number',
    [
      { text: '培育甲10家、乙2', start: 0 },
      { text: '到2025年全覆盖', start: 12 },
    ],
    ['培育甲10家、乙20家'],
  ],
  [
    'all by three stretches',
    [
      { text: '10', start: 3 },
      { text: '乙20家', start: 7 },
      { text: '2025年全覆盖', start: 13 },
    ],
    [],
  ],
])('covered by %s', (_, stretches, open) => {
  expect(texts(uncoveredClauses('培育甲10家、乙20家，到2025年全覆盖', stretches))).toEqual(open);
});

test('more stretches never leave more clauses open, and the whole text leaves none', () => {
  const source = '一、目标\n到2022年，甲达到10家；乙达到20%以上，丙全覆盖。丁3-5个';
  const stretches = fc
    .tuple(fc.nat(source.length - 1), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ text: source.slice(start, start + length), start }));
  fc.assert(
    fc.property(fc.array(stretches), stretches, (some, another) => {
      const before = texts(uncoveredClauses(source, some));
      const after = texts(uncoveredClauses(source, [...some, another]));
      expect(before).toEqual(expect.arrayContaining(after));
    }),
  );
  expect(uncoveredClauses(source, [{ text: source, start: 0 }])).toEqual([]);
  expect(uncoveredClauses(source, [])).toHaveLength(5);
});
