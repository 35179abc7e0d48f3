import { formatAddress, formatRange, parseAddress } from '../../core/sheet/address';
import type { CellValue } from '../../core/sheet/description';
import { movable } from '../read/shift-formula';
import { cellXml } from './cell-xml';
import { rangeCorners, type Corners } from './ranges';
import { escapeXml } from './text';
import { append, setAttribute, splice, walkXml } from './xml';
import type { ClosedElement, Element, Splice } from './xml';

/** Values to set, by row and then by column. */
export type Edits = ReadonlyMap<number, ReadonlyMap<number, CellValue>>;

export interface PatchedSheet {
  readonly xml: string;
  readonly droppedFormula: boolean;
}

/** Sets cell values in a sheet part and leaves every other character as it is. */
export function patchSheet(xml: string, edits: Edits, sheet: string): PatchedSheet {
  const patch = new SheetPatch(xml, edits, sheet);
  walkXml(xml, sheet, {
    open(element, parent) {
      patch.open(element, parent);
    },
    close(element, parent) {
      patch.close(element, parent);
    },
  });
  return patch.result();
}

/** A shared formula whose first cell was overwritten: the cells that relied on it get their own. */
interface LostFormula {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

class SheetPatch {
  private readonly splices: Splice[] = [];
  private readonly rows: Queue<ReadonlyMap<number, CellValue>>;
  private cells = new Queue<CellValue>(new Map());
  private row: Element | undefined;
  private rowNumber = 0;
  private column = 0;
  private formula: ClosedElement | undefined;
  private readonly lost = new Map<string, LostFormula>();
  private readonly columnStyles: { from: number; to: number; style: string }[] = [];
  private prefix: string | undefined;
  private droppedFormula = false;

  constructor(
    private readonly xml: string,
    private readonly edits: Edits,
    private readonly sheet: string,
  ) {
    this.rows = new Queue(edits);
  }

  open(element: Element, parent: Element | undefined): void {
    switch (element.name) {
      case 'dimension':
        this.growDimension(element);
        break;
      case 'col':
        this.readColumn(element);
        break;
      case 'sheetData':
        this.prefix = element.prefix;
        break;
      case 'row':
        if (parent?.name === 'sheetData') this.openRow(element);
        break;
      case 'c':
        if (parent?.name === 'row') this.openCell(element);
        break;
      case 'mergeCell':
        this.refuseInside(element.attributes.ref, 'is covered by the merged range', true);
        break;
    }
  }

  close(element: ClosedElement, parent: Element | undefined): void {
    if (element.name === 'f' && parent?.name === 'c') this.formula = element;
    else if (element.name === 'c' && parent?.name === 'row') this.closeCell(element);
    else if (element.name === 'row' && parent?.name === 'sheetData') this.closeRow(element);
    else if (element.name === 'sheetData') this.closeData(element);
  }

  result(): PatchedSheet {
    if (this.prefix === undefined) throw new Error(`${this.sheet} is no sheet of cells`);
    return { xml: splice(this.xml, this.splices), droppedFormula: this.droppedFormula };
  }

  private openRow(row: Element): void {
    const number = Number(row.attributes.r ?? this.rowNumber + 1);
    if (!(number > this.rowNumber)) throw new Error(`${this.sheet}: rows are out of order`);
    this.insert(
      row.start,
      this.rows.before(number).map(([at, cells]) => this.rowXml(at, cells)),
    );
    this.row = row;
    this.rowNumber = number;
    this.column = 0;
    this.cells = new Queue(this.rows.take(number) ?? new Map<number, CellValue>());
  }

  private openCell(cell: Element): void {
    const reference = cell.attributes.r;
    const column = reference === undefined ? this.column + 1 : parseAddress(reference)?.column;
    if (column === undefined || column <= this.column)
      throw new Error(`${this.sheet}: cells of row ${this.rowNumber} are out of order`);
    this.insertCells(cell.start, this.cells.before(column));
    this.column = column;
    this.formula = undefined;
  }

  private closeCell(cell: ClosedElement): void {
    const value = this.cells.take(this.column);
    if (this.formula) this.closeFormula(this.formula, value !== undefined);
    if (value === undefined) return;
    const style = cell.attributes.s;
    const text = cellXml(cell.prefix, this.rowNumber, this.column, value, style);
    this.splices.push({ from: cell.start, to: cell.end, text });
  }

  private closeFormula(formula: ClosedElement, isReplaced: boolean): void {
    const type = formula.attributes.t;
    const index = formula.attributes.si;
    if (type === 'array' || type === 'dataTable')
      this.refuseInside(formula.attributes.ref, 'belongs to the array formula of', false);
    if (isReplaced) this.droppedFormula = true;
    if (type !== 'shared' || index === undefined) return;

    if (formula.text !== '') {
      this.lost.delete(index);
      const { rowNumber: row, column } = this;
      if (isReplaced) this.lost.set(index, { text: formula.text, row, column });
      return;
    }
    const lost = this.lost.get(index);
    if (!lost || isReplaced) return;
    const own = movable(lost.text)(this.rowNumber - lost.row, this.column - lost.column);
    const tag = `${formula.prefix}f`;
    this.splices.push({
      from: formula.start,
      to: formula.end,
      text: `<${tag}>${escapeXml(own)}</${tag}>`,
    });
  }

  private closeRow(row: ClosedElement): void {
    const rest = this.cells.rest().filter(([, value]) => value !== null);
    if (rest.length > 0) {
      const cells = rest.map(([column, value]) => this.newCellXml(this.rowNumber, column, value));
      this.forgetSpans();
      this.splices.push(append(this.xml, row, cells.join('')));
    }
    this.row = undefined;
  }

  private closeData(data: ClosedElement): void {
    const rows = this.rows.rest().map(([number, cells]) => this.rowXml(number, cells));
    if (rows.some((row) => row !== '')) this.splices.push(append(this.xml, data, rows.join('')));
  }

  private insertCells(at: number, cells: readonly (readonly [number, CellValue])[]): void {
    const written = cells.filter(([, value]) => value !== null);
    if (written.length === 0) return;
    this.forgetSpans();
    this.insert(
      at,
      written.map(([column, value]) => this.newCellXml(this.rowNumber, column, value)),
    );
  }

  private insert(at: number, pieces: readonly string[]): void {
    const text = pieces.join('');
    if (text !== '') this.splices.push({ from: at, to: at, text });
  }

  /** Which columns the row uses is a hint that the new cell may make wrong; it may be left out. */
  private forgetSpans(): void {
    if (!this.row?.attributes.spans) return;
    this.splices.push(setAttribute(this.xml, this.row, 'spans', null));
    this.row = { ...this.row, attributes: {} };
  }

  private rowXml(number: number, cells: ReadonlyMap<number, CellValue>): string {
    this.row = undefined;
    const written = new Queue(cells).rest().filter(([, value]) => value !== null);
    if (written.length === 0) return '';
    const tag = `${this.prefix ?? ''}row`;
    const content = written.map(([column, value]) => this.newCellXml(number, column, value));
    return `<${tag} r="${number}">${content.join('')}</${tag}>`;
  }

  /** A cell the file did not hold looks as its row or its column says, as when a person fills it. */
  private newCellXml(row: number, column: number, value: CellValue): string {
    const ofRow = isTrue(this.row?.attributes.customFormat) ? this.row?.attributes.s : undefined;
    const ofColumn = this.columnStyles.find(({ from, to }) => from <= column && column <= to);
    return cellXml(this.prefix ?? '', row, column, value, ofRow ?? ofColumn?.style);
  }

  private readColumn({ attributes }: Element): void {
    const style = attributes.style;
    if (style === undefined || style === '0') return;
    this.columnStyles.push({
      from: Number(attributes.min),
      to: Number(attributes.max),
      style,
    });
  }

  private growDimension(dimension: Element): void {
    const range = dimension.attributes.ref;
    if (range === undefined || !/^[A-Z]+\d+(:[A-Z]+\d+)?$/.test(range)) return;
    const corners = rangeCorners(range);
    let { top, left, bottom, right } = corners;
    this.forEachEdit((row, column) => {
      if (isInside(corners, row, column)) return;
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row)];
      [left, right] = [Math.min(left, column), Math.max(right, column)];
    });
    const grown = formatRange(top, left, bottom, right);
    if (grown !== formatRange(corners.top, corners.left, corners.bottom, corners.right))
      this.splices.push(setAttribute(this.xml, dimension, 'ref', grown));
  }

  /** A program lets nobody type into part of an array or under a merged cell; neither do we. */
  private refuseInside(range: string | undefined, why: string, exceptFirst: boolean): void {
    if (range?.includes(':') !== true) return;
    const corners = rangeCorners(range);
    this.forEachEdit((row, column) => {
      const isFirst = row === corners.top && column === corners.left;
      if (isInside(corners, row, column) && !(exceptFirst && isFirst))
        throw new Error(`${this.sheet}!${formatAddress(row, column)} ${why} ${range}`);
    });
  }

  private forEachEdit(visit: (row: number, column: number) => void): void {
    for (const [row, cells] of this.edits) for (const column of cells.keys()) visit(row, column);
  }
}

function isInside({ top, left, bottom, right }: Corners, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** Entries in the order of their keys, taken from the front as the part is read. */
class Queue<T> {
  private readonly entries: (readonly [number, T])[];
  private next = 0;

  constructor(entries: ReadonlyMap<number, T>) {
    this.entries = [...entries].sort(([left], [right]) => left - right);
  }

  /** Takes all entries with a smaller key. */
  before(key: number): (readonly [number, T])[] {
    const from = this.next;
    while (this.next < this.entries.length && this.entries[this.next]![0] < key) this.next += 1;
    return this.entries.slice(from, this.next);
  }

  /** Takes the entry with this key, once those before it are taken. */
  take(key: number): T | undefined {
    const entry = this.entries[this.next];
    if (entry?.[0] !== key) return undefined;
    this.next += 1;
    return entry[1];
  }

  /** Takes all that are left. */
  rest(): (readonly [number, T])[] {
    return this.before(Infinity);
  }
}
