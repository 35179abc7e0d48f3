import type * as Exceljs from 'exceljs';

/** Loads exceljs on first use, so that commands that only read a workbook need not wait for it. */
export function loadExceljs(): typeof Exceljs {
  // not import(): Node16 modules keep it as it is, and jest cannot run that
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('exceljs') as typeof Exceljs;
}
