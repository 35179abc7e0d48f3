import { isDeepStrictEqual } from 'node:util';
import { examine } from '../../src/core/pipeline';
import { gridPlace, type GridCell, type WorkbookGrid } from '../../src/core/sheet/grid';
import { LAST_COLUMN, LAST_ROW } from '../../src/core/sheet/address';
import { portableInflate } from '../../src/xlsx/read/inflate';
import { nodeInflate } from '../../src/xlsx/read/inflate-node';
import { readWorkbook, type ReadResult } from '../../src/xlsx/read/read-workbook';
import { EXPECTED } from '../corpus/make/filled';
import type { Result } from '../corpus/run';
import { PLAIN } from '../factories/digest';

export type Read = ReadResult;

/**
 * Reads as the command line does, and by the full parse with the portable inflater.
 * @throws Error where the two differ, or where a grid is none
 */
export function readBothWays(bytes: Uint8Array): Read {
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  const other = readWorkbook(bytes, { inflate: portableInflate, path: 'full' });
  if (!areSame(read, other))
    throw new Error(`the two ways to read it differ: ${shown(read)} and ${shown(other)}`);
  if (read.ok) checkGrid(read.grid);
  else if (read.message.zh === '' || read.message.en === '')
    throw new Error(`${read.code} is said without a word`);
  return read;
}

/** What comes of a reading in the corpus's round. */
export function examined(read: Read): Result {
  return read.ok ? examine(read.grid, PLAIN, EXPECTED) : { is: 'unreadable', code: read.code };
}

/** Whether both give the same grid, or the same refusal. */
export function areSame(one: Read, other: Read): boolean {
  if (!one.ok || !other.ok) return isDeepStrictEqual(one, other);
  const [first, second] = [one.grid, other.grid];
  const withoutCells = ({ sheets, ...workbook }: WorkbookGrid) => ({
    ...workbook,
    sheets: sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.size })),
  });
  if (!isDeepStrictEqual(withoutCells(first), withoutCells(second))) return false;
  return first.sheets.every(({ cells }, index) => {
    const others = second.sheets[index]!.cells;
    for (const [key, cell] of cells) if (!isSameCell(cell, others.get(key))) return false;
    return true;
  });
}

/** A formula put aside to be decoded later is as good as one that is there. */
function isSameCell(one: GridCell, other: GridCell | undefined): boolean {
  return (
    one.type === other?.type &&
    one.value === other.value &&
    one.raw === other.raw &&
    one.hasCachedValue === other.hasCachedValue &&
    one.numberFormat === other.numberFormat &&
    one.formula === other.formula
  );
}

function shown(read: Read): string {
  return read.ok
    ? `a grid of ${read.grid.sheets.map(({ cells }) => cells.size).join('+')} cells`
    : read.code;
}

/** What a grid promises, whatever the file was. */
function checkGrid({ sheets }: WorkbookGrid): void {
  const refuse = (what: string): never => {
    throw new Error(`no grid: ${what}`);
  };
  for (const sheet of sheets)
    for (const [key, cell] of sheet.cells) {
      const { row, column } = gridPlace(key);
      const isInside = row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN;
      if (!isInside || row > sheet.rowCount || column > sheet.columnCount)
        refuse(`a cell at row ${row}, column ${column} of “${sheet.name}”`);
      const type = cell.type === 'number' || cell.type === 'boolean' ? cell.type : 'string';
      if (typeof cell.value !== type || typeof cell.raw !== 'string')
        refuse(`a ${cell.type} that is a ${typeof cell.value}`);
      if (cell.type === 'number' && !Number.isFinite(cell.value))
        refuse(`the number ${String(cell.value)}`);
    }
}
