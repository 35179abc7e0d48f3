import {
  briefingDesignSchema,
  fontsOf,
} from '../../../../src/core/report/briefing/briefing-design';
import { piecesOf, WORDING } from '../../../../src/core/report/briefing/wording';
import { chineseNumber, numbered } from '../../../../src/core/report/briefing/numbering';
import { DESIGN, DESIGN_JSON } from './design';

type Json = Record<string, Record<string, unknown>>;

function changed(change: (design: Json) => void): unknown {
  const design = structuredClone(DESIGN_JSON) as Json;
  change(design);
  return design;
}

const word = (key: string, zh: string) =>
  changed(({ wording }) => {
    wording![key] = { zh, en: 'x' };
  });

test.each<[what: string, design: unknown, place: string]>([
  ['a figure of its own', word('behind', '滞后指标3项'), 'behind'],
  ['a full-width figure', word('behind', '滞后指标３项'), 'behind'],
  ['a place that nobody fills', word('behind', '{nobody}'), 'behind'],
  ['a plural of nothing', word('behind', '{nobody:a|b}'), 'behind'],
  ['an unknown wording', word('policy', '要加大力度'), ''],
  [
    'a wording left out',
    changed(({ wording }) => {
      delete wording!.behind;
    }),
    'behind',
  ],
  [
    'a limit below zero',
    changed(({ limits }) => {
      limits!.behind = -1;
    }),
    'behind',
  ],
])('a design with %s is refused, and says where', (_, design, place) => {
  const read = briefingDesignSchema.safeParse(design);
  expect(read.success).toBe(false);
  expect(JSON.stringify(read.error?.issues)).toContain(place);
});

test('every place that a wording has is used by it in Chinese', () => {
  const unused = Object.entries(WORDING).flatMap(([key, places]: [string, readonly string[]]) => {
    const used = piecesOf(DESIGN.wording[key as keyof typeof WORDING].zh).map((piece) =>
      piece.is === 'words' ? '' : piece.name,
    );
    return places.filter((place) => !used.includes(place)).map((place) => `${key}: ${place}`);
  });
  expect(unused).toEqual([]);
});

test('every font has something that stands in for it', () => {
  for (const { font } of Object.values(DESIGN.letters))
    for (const name of [font.zh, font.en]) expect(fontsOf(DESIGN, name).length).toBeGreaterThan(1);
});

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [21, '二十一'],
  [99, '九十九'],
])('%i is written %s', (number, written) => {
  expect(chineseNumber(number)).toBe(written);
});

test.each([0, 100, 1.5])('%d is not written out', (number) => {
  expect(() => chineseNumber(number)).toThrow(RangeError);
});

test('sections and parts without text take no number', () => {
  const blocks = [{ is: 'paragraph', number: null, sentences: [] }] as const;
  const drafts = [
    { heading: 'a', blocks: [], parts: [{ heading: 'x', blocks: [] }] },
    {
      heading: 'b',
      blocks: [],
      parts: [
        { heading: 'x', blocks: [] },
        { heading: 'y', blocks },
      ],
    },
    { heading: 'c', blocks, parts: [] },
  ];
  const headings = (language: 'zh' | 'en') =>
    numbered(drafts, language).flatMap(({ heading, parts }) => [
      heading,
      ...parts.map((part) => part.heading),
    ]);
  expect(headings('zh')).toEqual(['一、b', '（一）y', '二、c']);
  expect(headings('en')).toEqual(['1. b', '1.1 y', '2. c']);
});
