import type { CellValue } from '../../../src/core/sheet/description';
import { cellAt } from '../../../src/core/sheet/grid';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { isBig } from '../../../src/xlsx/write/big-sheet';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { partOf, readSheet } from './read-back';
import { sheetOf, workbookOf } from './sample';

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

test('a big sheet holds what it was told to, to two readers', async () => {
  expect(isBig(sheet)).toBe(true);
  const bytes = await writeWorkbook(description);
  expect(await writeWorkbook(description)).toEqual(bytes);
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
