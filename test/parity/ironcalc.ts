import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { gridPlace, type GridCell, type SheetGrid } from '../../src/core/sheet/grid';
import type { ComputedSheet } from './answer';

const SCRIPT = path.join(__dirname, 'ironcalc-process.mjs');

/**
 * Has IronCalc compute these sheets from the cells and formulas in them; the values stored for formulas
 * are not given to it. It is a module for browsers, so it runs in a process of its own.
 */
export async function computeWithIronCalc(sheets: readonly SheetGrid[]): Promise<ComputedSheet[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tallybook-ironcalc-'));
  try {
    const orders = sheets.map(({ name, cells }) => {
      const all = [...cells].map(([key, cell]) => ({ ...gridPlace(key), cell }));
      return {
        name,
        cells: all.map(({ row, column, cell }) => [row, column, inputOf(cell)] as const),
        asked: all.map(({ row, column }) => [row, column] as const),
      };
    });
    const [ordersFile, answersFile] = ['orders.json', 'answers.json'].map((name) =>
      path.join(folder, name),
    ) as [string, string];
    writeFileSync(ordersFile, JSON.stringify(orders));
    await promisify(execFile)(process.execPath, [SCRIPT, ordersFile, answersFile]);
    const answers = JSON.parse(readFileSync(answersFile, 'utf8')) as (
      string | number | boolean
    )[][];
    return orders.map(({ asked }, index) => {
      const values = new Map(asked.map((place, at) => [place.join(), answers[index]![at]!]));
      return (row, column) => values.get([row, column].join()) ?? '';
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a person would type to get this cell; the apostrophe keeps a text from being read as a number. */
function inputOf({ type, value, formula }: GridCell): string {
  if (formula !== undefined) return `=${formula}`;
  switch (type) {
    case 'number':
      return String(value);
    case 'boolean':
      return value === true ? 'TRUE' : 'FALSE';
    case 'error':
      return String(value);
    case 'text':
      return `'${String(value)}`;
  }
}
