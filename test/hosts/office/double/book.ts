import type { SheetState } from '../../../../src/core/sheet/description';

/** A cell of the live workbook. */
export interface LiveCell {
  /** Null where it is blank. */
  value: number | string | boolean | null;
  isError: boolean;
  /** Without the “=”. */
  formula: string | null;
  /** As Range.numberFormat gives it. */
  format: string;
  isLocked: boolean;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly type: string;
  /** Of the range that it stands on. */
  readonly range: CellArea;
  formula: string;
  colour: string;
}

/** Rows and columns count from 0 here, as Office.js counts them. */
export interface CellArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export type ProtectionOptions = Readonly<Record<string, boolean | string>>;

/** A sheet of the live workbook; the keys of its cells are “row,column”. */
export class LiveSheet {
  readonly cells = new Map<string, LiveCell>();
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  merges: CellArea[] = [];
  protection: { options: ProtectionOptions; password: string | null } | null = null;
  conditionalFormats: ConditionalFormat[] = [];

  constructor(
    readonly id: string,
    public name: string,
    public state: SheetState,
  ) {}

  cell(row: number, column: number): LiveCell {
    const key = `${row},${column}`;
    let cell = this.cells.get(key);
    if (!cell) {
      cell = { value: null, isError: false, formula: null, format: 'General', isLocked: true };
      this.cells.set(key, cell);
    }
    return cell;
  }

  /** The smallest area around all cells that count as used; null where none does. */
  usedArea(valuesOnly: boolean): CellArea | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const [key, { value, formula }] of this.cells) {
      if (valuesOnly && value === null && formula === null) continue;
      const [row, column] = key.split(',').map(Number) as [number, number];
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    }
    if (bottom < 0) return null;
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  get hasFormulas(): boolean {
    return [...this.cells.values()].some(({ formula }) => formula !== null);
  }
}

/** No two sheets share an id, not even those of workbooks opened one after the other. */
let lastId = 0;

export class LiveBook {
  readonly sheets: LiveSheet[] = [];
  names: { readonly name: string; readonly formula: string }[] = [];
  active = '';
  selected = '';

  constructor(readonly name: string) {}

  add(name: string, state: SheetState): LiveSheet {
    const id = `{00000000-0001-0000-0000-${String(lastId++).padStart(12, '0')}}`;
    const sheet = new LiveSheet(id, name, state);
    this.sheets.push(sheet);
    return sheet;
  }

  /** By name, whatever its case, or by id. */
  find(key: string): LiveSheet | undefined {
    const wanted = key.toLowerCase();
    return this.sheets.find(({ id, name }) => id === key || name.toLowerCase() === wanted);
  }

  remove(sheet: LiveSheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
  }
}
