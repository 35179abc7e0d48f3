import type { GridCell, GridCellType } from '../../core/sheet/grid';
import { decodeEntities, decodeEscapes } from './xml-text';

/** A formula that was looked at, and is decoded when its text is wanted. */
export class FormulaPlace {
  /** @param source the part's text between two positions; what stands there is well-formed */
  constructor(
    private readonly source: { text(from: number, to: number): string },
    private readonly from: number,
    private readonly to: number,
  ) {}

  /** Characters that the text has at most. */
  get length(): number {
    return this.to - this.from;
  }

  text(): string {
    const text = decodeEntities(this.source.text(this.from, this.to));
    if (text === null) throw new Error('a formula was not looked at before it was put aside');
    return text;
  }
}

/**
 * A cell that decodes its formula when somebody asks for it: formulas make up most of a form, and
 * reading its figures needs none of them. To everybody else it is a cell like any other.
 */
export class FormulaCell implements GridCell {
  readonly type: GridCellType;
  readonly value: GridCell['value'];
  readonly raw: string;
  declare readonly formula: string;
  readonly hasCachedValue: boolean;
  declare numberFormat?: string;
  #place: FormulaPlace | null;
  #text = '';
  readonly #mayHoldEscapes: boolean;

  constructor(
    { type, value, raw }: Pick<GridCell, 'type' | 'value' | 'raw'>,
    place: FormulaPlace,
    hasCachedValue: boolean,
    mayHoldEscapes: boolean,
  ) {
    this.type = type;
    this.value = value;
    this.raw = raw;
    Object.defineProperty(this, 'formula', FORMULA);
    this.hasCachedValue = hasCachedValue;
    this.#place = place;
    this.#mayHoldEscapes = mayHoldEscapes;
  }

  readFormula(): string {
    if (this.#place) {
      const text = this.#place.text();
      this.#text = this.#mayHoldEscapes ? decodeEscapes(text) : text;
      this.#place = null;
    }
    return this.#text;
  }
}

/** A property of the cell itself, as in other cells, so that copies and comparisons see it. */
const FORMULA: PropertyDescriptor & ThisType<FormulaCell> = {
  enumerable: true,
  configurable: true,
  get() {
    return this.readFormula();
  },
};
