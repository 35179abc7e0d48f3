import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { consolidatedWorkbook } from '../../../src/core/report/consolidated-workbook';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { filledRound, options, seed } from '../../core/report/filled-round';
import { packageProblems } from './package-check';

let parts: Record<string, Uint8Array>;
beforeAll(async () => {
  const round = filledRound({ plans: [seed('ningbo-retrofit-2024')], period: '2023' });
  parts = unzipSync(await writeWorkbook(consolidatedWorkbook(round, options())));
});

const SHEET = 'xl/worksheets/sheet1.xml';
const CHART = 'xl/charts/chart1.xml';
const DRAWING = 'xl/drawings/drawing1.xml';

/** What is wrong with a package in which one part was changed, or taken away. */
function problemsAfter(path: string, from: string | RegExp | null, to = ''): string[] {
  const before = strFromU8(parts[path]!);
  const after = from === null ? null : before.replace(from, to);
  expect(after).not.toBe(before);
  const rest = Object.fromEntries(Object.entries(parts).filter(([each]) => each !== path));
  return packageProblems(zipSync(after === null ? rest : { ...rest, [path]: strToU8(after) }));
}

test('a whole package has no problem', () => {
  expect(packageProblems(zipSync(parts))).toEqual([]);
});

test.each<[string, string, string | RegExp | null, string, RegExp]>([
  ['a missing chart', CHART, null, '', /leads to no part/],
  ['a missing relationship part', 'xl/drawings/_rels/drawing1.xml.rels', null, '', /not declared/],
  ['an undeclared id', SHEET, '<drawing r:id="rId1"/>', '<drawing r:id="rId9"/>', /rId9 is not/],
  ['an unused relationship', SHEET, '<drawing r:id="rId1"/>', '', /declared and not used/],
  [
    'a missing content type',
    '[Content_Types].xml',
    /<Override PartName="\/xl\/charts\/chart1.xml"[^>]*>/,
    '',
    /no content type/,
  ],
  [
    'a wrong content type',
    '[Content_Types].xml',
    'drawingml.chart+xml',
    'drawing+xml',
    /is a chart but/,
  ],
  [
    'a drawing in a wrong place',
    SHEET,
    /(<mergeCells.*)(<drawing r:id="rId1"\/>)/s,
    '$2$1',
    /may not hold|wants/,
  ],
  ['a drawing inside a rule', SHEET, '</dataBar>', '</dataBar><drawing r:id="rId1"/>', /cfRule/],
  [
    'axes before the plot',
    CHART,
    /(<c:barChart>.*<\/c:barChart>)(.*<\/c:valAx>)/s,
    '$2$1',
    /plotArea/,
  ],
  ['a gap before the series', CHART, /<c:barDir/, '<c:gapWidth val="5"/><c:barDir', /barChart/],
  ['an unknown element', CHART, '<c:varyColors', '<c:varyColours/><c:varyColors', /varyColours/],
  [
    'an axis without a plot',
    CHART,
    '<c:axId val="111111111"/><c:axId',
    '<c:axId val="7"/><c:axId',
    /names axes/,
  ],
  [
    'labels outside a stack',
    CHART,
    '<c:dLblPos val="ctr"/>',
    '<c:dLblPos val="outEnd"/>',
    /outside a stack/,
  ],
  ['too many points', CHART, /<c:ptCount val="\d+"\/>/, '<c:ptCount val="0"/>', /points/],
  ['a figure that is none', CHART, /(<c:numCache>.*?<c:v>)[^<]*/s, '$1NaN', /value NaN/],
  ['a sheet that is not there', CHART, "<c:f>'图表数据'", "<c:f>'图表'", /is on no sheet/],
  ['an id used twice', DRAWING, 'id="3"', 'id="2"', /id 2 twice/],
  ['no style of that number', SHEET, /<c r="B1" s="\d+"/, '<c r="B1" s="9999"', /s 9999/],
  ['cells out of order', SHEET, 'r="C1"', 'r="A1"', /cell A1/],
  ['broken XML', CHART, '</c:chartSpace>', '', /chart1/],
  ['a second priority', SHEET, 'priority="2"', 'priority="1"', /priority 1 twice/],
])('finds %s', (_, path, from, to, problem) => {
  expect(problemsAfter(path, from, to).join('\n')).toMatch(problem);
});
