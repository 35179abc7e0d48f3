import type { Address } from '../../../core/sheet/address';
import { walkXml } from '../xml';

/** Columns of the sheet by number, in characters of the default font; 0 for hidden ones. */
export interface ColumnWidths {
  width(column: number): number;
}

const DEFAULT_WIDTH = 9;
/** Characters that a line of a comment's box holds. */
const BOX_WIDTH = 44;
/** Columns looked at for room. */
const SEARCHED = 40;
/** Points of a line of text, and of a row of a form at least. */
const LINE = 13;
const ROW = 20;

export function readColumnWidths(xml: string, part: string): ColumnWidths {
  const known: { from: number; to: number; width: number }[] = [];
  walkXml(xml, part, {
    open({ name, attributes }, parent) {
      if (name !== 'col' || parent?.name !== 'cols') return;
      const isHidden = attributes.hidden === '1' || attributes.hidden === 'true';
      const width = Number(attributes.width ?? DEFAULT_WIDTH);
      known.push({
        from: Number(attributes.min),
        to: Number(attributes.max),
        width: isHidden || Number.isNaN(width) ? 0 : width,
      });
    },
  });
  return {
    width: (column) =>
      known.find(({ from, to }) => from <= column && column <= to)?.width ?? DEFAULT_WIDTH,
  };
}

/** Columns and rows counted from 0, as the anchor of a shape counts them. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for a text beside its cell: to the right as far as columns are seen there, else to the left. */
export function boxFor({ row, column }: Address, text: string, widths: ColumnWidths): Box {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 2) / BOX_WIDTH)), 1);
  const top = Math.max(0, row - 2);
  const bottom = top + Math.max(2, Math.ceil((lines * LINE) / ROW));
  const ahead = reach(column + 1, 1, widths);
  if (ahead !== null) return { left: column, right: ahead, top, bottom };
  const back = reach(column - 1, -1, widths);
  return { left: back === null ? 0 : back - 1, right: column - 1, top, bottom };
}

/** The column at which enough width is reached, going one way; null where there is not enough. */
function reach(from: number, step: 1 | -1, widths: ColumnWidths): number | null {
  let total = 0;
  for (let column = from, count = 0; column >= 1 && count < SEARCHED; column += step, count++) {
    total += widths.width(column);
    if (total >= BOX_WIDTH) return column;
  }
  return null;
}
