import { formatAddress } from '../../core/sheet/address';
import type { CellValue } from '../../core/sheet/description';
import { cellText, checkedFormula, escapeXml, LONGEST_CELL_TEXT } from './text';

/** Text that needs no change to be stored: most of it. */
const PLAIN = /^[ !#-%'-;=?-^`-~\u4E00-\u9FFF]*$/;

/** The element of one cell; `prefix` as the part writes its elements, `style` its number there. */
export function cellXml(
  prefix: string,
  row: number,
  column: number,
  value: CellValue,
  style: string | undefined,
): string {
  const address = formatAddress(row, column);
  const styled = style === undefined ? '' : ` s="${escapeXml(style)}"`;
  const start = `<${prefix}c r="${address}"${styled}`;
  const end = `</${prefix}c>`;
  const element = (name: string, content: string, attributes = '') =>
    `<${prefix}${name}${attributes}>${content}</${prefix}${name}>`;

  if (value === null) return `${start}/>`;
  if (typeof value === 'boolean') return `${start} t="b">${element('v', value ? '1' : '0')}${end}`;
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      throw new Error(`${address}: ${value} is no figure a cell can hold`);
    return `${start}>${element('v', String(value))}${end}`;
  }
  if (value.length > LONGEST_CELL_TEXT)
    throw new Error(`${address}: the text is longer than a cell can hold`);
  const shown = PLAIN.test(value) ? value : escapeXml(cellText(value));
  const text = element('t', shown, ' xml:space="preserve"');
  return `${start} t="inlineStr">${element('is', text)}${end}`;
}

/** The element of a formula's cell with its computed value; an empty text where it has none, since readers take its lack for damage. */
export function formulaCellXml(
  row: number,
  column: number,
  formula: string,
  value: CellValue,
  style: string | undefined,
): string {
  const address = formatAddress(row, column);
  const written = checkedFormula(formula, address);
  const result = value ?? '';
  if (typeof result === 'number' && !Number.isFinite(result))
    throw new Error(`${address}: ${result} is no figure a cell can hold`);
  const type = typeof result === 'string' ? 'str' : typeof result === 'boolean' ? 'b' : undefined;
  const shown = typeof result === 'string' ? escapeXml(cellText(result)) : String(Number(result));
  const attributes = (style === undefined ? '' : ` s="${style}"`) + (type ? ` t="${type}"` : '');
  return `<c r="${address}"${attributes}><f>${escapeXml(written)}</f><v>${shown}</v></c>`;
}
