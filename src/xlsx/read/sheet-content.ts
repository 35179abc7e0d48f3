import { LAST_COLUMN } from '../../core/sheet/address';
import { gridKey, type GridCell } from '../../core/sheet/grid';
import type { CellReader } from './cell-reader';
import { FormulaGroups, readArea, type OpenCell, type StoredFormula } from './formula-groups';
import { refuse } from './messages';
import type { StoredCells } from './stored-cells';
import { isEmpty, withoutEdges, type StoredType } from './stored-value';
import { readWhole } from './xml-text';

/** What a sheet part holds: its cells, by the full parse or as the scan puts them aside, and all around them. */
export class SheetContent {
  cells: ReadonlyMap<number, GridCell>;
  readonly hiddenRows = new Set<number>();
  readonly merges: string[] = [];
  isProtected = false;
  rowCount = 0;
  columnCount = 0;
  private readonly read = new Map<number, GridCell>();
  /** First and last column of each run of hidden ones. */
  private readonly hiddenRuns: number[] = [];
  private groups: FormulaGroups | null = null;

  constructor(
    private readonly reader: CellReader,
    private readonly part: string,
  ) {
    this.cells = this.read;
  }

  /** Takes in all cells at once, as the scan found them. */
  takeStored(cells: StoredCells): void {
    this.cells = cells;
    this.rowCount = cells.rowCount;
    this.columnCount = cells.columnCount;
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
    formula: StoredFormula | undefined,
  ): void {
    const isFormula = formula !== undefined;
    // for a formula, an empty text is a value as any other
    const mayBeEmpty = isFormula && (type === 'str' || type === 'inlineStr');
    if (stored === undefined || (!mayBeEmpty && isEmpty(stored, type))) {
      if (isFormula)
        this.put(row, column, style, { type: 'text', value: '', raw: '' }, formula, false);
    } else if (type === 's') this.addShared(row, column, style, stored, formula);
    else this.put(row, column, style, this.reader.convert(type, stored), formula);
  }

  private addShared(
    row: number,
    column: number,
    style: number,
    stored: string,
    formula: StoredFormula | undefined,
  ): void {
    const { reader } = this;
    const index = readWhole(withoutEdges(stored), Number.MAX_SAFE_INTEGER);
    if (index === null || index >= reader.strings.count)
      return reader.refuseCell('badCell', row, column);
    // a cell that holds an empty text shows nothing, as a blank one does
    if (formula !== undefined || !reader.strings.isEmpty(index))
      this.put(row, column, style, reader.shared(index), formula);
  }

  hideColumns(from: string | undefined, to: string | undefined): void {
    const first = readWhole(from, LAST_COLUMN);
    const last = readWhole(to, LAST_COLUMN);
    if (!first || !last || first > last) this.reader.refusePlace(`${from ?? ''}:${to ?? ''}`);
    this.hiddenRuns.push(first, last);
  }

  get hiddenColumns(): Set<number> {
    const hidden = new Set<number>();
    const runs = this.hiddenRuns;
    if (runs.length === 0) return hidden;
    let most = 0;
    for (let index = 1; index < runs.length; index += 2) most = Math.max(most, runs[index]!);
    // +1 where a run starts, −1 after its end: runs may overlap, and there may be many
    const edges = new Int32Array(most + 2);
    for (let index = 0; index < runs.length; index += 2) {
      edges[runs[index]!]!++;
      edges[runs[index + 1]! + 1]!--;
    }
    let depth = 0;
    for (let column = 1; column <= most; column++) {
      depth += edges[column]!;
      if (depth > 0) hidden.add(column);
    }
    return hidden;
  }

  addMerge(range = ''): void {
    if (!readArea(range)) this.reader.refusePlace(range);
    this.merges.push(range);
  }

  /** To be called when the whole part is read. @throws Unreadable */
  finish(): void {
    this.groups?.finish(this.read);
  }

  private put(
    row: number,
    column: number,
    style: number,
    cell: OpenCell,
    formula: StoredFormula | undefined,
    hasCachedValue = true,
  ): void {
    if (formula !== undefined) this.addFormula(cell, row, column, formula, hasCachedValue);
    const { read, reader } = this;
    const count = read.size;
    read.set(gridKey(row, column), reader.formatted(cell, style));
    if (read.size === count) reader.refuseCell('twice', row, column);
    if (count >= reader.mostCells)
      throw refuse('too-large', 'tooManyCells', { limit: reader.limits.cells });
    if (row > this.rowCount) this.rowCount = row;
    if (column > this.columnCount) this.columnCount = column;
  }

  private addFormula(
    cell: OpenCell,
    row: number,
    column: number,
    formula: StoredFormula,
    hasCachedValue: boolean,
  ): void {
    const text = this.reader.formulaText(formula.text);
    cell.formula = text;
    cell.hasCachedValue = hasCachedValue;
    if (formula.kind === undefined) return;
    this.groups ??= new FormulaGroups(this.part, this.reader.limits);
    this.groups.add(cell, { row, column }, text, formula);
  }
}
