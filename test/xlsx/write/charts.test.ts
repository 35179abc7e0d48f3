import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { ChartDescription, ChartKind } from '../../../src/core/sheet/chart';
import type { SheetDescription } from '../../../src/core/sheet/description';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { convert, CONVERT_TIMEOUT, describeWithLibreOffice } from '../../office/libreoffice';
import { packageProblems } from '../../office/package-check/package-check';
import { partOf } from './read-back';
import { cellOf, sheetOf, workbookOf } from './sample';

const FONT = { name: '宋体', size: 9, bold: false, colour: '4A5260' };
const NAME = `各"单位" <达序时> & 'x'`;
const SHEET = `'数''据'`;

/** Two series of three categories, of which one has no value. */
function chartOf(kind: ChartKind, change: Partial<ChartDescription> = {}): ChartDescription {
  const inside = ['stacked-bar', 'stacked-column', 'doughnut'].includes(kind);
  const labels = {
    position: kind === 'line' ? 'above' : inside ? 'inside' : 'end',
    numberFormat: '[<2]"";0',
    colour: 'FFFFFF',
  } as const;
  const seriesOf = (letter: string, name: string, values: (number | null)[]) => ({
    name: { reference: `${SHEET}!$${letter}$1`, cached: [name] },
    values: { reference: `${SHEET}!$${letter}$2:$${letter}$4`, cached: values, numberFormat: '0%' },
    colour: '2F5582',
    labels,
  });
  const isRing = kind === 'doughnut';
  return {
    name: kind,
    altText: NAME,
    title: NAME,
    kind,
    anchor: { from: { row: 6, column: 1 }, to: { row: 20, column: 6 } },
    categories: { reference: `${SHEET}!$A$2:$A$4`, cached: ['甲<局>', '"乙局"', null] },
    series: isRing
      ? [{ ...seriesOf('B', '已达标', [1, 2, 3]), pointColours: ['FF0000', '00FF00', '0000FF'] }]
      : [seriesOf('B', '已达标', [1, null, -3.5]), seriesOf('C', '滞后', [0.25, 1e-9, 4])],
    ...(!isRing && {
      axes: {
        category: { title: '单位' },
        value: { numberFormat: '0%', min: -4, max: 5, majorUnit: 1 },
      },
    }),
    legend: 'bottom',
    gapWidth: 50,
    look: {
      title: { ...FONT, name: '黑体', bold: true },
      text: FONT,
      background: 'FFFFFF',
      border: 'B8C2CF',
      gridLines: 'E1E6ED',
      axisLine: 'B8C2CF',
    },
    ...change,
  };
}

const DATA = sheetOf({
  name: `数'据`,
  cells: [
    ...['', '已达标', '滞后'].map((text, index) => cellOf(1, index + 1, text)),
    ...['甲<局>', '"乙局"'].map((text, index) => cellOf(index + 2, 1, text)),
    ...[1, null, -3.5].map((value, index) => cellOf(index + 2, 2, value)),
    ...[0.25, 1e-9, 4].map((value, index) => cellOf(index + 2, 3, value)),
  ],
});

const KINDS = [
  'clustered-bar',
  'stacked-bar',
  'clustered-column',
  'stacked-column',
  'line',
  'doughnut',
] as const;

function write(
  charts: readonly ChartDescription[],
  more: Partial<SheetDescription> = {},
): Promise<Uint8Array> {
  return writeWorkbook(workbookOf({ sheets: [DATA, sheetOf({ name: '图', charts, ...more })] }));
}

test.each(KINDS)('a %s makes a whole package', async (kind) => {
  expect(packageProblems(await write([chartOf(kind)]))).toEqual([]);
});

test('charts on several sheets, among everything else that a sheet holds', async () => {
  const [bar, line, ring] = (['stacked-bar', 'line', 'doughnut'] as const).map((kind) =>
    chartOf(kind),
  );
  const bytes = await writeWorkbook(
    workbookOf({
      sheets: [
        { ...DATA, charts: [ring!] },
        sheetOf({ name: '空' }),
        sheetOf({
          name: '图',
          cells: [cellOf(1, 1, 0.5)],
          conditionalFormats: [
            {
              range: 'A1',
              rules: [
                { type: 'dataBar', colour: 'B5CCE8', min: 0, max: 1 },
                { type: 'iconSet', icons: '3Arrows', from: [0, 0] },
                { type: 'formula', formula: 'A1="x"', numberFormat: '"▲ "@' },
              ],
            },
          ],
          validations: [{ range: 'B1', rule: { type: 'list', source: '"甲,乙"' } }],
          print: { paper: 'A3', landscape: true, fitToWidth: 1, breaks: [5, 9], footer: '&P' },
          charts: [bar!, line!],
        }),
      ],
    }),
  );
  expect(packageProblems(bytes)).toEqual([]);
  const parts = Object.keys(unzipSync(bytes)).filter((part) => /drawing|chart/.test(part));
  expect(parts.sort()).toEqual([
    'xl/charts/chart1.xml',
    'xl/charts/chart2.xml',
    'xl/charts/chart3.xml',
    'xl/drawings/_rels/drawing1.xml.rels',
    'xl/drawings/_rels/drawing2.xml.rels',
    'xl/drawings/drawing1.xml',
    'xl/drawings/drawing2.xml',
  ]);
  expect(partOf(bytes, 'xl/worksheets/sheet3.xml')).toContain('<brk id="9"');
});

test('an icon set and a mark before a text are written as such', async () => {
  const bytes = await write([], {
    cells: [cellOf(1, 1, 1)],
    conditionalFormats: [
      { range: 'A1', rules: [{ type: 'iconSet', icons: '3Arrows', from: [-0.05, 2] }] },
      { range: 'A2', rules: [{ type: 'formula', formula: 'A2="x"', numberFormat: '"▲ "@' }] },
    ],
  });
  expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toContain(
    '<iconSet iconSet="3Arrows"><cfvo type="percent" val="0"/><cfvo type="num" val="-0.05"/><cfvo type="num" val="2"/></iconSet>',
  );
  expect(partOf(bytes, 'xl/styles.xml')).toContain('formatCode="&quot;▲ &quot;@"');
});

test('the same charts give the same bytes', async () => {
  const charts = KINDS.map((kind) => chartOf(kind));
  expect(await write(charts)).toEqual(await write(charts));
});

test('a workbook without charts has no trace of them', async () => {
  const bytes = await write([]);
  expect(Object.keys(unzipSync(bytes)).filter((part) => /drawing|chart/.test(part))).toEqual([]);
  expect(partOf(bytes, '[Content_Types].xml')).not.toContain('chart');
});

const bar = chartOf('clustered-bar');
const [first] = bar.series;
test.each<[string, readonly ChartDescription[], RegExp]>([
  [
    'labels where the kind has none',
    [chartOf('stacked-bar', { series: bar.series })],
    /cannot stand end/,
  ],
  ['nothing to draw', [{ ...bar, series: [] }], /nothing to draw/],
  ['no categories', [{ ...bar, categories: { ...bar.categories, cached: [] } }], /nothing to draw/],
  [
    'more values than categories',
    [{ ...bar, series: [{ ...first!, values: { ...first!.values, cached: [1] } }] }],
    /1 values for 3 categories/,
  ],
  [
    'a value that is no number',
    [{ ...bar, series: [{ ...first!, values: { ...first!.values, cached: [NaN, 1, 2] } }] }],
    /NaN cannot be drawn/,
  ],
  ['two charts of one name', [bar, bar], /one name/],
  [
    'an end above the beginning',
    [{ ...bar, anchor: { from: { row: 9, column: 1 }, to: { row: 8, column: 2 } } }],
    /ends below/,
  ],
  ['a colour by name', [{ ...bar, series: [{ ...first!, colour: 'red' }] }], /a colour is RRGGBB/],
])('%s is refused', async (_, charts, message) => {
  await expect(write(charts)).rejects.toThrow(message);
});

const PYTHON = ['/usr/bin/python3', 'python3', 'python'].find(
  (program) => spawnSync(program, ['-c', 'import openpyxl']).status === 0,
);

/** Every chart's kind and references, as openpyxl reads them. */
const READ_CHARTS = `
import sys, json, warnings, openpyxl
warnings.simplefilter("ignore")
sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[1]
print(json.dumps([[type(c).__name__, [[s.tx.strRef.f, s.cat.strRef.f, s.val.numRef.f, [p.v for p in s.val.numRef.numCache.pt]] for s in c.series]] for c in sheet._charts]))
`;

const describePython = PYTHON === undefined ? describe.skip : describe;
describePython('openpyxl (Debian package python3-openpyxl)', () => {
  test('reads the charts with their references and values', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tallybook-charts-'));
    try {
      const file = path.join(folder, 'charts.xlsx');
      writeFileSync(
        file,
        await write([chartOf('stacked-bar'), chartOf('line'), chartOf('doughnut')]),
      );
      const run = spawnSync(PYTHON!, ['-c', READ_CHARTS, file], { encoding: 'utf8' });
      const series = (letter: string, values: string[]) => [
        `${SHEET}!$${letter}$1`,
        `${SHEET}!$A$2:$A$4`,
        `${SHEET}!$${letter}$2:$${letter}$4`,
        values,
      ];
      const both = [series('B', ['1', '-3.5']), series('C', ['0.25', '1e-09', '4'])];
      const read = JSON.parse(run.stdout) as [string, [string, string, string, string[]][]][];
      const numbers = read.map(([kind, list]) => [
        kind,
        list.map(([name, categories, values, cached]) => [
          name,
          categories,
          values,
          cached.map(Number),
        ]),
      ]);
      const wanted = (list: (string | string[])[][]) =>
        list.map(([name, categories, values, cached]) => [
          name,
          categories,
          values,
          (cached as string[]).map(Number),
        ]);
      expect(numbers).toEqual([
        ['BarChart', wanted(both)],
        ['LineChart', wanted(both)],
        ['DoughnutChart', wanted([series('B', ['1', '2', '3'])])],
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describeWithLibreOffice('LibreOffice', () => {
  test(
    'draws every kind of chart and keeps what it is drawn from',
    async () => {
      const saved = convert(await write(KINDS.map((kind) => chartOf(kind))), 'xlsx');
      const charts = Object.keys(unzipSync(saved)).filter((part) =>
        /charts\/chart\d+\.xml/.test(part),
      );
      expect(charts).toHaveLength(KINDS.length);
      for (const part of charts) {
        const xml = partOf(saved, part).replaceAll('&apos;', "'");
        expect(xml).toContain(`<c:f>${SHEET}!$B$2:$B$4</c:f>`);
        expect(xml).toContain(`各&quot;单位&quot; &lt;达序时&gt; &amp; 'x'`);
      }
    },
    CONVERT_TIMEOUT,
  );
});
