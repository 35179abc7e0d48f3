import type { Edit } from '../../../src/hosts/pane/port';
import { comparable, fileGrid } from './compare';
import { nodeCalculator } from './iron-calc';
import { openPage, portFailure, type OpenPage } from './page';
import { bookOf, cellOf, FORM, sampleForm } from './sample-form';
import { placeOf } from '../../corpus/make/filled';

jest.setTimeout(120_000);
let page: OpenPage;

beforeAll(async () => {
  page = await openPage(await sampleForm(), { version: '1.14' });
});
afterAll(() => {
  page.close();
});
beforeEach(async () => {
  page.double.open(await sampleForm());
});
afterEach(() => {
  const { double } = page;
  Object.assign(double.faults, {
    ...{ editing: 0, requestSize: Infinity, answerSize: Infinity, readOnly: false },
    beforeRequest: () => undefined,
  });
  expect(double.lacking).toEqual([]);
});

/** The double's requests from here on. */
function counting(): () => OpenPage['double']['requests'] {
  const before = page.double.requests.length;
  return () => page.double.requests.slice(before);
}

const rows = (count: number, columns: number) =>
  Array.from({ length: count * columns }, (_, index) =>
    cellOf(1 + Math.floor(index / columns), 1 + (index % columns), `第${index}格`),
  );

test('a form takes three requests', async () => {
  const requests = counting();
  await page.port.readWorkbook();
  // the library tells Excel afterwards that nothing is needed any more
  expect(requests().filter(({ answered }) => answered > 200).length).toBeLessThanOrEqual(4);
});

describe('sizes', () => {
  test('a large sheet comes in several requests, none near 5 MB', async () => {
    const bytes = await bookOf({ name: '大表', cells: rows(3000, 12) }, { name: '空表' });
    page.double.open(bytes);
    const requests = counting();
    const grid = await page.port.readWorkbook();
    expect(comparable(grid!)).toEqual(comparable(fileGrid(bytes)));
    expect(Math.max(...requests().map(({ answered }) => answered))).toBeLessThan(2_000_000);
  });

  test('an answer that Excel finds too large is asked for in halves', async () => {
    const bytes = await bookOf(
      { name: '长文', cells: rows(40, 3), merges: ['D1:E1'] },
      { name: '短文', cells: rows(3, 3) },
    );
    page.double.open(bytes);
    page.double.faults.answerSize = 3000;
    const grid = await page.port.readWorkbook();
    const file = comparable(fileGrid(bytes)).map(({ cells }) => cells);
    expect(comparable(grid!).map(({ cells }) => cells)).toEqual(file);
    expect(grid!.sheets[0]!.merges).toEqual(['D1:E1']);
  });

  test('one cell that is too large is said', async () => {
    page.double.open(await bookOf({ cells: [cellOf(1, 1, '长'.repeat(9000))] }));
    page.double.faults.answerSize = 6000;
    expect(await portFailure(page.port.readWorkbook())).toMatchObject({ code: 'too-large' });
  });

  test('an area larger than any form is named, not read', async () => {
    const far = cellOf(40_000, 20, 1);
    page.double.open(await bookOf({ name: '台账', cells: [cellOf(1, 1, 1), far] }));
    const failure = await portFailure(page.port.readWorkbook());
    expect(failure).toMatchObject({ code: 'too-large' });
    expect(failure.text.zh).toContain('工作表“台账”');
    expect(failure.text.zh).toContain('800000');
  });

  test('formats far below the form are not read', async () => {
    const bytes = await bookOf({ cells: [cellOf(1, 1, 1), cellOf(2, 2, '尾')] });
    page.double.open(bytes);
    page.double.book.sheets[0]!.cell(200_000, 30).format = '0%';
    const grid = await page.port.readWorkbook();
    expect(comparable(grid!)).toEqual(comparable(fileGrid(bytes)));
  });
});

describe('a cell that is being edited', () => {
  test('is waited for', async () => {
    page.double.faults.editing = 3;
    expect((await page.port.readWorkbook())!.sheets).toHaveLength(4);
  });

  test('is told of when it takes too long', async () => {
    page.double.faults.editing = Infinity;
    expect(await portFailure(page.port.readWorkbook())).toMatchObject({
      code: 'editing',
      text: { zh: expect.stringContaining('回车') as string },
    });
  });
});

describe('a sheet deleted between two requests', () => {
  test('is left out', async () => {
    const bytes = await bookOf(
      { name: '甲', cells: [cellOf(1, 1, 1)] },
      { name: '乙', cells: [cellOf(1, 1, 2)] },
    );
    page.double.open(bytes);
    page.double.faults.beforeRequest = () => {
      page.double.faults.beforeRequest = () => {
        page.double.faults.beforeRequest = () => undefined;
        page.double.person.deleteSheet('乙');
      };
    };
    const grid = await page.port.readWorkbook();
    expect(grid!.sheets.map(({ name }) => name)).toEqual(['甲']);
  });

  test('is told of where sheets go on disappearing', async () => {
    const sheets = Array.from({ length: 9 }, (_, index) => ({
      name: `表${index}`,
      cells: [cellOf(1, 1, 1)],
    }));
    page.double.open(await bookOf(...sheets));
    page.double.faults.beforeRequest = () => {
      page.double.person.deleteSheet(page.double.book.sheets.at(-1)!.name);
    };
    expect(await portFailure(page.port.readWorkbook())).toMatchObject({ code: 'no-sheet' });
  });
});

describe('reading again after edits', () => {
  const edit = (sheet: string, range: string | null = null): Edit => ({ sheet, range });

  test('leaves sheets alone that cannot have changed', async () => {
    const grid = (await page.port.readWorkbook())!;
    const whole = counting();
    await page.port.readWorkbook();
    const all = Math.max(...whole().map(({ answered }) => answered));
    page.double.person.type(FORM, placeOf('firms', 'actual'), '88');
    const requests = counting();
    const again = (await page.port.readWorkbook({ grid, edits: [edit(FORM)] }))!;
    expect(Math.max(...requests().map(({ answered }) => answered))).toBeLessThan(all);
    const sheet = (name: string, of: typeof grid) => of.sheets.find((one) => one.name === name)!;
    expect(sheet('_tallybook', again).cells).toBe(sheet('_tallybook', grid).cells);
    expect(comparable(again)).toEqual(comparable((await page.port.readWorkbook())!));
    expect(comparable(again)).not.toEqual(comparable(grid));
  });

  test.each<[what: string, change: () => void, edits: readonly Edit[]]>([
    ['a new sheet', () => page.double.person.addSheet('备注'), [edit('备注')]],
    [
      'a sheet gone',
      () => {
        page.double.person.deleteSheet('指标口径');
      },
      [edit('指标口径')],
    ],
    [
      'a sheet renamed, unheard',
      () => {
        page.double.person.renameSheet('填报说明', '说明');
      },
      [],
    ],
    [
      'a row hidden',
      () => {
        page.double.person.hideRow(FORM, 9);
      },
      [edit(FORM)],
    ],
    [
      'protection gone',
      () => {
        page.double.person.unprotect('填报说明');
      },
      [],
    ],
  ])('sees %s', async (_, change, edits) => {
    const grid = (await page.port.readWorkbook())!;
    change();
    const again = await page.port.readWorkbook({ grid, edits });
    expect(comparable(again!)).toEqual(comparable((await page.port.readWorkbook())!));
  });
});

test('merges are not known before ExcelApi 1.13, all else is', async () => {
  const bytes = await sampleForm();
  const old = await openPage(bytes, { version: '1.9' });
  const grid = (await old.port.readWorkbook())!;
  expect(grid.sheets.flatMap(({ merges }) => merges)).toEqual([]);
  expect(comparable(grid, false)).toEqual(comparable(fileGrid(bytes), false));
  old.close();
});

test('what the form computes changes as figures are typed', async () => {
  const options = { version: '1.14', calculator: nodeCalculator() };
  const live = await openPage(await sampleForm(), options);
  const progress = async () => {
    const form = (await live.port.readWorkbook())!.sheets.find(({ name }) => name === FORM)!;
    const texts = [...form.cells.values()].map(({ value }) => String(value));
    return texts.find((text) => text.startsWith('填报进度'));
  };
  expect(await progress()).toMatch(/已填 8\/8\s须修改 0/);
  live.double.person.type(FORM, placeOf('firms', 'actual'), '约50家');
  expect(await progress()).toMatch(/已填 8\/8\s须修改 1/);
  live.double.person.clear(FORM, placeOf('firms', 'actual'));
  expect(await progress()).toMatch(/已填 7\/8\s须修改 0/);
  live.close();
});
