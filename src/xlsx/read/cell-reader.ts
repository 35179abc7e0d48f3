import { formatAddress } from '../../core/sheet/address';
import type { GridCell, GridCellType } from '../../core/sheet/grid';
import { FormulaCell, type FormulaPlace } from './formula-cell';
import type { OpenCell } from './formula-groups';
import type { ReadLimits } from './limits';
import { refuse } from './messages';
import type { SharedStrings } from './shared-strings';
import { readDate, readNumber, withoutEdges, type StoredType } from './stored-value';
import type { NumberFormats } from './styles';
import { decodeEntities, decodeEscapes, readBoolean } from './xml-text';

export interface SheetContext {
  readonly part: string;
  readonly strings: SharedStrings;
  readonly formats: NumberFormats;
  readonly limits: ReadLimits;
  /** How many cells the sheets before this one hold. */
  readonly cellsBefore: number;
}

/** Makes cells of what a sheet part stores, the same way whichever path read it. */
export class CellReader {
  /** Whether any text of the part may hold _xHHHH_. */
  mayHoldEscapes = true;
  readonly limits: ReadLimits;

  constructor(private readonly context: SheetContext) {
    this.limits = context.limits;
  }

  /** How many cells this sheet may hold. */
  get mostCells(): number {
    return this.limits.cells - this.context.cellsBefore;
  }

  get strings(): SharedStrings {
    return this.context.strings;
  }

  /** The value that `stored`, in which entities may stand, spells. @throws Unreadable */
  stored(type: Exclude<StoredType, 's'>, stored: string): OpenCell {
    const text = decodeEntities(stored);
    if (text === null) throw new Error('a value was not looked at before it was put aside');
    return this.convert(type, text);
  }

  /** The shared string of number `index`, which is there. */
  shared(index: number): OpenCell {
    const { strings } = this.context;
    const raw = strings.get(index)!;
    return { type: 'text', value: strings.mayHoldEscapes ? decodeEscapes(raw) : raw, raw };
  }

  /** @throws Unreadable */
  convert(type: Exclude<StoredType, 's'>, stored: string): OpenCell {
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

  formulaCell(value: OpenCell, place: FormulaPlace, hasCachedValue: boolean): OpenCell {
    return new FormulaCell(value, place, hasCachedValue, this.mayHoldEscapes);
  }

  /** A formula's text, its escapes resolved. @throws Unreadable */
  formulaText(stored: string): string {
    const text = this.mayHoldEscapes ? decodeEscapes(stored) : stored;
    this.checkLength(text);
    return text;
  }

  /** Gives the cell its number format. */
  formatted(cell: OpenCell, style: number): GridCell {
    const format = this.context.formats[style];
    if (format !== undefined) cell.numberFormat = format;
    return cell;
  }

  /** @throws Unreadable */
  checkLength(text: string): void {
    const limit = this.limits.textLength;
    if (text.length > limit)
      throw refuse('too-large', 'textTooLong', { part: this.context.part, limit });
  }

  refusePlace(place: string): never {
    throw refuse('damaged', 'badPlace', { part: this.context.part, place: place.slice(0, 40) });
  }

  refuseCell(reason: 'twice' | 'badCell', row: number, column: number): never {
    const place = formatAddress(row, column);
    throw refuse('damaged', reason, { part: this.context.part, place });
  }

  private textCell(raw: string, type: GridCellType = 'text'): OpenCell {
    this.checkLength(raw);
    const value = this.mayHoldEscapes ? decodeEscapes(raw) : raw;
    return { type, value, raw };
  }
}
