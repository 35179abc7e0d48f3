import type { CellValue } from '../../core/sheet/description';
import type { WrittenCell } from '../pane/port';
import { failure } from './failures';
import type { Requests } from './requests';

/**
 * Writes values into open cells. Looks first whether every one of them is open, for Excel keeps what
 * it wrote before it refuses.
 * @throws PortFailure
 */
export async function writeCells(requests: Requests, cells: readonly WrittenCell[]): Promise<void> {
  if (cells.length === 0) return;
  const formats = await requests.run((context) => openFormats(context, cells));
  await requests.change(({ workbook }) => {
    cells.forEach(({ sheet, cell, value }, index) => {
      const range = workbook.worksheets.getItem(sheet).getRange(cell);
      range.values = [[spelled(value, formats[index]!)]];
    });
  });
}

/** The number format of each cell, where all may be written. @throws PortFailure */
async function openFormats(
  context: Excel.RequestContext,
  cells: readonly WrittenCell[],
): Promise<string[]> {
  const sheets = new Map(
    cells.map(({ sheet }) => [sheet, context.workbook.worksheets.getItemOrNullObject(sheet)]),
  );
  for (const sheet of sheets.values()) sheet.load('protection/protected');
  await context.sync();
  for (const [sheet, { isNullObject }] of sheets)
    if (isNullObject) throw failure('no-sheet', 'noSheet', { sheet });
  const looked = cells.map(({ sheet, cell }) => {
    const range = sheets.get(sheet)!.getRange(cell);
    range.load('numberFormat,format/protection/locked');
    return range;
  });
  await context.sync();
  return looked.map((range, index) => {
    const { sheet, cell } = cells[index]!;
    if (sheets.get(sheet)!.protection.protected && range.format.protection.locked)
      throw failure('protected', 'lockedCell', { sheet, cell });
    return String(range.numberFormat[0]?.[0]);
  });
}

/**
 * What has to be given to Excel so that the cell holds the value. Excel reads a text as if it were
 * typed: “1-2” becomes a date, “=A1” a formula; an apostrophe before it prevents that, and a cell of
 * text format needs it only before another apostrophe.
 */
function spelled(value: CellValue, format: string): string | number | boolean {
  if (value === null || value === '') return '';
  if (typeof value !== 'string') return value;
  return format === '@' && !value.startsWith("'") ? value : `'${value}`;
}
