/** Characters that a Chinese font draws twice as wide as a digit. */
const WIDE =
  /[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2190-\u21ff\u2460-\u24ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u00b1\u00b7\u00d7\u00f7\u2260-\u2267]/;
/** Programs without the Chinese font named put in one with wider letters and digits. */
const LATIN = 1.15;
/** Pixels of a column's width unit, and of the padding at both ends of a cell. */
const COLUMN = { unit: 7, padding: 6 };
/** Pixels of a digit in a font of one point: half of the font's size at 96 dots an inch. */
const DIGIT = 2 / 3;
/** Digits to spare: a character that no longer fits or may not begin a line, an indent. */
const SPARE = 1.5;
/** Line height of a Chinese font in points for each point of its size, and the space around the text. */
const LINE = { height: 1.42, padding: 5 };
/** Excel's limit, in points. */
const HIGHEST_ROW = 409;

/** The width of one line of text in digits: a Chinese character counts two, a Latin one a little over one. */
export function textWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const isPair = (unit & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) at += 1;
    width += isPair || isWide(unit) ? 2 : LATIN;
  }
  return width;
}

/** For each UTF-16 code unit 1 where it is narrow, 2 where it is wide, 0 where nobody has asked yet. */
const widths = new Uint8Array(0x10000);

function isWide(unit: number): boolean {
  widths[unit] ||= WIDE.test(String.fromCharCode(unit)) ? 2 : 1;
  return widths[unit] === 2;
}

/**
 * The text within a width in digits (see textWidth), with … for what was left out: at the end, or in
 * the middle for names whose last characters tell them apart.
 */
export function shortened(text: string, width: number, omit: 'middle' | 'end'): string {
  if (textWidth(text) <= width) return text;
  const characters = Array.from(text);
  const room = width - textWidth('…');
  const head = taken(characters, omit === 'end' ? room : room * HEAD_SHARE);
  if (omit === 'end') return `${head}…`;
  const tail = taken(characters.reverse(), room - textWidth(head));
  return `${head}…${Array.from(tail).reverse().join('')}`;
}

/** Of a name shortened in its middle, how much of it stands before the gap. */
const HEAD_SHARE = 0.55;

/** As many of the first characters as the width holds. */
function taken(characters: readonly string[], width: number): string {
  let result = '';
  for (const character of characters) {
    if (textWidth(result + character) > width) break;
    result += character;
  }
  return result;
}

/**
 * Lines that a wrapped text takes, rather one too many than one cut off.
 * @param columnWidth in characters of the default font, as a column's width is given
 * @param fontSize in points
 */
export function linesIn(text: string, columnWidth: number, fontSize: number): number {
  const pixels = columnWidth * COLUMN.unit - COLUMN.padding;
  const perLine = Math.max(2, pixels / (fontSize * DIGIT) - SPARE);
  if (text.length * 2 <= perLine && !text.includes('\n')) return 1;
  return text
    .split('\n')
    .reduce((total, line) => total + Math.max(1, Math.ceil(textWidth(line) / perLine)), 0);
}

/** The height in points that a row needs for so many lines. */
export function rowHeight(lines: number, fontSize: number): number {
  const height = LINE.padding + lines * fontSize * LINE.height;
  return Math.min(HIGHEST_ROW, Math.ceil(height * 2) / 2);
}

/**
 * The column width, in characters of the default font, in which a number in this format is seen.
 * Reads from the format what widens it: separators, decimals, a percent sign, a text in quotes.
 */
export function widthOfNumber(value: number, format: string | undefined, fontSize: number): number {
  if (format === undefined) return pixelsToWidth(textWidth(String(value)), fontSize);
  const [first = ''] = format.split(';');
  const isPercent = first.includes('%');
  const decimals = /0\.(0+)/.exec(first)?.[1]?.length ?? 0;
  const digits = Math.abs(isPercent ? value * 100 : value).toFixed(decimals);
  const whole = digits.split('.')[0]!.length;
  const separators = first.includes('#,##0') ? Math.floor((whole - 1) / 3) : 0;
  const quoted = /"([^"]*)"/.exec(first)?.[1] ?? '';
  const marks = (value < 0 ? 1 : 0) + (isPercent ? 1 : 0) + separators;
  return pixelsToWidth((digits.length + marks) * LATIN + textWidth(quoted), fontSize);
}

/** The column width, in characters of the default font, that holds a text without wrapping it. */
export function widthOfLine(text: string, fontSize: number): number {
  return pixelsToWidth(Math.max(...text.split('\n').map(textWidth)), fontSize);
}

function pixelsToWidth(digits: number, fontSize: number): number {
  const pixels = (digits + SPARE) * fontSize * DIGIT + COLUMN.padding;
  return Math.ceil((pixels / COLUMN.unit) * 2) / 2;
}
