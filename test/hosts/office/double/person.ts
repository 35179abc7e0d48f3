import { areaOf } from './addresses';
import type { CellArea, LiveSheet } from './book';
import { accessDenied, type ExcelProgram } from './excel';

type Input = string | number | boolean;

/** What a person does in Excel, with the events that Excel then makes. */
export class Person {
  constructor(private readonly excel: ExcelProgram) {}

  /** Types into a cell; throws AccessDenied where Excel shows its alert about protected cells. */
  type(sheet: string, cell: string, input: Input): void {
    this.excel.put(this.excel.sheet(sheet), placed(cell), [[input]], 'person');
  }

  /** Picks from a dropdown: in some versions Excel makes no event of it, as here. */
  pick(sheet: string, cell: string, choice: string): void {
    this.excel.put(this.excel.sheet(sheet), placed(cell), [[choice]], 'person', false);
  }

  /** Pastes rows of cells; one event tells of all of them. */
  paste(sheet: string, range: string, rows: readonly (readonly Input[])[]): void {
    this.excel.put(this.excel.sheet(sheet), placed(range), rows, 'person');
  }

  clear(sheet: string, range: string): void {
    const area = placed(range);
    const blanks = Array.from({ length: area.rows }, () => Array<Input>(area.columns).fill(''));
    this.excel.put(this.excel.sheet(sheet), area, blanks, 'person');
  }

  /** Hides rows, counted from 1, where the sheet allows its rows to be formatted. */
  hideRow(sheet: string, row: number): void {
    const found = this.excel.sheet(sheet);
    this.excel.checkAllowed(found, 'allowFormatRows');
    found.hiddenRows.add(row - 1);
    this.excel.tellAbout('rowHidden', found, { address: `${row}:${row}`, changeType: 'Hidden' });
  }

  addSheet(name: string): LiveSheet {
    const sheet = this.excel.book.add(name, 'visible');
    this.excel.tellAbout('added', sheet, { source: 'Local' });
    return sheet;
  }

  deleteSheet(name: string): void {
    const sheet = this.excel.sheet(name);
    this.excel.book.remove(sheet);
    this.excel.tellAbout('deleted', sheet, { source: 'Local' });
  }

  renameSheet(name: string, to: string): void {
    const sheet = this.excel.sheet(name);
    sheet.name = to;
    this.excel.tellAbout('renamed', sheet, { nameBefore: name, nameAfter: to, source: 'Local' });
  }

  /** Takes a sheet's protection off; one with a password stays as it is. */
  unprotect(name: string): void {
    const sheet = this.excel.sheet(name);
    if (typeof sheet.protection?.password === 'string') throw accessDenied();
    sheet.protection = null;
  }
}

function placed(address: string): CellArea {
  const area = areaOf(address);
  if (!area) throw new Error(`${address} is no range`);
  return area;
}
