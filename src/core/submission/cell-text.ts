import { EMPTY_CHARACTERS } from '../rule/evaluate';
import { numberText, QUOTED_DECIMALS } from '../rule/number-text';
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
  return withoutEdges(String(cell.value));
}

/** The cell's content as messages quote it; what the form's own formulas show of it (template/reading-formulas.ts). */
export function quotedText(cell: GridCell | undefined): string {
  if (cell?.type === 'number') return numberText(Number(cell.value), QUOTED_DECIMALS);
  return cell?.type === 'text' && cell.hasCachedValue !== false ? String(cell.value) : rawOf(cell);
}

const EMPTY: ReadonlySet<string> = new Set(EMPTY_CHARACTERS);

function withoutEdges(text: string): string {
  let [from, to] = [0, text.length];
  while (from < to && EMPTY.has(text.charAt(from))) from++;
  while (to > from && EMPTY.has(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
