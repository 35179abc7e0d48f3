import { parseAddress, type Address } from '../../core/sheet/address';
import { gridKey, gridPlace, type GridCell } from '../../core/sheet/grid';
import type { ReadLimits } from './limits';
import { refuse } from './messages';
import { movable, type ShiftedFormula } from './shift-formula';

/** A formula as stored; shared and array formulas name the range they cover. */
export interface StoredFormula {
  readonly text: string;
  readonly kind: string | undefined;
  readonly range: string | undefined;
  /** Which shared formula of the sheet. */
  readonly group: string | undefined;
}

/** A cell while its sheet is read. */
export type OpenCell = { -readonly [Key in keyof GridCell]: GridCell[Key] };

/** The cells of a sheet, any of which can be put anew. */
interface KnownCells {
  readonly size: number;
  get(key: number): GridCell | undefined;
  set(key: number, cell: GridCell): unknown;
  keys(): Iterable<number>;
}

/** A rectangle of cells, corners included. */
export interface Area {
  readonly from: Address;
  readonly to: Address;
}

/** Reads A1:B2 or A1; null for anything else. */
export function readArea(range: string): Area | null {
  const colon = range.indexOf(':');
  const from = parseAddress(colon < 0 ? range : range.slice(0, colon));
  const to = colon < 0 ? from : parseAddress(range.slice(colon + 1));
  return from && to && from.row <= to.row && from.column <= to.column ? { from, to } : null;
}

function areaSize({ from, to }: Area): number {
  return (to.row - from.row + 1) * (to.column - from.column + 1);
}

/** Cells looked at to mark what array formulas fill. */
const MOST_ARRAY_WORK = 5_000_000;

interface Dependent {
  readonly cell: OpenCell;
  readonly group: string;
  readonly at: Address;
}

/** Formulas that are stored once for several cells of a sheet. */
export class FormulaGroups {
  private readonly masters = new Map<string, { readonly formula: ShiftedFormula; at: Address }>();
  /** Cells whose shared formula has not come yet. */
  private readonly waiting: Dependent[] = [];
  private readonly arrays: { readonly formula: string; readonly area: Area }[] = [];
  /** Characters that written-out formulas may still take. */
  private room: number;

  constructor(
    private readonly part: string,
    limits: ReadLimits,
  ) {
    this.room = limits.partBytes;
  }

  /** Gives a cell its own formula's text; `text` is what is stored, resolved. @throws Unreadable */
  add(cell: OpenCell, at: Address, text: string, { kind, range, group }: StoredFormula): void {
    if (kind === 'shared' && group !== undefined) {
      if (text !== '') {
        if (range !== undefined) this.masters.set(group, { formula: movable(text), at });
      } else if (!this.writeOut({ cell, group, at })) this.waiting.push({ cell, group, at });
    } else if ((kind === 'array' || kind === 'dataTable') && range !== undefined) {
      const area = readArea(range);
      if (!area)
        throw refuse('damaged', 'badPlace', { part: this.part, place: range.slice(0, 40) });
      if (areaSize(area) > 1) this.arrays.push({ formula: text, area });
    }
  }

  /** Resolves what is left, and marks every cell that an array formula fills. @throws Unreadable */
  finish(cells: KnownCells): void {
    for (const dependent of this.waiting) this.writeOut(dependent);
    let work = MOST_ARRAY_WORK;
    for (const { formula, area } of this.arrays) {
      work -= Math.min(areaSize(area), cells.size);
      if (work < 0) throw refuse('too-large', 'tooManyArrays', { part: this.part });
      markArray(cells, formula, area);
    }
  }

  private writeOut({ cell, group, at }: Dependent): boolean {
    const master = this.masters.get(group);
    if (!master) return false;
    cell.formula = master.formula(at.row - master.at.row, at.column - master.at.column);
    this.room -= cell.formula.length;
    // one long formula may stand for very many cells
    if (this.room < 0) throw refuse('bomb', 'formulasTooLong', { part: this.part });
    return true;
  }
}

function markArray(cells: KnownCells, formula: string, area: Area): void {
  const { from, to } = area;
  const mark = (key: number): void => {
    const cell = cells.get(key);
    if (cell && cell.formula === undefined)
      cells.set(key, { ...cell, formula, hasCachedValue: true });
  };
  if (areaSize(area) <= cells.size) {
    for (let row = from.row; row <= to.row; row++)
      for (let column = from.column; column <= to.column; column++) mark(gridKey(row, column));
    return;
  }
  for (const key of cells.keys()) {
    const { row, column } = gridPlace(key);
    if (row >= from.row && row <= to.row && column >= from.column && column <= to.column) mark(key);
  }
}
