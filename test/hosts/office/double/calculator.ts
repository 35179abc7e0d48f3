import type { Model } from '@ironcalc/wasm' with { 'resolution-mode': 'import' };
import type { LiveBook, LiveCell, LiveSheet } from './book';

/** Computes the formulas of a live workbook. */
export interface Calculator {
  /** Takes the workbook in and computes every formula. */
  load(book: LiveBook): void;
  /** Takes changed cells in and computes what depends on them. */
  update(book: LiveBook, sheet: LiveSheet, cells: readonly (readonly [number, number])[]): void;
}

/** Leaves the values as they are stored in the file; a formula that is typed gives 0. */
export const NO_CALCULATOR: Calculator = { load: () => undefined, update: () => undefined };

const NUMBER = 1;
const LOGICAL = 4;
const ERROR = 16;

/** IronCalc; its module is loaded by whoever installs the double, in a page or in Node. */
export function ironCalculator(IronModel: typeof Model): Calculator {
  let model: Model;
  let sheets: LiveSheet[] = [];

  const put = (sheet: LiveSheet, row: number, column: number): void => {
    const cell = sheet.cells.get(`${row},${column}`);
    model.setUserInput(sheets.indexOf(sheet), row + 1, column + 1, cell ? inputOf(cell) : '');
  };

  const load = (book: LiveBook): void => {
    sheets = [...book.sheets];
    model = new IronModel('double', 'en', 'UTC', 'en');
    model.pauseEvaluation();
    sheets.forEach((sheet, index) => {
      if (index > 0) model.newSheet();
      model.renameSheet(index, sheet.name);
    });
    for (const sheet of sheets) for (const key of sheet.cells.keys()) put(sheet, ...placeOf(key));
    model.resumeEvaluation();
    model.evaluate();
    takeResults();
  };

  const takeResults = (): void => {
    sheets.forEach((sheet, index) => {
      for (const [key, cell] of sheet.cells) {
        if (cell.formula === null) continue;
        const [row, column] = placeOf(key);
        const shown = model.getFormattedCellValue(index, row + 1, column + 1);
        const type = model.getCellType(index, row + 1, column + 1);
        cell.isError = type === ERROR;
        cell.value =
          type === NUMBER ? numberOf(shown) : type === LOGICAL ? shown === 'TRUE' : shown;
      }
    });
  };

  return {
    load,
    update: (book, sheet, cells) => {
      // sheets that came, went or were renamed change what formulas refer to
      if (
        !isSame(book.sheets, sheets) ||
        model.getWorksheetsProperties().some(({ name }, index) => name !== sheets[index]!.name)
      ) {
        load(book);
        return;
      }
      model.pauseEvaluation();
      for (const [row, column] of cells) put(sheet, row, column);
      model.resumeEvaluation();
      model.evaluate();
      takeResults();
    },
  };
}

function isSame(some: readonly LiveSheet[], others: readonly LiveSheet[]): boolean {
  return some.length === others.length && some.every((sheet, index) => sheet === others[index]);
}

function placeOf(key: string): [number, number] {
  return key.split(',').map(Number) as [number, number];
}

function inputOf({ value, formula, isError }: LiveCell): string {
  if (formula !== null) return `=${formula}`;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' || isError ? String(value) : `'${value}`;
}

/** The model knows no number formats here, so that it shows plain digits, or an exponent. */
function numberOf(shown: string): number {
  return Number(shown.replaceAll(',', ''));
}
