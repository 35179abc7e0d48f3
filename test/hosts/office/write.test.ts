import { parseAddress } from '../../../src/core/sheet/address';
import { cellAt, type WorkbookGrid } from '../../../src/core/sheet/grid';
import type { CellValue } from '../../../src/core/sheet/description';
import { placeOf } from '../../corpus/make/filled';
import { sharedPage } from './one-page';
import { portFailure } from './page';
import { bookOf, cellOf, FORM } from './sample-form';

jest.setTimeout(120_000);

function read(grid: WorkbookGrid | null, sheet: string, cell: string) {
  const { row, column } = parseAddress(cell)!;
  return cellAt(
    grid!.sheets.find(({ name }) => name === sheet)!,
    row,
    column,
  );
}

describe.each(['1.9', '1.14', '1.17'])('at ExcelApi %s', (version) => {
  const page = sharedPage({ version });
  const actual = placeOf('firms', 'actual');
  const explanation = placeOf('firms', 'explanation');
  const reopen = async () => {
    const cells = [
      cellOf(1, 1, null, { style: 'open' }),
      cellOf(1, 2, null, { style: 'text' }),
      cellOf(1, 3, '锁定'),
    ];
    page.double.open(await bookOf({ name: '表', cells, protection: { allow: [] } }));
  };

  test('values come back as they were written', async () => {
    await page.port.write([
      { sheet: FORM, cell: actual, value: 88.5 },
      { sheet: FORM, cell: explanation, value: '受外部需求影响，“1-2月”低' },
    ]);
    const grid = await page.port.readWorkbook();
    expect(read(grid, FORM, actual)).toMatchObject({ type: 'number', value: 88.5 });
    expect(read(grid, FORM, explanation)).toMatchObject({
      type: 'text',
      value: '受外部需求影响，“1-2月”低',
    });
  });

  test.each<CellValue>([
    ...[
      '=1+1',
      '=HYPERLINK("http://x")',
      '+86 574',
      '-',
      '@all',
      "'带撇号",
      '1',
      '12%',
      '1-2',
      '2021-07-08',
    ],
    ...[
      '3月5日',
      'TRUE',
      '#N/A',
      '007',
      '1,234',
      ' 前后有空格 ',
      '第一行\n第二行',
      '0574-87654321',
    ],
  ])('text stays text: %j', async (value) => {
    await reopen();
    await page.port.write([
      { sheet: '表', cell: 'A1', value },
      { sheet: '表', cell: 'B1', value },
    ]);
    const grid = await page.port.readWorkbook();
    for (const cell of ['A1', 'B1']) {
      expect(read(grid, '表', cell)).toMatchObject({ type: 'text', value });
      expect(read(grid, '表', cell)).not.toHaveProperty('formula');
    }
  });

  test.each<[CellValue, unknown]>([
    [0, { type: 'number', value: 0 }],
    [true, { type: 'boolean', value: true }],
    [null, undefined],
    ['', undefined],
  ])('%j becomes %j', async (value, expected) => {
    await page.port.write([{ sheet: FORM, cell: actual, value }]);
    const cell = read(await page.port.readWorkbook(), FORM, actual);
    if (expected === undefined) expect(cell).toBeUndefined();
    else expect(cell).toMatchObject(expected as object);
  });

  test('a locked cell is named, and nothing is written', async () => {
    const before = await page.port.readWorkbook();
    const failure = await portFailure(
      page.port.write([
        { sheet: FORM, cell: actual, value: 1 },
        { sheet: FORM, cell: 'C8', value: '改名' },
      ]),
    );
    expect(failure.code).toBe('protected');
    expect(failure.text.zh).toContain(`“${FORM}”的 C8`);
    expect(await page.port.readWorkbook()).toEqual(before);
  });

  test('a deleted sheet is named', async () => {
    page.double.person.deleteSheet(FORM);
    const failure = await portFailure(page.port.write([{ sheet: FORM, cell: actual, value: 1 }]));
    expect(failure.code).toBe('no-sheet');
    expect(failure.text.zh).toContain(`“${FORM}”`);
  });

  test('a sheet deleted just before writing is told of', async () => {
    page.double.faults.beforeRequest = (request) => {
      if (request.includes('"Values"')) page.double.person.deleteSheet(FORM);
    };
    const failure = await portFailure(page.port.write([{ sheet: FORM, cell: actual, value: 1 }]));
    expect(failure.code).toBe('no-sheet');
  });

  test('a read-only file is told of', async () => {
    page.double.faults.readOnly = true;
    const failure = await portFailure(page.port.write([{ sheet: FORM, cell: actual, value: 1 }]));
    expect(failure.code).toBe('protected');
    expect(failure.text.zh).toContain('只读');
  });

  test('a cell being edited is waited for, and told of after a while', async () => {
    page.double.faults.editing = 2;
    await page.port.write([{ sheet: FORM, cell: actual, value: 5 }]);
    expect(read(await page.port.readWorkbook(), FORM, actual)).toMatchObject({ value: 5 });
    page.double.faults.editing = Infinity;
    const failure = await portFailure(page.port.write([{ sheet: FORM, cell: actual, value: 6 }]));
    expect(failure.code).toBe('editing');
  });

  test('more than a request takes is told of', async () => {
    page.double.faults.requestSize = 5000;
    const value = '长'.repeat(6000);
    const failure = await portFailure(page.port.write([{ sheet: FORM, cell: explanation, value }]));
    expect(failure.code).toBe('too-large');
  });
});
