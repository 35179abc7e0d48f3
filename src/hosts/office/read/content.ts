import { gridKey, type GridCell } from '../../../core/sheet/grid';
import { gridCellOf } from './cell';
import { halves, pagesOf, requestsOf, type Area } from './page';
import type { SheetOutline } from './outline';

/** What stands in a sheet's used area; rows and columns count from 1. */
export interface SheetContent {
  readonly cells: Map<number, GridCell>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  readonly merges: string[];
}

interface Page {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
  readonly into: SheetContent;
}

interface PendingPage extends Page {
  readonly range: Excel.Range;
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]>;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]>;
}

/**
 * Reads the cells of these sheets with as few requests as their size allows. Where Excel finds an
 * answer too large the page is halved.
 */
export async function readContents(
  context: Excel.RequestContext,
  outlines: readonly SheetOutline[],
): Promise<Map<string, SheetContent>> {
  const contents = new Map<string, SheetContent>();
  const pages: Page[] = [];
  for (const { sheet, name, used } of outlines) {
    const into = emptyContent();
    contents.set(name, into);
    if (used) pages.push(...pagesOf(used).map((area) => ({ sheet, area, into })));
  }
  // goes along with the first request
  let merged = queueMerges(outlines);
  let isAnswered = false;
  for (const group of requestsOf(pages)) {
    const wasWhole = await readGroup(context, group);
    if (!isAnswered && !wasWhole) {
      merged = queueMerges(outlines);
      await context.sync();
    }
    isAnswered = true;
  }
  for (const { areas, name } of merged)
    if (!areas.isNullObject)
      contents
        .get(name)!
        .merges.push(...areas.areas.items.map(({ address }) => plainAddress(address)));
  return contents;
}

function emptyContent(): SheetContent {
  return { cells: new Map(), hiddenRows: new Set(), hiddenColumns: new Set(), merges: [] };
}

/** Answers whether the group came in one piece. */
async function readGroup(context: Excel.RequestContext, group: readonly Page[]): Promise<boolean> {
  const pending = group.map(queuePage);
  try {
    await context.sync();
  } catch (error) {
    if (!isAnswerTooLarge(error)) throw error;
    const smaller = group.length > 1 ? group.map((page) => [page]) : halvesOf(group[0]!);
    if (!smaller) throw error;
    for (const pages of smaller) await readGroup(context, pages);
    return false;
  }
  pending.forEach(takePage);
  return true;
}

function queuePage(page: Page): PendingPage {
  const { row, column, rows, columns } = page.area;
  const range = page.sheet.getRangeByIndexes(row, column, rows, columns);
  range.load('values,formulas,valueTypes,numberFormat');
  return {
    ...page,
    range,
    rows: range.getRowProperties({ rowHidden: true }),
    columns: range.getColumnProperties({ columnHidden: true }),
  };
}

function takePage({ range, rows, columns, area, into }: PendingPage): void {
  const { values, formulas, valueTypes, numberFormat } = range;
  for (let y = 0; y < area.rows; y++)
    for (let x = 0; x < area.columns; x++) {
      const cell = gridCellOf({
        value: values[y]![x],
        formula: formulas[y]![x],
        type: valueTypes[y]![x]!,
        format: numberFormat[y]![x],
      });
      if (cell) into.cells.set(gridKey(area.row + y + 1, area.column + x + 1), cell);
    }
  rows.value.forEach(({ rowHidden }, y) => {
    if (rowHidden) into.hiddenRows.add(area.row + y + 1);
  });
  columns.value.forEach(({ columnHidden }, x) => {
    if (columnHidden) into.hiddenColumns.add(area.column + x + 1);
  });
}

function halvesOf(page: Page): Page[][] | null {
  return halves(page.area)?.map((area) => [{ ...page, area }]) ?? null;
}

function isAnswerTooLarge(error: unknown): boolean {
  return (
    error instanceof OfficeExtension.Error && error.code === 'ResponsePayloadSizeLimitExceeded'
  );
}

/** Before ExcelApi 1.13 nothing says where cells are merged. */
function queueMerges(
  outlines: readonly SheetOutline[],
): { readonly name: string; readonly areas: Excel.RangeAreas }[] {
  if (!Office.context.requirements.isSetSupported('ExcelApi', '1.13')) return [];
  return outlines.flatMap(({ sheet, name, used }) => {
    if (!used) return [];
    const range = sheet.getRangeByIndexes(used.row, used.column, used.rows, used.columns);
    const areas = range.getMergedAreasOrNullObject();
    areas.load('areas/items/address');
    return [{ name, areas }];
  });
}

/** B2:H2 of '填报表'!B2:H2. */
function plainAddress(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
}
