import { formatAddress, LAST_COLUMN } from '../../core/sheet/address';
import { gridKey, type GridCell, type GridCellType } from '../../core/sheet/grid';
import { FormulaCell, FormulaPlace } from './formula-cell';
import { FormulaGroups, readArea, type OpenCell, type StoredFormula } from './formula-groups';
import type { ReadLimits } from './limits';
import { refuse } from './messages';
import type { SharedStrings } from './shared-strings';
import { isEmpty, readDate, readNumber, withoutEdges, type StoredType } from './stored-value';
import type { NumberFormats } from './styles';
import { decodeEscapes, readBoolean, readWhole } from './xml-text';

export interface SheetContext {
  readonly part: string;
  /** Whether any text of the part may hold _xHHHH_. */
  readonly mayHoldEscapes: boolean;
  readonly strings: SharedStrings;
  readonly formats: NumberFormats;
  readonly limits: ReadLimits;
  /** How many cells the sheets before this one hold. */
  readonly cellsBefore: number;
}

/** A formula's text, now or later, or more where the formula is not the cell's alone. */
export type CellFormula = string | FormulaPlace | StoredFormula | undefined;

/** What a sheet part holds, gathered the same way by the scan and by the full parse. */
export class SheetContent {
  readonly cells = new Map<number, GridCell>();
  readonly hiddenRows = new Set<number>();
  readonly merges: string[] = [];
  isProtected = false;
  rowCount = 0;
  columnCount = 0;
  /** +1 where a run of hidden columns starts, −1 after its end. */
  private hiddenEdges: Int32Array | null = null;
  private groups: FormulaGroups | null = null;
  private readonly mostCells: number;

  constructor(private readonly context: SheetContext) {
    this.mostCells = context.limits.cells - context.cellsBefore;
  }

  /**
   * Takes in a cell. `stored` is the text of its value, undefined where it has none; for type s the
   * number of a shared string.
   * @throws Unreadable
   */
  addCell(
    row: number,
    column: number,
    type: StoredType,
    style: number,
    stored: string | undefined,
    formula: CellFormula,
  ): void {
    const isFormula = formula !== undefined;
    // for a formula, an empty text is a value as any other
    const mayBeEmpty = isFormula && (type === 'str' || type === 'inlineStr');
    if (stored === undefined || (!mayBeEmpty && isEmpty(stored, type))) {
      if (isFormula)
        this.put(row, column, style, { type: 'text', value: '', raw: '' }, formula, false);
    } else if (type === 's') {
      const index = readWhole(withoutEdges(stored), Number.MAX_SAFE_INTEGER);
      this.addShared(row, column, style, index ?? this.refuseCell('badCell', row, column), formula);
    } else this.put(row, column, style, this.convert(type, stored), formula);
  }

  /** Takes in a cell that holds the shared string of number `index`. @throws Unreadable */
  addShared(row: number, column: number, style: number, index: number, formula: CellFormula): void {
    const raw = this.context.strings.get(index);
    if (raw === undefined) this.refuseCell('badCell', row, column);
    const value = this.context.strings.mayHoldEscapes ? decodeEscapes(raw) : raw;
    // a cell that holds an empty text shows nothing, as a blank one does
    if (value !== '' || formula !== undefined)
      this.put(row, column, style, { type: 'text', value, raw }, formula);
  }

  /** Takes in a cell that holds `value`, stored as `raw`. @throws Unreadable */
  addNumber(
    row: number,
    column: number,
    style: number,
    value: number,
    raw: string,
    formula: CellFormula,
  ): void {
    this.put(row, column, style, { type: 'number', value, raw }, formula);
  }

  hideColumns(from: string | undefined, to: string | undefined): void {
    const first = readWhole(from, LAST_COLUMN);
    const last = readWhole(to, LAST_COLUMN);
    if (!first || !last || first > last) this.refusePlace(`${from ?? ''}:${to ?? ''}`);
    this.hiddenEdges ??= new Int32Array(LAST_COLUMN + 2);
    this.hiddenEdges[first]!++;
    this.hiddenEdges[last + 1]!--;
  }

  get hiddenColumns(): Set<number> {
    const hidden = new Set<number>();
    if (!this.hiddenEdges) return hidden;
    let depth = 0;
    for (let column = 1; column <= LAST_COLUMN; column++) {
      depth += this.hiddenEdges[column]!;
      if (depth > 0) hidden.add(column);
    }
    return hidden;
  }

  addMerge(range = ''): void {
    if (!readArea(range)) this.refusePlace(range);
    this.merges.push(range);
  }

  /** To be called when the whole part is read. @throws Unreadable */
  finish(): void {
    this.groups?.finish(this.cells);
  }

  private put(
    row: number,
    column: number,
    style: number,
    read: OpenCell,
    formula: CellFormula,
    hasCachedValue = true,
  ): void {
    let cell: OpenCell = read;
    if (formula instanceof FormulaPlace) {
      if (formula.length > this.context.limits.textLength) this.checkLength(formula.text());
      cell = new FormulaCell(read, formula, hasCachedValue, this.context.mayHoldEscapes);
    } else if (formula !== undefined) this.addFormula(cell, row, column, formula, hasCachedValue);
    const format = this.context.formats[style];
    if (format !== undefined) cell.numberFormat = format;
    const { cells } = this;
    const count = cells.size;
    cells.set(gridKey(row, column), cell);
    if (cells.size === count) this.refuseCell('twice', row, column);
    if (count >= this.mostCells)
      throw refuse('too-large', 'tooManyCells', { limit: this.context.limits.cells });
    if (row > this.rowCount) this.rowCount = row;
    if (column > this.columnCount) this.columnCount = column;
  }

  private addFormula(
    cell: OpenCell,
    row: number,
    column: number,
    formula: string | StoredFormula,
    hasCachedValue: boolean,
  ): void {
    const stored = typeof formula === 'string' ? formula : formula.text;
    const text = this.context.mayHoldEscapes ? decodeEscapes(stored) : stored;
    this.checkLength(text);
    cell.formula = text;
    cell.hasCachedValue = hasCachedValue;
    if (typeof formula === 'string' || formula.kind === undefined) return;
    this.groups ??= new FormulaGroups(this.context.part, this.context.limits);
    this.groups.add(cell, { row, column }, text, formula);
  }

  private convert(type: Exclude<StoredType, 's'>, stored: string): OpenCell {
    switch (type) {
      case 'n': {
        const value = readNumber(stored);
        return value === null ? this.textCell(stored) : { type: 'number', value, raw: stored };
      }
      case 'b': {
        const value = readBoolean(withoutEdges(stored));
        return value === null ? this.textCell(stored) : { type: 'boolean', value, raw: stored };
      }
      case 'd': {
        const value = readDate(withoutEdges(stored));
        return value === null ? this.textCell(stored) : { type: 'number', value, raw: stored };
      }
      case 'e':
        return this.textCell(stored, 'error');
      case 'str':
      case 'inlineStr':
        return this.textCell(stored);
    }
  }

  private textCell(raw: string, type: GridCellType = 'text'): OpenCell {
    this.checkLength(raw);
    const value = this.context.mayHoldEscapes ? decodeEscapes(raw) : raw;
    return { type, value, raw };
  }

  private checkLength(text: string): void {
    const limit = this.context.limits.textLength;
    if (text.length > limit)
      throw refuse('too-large', 'textTooLong', { part: this.context.part, limit });
  }

  private refusePlace(place: string): never {
    throw refuse('damaged', 'badPlace', { part: this.context.part, place: place.slice(0, 40) });
  }

  private refuseCell(reason: 'twice' | 'badCell', row: number, column: number): never {
    const place = formatAddress(row, column);
    throw refuse('damaged', reason, { part: this.context.part, place });
  }
}
