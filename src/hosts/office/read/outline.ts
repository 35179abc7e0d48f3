import type { SheetState } from '../../../core/sheet/description';
import { failure } from '../failures';
import { cellCount, type Area } from './page';

/** What is known of a sheet before its cells are read. */
export interface SheetOutline {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly name: string;
  readonly state: SheetState;
  readonly isProtected: boolean;
  /** Where its cells stand; null for an empty sheet, and for one that is not to be read. */
  readonly used: Area | null;
}

export interface WorkbookOutline {
  readonly name: string;
  readonly sheets: readonly SheetOutline[];
  readonly definedNames: readonly { readonly name: string; readonly reference: string }[];
}

/** Up to here the used area is read with its formatted blanks, for their formulas may be blank texts. */
const SMALL_AREA = 100_000;
/** More than any form; about 30 requests. */
const LARGEST_AREA = 300_000;

const STATES: Readonly<Record<string, SheetState>> = {
  Visible: 'visible',
  Hidden: 'hidden',
  VeryHidden: 'veryHidden',
};

/**
 * Reads which sheets there are and how large, in two requests.
 * @param isRead which sheets, by name, are measured
 * @throws PortFailure where one of them is larger than any form
 */
export async function readOutline(
  context: Excel.RequestContext,
  isRead: (sheet: string) => boolean,
): Promise<WorkbookOutline> {
  const { workbook } = context;
  const { worksheets, names } = workbook;
  workbook.load('name');
  worksheets.load('items/id,items/name,items/visibility,items/protection/protected');
  names.load('items/name,items/formula');
  await context.sync();
  const measured = worksheets.items.map((sheet) => ({
    sheet,
    ranges: isRead(sheet.name) ? usedRanges(sheet) : null,
  }));
  await context.sync();
  return {
    name: workbook.name,
    definedNames: names.items.map(({ name, formula }) => ({
      name,
      reference: String(formula).replace(/^=/, ''),
    })),
    sheets: measured.map(({ sheet, ranges }) => ({
      sheet,
      id: sheet.id,
      name: sheet.name,
      state: STATES[sheet.visibility] ?? 'visible',
      isProtected: sheet.protection.protected,
      used: ranges && usedArea(sheet.name, ranges),
    })),
  };
}

interface UsedRanges {
  readonly all: Excel.Range;
  readonly withValues: Excel.Range;
}

function usedRanges(sheet: Excel.Worksheet): UsedRanges {
  const ranges = {
    all: sheet.getUsedRangeOrNullObject(false),
    withValues: sheet.getUsedRangeOrNullObject(true),
  };
  for (const range of [ranges.all, ranges.withValues])
    range.load('rowIndex,columnIndex,rowCount,columnCount');
  return ranges;
}

function usedArea(sheet: string, { all, withValues }: UsedRanges): Area | null {
  const area = areaOf(all);
  if (!area || cellCount(area) <= SMALL_AREA) return area;
  const filled = areaOf(withValues);
  const cells = filled ? cellCount(filled) : 0;
  if (cells > LARGEST_AREA)
    throw failure('too-large', 'sheetTooLarge', { sheet, cells, limit: LARGEST_AREA });
  return filled;
}

function areaOf(range: Excel.Range): Area | null {
  if (range.isNullObject) return null;
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  return { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount };
}
