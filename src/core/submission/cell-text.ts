import { isEmptyText } from '../rule/evaluate';
import type { GridCell } from '../sheet/grid';

/** The cell's content as stored; of a formula without a value, the formula. */
export function rawOf(cell: GridCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.type === 'boolean') return cell.value === true ? 'TRUE' : 'FALSE';
  return cell.hasCachedValue === false ? `=${cell.formula ?? ''}` : cell.raw;
}

/** The cell's text without the characters that leave it empty at either end. */
export function textOf(cell: GridCell | undefined): string {
  if (cell === undefined || cell.type === 'error') return '';
  const text = String(cell.value);
  return isEmptyText(text) ? '' : text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}
