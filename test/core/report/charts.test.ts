import type { Consolidation } from '../../../src/core/consolidation/consolidation';
import { LABEL_WIDTH, MOST_BARS } from '../../../src/core/report/charts/chart-table';
import { isLight, toned } from '../../../src/core/report/charts/colours';
import { consolidatedWorkbook } from '../../../src/core/report/consolidated-workbook';
import { parseAddress } from '../../../src/core/sheet/address';
import type { CellReference, ChartDescription } from '../../../src/core/sheet/chart';
import type { SheetDescription, WorkbookDescription } from '../../../src/core/sheet/description';
import { textWidth } from '../../../src/core/sheet/text-size';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { packageProblems } from '../../office/package-check/package-check';
import { consolidated, indicator, plan, target } from '../consolidation/samples';
import { filledRound, options, seed } from './filled-round';
import { HOSTILE_ROUND, LONG, MANY, roundOf } from './plain-round';

// whole workbooks are written, which takes a busy machine long
jest.setTimeout(60_000);

const ROUNDS: readonly (readonly [name: string, Consolidation, charts: readonly string[]])[] = [
  [
    'one plan',
    filledRound({ plans: [seed('ningbo-quality-2022')], period: '2021Q2' }),
    ['stacked-bar', 'clustered-bar', 'clustered-bar'],
  ],
  [
    'two plans, regions and last year',
    filledRound({
      plans: [seed('ningbo-innovation-2026'), seed('ningbo-retrofit-2024')],
      period: '2023',
      division: 'unit-region',
      hasHistory: true,
    }),
    ['stacked-bar', 'clustered-bar', 'clustered-bar', 'clustered-bar', 'line'],
  ],
  [
    'regions only',
    filledRound({ plans: [seed('zhejiang-2025')], period: '2023', division: 'region' }),
    ['stacked-bar', 'clustered-bar', 'clustered-bar'],
  ],
  ['nothing issued', consolidated({ plans: [plan([indicator('a')])], issued: [] }), []],
  ['nothing sent, one section', roundOf(['甲局', '乙局'], { reports: () => null }), ['doughnut']],
  ['one organisation', roundOf(['甲局']), ['doughnut', 'clustered-bar']],
  [
    'sixty organisations',
    roundOf(MANY, { reports: (index) => (index % 4 === 0 ? null : index) }),
    ['doughnut', 'clustered-bar', 'clustered-bar'],
  ],
  [
    'sixty sections',
    roundOf(MANY, { section: (index) => [`第${index}章 ${LONG}`] }),
    ['stacked-bar', 'clustered-bar', 'clustered-bar'],
  ],
  [
    'names of forty characters',
    roundOf(
      ['甲', '乙', '丙'].map((each) => LONG + each),
      { section: (index) => [LONG + String(index)], name: (index) => LONG + String(index) },
    ),
    ['stacked-bar', 'clustered-bar', 'clustered-bar'],
  ],
  ['names with quotes and signs', HOSTILE_ROUND, ['stacked-bar', 'clustered-bar', 'clustered-bar']],
];

const WORKBOOKS = ROUNDS.flatMap(([name, round, kinds]) =>
  (['zh', 'en'] as const).map(
    (language) =>
      [`${name}, ${language}`, consolidatedWorkbook(round, options(language)), kinds] as const,
  ),
);

function chartsOf({ sheets }: WorkbookDescription): readonly ChartDescription[] {
  return sheets[0]!.charts ?? [];
}

/** What the cells of a reference hold, as a chart takes it. */
function held({ sheets }: WorkbookDescription, reference: string) {
  const [, name, range] = /^'(.*)'!(.*)$/.exec(reference)!;
  const sheet: SheetDescription = sheets.find((each) => each.name === name)!;
  const [from, to = from] = range!.split(':').map((each) => parseAddress(each)!);
  const cells = sheet.cells.filter(
    ({ row, column }) =>
      row >= from!.row && row <= to!.row && column >= from!.column && column <= to!.column,
  );
  return cells.map(({ value }) => (value === '' ? null : value));
}

describe.each(WORKBOOKS)('%s', (_, workbook, kinds) => {
  const charts = chartsOf(workbook);

  test('draws what there is', () => {
    expect(charts.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('every chart shows what its cells hold', () => {
    for (const { categories, series } of charts) {
      const references: CellReference<string | number>[] = [
        categories,
        ...series.flatMap(({ name, values }) => [name, values]),
      ];
      for (const { reference, cached } of references)
        expect([reference, held(workbook, reference)]).toEqual([reference, [...cached]]);
    }
  });

  test('no chart has more bars or longer labels than it has room for', () => {
    for (const { kind, categories } of charts) {
      expect(categories.cached.length).toBeLessThanOrEqual(MOST_BARS);
      if (kind !== 'clustered-bar' && kind !== 'stacked-bar') continue;
      for (const label of categories.cached)
        expect(textWidth(label ?? '')).toBeLessThanOrEqual(LABEL_WIDTH + 4);
    }
  });

  test('charts lie beside or below each other, over no cell that holds something', () => {
    const areas = charts.map(({ anchor: { from, to } }) => ({ from, to }));
    const filled = workbook.sheets[0]!.cells.filter(({ value }) => value !== null);
    areas.forEach(({ from, to }, index) => {
      expect(
        filled.filter(
          ({ row, column }) =>
            row >= from.row && row <= to.row && column >= from.column && column <= to.column,
        ),
      ).toEqual([]);
      for (const other of areas.slice(index + 1))
        expect(
          other.from.row > to.row || other.from.column > to.column || from.column > other.to.column,
        ).toBe(true);
    });
  });

  test('the package is whole', async () => {
    expect(packageProblems(await writeWorkbook(workbook))).toEqual([]);
  });

  test('no sheet holds anything but words and figures', () => {
    const texts = workbook.sheets.flatMap(({ cells }) =>
      cells.flatMap(({ value }) => (typeof value === 'string' ? value : [])),
    );
    expect(texts.filter((text) => /NaN|undefined|\[object|Infinity/.test(text))).toEqual([]);
  });
});

describe('what is left out is said', () => {
  test.each([
    ['sixty organisations', '共 60 个单位，图中列应报指标最多的 12 个'],
    ['sixty sections', '共 60 个章节，图中列指标最多的 12 个'],
    ['one plan', '趋势图从第二期起列出'],
    ['nothing issued', '本期没有应报的指标'],
    ['nothing sent, one section', '尚无单位报送可采用的数据'],
  ])('%s: %s', (name, sentence) => {
    const round = ROUNDS.find(([each]) => each === name)![1];
    const [overview] = consolidatedWorkbook(round, options()).sheets;
    const texts = overview!.cells.map(({ value }) => value);
    expect(
      texts.filter((text) => typeof text === 'string' && text.includes(sentence)),
    ).toHaveLength(1);
  });
});

describe('各单位达序时率', () => {
  const round = roundOf(['甲局', '乙局', '丙局'], { reports: (index) => [10, 90, 60][index]! });
  const [, chart] = chartsOf(consolidatedWorkbook(round, options()));

  test('counts what is on schedule or achieved among what is asked, the best first', () => {
    expect(chart!.categories.cached).toEqual(['乙局（1项）', '丙局（1项）', '甲局（1项）']);
    expect(chart!.series[0]!.values.cached).toEqual([1, 1, 0]);
  });
});

describe('序时与实际完成率', () => {
  test('begins with what is furthest behind, and leaves out a wild completion', () => {
    const level = (id: string, base: number) =>
      indicator(id, {
        kind: 'level',
        target: target(100),
        baseline: { year: 2019, value: base, note: null },
      });
    const round = consolidated({
      plans: [plan([indicator('a'), indicator('b'), level('c', 90), level('d', 99)])],
      sent: [
        {
          fill: {
            a: { value: 45, explanation: '说明' },
            b: { value: 10, explanation: '说明' },
            c: { value: 85, explanation: '说明' },
            d: { value: 50, explanation: '说明' },
          },
        },
      ],
    });
    const workbook = consolidatedWorkbook(round, options());
    const chart = chartsOf(workbook).find(({ kind }) => kind === 'clustered-bar')!;
    expect(chart.categories.cached).toEqual(['指标c', '指标b', '指标a']);
    expect(chart.series.map(({ values }) => values.cached)).toEqual([
      [0.5, 0.5, 0.5],
      [-0.5, 0.1, 0.45],
    ]);
    const { min, max } = chart.axes!.value;
    expect(min).toBeLessThan(-0.5);
    expect(max).toBeGreaterThan(0.5);
    const notes = workbook.sheets[0]!.cells.map(({ value }) => String(value));
    expect(notes.some((note) => note.includes('±200% 的 1 项指标'))).toBe(true);
  });
});

describe('各期量化指标达序时率', () => {
  const past = (period: string, a: number, b: number) =>
    [['quality/a', a] as const, ['quality/b', b] as const].map(([key, value]) => ({
      key,
      value,
      period,
      organisation: '市经信局',
      region: null,
    }));
  const round = consolidated({
    plans: [plan([indicator('a'), indicator('b'), indicator('m', { kind: 'milestone' })])],
    // scheduled: 33.3 in 2020Q4, 41.7 in 2021Q1, 50 in 2021Q2
    history: [...past('2021Q1', 42, 20), ...past('2020Q4', 34, 34), ...past('2020', 90, 90)],
    sent: [{ fill: { a: { value: 48, explanation: '说明' }, b: 51, m: 'completed' } }],
  });
  const chart = chartsOf(consolidatedWorkbook(round, options())).find(
    ({ kind }) => kind === 'line',
  );

  test('judges each earlier period of this length by its own schedule', () => {
    expect(chart!.categories.cached).toEqual([
      '2020年第四季度',
      '2021年第一季度',
      '2021年第二季度',
    ]);
    expect(chart!.series.map(({ name, values }) => [name.cached, values.cached])).toEqual([
      [['达序时率'], [1, 0.5, 0.5]],
      [['滞后占比'], [0, 0.5, 0]],
    ]);
  });
});

describe('colours', () => {
  test.each([
    ['D5ECD8', 0.42],
    ['FFF0C9', 0.62],
    ['808080', 0.5],
    ['000000', 1],
  ])('%s at %d keeps its hue', (colour, lightness) => {
    const made = toned(colour, lightness);
    const channels = [0, 2, 4].map((start) => parseInt(made.slice(start, start + 2), 16) / 255);
    expect((Math.max(...channels) + Math.min(...channels)) / 2).toBeCloseTo(lightness, 2);
    const order = (text: string) =>
      [0, 2, 4].map((start) => text.slice(start, start + 2)).map((each, index) => [each, index]);
    const sorted = (text: string) =>
      order(text)
        .sort(([left], [right]) => (left! < right! ? -1 : left! > right! ? 1 : 0))
        .map(([, index]) => index);
    if (new Set(colour.match(/../g)).size === 3) expect(sorted(made)).toEqual(sorted(colour));
  });

  test.each([
    ['FFFFFF', true],
    ['FFC93C', true],
    ['2F5582', false],
    ['000000', false],
  ])('dark letters read better on %s: %s', (colour, light) => {
    expect(isLight(colour)).toBe(light);
  });

  test('statuses are told apart and follow the form', () => {
    const round = ROUNDS[0]![1];
    const own = options();
    const coloursOf = (workbook: WorkbookDescription) =>
      chartsOf(workbook)[0]!.series.map(({ colour }) => colour);
    const standard = coloursOf(consolidatedWorkbook(round, own));
    expect(new Set(standard).size).toBe(6);
    const { achieved, behind } = own.form.statuses;
    const swapped = {
      ...own,
      form: {
        ...own.form,
        statuses: {
          ...own.form.statuses,
          achieved: { ...achieved, fill: behind.fill },
          behind: { ...behind, fill: achieved.fill },
        },
      },
    };
    const [red] = coloursOf(consolidatedWorkbook(round, swapped));
    expect(parseInt(red!.slice(0, 2), 16)).toBeGreaterThan(parseInt(red!.slice(2, 4), 16));
  });
});
