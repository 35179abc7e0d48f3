import type { Kind, Operator } from '../../src/core/plan/schema';
import { indicatorOf, loadSeed } from './load';

const seed = loadSeed('zhejiang-2025');
const { source } = seed;

interface Row {
  readonly number: number;
  /** The cells of the document's table: 二级指标, 2019 年, 2025 年. */
  readonly cells: readonly [name: string, base: string, target: string];
  readonly id: string;
  readonly kind: Kind;
  readonly operator: Operator;
  readonly value: number | null;
  readonly baseline: readonly [year: number, value: number] | null;
  readonly unit: string;
}

/** The key indicators, row by row; ** in the document marks a figure of 2018. */
const TABLE: readonly Row[] = [
  {
    number: 1,
    cells: ['制造业增加值占 GDP 比重(%) [*]', '34.6 ^{**}', '33.3 以上'],
    id: 'manufacturing-gdp-share',
    kind: 'share',
    operator: '>=',
    value: 33.3,
    baseline: [2018, 34.6],
    unit: '%',
  },
  {
    number: 2,
    cells: ['规模以上制造业增加值年均增速(%)', '—', '6.0'],
    id: 'manufacturing-value-added-growth',
    kind: 'average-growth',
    operator: '>=',
    value: 6,
    baseline: null,
    unit: '%',
  },
  {
    number: 3,
    cells: ['规模以上制造业营业收入利润率(%)', '6.38', '7.0'],
    id: 'manufacturing-profit-margin',
    kind: 'share',
    operator: '>=',
    value: 7,
    baseline: [2019, 6.38],
    unit: '%',
  },
  {
    number: 4,
    cells: ['规模以上制造业增加值率(%)', '22.2', '24'],
    id: 'manufacturing-value-added-rate',
    kind: 'share',
    operator: '>=',
    value: 24,
    baseline: [2019, 22.2],
    unit: '%',
  },
  {
    number: 5,
    cells: ['规模以上制造业全员劳动生产率(万元/人)', '23.1', '35 以上'],
    id: 'manufacturing-labour-productivity',
    kind: 'level',
    operator: '>=',
    value: 35,
    baseline: [2019, 23.1],
    unit: '万元/人',
  },
  {
    number: 6,
    cells: ['高技术制造业增加值占规模以上工业比重(%)', '14.0', '19'],
    id: 'high-tech-value-added-share',
    kind: 'share',
    operator: '>=',
    value: 19,
    baseline: [2019, 14],
    unit: '%',
  },
  {
    number: 7,
    cells: ['高新技术产品出口额占货物贸易比重(%)', '6.8', '8'],
    id: 'high-tech-export-share',
    kind: 'share',
    operator: '>=',
    value: 8,
    baseline: [2019, 6.8],
    unit: '%',
  },
  {
    number: 8,
    cells: ['营业收入超百亿元的制造业企业数(家)', '91 ^{**}', '120'],
    id: 'ten-billion-revenue-firms',
    kind: 'level',
    operator: '>=',
    value: 120,
    baseline: [2018, 91],
    unit: '家',
  },
  {
    number: 9,
    cells: ['数字经济核心产业增加值占 GDP 比重(%)', '10.0', '15'],
    id: 'digital-core-gdp-share',
    kind: 'share',
    operator: '>=',
    value: 15,
    baseline: [2019, 10],
    unit: '%',
  },
  {
    number: 10,
    cells: ['规模以上制造业研发经费占营业收入比重(%)', '2.44', '2.5 以上'],
    id: 'manufacturing-rd-intensity',
    kind: 'share',
    operator: '>=',
    value: 2.5,
    baseline: [2019, 2.44],
    unit: '%',
  },
  {
    number: 11,
    cells: ['规模以上工业企业每百亿元营业收入有效发明专利数(件)', '91 ^{**}', '140'],
    id: 'patents-per-ten-billion-revenue',
    kind: 'level',
    operator: '>=',
    value: 140,
    baseline: [2018, 91],
    // 件 in the document, for every 百亿元 of its name
    unit: '件/百亿元',
  },
  {
    number: 12,
    cells: ['单位工业增加值能耗', '—', '保持国内领先水平'],
    id: 'energy-per-value-added',
    kind: 'milestone',
    operator: 'qualitative',
    value: null,
    baseline: null,
    unit: '',
  },
  {
    number: 13,
    cells: ['单位工业增加值用水量(立方米/万元)', '17.87', '<20'],
    id: 'water-per-value-added',
    kind: 'level',
    operator: '<',
    value: 20,
    baseline: [2019, 17.87],
    unit: '立方米/万元',
  },
  {
    number: 14,
    cells: ['工业固体废物利用处置率(%)', '92.1 ^{**}', '99'],
    id: 'solid-waste-disposal-rate',
    kind: 'share',
    operator: '>=',
    value: 99,
    baseline: [2018, 92.1],
    unit: '%',
  },
  {
    number: 15,
    cells: ['规模以上工业亩均增加值(万元/亩)', '122', '150'],
    id: 'value-added-per-mu',
    kind: 'level',
    operator: '>=',
    value: 150,
    baseline: [2019, 122],
    unit: '万元/亩',
  },
  {
    number: 16,
    cells: ['规模以上工业亩均税收(万元/亩)', '30.5', '37'],
    id: 'tax-per-mu',
    kind: 'level',
    operator: '>=',
    value: 37,
    baseline: [2019, 30.5],
    unit: '万元/亩',
  },
];

describe.each(TABLE)('row $number, $cells.0', (row) => {
  const indicator = indicatorOf(seed, row.id);

  test('stands in the document as the case has it', () => {
    expect(source).toContain(`\t${[row.number, ...row.cells].join('\t')}\n`);
  });

  test('has its target, base and unit', () => {
    const { target, baseline, kind, measureUnit } = indicator;
    expect([target.operator, target.value, target.year]).toEqual([row.operator, row.value, 2025]);
    expect(baseline && [baseline.year, baseline.value]).toEqual(row.baseline);
    expect([kind, measureUnit]).toEqual([row.kind, row.unit]);
  });

  test('quotes the row itself', () => {
    const [name, , target] = row.cells;
    const quote = indicator.quotes.find(({ text }) => text.includes(name));
    expect(quote?.text).toContain(target);
    expect(quote?.start).toBeGreaterThan(source.indexOf('一级指标\t序号'));
  });

  test('keeps the decimals of the document', () => {
    const decimals = row.cells
      .slice(1)
      .map((cell) => /\d+(?:\.(\d+))?/.exec(cell)?.[1]?.length ?? 0);
    expect(indicator.precision).toBeGreaterThanOrEqual(Math.max(...decimals));
  });
});

test('the table has these 16 rows and no other', () => {
  const numbers = [...source.matchAll(/\t(\d+)\t[^\t\n]+\t[^\t\n]+\t[^\t\n]+\n/g)].map((match) =>
    Number(match[1]),
  );
  expect(numbers).toEqual(TABLE.map(({ number }) => number));
});

test('a figure of 2018 says so, and no other does', () => {
  for (const { id, cells } of TABLE) {
    const note = indicatorOf(seed, id).baseline?.note ?? null;
    expect(note).toBe(cells[1].includes('**') ? '2018年指标值' : null);
  }
});

test('a ceiling above its base and a floor below its base are kept as they are', () => {
  const water = indicatorOf(seed, 'water-per-value-added');
  expect([water.direction, water.target.operator]).toEqual(['lower', '<']);
  expect(water.target.value).toBeGreaterThan(water.baseline!.value);
  const share = indicatorOf(seed, 'manufacturing-gdp-share');
  expect([share.direction, share.target.operator]).toEqual(['higher', '>=']);
  expect(share.target.value).toBeLessThan(share.baseline!.value);
});

test('row 12 is held every year, without a number', () => {
  const energy = indicatorOf(seed, 'energy-per-value-added');
  expect(energy).toMatchObject({ kind: 'milestone', soft: false, direction: 'none' });
  expect(energy.target).toMatchObject({ operator: 'qualitative', value: null, everyYear: true });
});

test('the footnote on prices is noted for row 1, and its exception wherever prices count', () => {
  expect(indicatorOf(seed, 'manufacturing-gdp-share').note).toContain('当年价');
  // weights of waste have no price, and row 12 has no figure to compare
  const withPrices = TABLE.filter(({ number }) => ![1, 12, 14].includes(number));
  for (const { id } of withPrices) expect(indicatorOf(seed, id).note).toContain('2019年不变价');
});
