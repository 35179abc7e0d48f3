import type { Address } from '../../core/sheet/address';
import { gridKey, type GridCell } from '../../core/sheet/grid';
import type { CellReader } from './cell-reader';
import { FormulaPlace } from './formula-cell';
import type { OpenCell, StoredFormula } from './formula-groups';
import type { PartText } from './part-text';
import type { ScannedRows } from './scanner';
import type { StoredType } from './stored-value';
import { decodeEntities } from './xml-text';

/** Numbers kept of a cell: its row, column, style and type, then the places of its value and its formula. */
const WIDTH = 8;
const COLUMN = 1;
const STYLE = 2;
const TYPE = 3;
/** Of type s: the number of the shared string. −1 where there is no value. */
const VALUE = 4;
const VALUE_END = 5;
/** −1 where there is no formula. */
const FORMULA = 6;
const FORMULA_END = 7;

/** By the numbers that the scan gives them. */
const TYPES: readonly StoredType[] = ['n', 's', 'str', 'b', 'e', 'd', 'inlineStr'];

/**
 * The cells of a scanned sheet by their places in its part, in the order of rows and columns. A cell
 * is made when it is asked for: most of a form is never looked at again.
 */
export class StoredCells implements ReadonlyMap<number, GridCell> {
  readonly size: number;
  readonly rowCount: number;
  readonly columnCount: number;
  private readonly places: Int32Array;
  private readonly made: (GridCell | undefined)[] = [];

  constructor(
    private readonly part: PartText,
    private readonly reader: CellReader,
    { cells, lastRow, lastColumn }: Pick<ScannedRows, 'cells' | 'lastRow' | 'lastColumn'>,
  ) {
    this.places = cells;
    this.size = cells.length / WIDTH;
    this.rowCount = lastRow;
    this.columnCount = lastColumn;
  }

  /** The formula of cell number `index`, entities resolved. */
  formulaStored(index: number): string {
    const { places, part } = this;
    const at = WIDTH * index;
    const text = decodeEntities(part.text(places[at + FORMULA]!, places[at + FORMULA_END]!));
    if (text === null) throw new Error('a formula was not looked at before it was put aside');
    return text;
  }

  placeOf(index: number): Address {
    const at = WIDTH * index;
    return { row: this.places[at]!, column: this.places[at + COLUMN]! };
  }

  /** Makes the cell of that number, whose formula is not its own alone. @throws Unreadable */
  makeGrouped(index: number, formula: StoredFormula): OpenCell {
    const at = WIDTH * index;
    const cell: OpenCell = this.valueAt(at);
    cell.formula = this.reader.formulaText(formula.text);
    cell.hasCachedValue = this.places[at + VALUE] !== -1;
    this.made[index] = this.reader.formatted(cell, this.places[at + STYLE]!);
    return cell;
  }

  get(key: number): GridCell | undefined {
    const index = this.find(key);
    return index < 0 ? undefined : this.at(index);
  }

  has(key: number): boolean {
    return this.find(key) >= 0;
  }

  /** Puts another cell in the place of one that is there. */
  set(key: number, cell: GridCell): void {
    this.made[this.find(key)] = cell;
  }

  *keys(): MapIterator<number> {
    for (let index = 0; index < this.size; index++) yield this.keyAt(index);
  }

  *values(): MapIterator<GridCell> {
    for (let index = 0; index < this.size; index++) yield this.at(index);
  }

  *entries(): MapIterator<[number, GridCell]> {
    for (let index = 0; index < this.size; index++) yield [this.keyAt(index), this.at(index)];
  }

  [Symbol.iterator](): MapIterator<[number, GridCell]> {
    return this.entries();
  }

  forEach(
    visit: (cell: GridCell, key: number, cells: ReadonlyMap<number, GridCell>) => void,
  ): void {
    for (let index = 0; index < this.size; index++) visit(this.at(index), this.keyAt(index), this);
  }

  private at(index: number): GridCell {
    return (this.made[index] ??= this.make(WIDTH * index));
  }

  private make(at: number): GridCell {
    const { places, part, reader } = this;
    const from = places[at + FORMULA]!;
    const value = this.valueAt(at);
    const cell =
      from < 0
        ? value
        : reader.formulaCell(
            value,
            new FormulaPlace(part, from, places[at + FORMULA_END]!),
            places[at + VALUE] !== -1,
          );
    return reader.formatted(cell, places[at + STYLE]!);
  }

  private valueAt(at: number): OpenCell {
    const { places, part, reader } = this;
    const from = places[at + VALUE]!;
    const type = TYPES[places[at + TYPE]!]!;
    if (from < 0) return { type: 'text', value: '', raw: '' };
    if (type === 's') return reader.shared(from);
    return reader.stored(type, part.text(from, places[at + VALUE_END]!));
  }

  private keyAt(index: number): number {
    const at = WIDTH * index;
    return gridKey(this.places[at]!, this.places[at + COLUMN]!);
  }

  /** The number of the cell in the order of the sheet, −1 where there is none. */
  private find(key: number): number {
    let from = 0;
    let to = this.size - 1;
    while (from <= to) {
      const middle = (from + to) >> 1;
      const found = this.keyAt(middle);
      if (found === key) return middle;
      if (found < key) from = middle + 1;
      else to = middle - 1;
    }
    return -1;
  }
}
