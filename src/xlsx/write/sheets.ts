import type { PageSetup, Style, Workbook, Worksheet, WorksheetView } from 'exceljs';
import { gridKey } from '../../core/sheet/grid';
import type {
  CellDescription,
  CellValue,
  PrintDescription,
  SheetDescription,
} from '../../core/sheet/description';
import { addConditionalFormats } from './conditional-formats';
import type { SheetProtection } from './protection';
import { rangeCorners } from './ranges';
import { cellText, checkedFormula, cleanText } from './text';
import { addValidations } from './validations';

/** The numbers of the file format for paper sizes. */
const PAPER = { A4: 9, A3: 8 } as const;
const DEFAULT_ROW_HEIGHT = 15;
/** The width that exceljs takes for “not set” and leaves out. */
const UNWRITTEN_WIDTH = 9;
const DEFAULT_MARGINS = { top: 0.75, bottom: 0.75, left: 0.7, right: 0.7 };

export type Styles = ReadonlyMap<string, Partial<Style>>;

/** Adds one described sheet to the workbook, in the order of the parts a reader of the file meets. */
export function addSheet(
  workbook: Workbook,
  sheet: SheetDescription,
  styles: Styles,
  protection: SheetProtection | undefined,
  isActive: boolean,
): void {
  checkName(sheet.name);
  const worksheet = workbook.addWorksheet(sheet.name, { state: sheet.state });
  if (sheet.tabColour !== undefined)
    worksheet.properties.tabColor = { argb: `FF${sheet.tabColour.toUpperCase()}` };
  Object.assign(worksheet, { views: [view(sheet, isActive)] });
  addCells(worksheet, sheet, styles);
  addMerges(worksheet, sheet, styles);
  addColumns(worksheet, sheet);
  addRows(worksheet, sheet);
  // exceljs's own protect() draws a random salt and spends the rounds again for every sheet
  if (protection) Object.assign(worksheet, { sheetProtection: protection });
  if (sheet.autoFilter !== undefined) worksheet.autoFilter = sheet.autoFilter;
  addConditionalFormats(worksheet, sheet.conditionalFormats);
  addValidations(worksheet, sheet.validations);
  if (sheet.print) addPrint(worksheet, sheet.print);
}

/** exceljs would cut a long name without a word, and formulas would then point nowhere. */
function checkName(name: string): void {
  if (name.length > 31 || cleanText(name) !== name)
    throw new Error(
      `“${name}” cannot name a sheet: 31 characters at most, none of them unprintable`,
    );
}

function view(sheet: SheetDescription, isActive: boolean): Partial<WorksheetView> {
  const { rows = 0, columns = 0 } = sheet.freeze ?? {};
  const common = {
    showGridLines: sheet.showGridLines,
    // two selected tabs would be a group, and every entry would land in both
    tabSelected: isActive,
    ...(sheet.zoom !== undefined && { zoomScale: sheet.zoom, zoomScaleNormal: sheet.zoom }),
  };
  return rows || columns
    ? { ...common, state: 'frozen', xSplit: columns, ySplit: rows }
    : { ...common, state: 'normal' };
}

function addCells(worksheet: Worksheet, sheet: SheetDescription, styles: Styles): void {
  for (const cell of sheet.cells) {
    const target = worksheet.getCell(cell.row, cell.column);
    target.style = namedStyle(styles, cell, sheet.name);
    const place = `${sheet.name}!${target.address}`;
    if (cell.formula !== undefined)
      // an empty text, not nothing: readers take a formula without a value for damage
      target.value = {
        formula: checkedFormula(cell.formula, place),
        result: storedValue(cell.value, place) ?? '',
      };
    else target.value = storedValue(cell.value, place);
  }
}

function namedStyle(styles: Styles, cell: CellDescription, sheet: string): Partial<Style> {
  const style = styles.get(cell.style);
  if (!style) throw new Error(`${sheet}: no style is named “${cell.style}”`);
  return style;
}

/** Text stays text whatever it starts with; a number the format cannot hold is our own bug. */
function storedValue(value: CellValue, place: string): CellValue {
  if (typeof value === 'string') return cellText(value);
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new Error(`${place}: ${value} is no figure that a cell can hold`);
  return value;
}

/** Covered cells get a style too, their own or the first one's: a border is drawn cell by cell. */
function addMerges(worksheet: Worksheet, sheet: SheetDescription, styles: Styles): void {
  if (sheet.merges.length === 0) return;
  const described = new Map(sheet.cells.map((cell) => [gridKey(cell.row, cell.column), cell]));
  for (const merge of sheet.merges) {
    const { top, left, bottom, right } = rangeCorners(merge);
    worksheet.mergeCellsWithoutStyle(merge);
    const first = worksheet.getCell(top, left).style;
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        if (row === top && column === left) continue;
        const cell = described.get(gridKey(row, column));
        if (cell && (cell.value !== null || cell.formula !== undefined))
          throw new Error(
            `${sheet.name}: ${merge} would hide what row ${row}, column ${column} holds`,
          );
        worksheet.getCell(row, column).style = cell ? namedStyle(styles, cell, sheet.name) : first;
      }
  }
}

function addColumns(worksheet: Worksheet, sheet: SheetDescription): void {
  sheet.columns.forEach(({ width, hidden }, index) => {
    const column = worksheet.getColumn(index + 1);
    column.width = width;
    column.hidden = hidden ?? false;
    // any style at all makes exceljs write the column; this one is the default anyway
    if (width === UNWRITTEN_WIDTH) Object.assign(column, { style: { numFmt: 'General' } });
  });
}

function addRows(worksheet: Worksheet, sheet: SheetDescription): void {
  for (const [number, { height, hidden }] of sheet.rows) {
    const row = worksheet.getRow(number);
    if (height !== undefined) row.height = height;
    if (!hidden) continue;
    row.hidden = true;
    // exceljs forgets a row that has neither cells nor a height
    if (height === undefined && !row.hasValues) row.height = DEFAULT_ROW_HEIGHT;
  }
}

/** Print area and repeated rows are defined names and are written with the others. */
function addPrint(worksheet: Worksheet, print: PrintDescription): void {
  const setup: Omit<Partial<PageSetup>, 'paperSize'> & { paperSize: number } = {
    paperSize: PAPER[print.paper],
    orientation: print.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: print.fitToWidth,
    fitToHeight: 0,
    horizontalCentered: print.centred ?? false,
    margins: { ...(print.margins ?? DEFAULT_MARGINS), header: 0.3, footer: 0.3 },
  };
  Object.assign(worksheet.pageSetup, setup);
  for (const row of print.breaks ?? []) worksheet.getRow(row).addPageBreak();
  if (print.header !== undefined) worksheet.headerFooter.oddHeader = cleanText(print.header);
  if (print.footer !== undefined) worksheet.headerFooter.oddFooter = cleanText(print.footer);
}
