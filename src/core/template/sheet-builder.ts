import { formatAddress } from '../sheet/address';
import type {
  CellDescription,
  CellStyle,
  CellValue,
  ColumnDescription,
  RowDescription,
} from '../sheet/description';

/** Collects the cells of one sheet, and the styles that they name, in any order. */
export class SheetBuilder {
  private readonly cells = new Map<string, CellDescription>();
  readonly merges: string[] = [];
  readonly rows = new Map<number, RowDescription>();
  readonly columns: ColumnDescription[] = [];

  constructor(private readonly styles: Map<string, CellStyle>) {}

  put(row: number, column: number, value: CellValue, style: string, extra: CellExtra = {}): void {
    if (!this.styles.has(style)) throw new Error(`no style ${style}`);
    this.cells.set(formatAddress(row, column), { row, column, value, style, ...extra });
  }

  /** Puts a value into a range of one row or more, merged; the other cells keep the style for their borders. */
  merge(
    from: { row: number; column: number },
    to: { row: number; column: number },
    value: CellValue,
    style: string,
    extra: CellExtra = {},
  ): void {
    for (let row = from.row; row <= to.row; row++)
      for (let column = from.column; column <= to.column; column++)
        this.put(row, column, null, style);
    this.put(from.row, from.column, value, style, extra);
    if (from.row !== to.row || from.column !== to.column)
      this.merges.push(
        `${formatAddress(from.row, from.column)}:${formatAddress(to.row, to.column)}`,
      );
  }

  /** The name of a style that is `base` with these properties changed. */
  variant(base: string, change: Partial<CellStyle>): string {
    const name = `${base} ${JSON.stringify(change)}`;
    const style = this.styles.get(base);
    if (!style) throw new Error(`no style ${base}`);
    this.styles.set(name, { ...style, ...change });
    return name;
  }

  /** In row order, then column order, as a description wants them. */
  sorted(): CellDescription[] {
    return [...this.cells.values()].sort(
      (left, right) => left.row - right.row || left.column - right.column,
    );
  }
}

type CellExtra = Pick<CellDescription, 'formula' | 'link'>;
