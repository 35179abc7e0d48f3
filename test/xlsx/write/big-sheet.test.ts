import { strFromU8, unzipSync } from 'fflate';
import { withBodyAsCells } from '../../../src/core/sheet/body';
import type { CellValue } from '../../../src/core/sheet/description';
import { cellAt } from '../../../src/core/sheet/grid';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { isBig } from '../../../src/xlsx/write/big-sheet';
import { portableDeflate } from '../../../src/xlsx/write/deflate';
import { nodeDeflate } from '../../../src/hosts/cli/native-writing';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { partOf, readSheet } from './read-back';
import { cellOf, sheetOf, workbookOf } from './sample';

const VALUES: readonly CellValue[] = [
  '=1+1',
  '<甲> & "乙"',
  ' 丙\n',
  '_x0041_',
  0.1,
  -3,
  true,
  null,
  '+cmd',
  '\u{1F600}',
];
const ROWS = 2_200;
const cells = Array.from({ length: ROWS * VALUES.length }, (_, index) => {
  const column = (index % VALUES.length) + 1;
  const row = Math.floor(index / VALUES.length) + 3;
  return {
    row,
    column,
    value: VALUES[(column + row) % VALUES.length]!,
    style: column % 2 ? 'plain' : 'open',
    ...(column === 5 && row % 2 === 0 ? { formula: `A${row}&"<x>"`, value: '<x>' } : {}),
    ...(column === 1 && row < 10 ? { link: "'S'!A3" } : {}),
  };
});
const sheet = sheetOf({
  cells,
  rows: new Map([
    [1, { height: 30 }],
    [3, { height: 22.5 }],
    [5, { hidden: true }],
    [9_000, { height: 12 }],
  ]),
  autoFilter: 'A3:J2202',
  freeze: { rows: 2, columns: 1 },
  protection: { allow: ['autoFilter'] },
});
const description = workbookOf({ sheets: [sheet], styles: { open: { unlocked: true } } });

describe.each([
  ['the portable deflate', portableDeflate],
  ["Node's own", nodeDeflate],
])('packed by %s', (_, deflate) => {
  test('a big sheet holds what it was told to, to two readers', async () => {
    expect(isBig(sheet)).toBe(true);
    const bytes = await writeWorkbook(description, { deflate });
    expect(await writeWorkbook(description, { deflate })).toEqual(bytes);
    const reading = readWorkbook(bytes);
    if (!reading.ok) throw new Error(reading.message.en);
    const [grid] = reading.grid.sheets;
    const worksheet = await readSheet(bytes, sheet.name);
    for (const { row, column, value, style, ...rest } of cells) {
      const cell = worksheet.getCell(row, column);
      const formula = (rest as { formula?: string }).formula;
      const found = cell.value;
      if (formula !== undefined) expect(found).toEqual({ formula, result: value });
      // exceljs shows the guard of what would read as an escaped character
      else if (!('link' in rest) && value !== '_x0041_') expect(found).toBe(value);
      expect(cellAt(grid!, row, column)?.value ?? null).toBe(value);
      expect(cell.style.protection?.locked === false).toBe(style === 'open');
    }
    expect(worksheet.getRow(1).height).toBe(30);
    expect(worksheet.getRow(3).height).toBe(22.5);
    expect(worksheet.getRow(5).hidden).toBe(true);
    expect(worksheet.getRow(9_000).height).toBe(12);
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml.match(/<hyperlink /g)).toHaveLength(7);
    expect(xml).toContain('<dimension ref="A3:J2202"');
    // texts are texts, whatever they begin with
    expect(xml.match(/<f>/g)).toHaveLength(1_100);
  });
});

describe('a body', () => {
  const row = (index: number) => ({
    height: 15 + (index % 3),
    cells: VALUES.map((value, at) => ({
      value: at === 4 ? index / 7 : value,
      style: at % 2 === 0 ? 'plain' : 'open',
      ...(at === 5 ? { formula: `E${index + 4}*2`, value: (index / 7) * 2 } : {}),
      ...(at === 0 && index < 3 ? { link: "'S'!A3" } : {}),
    })),
  });
  const withBody = (count: number) => {
    const head = [cellOf(1, 2, '台账', { link: "'S'!A9" }), cellOf(3, 1, '序号')];
    return workbookOf({
      sheets: [
        sheetOf({
          cells: head,
          rows: new Map([[1, { height: 30 }]]),
          body: { firstRow: 4, count, styles: ['plain', 'open'], row },
        }),
      ],
      styles: { open: { unlocked: true } },
    });
  };

  test.each([1, 40, 2_100])('of %i rows is written as its cells would be', async (count) => {
    const lazy = withBody(count);
    const eager = { ...lazy, sheets: lazy.sheets.map(withBodyAsCells) };
    expect(eager.sheets[0]!.cells).toHaveLength(2 + count * VALUES.length);
    const [left, right] = await Promise.all(
      [lazy, eager].map((each) => writeWorkbook(each, { deflate: nodeDeflate })),
    );
    const parts = unzipSync(left!);
    const others = unzipSync(right!);
    expect(Object.keys(parts)).toEqual(Object.keys(others));
    for (const [path, content] of Object.entries(parts))
      expect([path, strFromU8(content)]).toEqual([path, strFromU8(others[path]!)]);
  });

  test('is refused where it would cover a row above it, or names no style', async () => {
    const wide = withBody(2_100);
    const [first] = wide.sheets;
    const spoilt = (change: object) => ({ ...wide, sheets: [{ ...first!, ...change }] });
    await expect(writeWorkbook(spoilt({ rows: new Map([[4, { height: 9 }]]) }))).rejects.toThrow(
      'row 4 stands in the body',
    );
    await expect(
      writeWorkbook(
        spoilt({
          body: {
            ...first!.body,
            styles: ['open'],
            row: (at: number) => ({
              ...row(at),
              cells: [{ value: 1, style: 'none' }, ...row(at).cells],
            }),
          },
        }),
      ),
    ).rejects.toThrow('no style is named');
  });

  test('of long texts is cut nowhere between two blocks', async () => {
    const long = '长\u{1F600}'.repeat(10_000);
    const sheets = [
      sheetOf({
        body: {
          firstRow: 1,
          count: 100,
          styles: ['plain'],
          row: (index) => ({
            height: 15,
            cells: Array.from({ length: 300 }, (_, at) => ({
              value: at === index % 300 ? long : at,
              style: 'plain',
            })),
          }),
        },
      }),
    ];
    for (const deflate of [portableDeflate, nodeDeflate]) {
      const read = readWorkbook(await writeWorkbook(workbookOf({ sheets }), { deflate }));
      if (!read.ok) throw new Error(read.message.en);
      const [grid] = read.grid.sheets;
      for (let index = 0; index < 100; index++)
        expect(cellAt(grid!, index + 1, index + 1)?.value === long).toBe(true);
    }
  });
});
