import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import ts from 'typescript';
import { writeWorkbook } from '../../../../src/xlsx/write/write-workbook';
import { SEED_IDS, seedPlan } from '../../../factories/plan';
import { contextOf, templateFor } from '../../../factories/template';
import { nodeCalculator } from '../iron-calc';
import { openPage, type OpenPage } from '../page';
import { PERIODS } from '../periods';
import { FORM, sampleForm } from '../sample-form';
import type { LiveBook } from './book';
import { loadBook } from './load-book';
import { typedValue } from './typed-value';

jest.setTimeout(120_000);

describe('the real library against the double', () => {
  let page: OpenPage;
  beforeAll(async () => {
    page = await openPage(await sampleForm(), { version: '1.9' });
  });
  afterAll(() => {
    page.close();
  });

  const codeOf = async (batch: (context: Excel.RequestContext) => Promise<unknown>) => {
    try {
      await Excel.run(batch);
    } catch (error) {
      return (error as OfficeExtension.Error).code;
    }
    return null;
  };

  test('refuses to give what was not loaded', async () => {
    const code = await codeOf((context) => {
      const sheet = context.workbook.worksheets.getItem(FORM);
      return Promise.resolve(sheet.name);
    });
    expect(code).toBe('PropertyNotLoaded');
  });

  test('refuses what the version lacks', async () => {
    const code = await codeOf((context) => {
      context.workbook.save();
      return context.sync();
    });
    expect(code).toBe('ApiNotFound');
  });

  test.each<[member: string, batch: (context: Excel.RequestContext) => void]>([
    ['Workbook.Tables', ({ workbook }) => workbook.tables.load('items/name')],
    [
      'Range.Clear()',
      ({ workbook }) => {
        workbook.worksheets.getItem(FORM).getRange('A1').clear();
      },
    ],
    ['Range.Text', ({ workbook }) => workbook.worksheets.getItem(FORM).getRange('A1').load('text')],
    [
      'Worksheet.TabColor =',
      ({ workbook }) => {
        workbook.worksheets.getItem(FORM).tabColor = '#FFFFFF';
      },
    ],
  ])('fails by name without %s', async (member, batch) => {
    const code = await codeOf((context) => {
      batch(context);
      return context.sync();
    });
    expect(code).toBe('DoubleLacksMember');
    expect(page.double.lacking.splice(0)).toEqual([`the double has no ${member}`]);
  });

  test('has no call but the rich API', async () => {
    const result = await new Promise<Office.AsyncResult<Office.File>>((resolve) => {
      Office.context.document.getFileAsync(Office.FileType.Compressed, resolve);
    });
    expect(result.status).toBe('failed');
    expect(page.double.lacking.splice(0)).toEqual([
      expect.stringMatching(/^the double has no call \d+$/),
    ]);
  });
});

const formulasOf = (book: LiveBook) =>
  book.sheets.flatMap((sheet) =>
    [...sheet.cells]
      .filter(([, { formula }]) => formula !== null)
      .map(([place, { value, isError }]) => [sheet.name, place, value, isError]),
  );

test.each(SEED_IDS)(
  'the formulas of a blank of %s compute to the values stored in it',
  async (id) => {
    const built = templateFor(contextOf([seedPlan(id)], PERIODS[id]));
    const bytes = await writeWorkbook(built.description);
    const [stored, computed] = [loadBook(bytes, ''), loadBook(bytes, '')];
    for (const sheet of computed.sheets)
      for (const cell of sheet.cells.values())
        if (cell.formula !== null) cell.value = 'not computed';
    nodeCalculator().load(computed);
    expect(formulasOf(stored).length).toBeGreaterThan(5);
    expect(formulasOf(computed)).toEqual(formulasOf(stored));
  },
);

/** Day numbers from 30 December 1899. */
test.each<[input: string, format: string, value: unknown, more?: object]>([
  ['1', 'General', 1],
  ['007', 'General', 7],
  ['007', '@', '007'],
  ['1,234.5', 'General', 1234.5, { format: '#,##0.00' }],
  ['12%', 'General', 0.12, { format: '0%' }],
  ['12.5%', 'General', 0.125, { format: '0.00%' }],
  ['12', '0%', 0.12],
  ['2021-07-08', 'General', 44385, { format: 'm/d/yyyy' }],
  ['2021年7月8日', 'General', 44385, { format: 'yyyy"年"m"月"d"日"' }],
  ['1-2', 'General', 44198, { format: 'm"月"d"日"' }],
  ['3月5日', 'General', 44260, { format: 'm"月"d"日"' }],
  ['2021-02-30', 'General', '2021-02-30'],
  ['true', 'General', true],
  ['#N/A', 'General', '#N/A', { isError: true }],
  ['=A1+1', 'General', 0, { formula: 'A1+1' }],
  ['=A1+1', '@', '=A1+1'],
  ["'1", 'General', '1'],
  ['约50', 'General', '约50'],
  ['—', 'General', '—'],
  ['-', 'General', '-'],
  ['１２３', 'General', '１２３'],
  ['', 'General', null],
])('typing %j into a cell of format %s', (input, format, value, more = {}) => {
  expect(typedValue(input, format)).toEqual({ value, isError: false, formula: null, ...more });
});

test('imports nothing that a page does not have', () => {
  const files = readdirSync(__dirname).filter((file) => !file.endsWith('.test.ts'));
  expect(files).toContain('install.ts');
  const imported = files.flatMap((file) =>
    ts
      .preProcessFile(readFileSync(path.join(__dirname, file), 'utf8'))
      .importedFiles.map(({ fileName }) => fileName),
  );
  expect(imported.filter((name) => isBuiltin(name))).toEqual([]);
});
