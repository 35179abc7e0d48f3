import { formatAddress, parseAddress } from '../../../src/core/sheet/address';
import type { CellDescription, SheetDescription } from '../../../src/core/sheet/description';
import type { BuiltTemplate } from '../../../src/core/template/build-template';
import { FORM_COLUMNS } from '../../../src/core/template/form';
import { CARRIER_SHEET, FORM_MARK, type SheetColumn } from '../../../src/core/template/model';
import { CITY_BLANK } from '../../factories/city';
import { cellOf, formOf } from '../../factories/filling';
import { CITY, indicatorOf, planOf, SEED_IDS, seedPlan, targetOf } from '../../factories/plan';
import { contextOf, FORM, historyOf, recipientFor, templateFor } from '../../factories/template';
import { recipientsOf } from '../../../src/core/template/select';
import { buildTemplate } from '../../../src/core/template/build-template';

/** The functions that Excel 2010, WPS and LibreOffice share and that this product may use. */
const SHARED_FUNCTIONS = new Set(
  (
    'ABS AND CHAR CHOOSE COUNT COUNTIF ERROR.TYPE EXACT FIND IF IFERROR INT ISERROR ISNUMBER ISTEXT ' +
    'LEFT LEN LOG10 MATCH MAX MID MIN NOT OR POWER RIGHT ROUND SUBSTITUTE SUM TEXT TRIM VALUE'
  ).split(' '),
);
const LONGEST_FORMULA = 8_000;
const LONGEST_LITERAL = 255;
/** Excel 2010 nests functions 64 deep; everything we write stays well below. */
const DEEPEST = 40;

function at(built: BuiltTemplate, key: string, column: SheetColumn): CellDescription {
  const place = parseAddress(cellOf(built, key, column))!;
  return formOf(built).cells.find(
    (cell) => cell.row === place.row && cell.column === place.column,
  )!;
}

describe('the form of a small plan', () => {
  const sheet = formOf(CITY_BLANK);
  const inRow = (row: number) => sheet.cells.filter((cell) => cell.row === row);

  test('the workbook: guide, form, definitions, and a very hidden sheet that identifies it', () => {
    expect(CITY_BLANK.description.sheets.map(({ name, state }) => [name, state])).toEqual([
      ['填报说明', 'visible'],
      ['填报表', 'visible'],
      ['指标口径', 'visible'],
      [CARRIER_SHEET, 'veryHidden'],
    ]);
  });

  test('every column of the design, the plan’s only where plans share the form', () => {
    expect(inRow(7).flatMap(({ value, column }) => (column > 1 ? [value] : []))).toEqual(
      '序号 指标 计量单位 目标值 序时目标 上期完成值 本期完成值 填报状态 完成率 进度 审核结果 情况说明 佐证材料'.split(
        ' ',
      ),
    );
    const shared = templateFor(
      contextOf([CITY, planOf({ id: 'other', title: '另一规划' })], '2021Q2'),
    );
    const columns = formOf(shared).cells.filter(({ row, column }) => row === 1 && column > 1);
    expect(columns.slice(0, FORM_COLUMNS.length).map(({ value }) => value)).toEqual(FORM_COLUMNS);
    expect(at(shared, 'city/firms', 'plan').value).toBe(CITY.title);
    expect(at(shared, 'other/firms', 'plan').value).toBe('另一规划');
  });

  test('the keys of rows and columns are hidden, and so are the columns that rules compute in', () => {
    expect(sheet.cells.find(({ row, column }) => row === 1 && column === 1)!.value).toBe(FORM_MARK);
    expect(sheet.rows.get(1)?.hidden).toBe(true);
    const lastVisible = parseAddress(cellOf(CITY_BLANK, 'city/firms', 'evidence'))!.column;
    expect(sheet.columns.map(({ hidden }) => hidden ?? false)).toEqual(
      sheet.columns.map((_, index) => index === 0 || index >= lastVisible),
    );
    expect(sheet.columns.length).toBeGreaterThan(lastVisible + 2);
    for (const { row, column, value } of inRow(1)) {
      if (column > 1)
        expect(cellOf(CITY_BLANK, 'city/firms', value as SheetColumn)).toBe(
          formatAddress(parseAddress(cellOf(CITY_BLANK, 'city/firms', 'actual'))!.row, column),
        );
      expect(row).toBe(1);
    }
  });

  test('the head says who reports what for when', () => {
    const head = [3, 4, 5, 6].flatMap((row) =>
      inRow(row).flatMap(({ column, value }) => (column > 1 && value !== null ? [value] : [])),
    );
    expect(head).toEqual([
      '填报单位：市经信局',
      '表　　号：TB01',
      '报 告 期：2021年第二季度',
      '制定机关：市经信局',
      '报送期限：2021-07-10',
      '批准(备案)文号：某政发〔2020〕1号',
      '填报进度：待填 7　已填 0/7　须修改 0　需说明 0',
      '有效期至：2022年12月31日',
    ]);
    expect(inRow(2).find(({ column }) => column === 2)!.value).toBe(
      '《某市制造业高质量发展规划》\n指标完成情况报送表',
    );
  });

  test('a row: what is asked, against what, computed from what', () => {
    const value = (key: string, column: SheetColumn) => at(CITY_BLANK, key, column).value;
    expect(value('city/productivity', 'indicator')).toBe('全员劳动生产率');
    expect(value('city/productivity', 'measureUnit')).toBe('万元/人·年');
    expect(value('city/productivity', 'target')).toBe(30);
    expect(value('city/firms', 'scheduled')).toBe(60);
    expect(value('city/investment', 'scheduled')).toBe(200);
    expect(value('city/item.rd', 'target')).toBeNull();
    expect(value('city/park', 'target')).toBe('定性');
    expect(value('city/rd-share', 'state')).toBe('自动计算');
    const formats = CITY_BLANK.description.styles;
    const format = (key: string, column: SheetColumn) =>
      formats[at(CITY_BLANK, key, column).style]!.numberFormat;
    expect(format('city/productivity', 'target')).toBe('"≥"#,##0');
    expect(format('city/productivity', 'actual')).toBe('#,##0.00');
    expect(format('city/firms', 'actual')).toBe('#,##0');
    expect(format('city/firms', 'completion')).toBe('0.0%');
  });

  test.each([
    [targetOf({ operator: '>=', value: 1.5 }), 1.5, '"≥"#,##0.0'],
    [targetOf({ operator: '>', value: 3 }), 3, '">"#,##0'],
    [targetOf({ operator: '<=', value: 3 }), 3, '"≤"#,##0'],
    [targetOf({ operator: '<', value: 17.87 }), 17.87, '"<"#,##0.00'],
    [targetOf({ operator: '~', value: 10, tolerance: 0.05 }), 10, '"≈"#,##0'],
    [targetOf({ operator: 'range', value: 3, upper: 5 }), '3—5', undefined],
    [targetOf({ value: null }), '待下达', undefined],
  ])('target %j is shown as %s', (target, shown, numberFormat) => {
    const built = templateFor(
      contextOf([planOf({ indicators: [indicatorOf({ id: 'firms', target })] })], '2021Q2'),
    );
    const cell = at(built, 'city/firms', 'target');
    expect(cell.value).toBe(shown);
    expect(built.description.styles[cell.style]!.numberFormat).toBe(numberFormat);
  });

  test('only what a person fills in is unlocked', () => {
    const { styles } = CITY_BLANK.description;
    const unlocked = sheet.cells.filter(({ style }) => styles[style]!.unlocked);
    const open = CITY_BLANK.model.entries.flatMap(({ key, derivation }) =>
      (derivation ? [] : (['actual', 'state'] as const))
        .concat(['explanation', 'evidence'] as never[])
        .map((column) => cellOf(CITY_BLANK, key, column)),
    );
    const foot = sheet.cells
      .filter(({ row, style }) => row > 16 && styles[style]!.unlocked)
      .map(({ row, column }) => formatAddress(row, column));
    expect(new Set(unlocked.map(({ row, column }) => formatAddress(row, column)))).toEqual(
      new Set([...open, ...foot]),
    );
    for (const { row, column } of CITY_BLANK.model.fields)
      expect(foot).toContain(cellOf(CITY_BLANK, row, column as SheetColumn));
    expect(unlocked.every(({ value, formula }) => value === null && formula === undefined)).toBe(
      true,
    );
    expect(sheet.protection).toEqual({
      allow: ['sort', 'autoFilter', 'formatColumns', 'formatRows'],
    });
  });

  test('a password where the round has one', () => {
    const built = templateFor(contextOf([CITY], '2021Q2', { password: '3456' }));
    expect(formOf(built).protection?.password).toBe('3456');
  });

  test('prints as a form: A4 across, one page wide, the column heads on each page, pages numbered', () => {
    expect(sheet.print).toMatchObject({
      paper: 'A4',
      landscape: true,
      fitToWidth: 1,
      titleRows: { from: 7, to: 7 },
      area: 'B2:N19',
      footer: '&C第 &P 页，共 &N 页',
    });
    expect(sheet.freeze).toEqual({ rows: 7, columns: 3 });
    expect(sheet.autoFilter!.startsWith('A7:')).toBe(true);
  });

  test('last period’s figures stand beside the cells to fill in', () => {
    const history = historyOf([
      { key: 'city/firms', organisation: '市经信局', region: null, period: '2021Q1', value: 44 },
    ]);
    const built = templateFor(contextOf([CITY], '2021Q2', { history }));
    expect(at(built, 'city/firms', 'previous').value).toBe(44);
    expect(at(built, 'city/investment', 'previous').value).toBeNull();
  });

  test('in English', () => {
    const built = templateFor(contextOf([CITY], '2021Q2', { language: 'en' }));
    expect(built.description.sheets.map(({ name }) => name)).toEqual([
      'Guide',
      'Form',
      'Definitions',
      CARRIER_SHEET,
    ]);
    expect(at(built, 'city/firms', 'findings').value).toBe(
      'Not filled in. Enter the figure, or choose a state.',
    );
  });

  test('for an organisation and region the head names both', () => {
    const built = templateFor(contextOf([CITY], '2021Q2'), {
      division: 'unit-region',
      region: '海曙区',
    });
    const head = formOf(built).cells.map(({ value }) => value);
    expect(head).toContain('填报单位：市经信局（海曙区）');
  });
});

describe('what typing is stopped or hinted at', () => {
  const { validations } = formOf(CITY_BLANK);
  const on = (cell: string) =>
    validations.filter(({ range }) => range.split(' ').includes(cell)).map(({ rule }) => rule);
  const actual = (key: string) => cellOf(CITY_BLANK, `city/${key}`, 'actual');

  test.each([
    ['firms', { type: 'whole', operator: 'between', low: -1e15, high: 1e15 }],
    ['productivity', { type: 'decimal', operator: 'between', low: -1e15, high: 1e15 }],
    ['park', { type: 'list', source: '未启动,推进中,达序时,已完成' }],
  ])('the figure of %s', (key, rule) => {
    expect(on(actual(key))).toEqual([rule]);
  });

  test('the state of every open row, and nothing on a row that computes itself', () => {
    const list = { type: 'list', source: '正常,零报告,不适用,未到报送期' };
    for (const { key, derivation } of CITY_BLANK.model.entries) {
      expect(on(cellOf(CITY_BLANK, key, 'state'))).toEqual(derivation ? [] : [list]);
      expect(on(cellOf(CITY_BLANK, key, 'actual'))).toHaveLength(derivation ? 0 : 1);
    }
  });

  test('each has a hint and stops what does not belong', () => {
    for (const { prompt, error } of validations) {
      expect(prompt!.text).not.toBe('');
      expect(error).toMatchObject({ style: 'stop', title: '填写有误' });
    }
    expect(validations.find(({ range }) => range === actual('productivity'))!.prompt).toEqual({
      title: '全员劳动生产率',
      text: '单位：万元/人·年\n时点值\n只填数字，保留 2 位小数。',
    });
  });
});

/** Every template that the five plans give in a yearly and a quarterly round, with last period's figures. */
function realTemplates(): BuiltTemplate[] {
  return SEED_IDS.flatMap((id) => {
    const plan = seedPlan(id);
    const year = plan.startYear + 1;
    return [`${year}`, `${year}Q2`].flatMap((period) => {
      const context = contextOf([plan], period, {
        history: { figure: (key) => (key.length % 3 === 0 ? null : key.length * 1.7) },
        language: period.length > 4 ? 'en' : 'zh',
      });
      return recipientsOf([plan], context.period, 'unit-region').map((recipient) =>
        buildTemplate(context, recipient),
      );
    });
  });
}

describe('every template of the real plans', () => {
  const templates = realTemplates();
  const sheets = templates.flatMap(({ description }) => description.sheets);
  const formulas = sheets.flatMap(({ cells }) =>
    cells.flatMap(({ formula }) => (formula === undefined ? [] : [formula])),
  );

  test('there are many', () => {
    expect(templates.length).toBeGreaterThan(150);
    expect(formulas.length).toBeGreaterThan(10_000);
  });

  test('formulas use only the functions that all programs share', () => {
    const used = new Set(
      formulas.flatMap((formula) => withoutLiterals(formula).match(/[A-Z][A-Z0-9.]*(?=\()/g) ?? []),
    );
    expect([...used].filter((name) => !SHARED_FUNCTIONS.has(name))).toEqual([]);
  });

  test('no formula is longer, and no text in one, than Excel opens', () => {
    expect(formulas.filter(({ length }) => length > LONGEST_FORMULA)).toEqual([]);
    const literals = formulas.flatMap((formula) => formula.match(/"(?:[^"]|"")*"/g) ?? []);
    const lengths = literals.map((literal) => literal.slice(1, -1).replaceAll('""', '"').length);
    expect(Math.max(...new Set(lengths))).toBeLessThanOrEqual(LONGEST_LITERAL);
  });

  test('formulas are whole: brackets close, no nesting beyond reach', () => {
    for (const formula of new Set(formulas)) {
      let depth = 0;
      let deepest = 0;
      for (const character of withoutLiterals(formula)) {
        if (character === '(') deepest = Math.max(deepest, ++depth);
        if (character === ')') depth--;
      }
      if (depth !== 0 || deepest > DEEPEST) throw new Error(`${depth} ${deepest}: ${formula}`);
    }
  });

  test('formulas only read the form’s own cells', () => {
    expect(formulas.filter((formula) => /!|#REF|\[/.test(withoutLiterals(formula)))).toEqual([]);
    for (const built of templates) {
      const { cells } = formOf(built);
      const lastRow = Math.max(...cells.map(({ row }) => row));
      for (const { formula } of cells)
        for (const [reference, row] of withoutLiterals(formula ?? '').matchAll(/\$[A-Z]+\$?(\d+)/g))
          if (Number(row) > lastRow) throw new Error(`${reference} in ${formula ?? ''}`);
    }
  });

  test('every formula carries its value', () => {
    for (const { name, cells } of sheets)
      for (const { formula, value, row, column } of cells)
        if (formula !== undefined && (value ?? null) === null)
          throw new Error(`${name}!${formatAddress(row, column)} has no value`);
  });

  test('no validation overlaps another', () => {
    for (const { validations } of sheets) {
      const seen = new Set<string>();
      for (const { range } of validations)
        for (const cell of range.split(' ')) {
          if (seen.has(cell) || !parseAddress(cell)) throw new Error(`two validations on ${cell}`);
          seen.add(cell);
        }
    }
  });

  test('no merge overlaps another, and every cell has a style', () => {
    for (const { description } of templates)
      for (const { merges, cells } of description.sheets) {
        const seen = new Set<string>();
        for (const cell of merges.flatMap(cellsIn)) {
          if (seen.has(cell)) throw new Error(`two merges over ${cell}`);
          seen.add(cell);
        }
        expect(cells.filter(({ style }) => !Object.hasOwn(description.styles, style))).toEqual([]);
      }
  });

  test('no title, hint or list is cut', () => {
    for (const { validations } of sheets)
      for (const { prompt, error, rule } of validations) {
        const list = rule.type === 'list' ? rule.source : '';
        const texts = [prompt!.text, error!.text, list];
        if (error!.title.length > 32 || texts.some(({ length }) => length > 255))
          throw new Error(`${error!.title} ${texts.join(' ')}`);
      }
  });

  test('the definitions sheet quotes the plan for every indicator asked', () => {
    for (const id of SEED_IDS) {
      const plan = seedPlan(id);
      const context = contextOf([plan], `${plan.startYear + 1}`);
      const { asked } = recipientFor(context);
      const texts = definitions(templateFor(context)).cells.map(({ value }) => value);
      for (const { indicators } of asked)
        for (const { name, quotes } of indicators) {
          expect(texts).toContain(name);
          expect(texts).toContain(quotes.map(({ text }) => text.replaceAll('\t', ' ')).join('\n'));
        }
    }
  });
});

test('a form without one of the columns is refused when the template is built', () => {
  const form = { ...FORM, columns: FORM.columns.filter(({ id }) => id !== 'state') };
  expect(() => templateFor(contextOf([CITY], '2021Q2', { form }))).toThrow('no column state');
});

function definitions({ description }: BuiltTemplate): SheetDescription {
  return description.sheets.find(({ name }) => name === '指标口径')!;
}

function withoutLiterals(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"/g, '""');
}

function cellsIn(range: string): string[] {
  const [from, to] = range.split(':').map((corner) => parseAddress(corner)!);
  const cells: string[] = [];
  for (let row = from!.row; row <= to!.row; row++)
    for (let column = from!.column; column <= to!.column; column++)
      cells.push(formatAddress(row, column));
  return cells;
}
