import type { CellValue } from '../../sheet/description';

const LINE = 13.5;
const LEAST = 20;
const MOST = 300;

/** Points that a row takes so that every wrapped text of it shows; widths as of columns. */
export function heightOf(
  cells: readonly { readonly value: CellValue; readonly width: number }[],
): number {
  const lines = cells.map(({ value, width }) =>
    typeof value === 'string' ? linesOf(value, width) : 1,
  );
  return Math.min(MOST, Math.max(LEAST, 7 + LINE * Math.max(1, ...lines)));
}

/** Chinese characters are two columns wide, a little is lost at the edges. */
function linesOf(text: string, width: number): number {
  return text
    .split('\n')
    .map((line) => {
      const wide = line.replace(/[^\u0100-\uffff]/g, '').length;
      const total = 2 * wide + 1.1 * (line.length - wide);
      return Math.max(1, Math.ceil(total / (width - 1)));
    })
    .reduce((sum, one) => sum + one, 0);
}
