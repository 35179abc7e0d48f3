import type { Consolidation } from '../../../src/core/consolidation/consolidation';
import {
  dataColumns,
  columnNumber,
  exceptionColumns,
  findingColumns,
  indicatorColumns,
  submissionColumns,
} from '../../../src/core/report/column-labels';
import { consolidatedWorkbook } from '../../../src/core/report/consolidated-workbook';
import { FIRST_ROW } from '../../../src/core/report/places';
import { formatAddress, parseAddress } from '../../../src/core/sheet/address';
import type {
  CellDescription,
  SheetDescription,
  WorkbookDescription,
} from '../../../src/core/sheet/description';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { consolidated, indicator, plan } from '../consolidation/samples';
import { filledRound, options, seed } from './filled-round';

const QUALITY = filledRound({ plans: [seed('ningbo-quality-2022')], period: '2021Q2' });
const REGIONAL = filledRound({
  plans: [seed('ningbo-innovation-2026'), seed('ningbo-retrofit-2024')],
  period: '2023',
  division: 'unit-region',
  hasHistory: true,
});
/** Nothing was issued, nothing came back. */
const NOTHING = consolidated({ plans: [plan([indicator('a')])], issued: [], sent: [] });

const ROUNDS: readonly (readonly [string, Consolidation])[] = [
  ['one plan', QUALITY],
  ['two plans and regions', REGIONAL],
  ['nothing', NOTHING],
];
const WORKBOOKS: readonly (readonly [string, WorkbookDescription])[] = ROUNDS.flatMap(
  ([name, consolidation]) =>
    (['zh', 'en'] as const).map(
      (language) =>
        [`${name}, ${language}`, consolidatedWorkbook(consolidation, options(language))] as const,
    ),
);

function sheetOf(workbook: WorkbookDescription, name: string): SheetDescription {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function cellOf(sheet: SheetDescription, row: number, column: number): CellDescription {
  const cell = sheet.cells.find((each) => each.row === row && each.column === column);
  if (!cell) throw new Error(`${sheet.name}: nothing at ${formatAddress(row, column)}`);
  return cell;
}

describe('the sheets', () => {
  test.each([
    [
      'zh',
      QUALITY,
      ['总览', '例外', '指标对照', '牵头单位', '报送情况', '审核问题', '变化', '数据', '图表数据'],
    ],
    [
      'zh',
      REGIONAL,
      [
        '总览',
        '例外',
        '指标对照',
        '牵头单位',
        '区县',
        '报送情况',
        '审核问题',
        '变化',
        '数据',
        '图表数据',
      ],
    ],
    [
      'en',
      QUALITY,
      [
        'Overview',
        'Exceptions',
        'Indicators',
        'Organisations',
        'Submissions',
        'Findings',
        'Changes',
        'Data',
        'Chart data',
      ],
    ],
  ] as const)('%s', (language, consolidation, names) => {
    const { sheets } = consolidatedWorkbook(consolidation, options(language));
    expect(sheets.map(({ name }) => name)).toEqual(names);
  });

  test.each(WORKBOOKS)('%s: can be written', async (_, workbook) => {
    expect((await writeWorkbook(workbook)).length).toBeGreaterThan(5000);
  });

  test.each(WORKBOOKS)(
    '%s: print across, large enough to read; tables stay in view and filter',
    (_, { sheets }) => {
      const [overview, ...tables] = sheets.slice(0, -1);
      expect(overview!.showGridLines).toBe(false);
      expect(overview!.print!.paper).toBe('A4');
      for (const { name, print, columns } of sheets) {
        expect(print).toMatchObject({ landscape: true, fitToWidth: 1 });
        expect(print!.footer).toContain('&P');
        const last = parseAddress(print!.area!.split(':')[1]!)!.column;
        const width = columns.slice(0, last).reduce((sum, column) => sum + column.width, 0);
        // pages of 784 and 1133 points between their margins; a character takes 5.25
        const scale = (print!.paper === 'A4' ? 784 : 1133) / (width * 5.25);
        expect([name, scale > 0.5]).toEqual([name, true]);
      }
      for (const { freeze, autoFilter, cells } of tables) {
        expect(freeze!.rows).toBe(FIRST_ROW - 1);
        const hasRows = cells.some(({ row, column, value }) => {
          return row === FIRST_ROW && column === 1 && value === 1;
        });
        expect(autoFilter !== undefined).toBe(hasRows);
      }
    },
  );

  test('data can be filtered but not sorted, since formulas point at its rows', () => {
    const { protection } = sheetOf(consolidatedWorkbook(QUALITY, options()), '数据');
    expect(protection!.allow).toContain('autoFilter');
    expect(protection!.allow).not.toContain('sort');
  });

  test('a round in which nothing happened says so on every table', () => {
    const { sheets } = consolidatedWorkbook(NOTHING, options());
    for (const name of ['例外', '报送情况', '审核问题', '数据'])
      expect(cellOf(sheetOf({ sheets } as WorkbookDescription, name), FIRST_ROW, 1).value).toMatch(
        /^没有/,
      );
  });
});

/** What Excel 2010, WPS and LibreOffice share, as far as the report uses it. */
const FUNCTIONS =
  /^(COUNTIFS?|SUMIFS|SUM|COUNTA?|ROWS|INDEX|MATCH|IF|IFERROR|ISNUMBER|AND|OR|NOT|ROUND|POWER|MAX|MIN|ABS)$/;

describe.each(WORKBOOKS)('%s: formulas and links', (_, workbook) => {
  const cells = workbook.sheets.flatMap((sheet) => sheet.cells.map((cell) => ({ sheet, cell })));
  const formulas = cells.filter(({ cell }) => cell.formula !== undefined);

  test('every formula carries its value and uses common functions only', () => {
    for (const { cell } of formulas) {
      expect(cell.value).not.toBeNull();
      const withoutTexts = cell.formula!.replace(/"[^"]*"/g, '""').replace(/'[^']*'!/g, '');
      const used = [...withoutTexts.matchAll(/([A-Z][A-Z.]*)\(/g)].map(([, name]) => name!);
      expect(used.filter((name) => !FUNCTIONS.test(name))).toEqual([]);
    }
  });

  test('formulas and links name sheets of the workbook, quoted', () => {
    const names = new Set(workbook.sheets.map(({ name }) => name));
    for (const { cell } of cells)
      for (const text of [cell.formula, cell.link]) {
        const referred = [...(text ?? '').matchAll(/(.)?'([^']+)'!|([^'!(,]+)!/g)];
        for (const [, , quoted, unquoted] of referred) {
          expect(unquoted).toBeUndefined();
          expect(names).toContain(quoted);
        }
      }
  });

  test('every link leads to a cell that holds something', () => {
    const filled = new Set(
      cells.flatMap(({ sheet, cell: { row, column, value } }) =>
        value === null ? [] : [`'${sheet.name}'!${formatAddress(row, column)}`],
      ),
    );
    const links = cells.flatMap(({ cell }) => cell.link ?? []);
    expect(links.filter((link) => !filled.has(link))).toEqual([]);
  });
});

describe('指标对照', () => {
  const at = (workbook: WorkbookDescription, index: number, id: keyof typeof indicatorColumns) =>
    cellOf(sheetOf(workbook, '指标对照'), FIRST_ROW + index, columnNumber(indicatorColumns, id));

  test.each([
    ['one plan', QUALITY],
    ['two plans and regions', REGIONAL],
  ])('%s: every indicator, every figure from 数据 by formula', (_, consolidation) => {
    const workbook = consolidatedWorkbook(consolidation, options());
    consolidation.indicators.forEach((result, index) => {
      expect(at(workbook, index, 'indicator').value).toBe(result.indicator.name);
      const actual = at(workbook, index, 'actual');
      if (result.milestone === null) expect(actual.value).toBe(result.actual);
      const hasFigure = result.actual !== null || result.milestone !== null;
      expect([result.id, actual.formula !== undefined]).toEqual([result.id, hasFigure]);
      expect(actual.link?.startsWith("'数据'!") ?? false).toBe(hasFigure);
      expect(at(workbook, index, 'completion').value ?? '').toBe(result.progress.completion ?? '');
      expect(at(workbook, index, 'gap').value ?? '').toBe(result.progress.gap ?? '');
    });
  });

  test('what is not asked is grey, and says why', () => {
    const workbook = consolidatedWorkbook(QUALITY, options());
    const index = QUALITY.indicators.findIndex(({ isAsked }) => !isAsked);
    const muted = options().design.styles.muted.fill;
    expect(at(workbook, index, 'status').value).toBe('本期不报');
    expect(at(workbook, index, 'reason').value).not.toBeNull();
    expect(workbook.styles[at(workbook, index, 'indicator').style]!.fill).toBe(muted);
  });

  test('the plan column only shows where there are several', () => {
    const isHidden = (consolidation: Consolidation) =>
      sheetOf(consolidatedWorkbook(consolidation, options()), '指标对照').columns[1]!.hidden ??
      false;
    expect([isHidden(QUALITY), isHidden(REGIONAL)]).toEqual([true, false]);
  });
});

describe('counts', () => {
  test.each([
    ['one plan', QUALITY],
    ['two plans and regions', REGIONAL],
  ])('%s: the tables of the overview add up to its head figures', (_, consolidation) => {
    const overview = sheetOf(consolidatedWorkbook(consolidation, options()), '总览');
    const rowWhere = (value: string, column: number, from = 1) =>
      overview.cells.find((cell) => {
        return cell.row >= from && cell.column === column && cell.value === value;
      })!.row;
    const figures = (row: number) =>
      [4, 5, 6, 7, 8, 9, 10, 11].map((column) => cellOf(overview, row, column).value as number);
    const head = figures(rowWhere('应报指标', 4) + 1);
    const [asked, ...statuses] = head;
    const bySection = rowWhere('合计', 3);
    const byOrganisation = rowWhere('合计', 3, bySection + 1);
    expect(asked).toBe(consolidation.indicators.filter(({ isAsked }) => isAsked).length);
    expect(statuses.slice(0, 6).reduce((sum, each) => sum + each, 0)).toBe(asked);
    expect(figures(bySection)).toEqual(head);
    expect(figures(byOrganisation)).toEqual(head);
  });
});

describe('texts', () => {
  const hostile = '=HYPERLINK("http://example.com","点我")';

  test('what a file says stays text, whatever it starts with', () => {
    const description = consolidatedWorkbook(
      consolidated({
        plans: [plan([indicator('a')])],
        sent: [
          { file: '+1.xlsx', fill: { a: { value: 20, explanation: hostile, evidence: '@x' } } },
        ],
      }),
      options(),
    );
    const cells = description.sheets.flatMap((sheet) => sheet.cells);
    const texts = cells.filter(({ value }) => typeof value === 'string' && /^[=+@]/.test(value));
    expect(texts.map(({ value }) => value)).toEqual(
      expect.arrayContaining([hostile, '@x', '+1.xlsx']),
    );
    for (const { formula } of texts) expect(formula).toBeUndefined();
  });

  test('the Chinese workbook holds no English words but keys, hashes, rule ids and what files say', () => {
    const foreign: Readonly<Record<string, readonly number[]>> = {
      数据: (['key', 'raw', 'sha256', 'file', 'evidence', 'cell'] as const).map((id) =>
        columnNumber(dataColumns, id),
      ),
      审核问题: (['rule', 'file', 'cell'] as const).map((id) => columnNumber(findingColumns, id)),
      指标对照: (['source', 'reason'] as const).map((id) => columnNumber(indicatorColumns, id)),
      例外: (['source', 'subject', 'problem'] as const).map((id) =>
        columnNumber(exceptionColumns, id),
      ),
      报送情况: (['file', 'blank', 'organisation'] as const).map((id) =>
        columnNumber(submissionColumns, id),
      ),
    };
    const planWords = JSON.stringify(QUALITY.plans);
    for (const { name, cells } of consolidatedWorkbook(QUALITY, options()).sheets) {
      const own = cells.filter(
        ({ row, column }) => row < FIRST_ROW || !foreign[name]?.includes(column),
      );
      const words = own.flatMap(({ value }) =>
        typeof value === 'string' ? (value.match(/[A-Za-z]{2,}/g) ?? []) : [],
      );
      expect(words.filter((word) => word !== 'SHA' && !planWords.includes(word))).toEqual([]);
    }
  });

  test('the English workbook holds no Chinese of its own', () => {
    const round = consolidated({
      plans: [
        plan(
          [
            indicator('a', {
              name: 'Output',
              section: ['One'],
              leadUnit: 'Bureau',
              measureUnit: 't',
            }),
          ],
          {
            title: 'Plan',
            coordinator: 'Office',
            organisations: [{ name: 'Bureau', aliases: [] }],
          },
        ),
      ],
      sent: [{ organisation: 'Bureau', file: 'b.xlsx', fill: { a: 20 } }],
    });
    const { sheets } = consolidatedWorkbook(round, options('en'));
    const texts = sheets.flatMap(({ name, cells }) => [name, ...cells.map(({ value }) => value)]);
    const isOfTheFile = (text: string) => text.includes('填报表');
    expect(
      texts.filter((text) => {
        return typeof text === 'string' && /\p{Script=Han}/u.test(text) && !isOfTheFile(text);
      }),
    ).toEqual([]);
  });
});

describe('times', () => {
  test.each([
    ['2021-07-12T01:30:00Z', '2021-07-12 09:30'],
    ['2021-07-12T20:00:00Z', '2021-07-13 04:00'],
    ['2021-07-12T09:30:00+08:00', '2021-07-12 09:30'],
    ['2021-07-12T01:30:00', '2021-07-12 09:30'],
  ])('%s is shown as %s in China', (createdAt, shown) => {
    const { sheets } = consolidatedWorkbook(QUALITY, { ...options(), createdAt });
    expect(cellOf(sheets[0]!, 2, 2).value).toContain(shown);
  });
});
