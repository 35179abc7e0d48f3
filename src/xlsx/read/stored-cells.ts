import { gridKey, type GridCell } from '../../core/sheet/grid';
import type { CellReader } from './cell-reader';
import { FormulaPlace } from './formula-cell';
import type { OpenCell, StoredFormula } from './formula-groups';
import { refuse } from './messages';
import type { PartText } from './part-text';
import { STORED_TYPES, type StoredType } from './stored-value';
import { giveUp } from './unrecognised';

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

const TYPES = [...STORED_TYPES.values()];
export const TYPE_NUMBERS = Object.fromEntries(
  TYPES.map((type, index) => [type, index]),
) as Readonly<Record<StoredType, number>>;

/**
 * The cells of a scanned sheet by their places in its part, in the order of rows and columns. A cell
 * is made when it is asked for: most of a form is never looked at again.
 */
export class StoredCells implements ReadonlyMap<number, GridCell> {
  size = 0;
  rowCount = 0;
  columnCount = 0;
  private places = new Int32Array(WIDTH * 256);
  private lastKey = -1;
  private readonly made: (GridCell | undefined)[] = [];

  constructor(
    private readonly part: PartText,
    private readonly reader: CellReader,
    private readonly mostCells: number,
  ) {}

  /**
   * Takes in a cell that shows something.
   * @throws Unrecognised where it does not come after the one before, Unreadable for one too many
   */
  add(
    row: number,
    column: number,
    style: number,
    type: number,
    value: number,
    valueEnd: number,
    formula: number,
    formulaEnd: number,
  ): void {
    const key = gridKey(row, column);
    if (key <= this.lastKey) giveUp();
    this.lastKey = key;
    if (this.size >= this.mostCells)
      throw refuse('too-large', 'tooManyCells', { limit: this.reader.limits.cells });
    const at = WIDTH * this.size;
    if (at === this.places.length) this.grow();
    const { places } = this;
    places[at] = row;
    places[at + COLUMN] = column;
    places[at + STYLE] = style;
    places[at + TYPE] = type;
    places[at + VALUE] = value;
    places[at + VALUE_END] = valueEnd;
    places[at + FORMULA] = formula;
    places[at + FORMULA_END] = formulaEnd;
    this.size++;
    if (row > this.rowCount) this.rowCount = row;
    if (column > this.columnCount) this.columnCount = column;
  }

  /** Makes the cell just taken in, whose formula is not its own alone. */
  makeLast(formula: StoredFormula): OpenCell {
    const index = this.size - 1;
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

  private grow(): void {
    const more = new Int32Array(2 * this.places.length);
    more.set(this.places);
    this.places = more;
  }
}
