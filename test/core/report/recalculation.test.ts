import type * as exceljs from 'exceljs';
import { consolidatedWorkbook } from '../../../src/core/report/consolidated-workbook';
import { formatAddress } from '../../../src/core/sheet/address';
import type { CellValue, WorkbookDescription } from '../../../src/core/sheet/description';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { convert, CONVERT_TIMEOUT, describeWithLibreOffice } from '../../office/libreoffice';
import { readBack } from '../../xlsx/write/read-back';
import { filledRound, options, seed, type Round } from './filled-round';
import { HOSTILE_ROUND } from './plain-round';

jest.setTimeout(2 * CONVERT_TIMEOUT);

const ROUNDS: readonly (Round & { readonly name: string; readonly language: 'zh' | 'en' })[] = [
  {
    name: 'one plan by organisation',
    language: 'zh',
    plans: [seed('ningbo-quality-2022')],
    period: '2021Q2',
  },
  {
    name: 'two plans by organisation and region, with last year',
    language: 'zh',
    plans: [seed('ningbo-innovation-2026'), seed('ningbo-retrofit-2024')],
    period: '2023',
    division: 'unit-region',
    hasHistory: true,
  },
  {
    name: 'regions only, in English',
    language: 'en',
    plans: [seed('shaoxing-4151')],
    period: '2024',
    division: 'region',
    silentEvery: 100,
  },
  {
    name: 'targets shared out to regions',
    language: 'zh',
    plans: [seed('shaoxing-4151')],
    period: '2023H1',
    division: 'unit-region',
  },
  {
    name: 'the regions of a province, with last year',
    language: 'zh',
    plans: [seed('zhejiang-2025')],
    period: '2023',
    division: 'region',
    hasHistory: true,
  },
];

describeWithLibreOffice('LibreOffice computes the consolidated workbook again', () => {
  test.each(ROUNDS)('$name', async ({ language, ...round }) => {
    const description = consolidatedWorkbook(filledRound(round), options(language));
    const saved = convert(await writeWorkbook(description), 'xlsx', { recalculate: true });
    const formulas = formulasOf(description);
    expect(formulas.length).toBeGreaterThan(200);
    expect(differences(formulas, await readBack(saved))).toEqual([]);
  });

  test('names with quotes and signs', async () => {
    const description = consolidatedWorkbook(HOSTILE_ROUND, options());
    const saved = convert(await writeWorkbook(description), 'xlsx', { recalculate: true });
    expect(differences(formulasOf(description), await readBack(saved))).toEqual([]);
  });
});

interface Formula {
  readonly sheet: string;
  readonly address: string;
  readonly formula: string;
  readonly value: CellValue;
}

function formulasOf({ sheets }: WorkbookDescription): Formula[] {
  return sheets.flatMap(({ name, cells }) =>
    cells.flatMap(({ row, column, value, formula }) =>
      formula === undefined
        ? []
        : [{ sheet: name, address: formatAddress(row, column), formula, value }],
    ),
  );
}

function differences(formulas: readonly Formula[], workbook: exceljs.Workbook) {
  return formulas.flatMap(({ sheet, address, formula, value }) => {
    const cell = workbook.getWorksheet(sheet)!.getCell(address);
    const { result } = cell as { result?: unknown };
    const found = result ?? '';
    const isSame =
      typeof value === 'number' && typeof found === 'number'
        ? Math.abs(value - found) <= 1e-9 * Math.max(1, Math.abs(value))
        : value === found;
    return isSame ? [] : [{ sheet, address, formula, value, found }];
  });
}
