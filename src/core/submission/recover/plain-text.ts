import type { GridCell } from '../../sheet/grid';

/** A cell's text for comparison: whatever its width, case, spaces and invisible characters. */
export function plainText(cell: GridCell | undefined): string {
  return cell === undefined || cell.type === 'error' ? '' : plain(String(cell.value));
}

/** The same for a text of our own. */
export function plain(text: string): string {
  if (text.length > LONGEST_KNOWN) return reduced(text);
  let known = reducedTexts.get(text);
  if (known === undefined) {
    known = reduced(text);
    if (reducedTexts.size === MOST_KNOWN) reducedTexts.clear();
    reducedTexts.set(text, known);
  }
  return known;
}

/** Headings and names come again in every form of a round. */
const reducedTexts = new Map<string, string>();
const MOST_KNOWN = 5000;
const LONGEST_KNOWN = 60;

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
