import {
  cellAt,
  gridKey,
  gridPlace,
  type SheetGrid,
  type WorkbookGrid,
} from '../../../src/core/sheet/grid';
import type { CellValue } from '../../../src/core/sheet/description';
import { review } from '../../../src/core/review/review';
import { readSubmission } from '../../../src/core/submission/read-submission';
import { CITY_BLANK, CITY_FILLING, filledCity } from '../../factories/city';
import { PLAIN } from '../../factories/digest';
import { cellOf, editsOf, footEdits } from '../../factories/filling';
import { gridOf, typed, uncomputed } from '../../factories/grid';
import {
  deleteColumn,
  deleteRow,
  hideRows,
  insertColumns,
  insertRows,
  pasteRow,
  renameSheet,
  reverseRows,
  withSheet,
  type SheetChange,
} from '../../factories/mangling';
import { CITY, indicatorOf, planOf } from '../../factories/plan';
import { submissionOf } from '../../factories/submission';
import { contextOf, templateFor } from '../../factories/template';

const FORM = '填报表';
const HIDDEN = '_tallybook';
/** As issued: rows 8 to 16 hold productivity, firms, rd, revenue, rd-share, rd.2019, rd-growth, investment, park. */
const FIRST = 8;
const LAST = 16;

const onForm =
  (change: SheetChange) =>
  (grid: WorkbookGrid): WorkbookGrid =>
    withSheet(grid, FORM, change);

const put = (cell: string, value: CellValue) => (): WorkbookGrid =>
  filledCity({}, [{ sheet: FORM, cell, value }]);

function verdict(grid: WorkbookGrid) {
  const submission = submissionOf(grid);
  return {
    entries: Object.fromEntries(
      submission.entries.map(({ entry, state, value }) => [
        entry.key.replace('city/', ''),
        state === 'value' ? value : state,
      ]),
    ),
    findings: review(submission).map(({ rule, severity, sheet, cell, entry }) =>
      [severity, rule, sheet ?? '', cell ?? '', entry?.replace('city/', '') ?? ''].join(' ').trim(),
    ),
  };
}

const AS_FILLED = {
  productivity: 31,
  firms: 70,
  'item.rd': 26,
  'item.revenue': 1000,
  'rd-share': 2.6,
  'item.rd.2019': 22,
  'rd-growth': 8.71,
  investment: 210.5,
  park: 3,
};

test('the form as filled in is clean', () => {
  expect(verdict(filledCity())).toEqual({ entries: AS_FILLED, findings: [] });
});

type Case = [
  name: string,
  mangle: (grid: WorkbookGrid) => WorkbookGrid,
  findings: string[],
  entries?: Partial<Record<keyof typeof AS_FILLED, number | string | null>>,
];

const swap = (sheets: readonly SheetGrid[]) => [...sheets].reverse();
const ALL_BLANK = Object.fromEntries(Object.keys(AS_FILLED).map((key) => [key, 'blank']));
const FORM_GONE = ['error missing-sheet'];

test.each<Case>([
  // what does no harm
  ['a row inserted above everything', onForm(insertRows(1, 3)), []],
  ['a row inserted above the head', onForm(insertRows(2)), []],
  ['rows inserted between two rows of figures', onForm(insertRows(FIRST + 2, 4)), []],
  ['a row inserted before the foot', onForm(insertRows(LAST + 1)), []],
  ['a column inserted before everything', onForm(insertColumns(1, 2)), []],
  ['a column inserted before the figures', onForm(insertColumns(8)), []],
  ['a column inserted behind the evidence', onForm(insertColumns(15)), []],
  [
    'rows and columns inserted',
    (grid) => onForm(insertRows(4, 2))(onForm(insertColumns(3))(grid)),
    [],
  ],
  ['rows sorted', onForm(reverseRows(FIRST, LAST)), []],
  ['the form’s sheet renamed', onForm(renameSheet('上报数据（定稿）')), []],
  ['the hidden sheet renamed', (grid) => withSheet(grid, HIDDEN, renameSheet('Sheet4')), []],
  [
    'the hidden sheet shown',
    (grid) => withSheet(grid, HIDDEN, (sheet) => ({ ...sheet, state: 'visible' })),
    [],
  ],
  ['the sheets in another order', (grid) => ({ ...grid, sheets: swap(grid.sheets) }), []],
  [
    'the other sheets deleted',
    (grid) => ({ ...grid, sheets: grid.sheets.slice(1, 2).concat(grid.sheets.slice(3)) }),
    [],
  ],
  ['a column of locked texts deleted', onForm(deleteColumn(3)), []],
  ['the protection taken off', onForm((sheet) => ({ ...sheet, isProtected: false })), []],
  [
    'a working sheet added',
    (grid) => ({ ...grid, sheets: [{ ...grid.sheets[0]!, name: 'Sheet1' }, ...grid.sheets] }),
    [],
  ],

  // what is said, and the figures count
  [
    'two rows hidden',
    onForm(hideRows(9, 11)),
    ['note hidden-row 填报表 H9 firms', 'note hidden-row 填报表 H11 item.revenue'],
  ],
  [
    'numbers typed as text',
    () =>
      filledCity({ 'city/firms': { actual: '７０' }, 'city/item.revenue': { actual: '1,000.00' } }),
    ['note number-as-text 填报表 H9 firms', 'note number-as-text 填报表 H11 item.revenue'],
  ],
  [
    'a completion formula overwritten',
    put('J8', 1),
    ['note altered-formula 填报表 J8 productivity'],
  ],
  [
    'a check result overwritten with nothing',
    put('L8', null),
    ['note altered-formula 填报表 L8 productivity'],
  ],
  ['a computed figure overwritten', put('H12', 9.9), ['note altered-formula 填报表 H12 rd-share']],
  ['the progress of the head overwritten', put('B6', '已填'), ['note altered-formula 填报表 B6']],
  ['words written below the form', put('P30', '请查收'), ['note extra-row 填报表']],
  [
    'a column of one’s own between the form’s',
    (grid) => onForm((sheet) => set(sheet, 9, 8, '小计'))(onForm(insertColumns(8))(grid)),
    ['note extra-column 填报表'],
  ],
  [
    'a row of one’s own between the form’s',
    (grid) => onForm((sheet) => set(sheet, 10, 8, 999))(onForm(insertRows(10))(grid)),
    ['note extra-row 填报表'],
  ],
  [
    'a sheet of one’s own',
    (grid) => ({
      ...grid,
      sheets: [...grid.sheets, set({ ...blankSheet, name: '测算' }, 1, 1, 999)],
    }),
    ['note extra-sheet'],
  ],
  ['an empty sheet', (grid) => ({ ...grid, sheets: [...grid.sheets, blankSheet] }), []],
  ['the key column deleted', onForm(deleteColumn(1)), ['note recovered-by-names 填报表']],
  ['the key row deleted', onForm(deleteRow(1)), ['note recovered-by-headings 填报表']],
  [
    'key column and key row deleted, rows sorted',
    (grid) => onForm(deleteRow(1))(onForm(deleteColumn(1))(onForm(reverseRows(FIRST, LAST))(grid))),
    ['note recovered-by-headings 填报表', 'note recovered-by-names 填报表'],
  ],
  [
    'the keys of two rows overwritten',
    onForm((sheet) => set(set(sheet, 9, 1, '1'), 10, 1, '2')),
    ['note recovered-by-names 填报表'],
  ],
  [
    'the ids of two columns overwritten',
    onForm((sheet) => set(set(sheet, 1, 8, 'x'), 1, 9, 'y')),
    ['note recovered-by-headings 填报表'],
  ],
  [
    'links to other workbooks',
    (grid) => ({ ...grid, externalLinks: ['file:///C:/a.xlsx', 'b.xlsx'] }),
    ['note external-link'],
  ],
  ['macros', (grid) => ({ ...grid, hasMacros: true }), ['note macros']],

  // what must be corrected
  ['a locked target lowered', put('E8', 15), ['error altered-locked-cell 填报表 E8 productivity']],
  ['a target typed as text', put('E8', '30'), ['error altered-locked-cell 填报表 E8 productivity']],
  ['a unit changed', put('D9', '万家'), ['error altered-locked-cell 填报表 D9 firms']],
  ['an indicator’s name emptied', put('C9', null), ['error altered-locked-cell 填报表 C9 firms']],
  [
    'a target changed after sorting',
    (grid) => onForm(reverseRows(FIRST, LAST))(onForm((sheet) => set(sheet, 8, 5, 15))(grid)),
    ['error altered-locked-cell 填报表 E16 productivity'],
  ],
  [
    'the period of the head changed',
    put('B4', '报 告 期：2021年第三季度'),
    ['error altered-head 填报表 B4'],
  ],
  ['a row deleted', onForm(deleteRow(9)), ['error missing-row 填报表  firms'], { firms: 'blank' }],
  [
    'a row behind a ratio deleted',
    onForm(deleteRow(11)),
    ['error missing-row 填报表  item.revenue'],
    { 'item.revenue': 'blank', 'rd-share': 'blank' },
  ],
  [
    'a row pasted over another',
    onForm(pasteRow(8, 9)),
    ['error duplicate-row 填报表 H8 productivity', 'error missing-row 填报表  firms'],
    { firms: 'blank' },
  ],
  [
    'a row pasted below the others',
    (grid) => onForm(pasteRow(9, 18))(onForm(insertRows(LAST + 1, 3))(grid)),
    ['error duplicate-row 填报表 H9 firms'],
  ],
  [
    'the figures’ column deleted',
    onForm(deleteColumn(8)),
    ['error missing-column 填报表'],
    { ...ALL_BLANK },
  ],
  ['the states’ column deleted', onForm(deleteColumn(9)), ['error missing-column 填报表']],
  ['the explanations’ column deleted', onForm(deleteColumn(13)), ['error missing-column 填报表']],
  [
    'the form’s sheet deleted',
    (grid) => ({ ...grid, sheets: grid.sheets.filter(({ name }) => name !== FORM) }),
    FORM_GONE,
    ALL_BLANK,
  ],
  [
    'the key column and the figures’ heading gone',
    (grid) => onForm((sheet) => set(sheet, 7, 7, '数'))(onForm(deleteColumn(1))(grid)),
    ['note recovered-by-names 填报表'],
  ],
  [
    'keys and headings gone',
    (grid) => onForm(deleteRow(6))(onForm(deleteRow(1))(onForm(deleteColumn(1))(grid))),
    FORM_GONE,
    ALL_BLANK,
  ],
  [
    'figures’ cells of three rows merged',
    onForm((sheet) => ({ ...sheet, merges: [...sheet.merges, 'H8:H10'] })),
    [
      'note merged-cells 填报表 H8',
      'error missing-figure 填报表 H9 firms',
      'error missing-figure 填报表 H10 item.rd',
    ],
    { firms: 'blank', 'item.rd': 'blank', 'rd-share': 'blank', 'rd-growth': 'blank' },
  ],
  [
    'the figures’ column copied, one figure changed in the copy',
    (grid) => onForm((sheet) => set(copyColumn(sheet, 8, 30), 9, 30, 90))(grid),
    ['error duplicate-column 填报表 H9 firms'],
  ],
  ['the figures’ column copied', onForm((sheet) => copyColumn(sheet, 8, 30)), []],
  ['the evidence’s column deleted', onForm(deleteColumn(14)), []],
  [
    'a row of the foot deleted',
    onForm(deleteRow(LAST + 2)),
    ['error head-missing 填报表', 'error head-missing 填报表'],
  ],
  [
    'the foot left empty',
    () => gridOf(CITY_BLANK.description, editsOf(CITY_BLANK, CITY_FILLING)),
    [
      'error head-missing 填报表 H17',
      'error head-missing 填报表 M17',
      'error head-missing 填报表 D18',
      'error head-missing 填报表 H18',
    ],
  ],
  [
    'a formula saved without its value',
    () => filledCity({ 'city/firms': { actual: uncomputed("SUM('[1]x'!A1:A9)") } }),
    ['error formula-without-value 填报表 H9 firms', 'error not-a-number 填报表 H9 firms'],
    { firms: 'invalid' },
  ],
  [
    'words for figures',
    () => filledCity({ 'city/firms': { actual: '约70' }, 'city/investment': { actual: '—' } }),
    ['error not-a-number 填报表 H9 firms', 'error not-a-number 填报表 H15 investment'],
    { firms: 'invalid', investment: 'invalid' },
  ],
  [
    'nothing filled in',
    () => gridOf(CITY_BLANK.description, footEdits(CITY_BLANK)),
    [
      '8 productivity',
      '9 firms',
      '10 item.rd',
      '11 item.revenue',
      '13 item.rd.2019',
      '15 investment',
      '16 park',
    ].map((place) => `error missing-figure 填报表 H${place}`),
    ALL_BLANK,
  ],

  // copies
  [
    'an untouched copy of the blank form beside it',
    (grid) => ({ ...grid, sheets: [...grid.sheets, copyOf(gridOf(CITY_BLANK.description))] }),
    [],
  ],
  ['an equal copy beside it', (grid) => ({ ...grid, sheets: [...grid.sheets, copyOf(grid)] }), []],
  [
    'a copy with another figure',
    (grid) => ({
      ...grid,
      sheets: [...grid.sheets, copyOf(filledCity({ 'city/firms': { actual: 90 } }))],
    }),
    ['error duplicate-form 填报表 H9 firms'],
  ],
  [
    'the figures filled into the copy',
    (grid) => ({
      ...grid,
      sheets: [...gridOf(CITY_BLANK.description, footEdits(CITY_BLANK)).sheets, copyOf(grid)],
    }),
    Object.keys(AS_FILLED)
      .filter((key) => !key.startsWith('rd-'))
      .map(
        (key) =>
          `error duplicate-form 填报表 ${cellOf(CITY_BLANK, `city/${key}`, 'actual')} ${key}`,
      ),
    ALL_BLANK,
  ],
])('%s', (_, mangle, findings, entries = {}) => {
  expect(verdict(mangle(filledCity()))).toEqual({
    entries: { ...AS_FILLED, ...entries },
    findings,
  });
});

function set(sheet: SheetGrid, row: number, column: number, value: string | number): SheetGrid {
  return { ...sheet, cells: new Map([...sheet.cells, [gridKey(row, column), typed(value)]]) };
}

const blankSheet: SheetGrid = {
  ...filledCity().sheets[0]!,
  name: 'Sheet1',
  cells: new Map(),
  merges: [],
};

function copyColumn(sheet: SheetGrid, from: number, to: number): SheetGrid {
  const cells = new Map(sheet.cells);
  for (const [key, cell] of sheet.cells) {
    const { row, column } = gridPlace(key);
    if (column === from) cells.set(gridKey(row, to), cell);
  }
  return { ...sheet, cells };
}

function copyOf(grid: WorkbookGrid): SheetGrid {
  return { ...grid.sheets.find(({ name }) => name === FORM)!, name: `${FORM} (2)` };
}

describe('which file it is', () => {
  const read = (grid: WorkbookGrid) => readSubmission(grid, PLAIN).is;
  const hidden = (change: SheetChange) => withSheet(filledCity(), HIDDEN, change);

  test.each<[name: string, is: string, grid: WorkbookGrid]>([
    ['ours', 'submission', filledCity()],
    ['a workbook without sheets', 'foreign', { ...filledCity(), sheets: [] }],
    [
      'the hidden sheet deleted',
      'unidentified',
      { ...filledCity(), sheets: filledCity().sheets.slice(0, 3) },
    ],
    ['its mark overwritten', 'unidentified', hidden((sheet) => set(sheet, 1, 1, '年'))],
    ['its version unknown', 'damaged', hidden((sheet) => set(sheet, 1, 1, 'tallybook:carrier:99'))],
    ['its count overwritten', 'damaged', hidden((sheet) => set(sheet, 2, 1, 'x'))],
    ['its count enormous', 'damaged', hidden((sheet) => set(sheet, 2, 1, 1e9))],
    [
      'a piece cut short',
      'damaged',
      hidden((sheet) => set(sheet, 3, 1, String(cellAt(sheet, 3, 1)!.value).slice(0, -1))),
    ],
    ['a piece deleted', 'damaged', hidden(deleteRow(3))],
    ['a row inserted between its pieces', 'damaged', hidden(insertRows(4))],
    [
      'other JSON in it',
      'damaged',
      hidden((sheet) => set(set(sheet, 2, 1, 1), 3, 1, '|{"__proto__":{"x":1}}|')),
    ],
  ])('%s: %s', (_, is, grid) => {
    expect(read(grid)).toBe(is);
  });

  test('a changed hidden sheet is named', () => {
    const lowered = hidden((sheet) => {
      const row = [3, 4, 5, 6, 7, 8].find((at) =>
        String(cellAt(sheet, at, 1)?.value).includes('`value`:120'),
      )!;
      const text = String(cellAt(sheet, row, 1)!.value);
      return set(sheet, row, 1, text.replace('`value`:120', '`value`:12'));
    });
    const submission = submissionOf(lowered);
    expect(submission.seal).toBe('altered');
    expect(review(submission).map(({ rule, severity }) => [rule, severity])).toContainEqual([
      'altered-identity',
      'error',
    ]);
  });
});

describe('the forms of two organisations in one workbook', () => {
  const other = templateFor(
    contextOf([planOf({ id: 'other', indicators: [indicatorOf({ id: 'patents' })] })], '2021Q2'),
  );
  const otherGrid = gridOf(other.description, [
    ...editsOf(other, { 'other/patents': { actual: 77 } }),
    ...footEdits(other),
  ]);
  const form = (grid: WorkbookGrid) => copyOf(grid);

  test('each hidden sheet goes with its own form, wherever that stands', () => {
    const city = filledCity();
    const both = { ...city, sheets: [form(otherGrid), ...city.sheets] };
    expect(verdict(both)).toEqual({
      entries: AS_FILLED,
      findings: ['note extra-sheet'],
    });
  });

  test('a form that is not the hidden sheet’s own is not read', () => {
    const city = filledCity();
    const sheets = [form(otherGrid), ...city.sheets.filter(({ name }) => name !== FORM)];
    expect(verdict({ ...city, sheets }).findings).toEqual([...FORM_GONE, 'note extra-sheet']);
  });

  test.each([
    ['behind', (own: SheetGrid[], others: SheetGrid) => [...own, others]],
    ['before', (own: SheetGrid[], others: SheetGrid) => [others, ...own]],
  ])('the form of another region %s it is told by its head', (_, together) => {
    const context = contextOf([CITY], '2021Q2');
    const [haishu, jiangbei] = ['海曙区', '江北区'].map((region, index) => {
      const built = templateFor(context, { division: 'region', region });
      return gridOf(built.description, [
        ...editsOf(built, {
          'city/item.rd': { actual: 20 },
          'city/item.revenue': { actual: 1000 },
          'city/investment': { actual: 10 + index },
        }),
        ...footEdits(built),
      ]);
    });
    const both = { ...haishu!, sheets: together([...haishu!.sheets], form(jiangbei!)) };
    const submission = submissionOf(both);
    expect(submission.model.region).toBe('海曙区');
    expect(submission.entries.find(({ entry }) => entry.key === 'city/investment')?.value).toBe(10);
    expect(review(submission).map(({ rule }) => rule)).toEqual(['extra-sheet']);
  });
});
