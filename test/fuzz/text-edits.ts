import fc from 'fast-check';
import { elementEdit } from './element-edits';
import { anyPlace } from './places';

/** What an edit does to a text; positions are those before any edit. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly put: string;
}

/** A change to the text of a part. */
export type TextEdit = (text: string) => readonly Replacement[];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** What parts of a workbook are made of, whole and broken. */
const PIECES = [
  ...['<', '>', '/', '"', "'", '&', ';', '=', ' ', '\n', '\r', '\t', ':', 'x:', '0', '1', '9', '-'],
  ...['A', 'H', '甲', '&amp;', '&#10;', '&#x5F;', '&#48;', '&x;', '_x000D_', '_x0031_'],
  ...[']]>', '<!--', '-->', '<![CDATA[', '<?x ?>', '<!DOCTYPE x>', '<!-- x -->'],
  ...['<c r="Z9">', '<c>', '<c/>', '</c>', '<v>', '</v>', '<v/>', '<v>7</v>'],
  ...['<row r="9">', '<row>', '<row/>', '</row>', '<f>', '</f>', '<f/>', '<is>', '</is>', '<t/>'],
  ...[' t="s"', ' t="str"', ' t="n"', ' t="b"', ' r="A1"', ' r="H9"', ' s="1"', ' s="99999"'],
  ...[' hidden="1"', ' xmlns="urn:x"', ' xmlns:x="urn:x"', ` xmlns:x="${MAIN}"`, '<x:c>'],
  ...['<r><t>', '</t></r>', '<rPh>', '</rPh>', '<si/>', '<si><t>x</t></si>', '</sheetData>'],
  ...['<extLst><c/></extLst>', '<mergeCell ref="B2"/>', '<mergeCell ref="H8:H12"/>'],
  ...['<xf/>', '<xf numFmtId="10"/>', ' numFmtId="9"', ' xml:space="preserve"', 'true', 'e3'],
];

const piece = fc.constantFrom(...PIECES).map((put) => () => put);
const digit = fc.nat(9).map((put) => () => String(put));
/** A stretch of the same text, once or so often that limits are met. */
const copy = fc
  .tuple(anyPlace, fc.nat(300), fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, fc.nat(2_000)))
  .map(([from, length, times]) => (text: string) => {
    const start = from.within(text.length);
    return text.slice(start, start + length).repeat(times);
  });

/** So many characters taken out at a place, whatever they are, and others put there. */
const characterEdit: fc.Arbitrary<TextEdit> = fc
  .record({
    at: anyPlace,
    take: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(30), fc.nat(2_000)),
    put: fc.oneof(
      fc.constant(() => ''),
      piece,
      digit,
      copy,
    ),
  })
  .map(({ at, take, put }) => (text) => {
    const from = at.within(text.length + 1);
    return [{ from, to: Math.min(text.length, from + take), put: put(text) }];
  });

export const anyTextEdit: fc.Arbitrary<TextEdit> = fc.oneof(characterEdit, elementEdit);

/** What the edits do, in order, without what reaches into something earlier. */
export function replacementsOf(text: string, edits: readonly TextEdit[]): Replacement[] {
  const all = edits
    .flatMap((edit) => edit(text))
    .sort((left, right) => left.from - right.from || left.to - right.to);
  let end = -1;
  return all.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

export function replaced(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, put } of replacements) {
    result += text.slice(at, from) + put;
    at = to;
  }
  return result + text.slice(at);
}
