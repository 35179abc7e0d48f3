/** Excel's limit for the text of one cell. */
export const LONGEST_CELL_TEXT = 32_767;
/** Excel's limit for a text written out inside a formula; a longer one makes it refuse the file. */
const LONGEST_LITERAL = 255;
const LONGEST_FORMULA = 8_192;
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const LITERAL = /"((?:[^"]|"")*)"/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Drops what XML 1.0 forbids (control characters, lone surrogates) and makes every line end a line feed. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, '');
}

/** At most `limit` UTF-16 code units, the last one … where something was cut; a pair is never split. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * Text as a cell part stores it: clean, within Excel's limit, and with `_x0041_` guarded, which
 * spreadsheet programs would otherwise read as an escaped character (ST_Xstring of ECMA-376).
 */
export function cellText(text: string): string {
  return cutText(cleanText(text), LONGEST_CELL_TEXT).replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x');
}

/** For XML content and for attribute values in double quotes. */
export function escapeXml(text: string): string {
  return cleanText(text)
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!)
    .replace(/\n/g, '&#10;');
}

/** The formula unchanged; throws on one that Excel would not open the file for. */
export function checkedFormula(formula: string, place: string): string {
  if (formula === '' || formula.startsWith('='))
    throw new Error(`${place}: a formula is written without “=” and is not empty`);
  if (formula.length > LONGEST_FORMULA)
    throw new Error(`${place}: the formula has ${formula.length} characters, Excel allows 8192`);
  for (const [, literal] of formula.matchAll(LITERAL))
    if (literal!.replace(/""/g, '"').length > LONGEST_LITERAL)
      throw new Error(`${place}: a text inside the formula is longer than 255 characters`);
  return formula;
}
