/** Wide digits and signs and the plain ones that they stand for. */
const WIDE: readonly (readonly [wide: string, plain: string])[] = [
  ...Array.from('0123456789', (digit) => [wide(digit), digit] as const),
  ...Array.from(',.%+-', (sign) => [wide(sign), sign] as const),
  ['−', '-'],
];
/** No-break, ideographic and typographic spaces. */
const SPACES = Array.from(
  '\u00a0\u3000\u202f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a',
);
/** What starts a new line or column counts as a gap wider than a space. */
const BREAKS = ['\t', '\n', '\r'];
const INVISIBLE = Array.from('\u200b\u200c\u200d\u2060\ufeff');

const REPLACEMENTS: readonly (readonly [found: string, replacement: string])[] = [
  ...WIDE,
  ...SPACES.map((space) => [space, ' '] as const),
  ...BREAKS.map((space) => [space, '  '] as const),
  ...INVISIBLE.map((character) => [character, ''] as const),
];
const REPLACEMENT = new Map(REPLACEMENTS);
const REPLACED = new RegExp(`[${REPLACEMENTS.map(([found]) => found).join('')}]`, 'g');

/** The text in plain characters: digits and signs of one width, spaces of one kind, nothing invisible. */
export function plainText(text: string): string {
  return text.replace(REPLACED, (found) => REPLACEMENT.get(found) ?? '');
}

/** As a spreadsheet's TRIM: no spaces at the ends, single ones between. */
export function trimmed(text: string): string {
  return text.replace(/ +/g, ' ').replace(/^ | $/g, '');
}

/** The formula that gives plainText of a cell that holds no error; the same replacements, one inside the other. */
export function plainTextFormula(cell: string): string {
  return REPLACEMENTS.reduce(
    (text, [found, replacement]) => `SUBSTITUTE(${text},${literal(found)},"${replacement}")`,
    cell,
  );
}

function literal(character: string): string {
  return character < ' ' ? `CHAR(${character.charCodeAt(0)})` : `"${character}"`;
}

function wide(plain: string): string {
  return String.fromCharCode(plain.charCodeAt(0) + 0xfee0);
}
