import type { SheetGrid } from '../sheet/grid';
import { RETURN_SLIP_MARK } from '../template/model';

/** Cells looked at: the mark is the sheet's first one unless rows were inserted before it. */
const SEARCHED = 50;

/** Whether the sheet is one that we put in front of a returned workbook, whatever it is called now. */
export function isReturnSlip({ cells }: SheetGrid): boolean {
  let count = 0;
  for (const { type, value } of cells.values()) {
    if (type === 'text' && value === RETURN_SLIP_MARK) return true;
    if (++count === SEARCHED) return false;
  }
  return false;
}
