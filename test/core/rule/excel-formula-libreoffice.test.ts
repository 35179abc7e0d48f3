import fc from 'fast-check';
import * as exceljs from 'exceljs';
import { evaluateCondition, evaluateNumber, type Figures } from '../../../src/core/rule/evaluate';
import {
  compileCondition,
  compileNumber,
  type Binding,
} from '../../../src/core/rule/excel-formula';
import {
  NUMBER_FIGURES,
  TEXT_FIGURES,
  type Condition,
  type NumberExpression,
} from '../../../src/core/rule/expression';
import { condition, number } from '../../../src/core/rule/rule';
import type { CellDescription, CellValue } from '../../../src/core/sheet/description';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import { convert, CONVERT_TIMEOUT, describeWithLibreOffice } from '../../office/libreoffice';
import {
  conditions,
  ENTRIES,
  figureValues,
  numberExpressions,
  print,
  textValues,
} from './expressions';

jest.setTimeout(CONVERT_TIMEOUT);

/** One row of the workbook: what its cells hold, and one expression of each sort over them. */
interface Case {
  readonly number: NumberExpression;
  readonly condition: Condition;
  readonly cells: readonly CellValue[];
}

const NUMBERS = [...NUMBER_FIGURES, ...ENTRIES];
const COLUMNS: readonly string[] = [...NUMBERS, ...TEXT_FIGURES];
const NUMBER_COLUMN = COLUMNS.length + 1;
const CONDITION_COLUMN = COLUMNS.length + 2;
const COUNT = 500;

const cell = (name: string, row: number) =>
  `$${String.fromCharCode(65 + COLUMNS.indexOf(name))}${row}`;

function bindingOf(row: number): Binding {
  return {
    number: (name) => ({ type: 'cell', reference: cell(name, row) }),
    text: (name) => cell(name, row),
    entry: (id) => ({ type: 'cell', reference: cell(id, row) }),
  };
}

/** A number cell that holds a text, spaces or an error counts as blank, here as in the sheet. */
function figuresOf({ cells }: Case): Figures {
  const numberIn = (name: string) => {
    const value = cells[COLUMNS.indexOf(name)];
    return typeof value === 'number' ? value : null;
  };
  return {
    number: numberIn,
    entry: numberIn,
    text: (name) => String(cells[COLUMNS.indexOf(name)] ?? ''),
  };
}

const numberCells = fc.oneof(
  { weight: 8, arbitrary: figureValues },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom('约50', ' ', '12', '无') },
);

const cases: fc.Arbitrary<Case> = fc.record({
  number: numberExpressions,
  condition: conditions,
  cells: fc
    .tuple(
      fc.array(numberCells, { minLength: NUMBERS.length, maxLength: NUMBERS.length }),
      fc.array(textValues, { minLength: TEXT_FIGURES.length, maxLength: TEXT_FIGURES.length }),
    )
    .map(([numbers, texts]) => [...numbers, ...texts]),
});

/** Where programs are known to differ from one another: halves, binary tails, powers of nothing. */
const HARD: readonly Case[] = (
  [
    ['round(actual, 2)', 'actual = 1.01', { actual: 1.005 }],
    ['round(actual, 2)', 'actual < 2.68', { actual: 2.675 }],
    ['round(actual, 0)', 'actual < 0', { actual: -2.5 }],
    ['round(actual, -2)', 'actual = 1250', { actual: 1250 }],
    ['round(actual, target)', 'true', { actual: 2.345, target: 1.9 }],
    ['actual + target', 'actual + target = 0.3', { actual: 0.1, target: 0.2 }],
    ['actual - target', 'actual = target', { actual: 30.0000004, target: 30 }],
    ['actual - target', 'actual = target', { actual: 30.0000006, target: 30 }],
    ['int(actual * 100)', 'int(actual * 100) = 29', { actual: 0.29 }],
    ['int((actual + target) * 10)', 'true', { actual: 0.1, target: 0.7 }],
    ['int(actual)', 'true', { actual: -0.5 }],
    ['power(actual, target)', 'blank(power(actual, target))', { actual: 0, target: 0 }],
    ['power(actual, target)', 'blank(power(actual, target))', { actual: -8, target: 0.5 }],
    ['power(actual, target)', 'blank(power(actual, target))', { actual: -32, target: 0.2 }],
    ['power(actual, target)', 'blank(power(actual, target))', { actual: -2, target: 3 }],
    ['power(actual, target)', 'blank(power(actual, target))', { actual: 0, target: -1 }],
    ['power(actual, 0)', 'blank(power(actual, 0))', { actual: 0 }],
    ['power(actual, 2)', 'power(actual, 0) = 1', { actual: -8 }],
    ['(power(actual / target, 1 / 3) - 1) * 100', 'true', { actual: 133.1, target: 100 }],
    ['sum(1, if(true, upper, 2))', 'blank(sum(1, if(true, upper, 2)))', {}],
    ['min(1, if(true, upper, 2))', 'max(1, if(true, upper, 2)) = 1', {}],
    ['if(true, upper, 1) * 0', 'if(true, upper, 1) = 0', {}],
    ['actual / target', 'not actual / target > 1', { actual: 1, target: 0 }],
    ['-actual', '-actual < 5', { actual: -1 }],
    ['1 - -actual', '1 - -1 = 2', { actual: 1 }],
    ['0.000000004 * actual', 'true', { actual: 5 }],
    ['actual', 'empty(explanation)', { explanation: '\u3000 \n' }],
    ['actual', 'explanation = "A" or explanation = "a"', { explanation: 'a' }],
    ['actual', 'evidence = "0"', { evidence: '0' }],
  ] as const
).map(([numberText, conditionText, filled]) => ({
  number: number(numberText),
  condition: condition(conditionText),
  cells: COLUMNS.map((name) => (filled as Partial<Record<string, CellValue>>)[name] ?? null),
}));

function rowOf(some: Case, row: number): CellDescription[] {
  const style = 'plain';
  const binding = bindingOf(row);
  const formulas = [compileNumber(some.number, binding), compileCondition(some.condition, binding)];
  return [
    ...some.cells.flatMap((value, index) =>
      value === null || value === '' ? [] : [{ row, column: index + 1, value, style }],
    ),
    ...formulas.map((formula, index) => ({
      row,
      column: NUMBER_COLUMN + index,
      // a value that neither program gives, so that one left uncomputed shows
      value: 'not computed',
      formula,
      style,
    })),
  ];
}

async function computed(all: readonly Case[]): Promise<exceljs.Worksheet> {
  const bytes = await writeWorkbook({
    title: 'expressions',
    creator: 'test',
    createdAt: '2021-01-01T00:00:00Z',
    styles: { plain: {} },
    names: [],
    sheets: [
      {
        name: 'S',
        state: 'visible',
        columns: [],
        rows: new Map(),
        cells: all.flatMap((some, index) => rowOf(some, index + 1)),
        merges: [],
        validations: [],
        conditionalFormats: [],
        showGridLines: true,
      },
    ],
  });
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(convert(bytes, 'xlsx', { recalculate: true }).slice().buffer);
  return workbook.getWorksheet('S')!;
}

/** What LibreOffice computed; null for the empty text. */
function resultAt(sheet: exceljs.Worksheet, row: number, column: number): unknown {
  const result: unknown = sheet.getCell(row, column).result;
  return result === undefined || result === '' ? null : result;
}

/** Equal up to what is left of 15 digits after a few operations. */
function isSame(left: unknown, right: unknown): boolean {
  if (typeof left !== 'number' || typeof right !== 'number') return left === right;
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right));
}

describeWithLibreOffice('an expression gives in the sheet what it gives in the code', () => {
  const all = [...HARD, ...fc.sample(cases, { numRuns: COUNT, seed: 20_220_929 })];
  let sheet: exceljs.Worksheet;
  beforeAll(async () => {
    sheet = await computed(all);
  });

  test('as a number', () => {
    const differing = all.flatMap((some, index) => {
      const here = evaluateNumber(some.number, figuresOf(some));
      const there = resultAt(sheet, index + 1, NUMBER_COLUMN);
      return isSame(here, there)
        ? []
        : [JSON.stringify([print(some.number), some.cells, here, there])];
    });
    expect(differing).toEqual([]);
  });

  test('as a condition', () => {
    const differing = all.flatMap((some, index) => {
      const here = evaluateCondition(some.condition, figuresOf(some));
      const there = resultAt(sheet, index + 1, CONDITION_COLUMN);
      return isSame(here, there) ? [] : [[print(some.condition), some.cells, here, there]];
    });
    expect(differing).toEqual([]);
  });

  test('on expressions that have a value often enough to mean something', () => {
    const values = all.map((some) => evaluateNumber(some.number, figuresOf(some)));
    const verdicts = all.map((some) => evaluateCondition(some.condition, figuresOf(some)));
    const share = (list: readonly boolean[]) => list.filter(Boolean).length / all.length;
    expect(share(values.map((value) => value !== null))).toBeGreaterThan(0.3);
    expect(share(verdicts)).toBeGreaterThan(0.2);
    expect(share(verdicts)).toBeLessThan(0.8);
  });
});
