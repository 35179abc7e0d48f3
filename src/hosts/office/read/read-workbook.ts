import { gridPlace, type SheetGrid, type WorkbookGrid } from '../../../core/sheet/grid';
import { PortFailure, type KnownWorkbook } from '../../pane/port';
import type { Requests } from '../requests';
import type { SheetNames } from '../sheet-names';
import { linkedWorkbooks } from './linked-workbooks';
import { readContents, type SheetContent } from './content';
import { readOutline, type SheetOutline, type WorkbookOutline } from './outline';

const MACRO_FILE = /\.(?:xlsm|xltm|xlsb|xlam|xls)$/i;

/**
 * Reads the open workbook as the grid that its file would give, very hidden sheets too. What a live
 * workbook cannot say is left as a new file has it: no saved time, no comments; hidden rows and
 * columns are those of the used area, merges are there from ExcelApi 1.13 on, and every formula has
 * its value.
 * @param known what was read before: sheets without an edit and without formulas are not read again
 * @throws PortFailure
 */
export async function readOpenWorkbook(
  requests: Requests,
  names: SheetNames,
  known?: KnownWorkbook,
): Promise<WorkbookGrid> {
  try {
    return await requests.run((context) => readIn(context, names, known));
  } catch (error) {
    // a sheet that was deleted while it was read is not there the second time
    if (!(error instanceof PortFailure) || error.code !== 'no-sheet') throw error;
    return requests.run((context) => readIn(context, names));
  }
}

async function readIn(
  context: Excel.RequestContext,
  names: SheetNames,
  known?: KnownWorkbook,
): Promise<WorkbookGrid> {
  const kept = known ? unaffectedSheets(known) : new Map<string, SheetGrid>();
  const outline = await readOutline(context, (name) => !kept.has(name));
  names.learn(outline.sheets);
  const contents = await readContents(
    context,
    outline.sheets.filter(({ name }) => !kept.has(name)),
  );
  const sheets = outline.sheets.map((sheet) =>
    gridOf(sheet, contents.get(sheet.name) ?? kept.get(sheet.name)!),
  );
  return {
    sheets,
    definedNames: outline.definedNames,
    application: 'Microsoft Excel',
    savedAt: null,
    externalLinks: linksOf(outline, sheets),
    hasMacros: MACRO_FILE.test(outline.name),
  };
}

/** The sheets that no edit can have changed: not edited themselves, and without any formula. */
function unaffectedSheets({ grid, edits }: KnownWorkbook): Map<string, SheetGrid> {
  const edited = new Set(edits.map(({ sheet }) => sheet));
  const unaffected = grid.sheets.filter(
    ({ name, cells }) =>
      !edited.has(name) &&
      ![...cells.values()].some(({ hasCachedValue }) => hasCachedValue !== undefined),
  );
  return new Map(unaffected.map((sheet) => [sheet.name, sheet]));
}

function gridOf(
  { name, state, isProtected }: SheetOutline,
  content: SheetContent | SheetGrid,
): SheetGrid {
  const { cells, hiddenRows, hiddenColumns, merges } = content;
  let [rowCount, columnCount] = [0, 0];
  for (const key of cells.keys()) {
    const { row, column } = gridPlace(key);
    rowCount = Math.max(rowCount, row);
    columnCount = Math.max(columnCount, column);
  }
  return {
    ...{ name, state, isProtected, rowCount, columnCount },
    ...{ cells, hiddenRows, hiddenColumns, merges },
    comments: new Map(),
  };
}

function linksOf({ definedNames }: WorkbookOutline, sheets: readonly SheetGrid[]): string[] {
  const links = new Set(definedNames.flatMap(({ reference }) => linkedWorkbooks(reference)));
  for (const { cells } of sheets)
    for (const { hasCachedValue, formula } of cells.values())
      if (hasCachedValue !== undefined && formula !== undefined)
        for (const link of linkedWorkbooks(formula)) links.add(link);
  return [...links];
}
