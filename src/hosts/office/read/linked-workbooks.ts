/** A reference into another workbook: [Book.xlsx]Sheet!A1 or 'C:\folder\[Book.xlsx]Sheet'!A1. */
const REFERENCE =
  /'((?:[^'[\]]|'')*)\[([^[\]]+)\](?:[^'[\]]|'')*'!|\[([^[\]'!]+)\][^[\]'!"(),;:\s+\-*/^&=<>]+!/g;
const QUOTED_TEXT = /"(?:[^"]|"")*"/g;

/**
 * The other workbooks that a formula refers to, as Excel writes them. Excel lists its
 * links only on the web, so that the formulas are what tells everywhere.
 */
export function linkedWorkbooks(formula: string): string[] {
  if (!formula.includes('[')) return [];
  return [...formula.replace(QUOTED_TEXT, '').matchAll(REFERENCE)].map(
    ([, folder = '', quoted, bare]) => `${folder.replaceAll("''", "'")}${quoted ?? bare ?? ''}`,
  );
}
