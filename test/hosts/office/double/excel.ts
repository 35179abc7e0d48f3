import { addressOf } from './addresses';
import type { CellArea, LiveBook, LiveSheet } from './book';
import type { Calculator } from './calculator';
import { HostError, type HostObject } from './host-object';
import { typedValue } from './typed-value';

/** Rich-API events by their numbers on the wire. */
export const EVENTS = {
  changed: 10,
  added: 13,
  deleted: 15,
  calculated: 16,
  rowHidden: 22,
  renamed: 25,
} as const;
export type EventName = keyof typeof EVENTS;

/** Who changes a cell. */
export type Author = 'person' | 'add-in';

/** What the double keeps of a call that leaves the workbook. */
export interface Calls {
  /** Bytes opened as new workbooks. */
  readonly opened: Uint8Array[];
  readonly inserted: Uint8Array[];
  saved: number;
}

/** The program: the open workbook, what it lets happen to it, and what it tells of it. */
export class ExcelProgram {
  areEventsOn = true;
  isReadOnly = false;
  private lastReference = 0;
  /** Objects that later requests name, by their references. */
  private readonly objects = new Map<string, HostObject>();

  constructor(
    readonly book: LiveBook,
    private readonly calculator: Calculator,
    readonly calls: Calls,
    /** Hands an event to those who asked for it. */
    private readonly tell: (event: EventName, about: Readonly<Record<string, unknown>>) => void,
  ) {
    calculator.load(book);
  }

  newId(): string {
    return `r${this.lastReference++}`;
  }

  /** The object under a reference of its own, by which later requests may name it. */
  keep(object: Omit<HostObject, 'identity'>): HostObject {
    const reference = this.newId();
    const kept = { ...object, identity: { _ReferenceId: reference } };
    this.objects.set(reference, kept);
    return kept;
  }

  release(reference: string): void {
    this.objects.delete(reference);
  }

  /** @throws HostError InvalidReference */
  kept(reference: string): HostObject {
    const object = this.objects.get(reference);
    if (!object) throw new HostError('InvalidReference', `nothing is kept as ${reference}`);
    return object;
  }

  /** @throws HostError ItemNotFound */
  sheet(key: string): LiveSheet {
    const sheet = this.book.find(key);
    if (!sheet) throw new HostError('ItemNotFound', '请求的资源不存在。');
    return sheet;
  }

  /** @throws HostError AccessDenied where a cell of the area is locked on a protected sheet */
  checkOpen(sheet: LiveSheet, area: CellArea): void {
    const isLocked = placesOf(area).some(([row, column]) => {
      return sheet.cells.get(`${row},${column}`)?.isLocked ?? true;
    });
    if (this.isReadOnly || (sheet.protection && isLocked)) throw accessDenied();
  }

  /** @throws HostError AccessDenied on a protected sheet that does not allow it */
  checkAllowed(sheet: LiveSheet, option: string | null): void {
    const isAllowed = option !== null && sheet.protection?.options[option] === true;
    if (this.isReadOnly || (sheet.protection && !isAllowed)) throw accessDenied();
  }

  /** Puts values into an area as if they were typed; null leaves a cell as it is. */
  put(
    sheet: LiveSheet,
    area: CellArea,
    values: readonly (readonly (string | number | boolean | null)[])[],
    author: Author,
    isTold = true,
  ): void {
    this.checkOpen(sheet, area);
    const places = placesOf(area);
    for (const [row, column] of places) {
      const value = values[row - area.row]?.[column - area.column];
      if (value === null || value === undefined) continue;
      const cell = sheet.cell(row, column);
      const { format, ...typed } = typedValue(value, cell.format);
      Object.assign(cell, typed);
      if (format !== undefined && cell.format === 'General') cell.format = format;
    }
    this.calculator.update(this.book, sheet, places);
    if (isTold) this.tellChanged(sheet, area, 'RangeEdited', author);
    this.tellCalculated();
  }

  tellChanged(sheet: LiveSheet, area: CellArea, changeType: string, author: Author): void {
    this.tellAbout('changed', sheet, {
      address: addressOf(area),
      changeType,
      source: 'Local',
      triggerSource: author === 'add-in' ? 'ThisLocalAddin' : 'Unknown',
    });
  }

  tellAbout(
    event: EventName,
    { id }: LiveSheet,
    about: Readonly<Record<string, unknown>> = {},
  ): void {
    if (this.areEventsOn) this.tell(event, { worksheetId: id, ...about });
  }

  private tellCalculated(): void {
    for (const sheet of this.book.sheets)
      if (sheet.hasFormulas) this.tellAbout('calculated', sheet, { address: '' });
  }
}

function placesOf({ row, column, rows, columns }: CellArea): [number, number][] {
  return Array.from({ length: rows * columns }, (_, index) => [
    row + Math.floor(index / columns),
    column + (index % columns),
  ]);
}

export function accessDenied(): HostError {
  return new HostError('AccessDenied', '无法执行请求的操作。');
}
