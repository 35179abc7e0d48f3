import type { Consolidation } from '../../../src/core/consolidation/consolidation';
import { consolidatedWorkbook } from '../../../src/core/report/consolidated-workbook';
import { FIRST_ROW } from '../../../src/core/report/places';
import { withBodyAsCells } from '../../../src/core/sheet/body';
import type { SheetDescription } from '../../../src/core/sheet/description';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { cellAt } from '../../../src/core/sheet/grid';
import { filledRound, options, seed } from './filled-round';

const ROUND = filledRound({ plans: [seed('ningbo-quality-2022')], period: '2021Q2' });
/** As many figures as are still held as cells. */
const SHORT = 2_000;

/** The round with its figures again and again, each time from files of other names. */
function withFigures(count: number): Consolidation {
  const facts = Array.from({ length: count }, (_, index) => {
    const fact = ROUND.facts[index % ROUND.facts.length]!;
    return { ...fact, file: `${String(Math.floor(index / ROUND.facts.length))}-${fact.file}` };
  });
  return { ...ROUND, facts };
}

function dataOf(consolidation: Consolidation): SheetDescription {
  const { sheets } = consolidatedWorkbook(consolidation, options());
  return sheets.find(({ name }) => name === '数据')!;
}

describe('数据 with many figures', () => {
  const short = dataOf(withFigures(SHORT));
  const long = dataOf(withFigures(SHORT + 1));

  test('is not held as cells, yet has the rows that a short one has', () => {
    expect(short.body).toBeUndefined();
    expect(long.body).toMatchObject({ firstRow: FIRST_ROW, count: SHORT + 1 });
    const { cells, rows, ...rest } = withBodyAsCells(long);
    const last = FIRST_ROW + SHORT;
    // long's print area and filter end one row below
    const same = JSON.parse(
      JSON.stringify(rest).replaceAll(new RegExp(`:([A-Z]+)${last}"`, 'g'), `:$1${last - 1}"`),
    ) as unknown;
    const { cells: shortCells, rows: shortRows, ...shortRest } = short;
    expect(same).toEqual(JSON.parse(JSON.stringify(shortRest)));
    const withoutNulls = (sheet: SheetDescription['cells']) =>
      sheet.filter(({ row }) => row < last).map((cell) => JSON.stringify(cell, keys));
    expect(withoutNulls(cells)).toEqual(withoutNulls(shortCells));
    for (const [row, height] of shortRows) expect([row, rows.get(row)]).toEqual([row, height]);
    expect(long.body!.styles).toEqual(
      expect.arrayContaining([
        ...new Set(cells.filter(({ row }) => row >= FIRST_ROW).map(({ style }) => style)),
      ]),
    );
  });

  test('is read back as it was described', async () => {
    const workbook = consolidatedWorkbook(withFigures(SHORT + 1), options());
    const read = readWorkbook(await writeWorkbook(workbook));
    if (!read.ok) throw new Error(read.message.en);
    const grid = read.grid.sheets.find(({ name }) => name === '数据')!;
    for (const { row, column, value } of withBodyAsCells(long).cells)
      expect([row, column, cellAt(grid, row, column)?.value ?? null]).toEqual([row, column, value]);
  });
});

const keys = ['row', 'column', 'value', 'style', 'formula', 'link'];
