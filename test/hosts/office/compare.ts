import { formatAddress } from '../../../src/core/sheet/address';
import {
  gridPlace,
  type GridCell,
  type SheetGrid,
  type WorkbookGrid,
} from '../../../src/core/sheet/grid';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import type { Examination } from '../../../src/core/pipeline';

/** The grid of a file that has to be readable. */
export function fileGrid(bytes: Uint8Array): WorkbookGrid {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.message.en);
  return read.grid;
}

/** Everything of a grid that a file and the open workbook have to agree on, ready to compare. */
export function comparable(grid: WorkbookGrid, areMergesKnown = true) {
  return grid.sheets.map((sheet) => ({
    ...{ name: sheet.name, state: sheet.state, isProtected: sheet.isProtected },
    size: [sheet.rowCount, sheet.columnCount],
    cells: cellsOf(sheet),
    hiddenRows: within(sheet.hiddenRows, sheet.rowCount),
    hiddenColumns: within(sheet.hiddenColumns, sheet.columnCount),
    merges: areMergesKnown ? [...sheet.merges].sort() : [],
  }));
}

function cellsOf({ cells }: SheetGrid): Record<string, Partial<GridCell>> {
  return Object.fromEntries(
    [...cells]
      .sort(([one], [other]) => one - other)
      .map(([key, { type, value, raw, formula, numberFormat }]) => {
        const { row, column } = gridPlace(key);
        return [
          formatAddress(row, column),
          {
            ...{ type, value, raw },
            ...(formula === undefined ? {} : { formula }),
            ...(numberFormat === undefined ? {} : { numberFormat }),
          },
        ];
      }),
  );
}

/** Rows or columns that are hidden beyond the last used one are told by files alone. */
function within(hidden: ReadonlySet<number>, last: number): number[] {
  return [...hidden].filter((place) => place <= last).sort((one, other) => one - other);
}

/** What an examination says, without the file's own saved time and program. */
export function verdictOf(examination: Examination) {
  if (examination.is !== 'submission') return examination;
  const { submission, findings } = examination;
  return {
    findings,
    entries: submission.entries,
    fields: submission.fields,
    seal: submission.seal,
  };
}
