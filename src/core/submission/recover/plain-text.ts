import type { GridCell } from '../../sheet/grid';
import { knownResults } from '../../sheet/known-results';

/** A cell's text for comparison: whatever its width, case, spaces and invisible characters. */
export function plainText(cell: GridCell | undefined): string {
  return cell === undefined || cell.type === 'error' ? '' : plain(String(cell.value));
}

const LONGEST_KNOWN = 60;
const MOST_KNOWN = 5000;

/** The same for a text of our own. */
export const plain = knownResults(
  reduced,
  MOST_KNOWN,
  (text: string) => text.length <= LONGEST_KNOWN,
);

function reduced(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .toLowerCase();
}

/** 填报人： without its colon. */
export function withoutColon(text: string): string {
  return text.replace(/:$/, '');
}
