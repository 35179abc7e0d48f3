import { columnLetters } from '../../../src/core/sheet/address';
import { formatAddress, formatRange, parseAddress, type Address } from '../../../src/core/sheet/address';
import type {
  CellDescription,
  SheetDescription,
  WorkbookDescription,
} from '../../../src/core/sheet/description';
import { inOrder, typeInto, type Change } from './filled';

/** Something that people and programs do to a workbook. */
export type WorkbookChange = (workbook: WorkbookDescription) => WorkbookDescription;
type SheetChange = (sheet: SheetDescription) => SheetDescription;

export const FORM_SHEET = '填报表';
export const GUIDE_SHEET = '填报说明';
export const DEFINITIONS_SHEET = '指标口径';
export const CARRIER_SHEET = '_tallybook';

/** Several changes, the first one first. */
export const all =
  (...changes: readonly WorkbookChange[]): WorkbookChange =>
  (workbook) =>
    changes.reduce((changed, change) => change(changed), workbook);

export const onSheet =
  (name: string, change: SheetChange): WorkbookChange =>
  (workbook) => ({
    ...workbook,
    sheets: workbook.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  });

const onForm = (change: SheetChange): WorkbookChange => onSheet(FORM_SHEET, change);

/** Types into cells of the form, by their address at that time. */
export const type =
  (cells: Readonly<Record<string, Change>>, sheet = FORM_SHEET): WorkbookChange =>
  (workbook) =>
    typeInto(workbook, sheet, new Map(Object.entries(cells)));

export const insertRows = (before: number, count = 1): WorkbookChange =>
  onForm((sheet) =>
    moved(sheet, ({ row, column }) => ({ row: row >= before ? row + count : row, column })),
  );

export const insertColumns = (before: number, count = 1): WorkbookChange =>
  onForm((sheet) => {
    const columns = [...sheet.columns];
    columns.splice(before - 1, 0, ...Array.from({ length: count }, () => ({ width: 10 })));
    const shift = ({ row, column }: Address) => ({
      row,
      column: column >= before ? column + count : column,
    });
    return { ...moved(sheet, shift), columns };
  });

export const deleteRow = (gone: number): WorkbookChange =>
  onForm((sheet) =>
    moved(sheet, ({ row, column }) =>
      row === gone ? null : { row: row > gone ? row - 1 : row, column },
    ),
  );

export const deleteColumn = (gone: number): WorkbookChange =>
  onForm((sheet) => ({
    ...moved(sheet, ({ row, column }) =>
      column === gone ? null : { row, column: column > gone ? column - 1 : column },
    ),
    columns: sheet.columns.filter((_, index) => index !== gone - 1),
  }));

/** Rows `from` to `to` the other way round, as a sort leaves them; of only some columns where they are named. */
export const reverseRows = (
  from: number,
  to: number,
  isSorted: (column: number) => boolean = () => true,
): WorkbookChange =>
  onForm((sheet) =>
    moved(sheet, ({ row, column }) => ({
      row: row >= from && row <= to && isSorted(column) ? from + to - row : row,
      column,
    })),
  );

/** Cuts a column and inserts it elsewhere. */
export const moveColumn = (from: number, to: number): WorkbookChange =>
  onForm((sheet) => {
    const order = sheet.columns.map((_, index) => index + 1).filter((column) => column !== from);
    order.splice(to - 1, 0, from);
    return {
      ...moved(sheet, ({ row, column }) => ({ row, column: order.indexOf(column) + 1 || column })),
      columns: order.map((column) => sheet.columns[column - 1]!),
    };
  });

/** Row `from` copied over row `to`: its values, and its formulas as they would read there. */
export const pasteRow = (from: number, to: number): WorkbookChange =>
  onForm((sheet) => {
    const kept = sheet.cells.filter(({ row }) => row !== to);
    const copied = sheet.cells
      .filter(({ row }) => row === from)
      .map((cell) => withFormula({ ...cell, row: to }, (place) => ({
        row: place.row === from ? to : place.row,
        column: place.column,
      })));
    return { ...sheet, cells: inOrder([...kept, ...copied]) };
  });

/** A column copied to another place, keys and all. */
export const copyColumn = (from: number, to: number): WorkbookChange =>
  onForm((sheet) => {
    const kept = sheet.cells.filter(({ column }) => column !== to);
    const copied = sheet.cells.filter(({ column }) => column === from);
    const placed = copied.map((cell) => ({ ...cell, column: to }));
    return { ...sheet, cells: inOrder([...kept, ...placed]) };
  });

export const hideRows = (...rows: readonly number[]): WorkbookChange =>
  onForm((sheet) => ({
    ...sheet,
    rows: new Map([
      ...sheet.rows,
      ...rows.map((row) => [row, { ...sheet.rows.get(row), hidden: true }] as const),
    ]),
  }));

export const hideColumn = (hidden: number): WorkbookChange =>
  onForm((sheet) => ({
    ...sheet,
    columns: sheet.columns.map((column, index) =>
      index === hidden - 1 ? { ...column, hidden: true } : column,
    ),
  }));

/** Merges cells as Excel does: what the first one holds stays, the rest is lost. */
export const merge = (range: string): WorkbookChange =>
  onForm((sheet) => {
    const [first, last] = range.split(':').map((corner) => parseAddress(corner)!);
    const isCovered = ({ row, column }: Address) =>
      row >= first!.row &&
      row <= last!.row &&
      column >= first!.column &&
      column <= last!.column &&
      (row !== first!.row || column !== first!.column);
    return {
      ...sheet,
      merges: [...sheet.merges, range],
      cells: sheet.cells.map((cell) => {
        if (!isCovered(cell)) return cell;
        const { row, column, style } = cell;
        return { row, column, style, value: null };
      }),
    };
  });

export const renameSheet = (from: string, to: string): WorkbookChange =>
  onSheet(from, (sheet) => ({ ...sheet, name: to }));

export const removeSheets =
  (...names: readonly string[]): WorkbookChange =>
  (workbook) => ({
    ...workbook,
    sheets: workbook.sheets.filter(({ name }) => !names.includes(name)),
  });

export const reorderSheets: WorkbookChange = (workbook) => ({
  ...workbook,
  sheets: [...workbook.sheets].reverse(),
});

export const addSheet =
  (sheet: SheetDescription, place: 'first' | 'last' = 'last'): WorkbookChange =>
  (workbook) => ({
    ...workbook,
    sheets: place === 'first' ? [sheet, ...workbook.sheets] : [...workbook.sheets, sheet],
  });

/** A sheet of another workbook, under a name of its own, with the styles that its cells need. */
export const addSheetOf =
  (
    other: WorkbookDescription,
    name: string,
    as: string,
    place: 'first' | 'last' = 'last',
  ): WorkbookChange =>
  (workbook) => {
    const sheet = other.sheets.find((candidate) => candidate.name === name)!;
    const styled = { ...workbook, styles: { ...other.styles, ...workbook.styles } };
    return addSheet({ ...sheet, name: as }, place)(styled);
  };

/** A sheet that a person made, with texts and numbers row by row. */
export function ownSheet(name: string, rows: readonly (readonly (string | number)[])[]): SheetDescription {
  return {
    name,
    state: 'visible',
    columns: [],
    rows: new Map(),
    cells: rows.flatMap((values, row) =>
      values.map((value, column) => ({ row: row + 1, column: column + 1, value, style: 'hidden' })),
    ),
    merges: [],
    validations: [],
    conditionalFormats: [],
    showGridLines: true,
  };
}

/** 选择性粘贴—数值: every formula of the form becomes its value. */
export const toValues: WorkbookChange = onForm((sheet) => ({
  ...sheet,
  cells: sheet.cells.map(({ row, column, value, style }) => ({ row, column, value, style })),
}));

/** Copies only what a person sees, as values, into a workbook of their own. */
export const visibleValuesAlone: WorkbookChange = (workbook) => {
  const form = toValues(workbook).sheets.find(({ name }) => name === FORM_SHEET)!;
  const isSeen = ({ row, column }: Address) =>
    !form.columns[column - 1]?.hidden && !form.rows.get(row)?.hidden;
  const [firstRow, firstColumn] = [2, 2];
  const cells = form.cells.filter(isSeen).map((cell) => ({
    ...cell,
    row: cell.row - firstRow + 1,
    column: cell.column - firstColumn + 1,
  }));
  return { ...workbook, sheets: [{ ...ownSheet('Sheet1', []), cells }] };
};

export const removeValidations: WorkbookChange = onForm((sheet) => ({
  ...sheet,
  validations: [],
  conditionalFormats: [],
}));

export const unprotect: WorkbookChange = onForm((sheet) => {
  const { protection, ...open } = sheet;
  return protection ? open : sheet;
});

export const showSheet = (name: string): WorkbookChange =>
  onSheet(name, (sheet) => ({ ...sheet, state: 'visible' }));

export const hideSheet = (name: string): WorkbookChange =>
  onSheet(name, (sheet) => ({ ...sheet, state: 'hidden' }));

/** Empties the cells of the key column in these rows. */
export const clearKeys = (...rows: readonly number[]): WorkbookChange =>
  type(Object.fromEntries(rows.map((row) => [formatAddress(row, 1), null])));

type Move = (place: Address) => Address | null;

/** Every cell to its new place, with what refers to it; null where it is deleted. */
function moved(sheet: SheetDescription, to: Move): SheetDescription {
  const cells = sheet.cells.flatMap((cell) => {
    const place = to(cell);
    return place ? [withFormula({ ...cell, ...place }, to)] : [];
  });
  const rows = [...sheet.rows].flatMap(([row, looks]) => {
    const place = to({ row, column: 1 }) ?? to({ row, column: 2 });
    return place ? [[place.row, looks] as const] : [];
  });
  const ranges = <T extends { readonly range: string }>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      const range = item.range.split(' ').flatMap((part) => movedRange(part, to) ?? []);
      return range.length > 0 ? [{ ...item, range: range.join(' ') }] : [];
    });
  const moves: SheetDescription = {
    ...sheet,
    cells: inOrder(cells),
    rows: new Map(rows),
    merges: sheet.merges.flatMap((range) => movedRange(range, to) ?? []),
    validations: ranges(sheet.validations),
    conditionalFormats: [],
  };
  return withoutRanges(moves);
}

/** Filter and print area would have to move, too; nobody reads them. */
function withoutRanges(sheet: SheetDescription): SheetDescription {
  const copy = { ...sheet };
  delete copy.autoFilter;
  delete copy.print;
  return copy;
}

function movedRange(range: string, to: Move): string | null {
  const [first, last] = range.split(':').map((corner) => to(parseAddress(corner)!));
  if (!first) return null;
  if (last === undefined) return formatAddress(first.row, first.column);
  // what a sort or a moved column tears apart is no area any more
  const isArea = last && last.row >= first.row && last.column >= first.column;
  return isArea ? formatRange(first.row, first.column, last.row, last.column) : null;
}

/** The cell with its formula's references to this sheet moved along; texts in quotes stay. */
function withFormula(cell: CellDescription, to: Move): CellDescription {
  if (cell.formula === undefined) return cell;
  const formula = cell.formula.replace(
    /"[^"]*"|(\$?)[A-Z]{1,3}(\$?)\d+(?![\d(])/g,
    (match: string, fixedColumn: string | undefined, fixedRow: string | undefined) => {
      const from = fixedColumn === undefined ? null : parseAddress(match);
      if (!from) return match;
      const place = to(from);
      if (!place) return '#REF!';
      return `${fixedColumn ?? ''}${columnLetters(place.column)}${fixedRow ?? ''}${place.row}`;
    },
  );
  return { ...cell, formula };
}
