// The rows and cells of a sheet, as spreadsheet programs write them. Anything that is written in
// another way makes the scan give up.
import {
  AMPERSAND,
  END_TAG,
  FIVE,
  GT,
  LT,
  QUOTE,
  SIX,
  SLASH,
  isSpace,
  skipSpace,
  spaceAttributeEnd,
  tagEnd,
  toTag,
} from './bytes';
import { pieceCount, pieceNumber } from './pieces';
import { FORMULA, readInnerTag, ROW } from './tags';
import { textEnd } from './text';

const LAST_ROW: u32 = 1048576;
const LAST_COLUMN: u32 = 16384;
/** Bytes for a cell: eight numbers. */
const CELL_BYTES: usize = 32;
/** Bytes for a row: its number and that of the piece that the rest of its tag is. */
const ROW_BYTES: usize = 8;
const NONE: i32 = -1;

// whether a value is as good as none
const NO: i32 = 0;
const YES: i32 = 1;
const UNSURE: i32 = 2;

const SPACE: u32 = 0x20;
const ZERO: u32 = 0x30;
const LETTER_C: u32 = 0x63;
const LETTER_F: u32 = 0x66;
const LETTER_I: u32 = 0x69;
const LETTER_R: u32 = 0x72;
const LETTER_S: u32 = 0x73;
const LETTER_T: u32 = 0x74;
const LETTER_V: u32 = 0x76;

// as they lie in memory
const IS: u32 = 0x223d; // ="
const ROW_TAG: u32 = 0x776f723c; // <row
const NUMBER_IS: u32 = 0x223d7220; // ␣r="
const ROW_END: u64 = 0x3e776f722f3c; // </row>
const CELL_END: u32 = 0x3e632f3c; // </c>
const VALUE_END: u32 = 0x3e762f3c; // </v>
const FORMULA_END: u32 = 0x3e662f3c; // </f>
const TEXT_END: u32 = 0x3e742f3c; // </t>
const INLINE_END: u64 = 0x3e73692f3c; // </is>
const INLINE_TEXT: u64 = 0x743c3e73693c; // <is><t
// ␣aca="false">, which LibreOffice gives every formula
const ACA_FA: u64 = 0x6166223d61636120;
const LSE: u64 = 0x3e2265736c;
const STR: u32 = 0x22727473; // str"
const INLINE_ST: u64 = 0x7453656e696c6e69; // inlineSt
const R_QUOTE: u32 = 0x2272; // r"

// a value's type, by its number among the types stored
const PLAIN: u32 = 0;
const SHARED: u32 = 1;
const TEXT: u32 = 2;
const BOOLEAN: u32 = 3;
const ERROR: u32 = 4;
const DATE: u32 = 5;
const INLINE: u32 = 6;

/** What was taken in. */
export let cells: u32 = 0;
export let rows: u32 = 0;
export let lastRow: u32 = 0;
export let lastColumn: u32 = 0;
/** Whether the scan gave up at one cell too many. */
export let hasTooManyCells: bool = false;

let base: usize = 0;
let cellsAt: usize = 0;
let rowsAt: usize = 0;
let emptyAt: usize = 0;
let mostCells: u32 = 0;
let sharedCount: u32 = 0;
let longest: usize = 0;
let row: u32 = 0;
/** Of the last cell taken in of this row. */
let columnBefore: u32 = 0;

// of the cell being read
let column: u32 = 0;
let style: u32 = 0;
let type: u32 = 0;
let value: i32 = 0;
let valueEnd: i32 = 0;
let formula: i32 = 0;
let formulaEnd: i32 = 0;

/**
 * Says what readRows works with. The lists must have room for what so many bytes can hold.
 * @param shared how many shared strings there are
 * @param empty a byte for each, not 0 where it is empty; 0 where none is
 */
export function setRows(
  toCells: usize,
  toRows: usize,
  shared: u32,
  empty: usize,
  most: u32,
  longestText: u32,
): void {
  cellsAt = toCells;
  rowsAt = toRows;
  sharedCount = shared;
  emptyAt = empty;
  mostCells = most;
  longest = longestText;
  cells = rows = lastRow = lastColumn = row = 0;
  hasTooManyCells = false;
}

/** Reads all rows at `at` of the part at `part`; returns the position of what follows, 0 where it gives up. */
export function readRows(part: usize, at: usize): usize {
  base = part;
  at = skipSpace(at);
  while (at != 0 && load<u16>(at) != END_TAG) {
    at = readRow(at);
    if (at != 0) at = skipSpace(at);
  }
  return at;
}

// Each of these returns the position after what it read, 0 where it gives up.

function readRow(at: usize): usize {
  if (load<u32>(at) != ROW_TAG || load<u32>(at, 4) != NUMBER_IS) return 0;
  const from = at;
  at += 8;
  let number: u32 = 0;
  let digit: u32 = 0;
  while ((digit = <u32>load<u8>(at) - ZERO) <= 9 && number <= LAST_ROW) {
    number = number * 10 + digit;
    at++;
  }
  if (number <= row || number > LAST_ROW || load<u8>(at) != QUOTE) return 0;
  row = number;
  columnBefore = 0;
  const end = tagEnd(at);
  if (end == 0) return 0;
  const before = pieceCount();
  const piece = pieceNumber(at, end);
  if (piece < 0) return 0;
  // programs write the same few tags again and again, but for the number
  if (pieceCount() != before && readInnerTag(ROW, number, from + 4) != end) return 0;
  const entry = rowsAt + <usize>rows * ROW_BYTES;
  store<u32>(entry, number);
  store<i32>(entry, piece, 4);
  rows++;
  if (load<u8>(end - 2) == SLASH) return end;
  at = toTag(end);
  while (at != 0 && load<u8>(at, 1) == LETTER_C) {
    at = readCell(at + 2);
    if (at == 0) return 0;
    at = toTag(at);
  }
  return at != 0 && (load<u64>(at) & SIX) == ROW_END ? at + 6 : 0;
}

/** From the end of its name `c`. */
function readCell(at: usize): usize {
  column = style = 0;
  type = PLAIN;
  let hasStyle = false;
  let hasType = false;
  for (;;) {
    const code: u32 = load<u8>(at);
    if (code == GT) break;
    if (code == SLASH) return load<u8>(at, 1) == GT && column != 0 ? at + 2 : 0;
    if (!isSpace(code)) return 0;
    const name: u32 = load<u8>(at, 1);
    if (name == SLASH || name == GT) {
      at++;
      continue;
    }
    if (load<u16>(at, 2) != IS) return 0;
    if (name == LETTER_R && column == 0) at = readAddress(at + 4);
    else if (name == LETTER_S && !hasStyle) {
      hasStyle = true;
      at = readStyle(at + 4);
    } else if (name == LETTER_T && !hasType) {
      hasType = true;
      at = readType(at + 4);
    } else return 0;
    if (at == 0) return 0;
  }
  return column == 0 ? 0 : readContent(at + 1);
}

/** A1" */
function readAddress(at: usize): usize {
  let letter: u32 = 0;
  while ((letter = <u32>load<u8>(at) - 0x41) < 26) {
    column = column * 26 + letter + 1;
    if (column > LAST_COLUMN) return 0;
    at++;
  }
  if (load<u8>(at) == ZERO || column == 0) return 0;
  let number: u32 = 0;
  let digit: u32 = 0;
  while ((digit = <u32>load<u8>(at) - ZERO) <= 9) {
    number = number * 10 + digit;
    if (number > LAST_ROW) return 0;
    at++;
  }
  return load<u8>(at) == QUOTE && number == row ? at + 1 : 0;
}

function readStyle(at: usize): usize {
  const from = at;
  let digit: u32 = 0;
  while ((digit = <u32>load<u8>(at) - ZERO) <= 9 && at - from < 7) {
    style = style * 10 + digit;
    at++;
  }
  return load<u8>(at) == QUOTE && at != from && at - from <= 6 ? at + 1 : 0;
}

function readType(at: usize): usize {
  if (load<u8>(at, 1) == QUOTE) {
    const letter: u32 = load<u8>(at);
    if (letter == LETTER_S) type = SHARED;
    else if (letter == 0x6e) type = PLAIN;
    else if (letter == 0x62) type = BOOLEAN;
    else if (letter == 0x65) type = ERROR;
    else if (letter == 0x64) type = DATE;
    else return 0;
    return at + 2;
  }
  if (load<u32>(at) == STR) {
    type = TEXT;
    return at + 4;
  }
  if (load<u64>(at) != INLINE_ST || load<u16>(at, 8) != R_QUOTE) return 0;
  type = INLINE;
  return at + 10;
}

/** A formula, then a value or an inline text, each where present, and the cell's end tag. */
function readContent(at: usize): usize {
  value = valueEnd = formula = formulaEnd = NONE;
  at = toTag(at);
  if (at == 0) return 0;
  if (load<u8>(at, 1) == LETTER_F) {
    at = readFormula(at + 2);
    if (at == 0 || (at = toTag(at)) == 0) return 0;
  }
  const name: u32 = load<u8>(at, 1);
  if (name == LETTER_V) {
    at = readValue(at + 2);
    if (at == 0 || (at = toTag(at)) == 0) return 0;
  } else if (name == LETTER_I) {
    at = readInline(at);
    if (at == 0 || (at = toTag(at)) == 0) return 0;
  }
  return load<u32>(at) == CELL_END && takeCell() ? at + 4 : 0;
}

/** From the end of the tag's name. */
function readFormula(at: usize): usize {
  let isClosed = false;
  if (load<u8>(at) == GT) at++;
  else if (load<u64>(at) == ACA_FA && (load<u64>(at, 8) & FIVE) == LSE) at += 13;
  else {
    at = readInnerTag(FORMULA, cells, at);
    if (at == 0) return 0;
    isClosed = load<u8>(at - 2) == SLASH;
  }
  formula = formulaEnd = <i32>(at - base);
  if (isClosed) return at;
  const end = textEnd(at, LT);
  if (end == 0 || load<u32>(end) != FORMULA_END || end - at > longest) return 0;
  formulaEnd = <i32>(end - base);
  return end + 4;
}

function readValue(at: usize): usize {
  if (load<u8>(at) == GT) at++;
  else if (load<u8>(at) == SLASH && load<u8>(at, 1) == GT) {
    if (type != SHARED) value = valueEnd = <i32>(at - base);
    return at + 2;
  } else if ((at = spaceAttributeEnd(at)) == 0) return 0;
  if (type == SHARED) return readShared(at);
  return takeText(at, VALUE_END);
}

function readShared(at: usize): usize {
  const from = at;
  let index: u32 = 0;
  let digit: u32 = 0;
  while ((digit = <u32>load<u8>(at) - ZERO) <= 9 && at - from < 10) {
    index = index * 10 + digit;
    at++;
  }
  if (at == from || at - from > 9 || index >= sharedCount) return 0;
  value = index;
  return load<u32>(at) == VALUE_END ? at + 4 : 0;
}

function readInline(at: usize): usize {
  if (type != INLINE || (load<u64>(at) & SIX) != INLINE_TEXT) return 0;
  at += 6;
  if (load<u8>(at) == GT) at++;
  else if ((at = spaceAttributeEnd(at)) == 0) return 0;
  at = takeText(at, TEXT_END);
  return at != 0 && (load<u64>(at) & FIVE) == INLINE_END ? at + 5 : 0;
}

/** A text as the value, and the end tag after it. */
function takeText(at: usize, endTag: u32): usize {
  const end = textEnd(at, LT);
  if (end == 0 || load<u32>(end) != endTag || end - at > longest) return 0;
  value = <i32>(at - base);
  valueEnd = <i32>(end - base);
  return end + 4;
}

/** Puts the cell into the list where it shows something; false where it may not stand there. */
function takeCell(): bool {
  const hasFormula = formula >= 0;
  if (value >= 0) {
    const blank = isBlank(hasFormula);
    if (blank == UNSURE) return false;
    if (blank == YES) value = NONE;
  }
  if (value < 0 && !hasFormula) return true;
  if (column <= columnBefore) return false;
  if (cells == mostCells) {
    hasTooManyCells = true;
    return false;
  }
  columnBefore = column;
  const entry = cellsAt + <usize>cells * CELL_BYTES;
  store<u32>(entry, row);
  store<u32>(entry, column, 4);
  store<u32>(entry, style, 8);
  store<u32>(entry, type, 12);
  store<i32>(entry, value, 16);
  store<i32>(entry, valueEnd, 20);
  store<i32>(entry, formula, 24);
  store<i32>(entry, formulaEnd, 28);
  cells++;
  lastRow = row;
  if (column > lastColumn) lastColumn = column;
  return true;
}

/** Whether the value is as good as none; for a formula, an empty text is a value as any other. */
function isBlank(hasFormula: bool): i32 {
  if (type == SHARED)
    return !hasFormula && emptyAt != 0 && load<u8>(emptyAt + <usize>value) != 0 ? YES : NO;
  const isText = type == TEXT || type == INLINE;
  if (hasFormula && isText) return NO;
  if (value == valueEnd) return YES;
  const first: u32 = load<u8>(base + <usize>value);
  // white space may be all there is, in entities too
  return isText || (first > SPACE && first != AMPERSAND) ? NO : UNSURE;
}
