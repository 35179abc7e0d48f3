import { columnLetters } from '../../core/sheet/address';
import type { CellDescription, RowDescription } from '../../core/sheet/description';
import { cellXml, formulaCellXml } from './cell-xml';
import { LONGEST_CELL_TEXT } from './text';

/** Text that is stored as it is, and kept by every reader without a word that its spaces matter. */
const PLAIN = /^[!#-%'-;=?-^`-~\u4E00-\u9FFF]+(?: [!#-%'-;=?-^`-~\u4E00-\u9FFF]+)*$/;

type Content = Pick<CellDescription, 'value' | 'style' | 'formula'>;

/** Makes the text of rows, in thousands: what most cells have in common is made once. */
export class RowXml {
  private readonly starts: string[] = [];

  /** @param styles the number that stands for each style's name; null for none */
  constructor(private readonly styles: ReadonlyMap<string, string | null>) {}

  open(number: number, { height, hidden }: RowDescription = {}): string {
    const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
    return `<row r="${number}"${high}${hidden ? ' hidden="1"' : ''}>`;
  }

  cell(row: number, column: number, { value, style, formula }: Content): string {
    const number = this.styles.get(style);
    if (number === undefined) throw new Error(`no style is named “${style}”`);
    if (formula !== undefined)
      return formulaCellXml(row, column, formula, value, number ?? undefined);
    const start = (this.starts[column] ??= `<c r="${columnLetters(column)}`);
    const styled = number === null ? '"' : `" s="${number}"`;
    if (typeof value === 'number' && Number.isFinite(value))
      return `${start}${row}${styled}><v>${value}</v></c>`;
    if (typeof value === 'string' && value.length <= LONGEST_CELL_TEXT && PLAIN.test(value))
      return `${start}${row}${styled} t="inlineStr"><is><t>${value}</t></is></c>`;
    return cellXml('', row, column, value, number ?? undefined);
  }
}
