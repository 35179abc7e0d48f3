/** Excel's limit for the text of one cell, in UTF-16 code units. */
export const LONGEST_CELL_TEXT = 32_767;

/** What the file format drops, changes or reads as an escape: control characters, lone surrogates, _x0041_. */
const UNSAFE =
  // eslint-disable-next-line no-control-regex -- control characters are just what must not stand in a cell
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}|_x(?=[0-9A-Fa-f]{4}_)/gu;

/**
 * A text as a cell shows it, so that readText gives it back: as it stands, or, where a spreadsheet
 * would lose a part of it (white space at its ends, unprintable characters), as a JSON string.
 */
export function showText(text: string): string {
  return isKept(text) ? text : jsonOf(text);
}

/** The text that a cell shows, without white space at its ends. */
export function readText(cell: string): string {
  const shown = cell.trim();
  if (!/^".*"$/s.test(shown)) return shown;
  const text = parseJson(shown);
  // quotation marks around a text that needs none are its own
  return typeof text === 'string' && jsonOf(text) === shown && !isKept(text) ? text : shown;
}

/** A list joined by `separator`; as JSON where `parse` would not read the same list back. */
export function showList(
  items: readonly string[],
  separator: string,
  parse: (text: string) => readonly string[],
): string {
  const joined = items.join(separator);
  return isKept(joined) && isSame(parse(joined), items) ? joined : jsonOf(items);
}

/** The list that a cell shows as JSON; null where it shows none. */
export function readJsonList(cell: string): string[] | null {
  const list = readJson(cell);
  const isList = Array.isArray(list) && list.every((item) => typeof item === 'string');
  return isList ? list : null;
}

/** The JSON array that a cell shows; null where it shows none. */
export function readJson(cell: string): unknown {
  return cell.trim().startsWith('[') ? parseJson(cell) : null;
}

/** JSON of which a cell keeps every character. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(UNSAFE, (unsafe) => {
    const code = unsafe.charCodeAt(0).toString(16).padStart(4, '0');
    return `\\u${code}${unsafe.slice(1)}`;
  });
}

/** Splits at line ends and at each of `separators`; empty pieces are left out. */
export function split(cell: string, separators: RegExp): string[] {
  return cell
    .split(new RegExp(`${separators.source}|\n`))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

export function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item, index) => item === right[index]);
}

/** Whether a cell that holds just this text gives it back. */
export function isKept(text: string): boolean {
  return text !== '' && text.search(UNSAFE) < 0 && readText(text) === text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
