import { LAST_COLUMN, LAST_ROW } from '../../core/sheet/address';
import type { CellReader } from './cell-reader';
import { EQUALS, GT, isSpace, LT, QUOTE, SLASH } from './characters';
import { FormulaGroups, type StoredFormula } from './formula-groups';
import type { PartText } from './part-text';
import { readFormula, SheetSink } from './parse-sheet';
import { scanAround } from './scan-around';
import { ByteScanner } from './scan-bytes';
import { XmlScanner } from './scan-xml';
import { SheetContent } from './sheet-content';
import { StoredCells, TYPE_NUMBERS } from './stored-cells';
import { isEmpty, type StoredType } from './stored-value';
import { giveUp } from './unrecognised';
import { VOCABULARIES } from './xml';
import { decodeEntities, readBoolean, readWhole } from './xml-text';

const PRESERVE = ' xml:space="preserve">';
const LETTER_C = 99;
const LETTER_F = 102;
const LETTER_I = 105;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;
const LETTER_V = 118;

/**
 * A sheet as spreadsheet programs write it, its cells put aside by their places; null for any other
 * part. @throws Unreadable
 */
export function scanSheet(part: PartText, reader: CellReader): SheetContent | null {
  const content = new SheetContent(reader, part.name);
  let rows: RowScanner | null = null;
  const isScanned = scanAround(
    part,
    VOCABULARIES.sheet,
    'sheetData',
    new SheetSink(content, part.name),
    (from) => {
      rows = new RowScanner(part, reader, content.hiddenRows);
      return { end: rows.read(from), prefixes: rows.prefixes };
    },
  );
  if (!isScanned) return null;
  (rows as RowScanner | null)?.finish(content);
  return content;
}

/** What the rest of a row's tag, from the end of its number on, says. */
interface RowTag {
  readonly isHidden: boolean;
  readonly isEmpty: boolean;
}

/** Unprefixed elements, rows and cells in their order, every cell with its address, one value. */
class RowScanner extends ByteScanner {
  readonly prefixes = new Set<string>();
  private readonly cells: StoredCells;
  private groups: FormulaGroups | null = null;
  /** What followed the number in the tags of rows: programs write the same few again and again. */
  private readonly rowTags = new Map<string, RowTag>();
  /** The attributes of the last formula that had some and belonged to its cell alone. */
  private formulaTag: string | null = null;
  private row = 0;
  // of the cell being read
  private column = 0;
  private style = 0;
  private type: StoredType = 'n';
  private value = -1;
  private valueEnd = -1;
  private formula = -1;
  private formulaEnd = -1;
  /** Where the formula is not the cell's alone. */
  private grouped: StoredFormula | null = null;

  constructor(
    part: PartText,
    private readonly reader: CellReader,
    private readonly hiddenRows: Set<number>,
  ) {
    super(part);
    this.cells = new StoredCells(part, reader, reader.mostCells);
  }

  /** Reads all rows from `at`; returns the position of what follows them. */
  read(at: number): number {
    const { bytes } = this;
    for (;;) {
      at = this.skipSpace(at);
      if (bytes[at] === LT && bytes[at + 1] === SLASH) return at;
      if (!this.stands('<row', at)) giveUp();
      const end = this.tagEnd(at);
      const { isEmpty } = this.openRow(at + 4, end);
      at = end;
      if (isEmpty) continue;
      while (bytes[(at = this.toTag(at)) + 1] === LETTER_C) at = this.readCell(at + 2);
      if (!this.stands('</row>', at)) giveUp();
      at += 6;
    }
  }

  /** Hands over what was read. @throws Unreadable */
  finish(content: SheetContent): void {
    this.reader.mayHoldEscapes = this.mayHoldEscapes;
    this.groups?.finish(this.cells);
    content.takeStored(this.cells);
  }

  /** Position of the tag at `at`, white space before it passed over. */
  private toTag(at: number): number {
    const { bytes } = this;
    if (bytes[at] === LT) return at;
    const next = this.skipSpace(at);
    return bytes[next] === LT ? next : giveUp();
  }

  /** Reads a row's tag from the end of its name to the position after it. */
  private openRow(at: number, end: number): RowTag {
    const { bytes } = this;
    let row = 0;
    let rest = at;
    if (this.stands(' r="', at))
      for (rest = at + 4; bytes[rest]! >= 48 && bytes[rest]! <= 57 && row <= LAST_ROW; rest++)
        row = row * 10 + bytes[rest]! - 48;
    if (row <= this.row || row > LAST_ROW) giveUp();
    this.row = row;
    const text = this.part.bytewise(rest, end);
    let tag = this.rowTags.get(text);
    if (!tag) this.rowTags.set(text, (tag = this.readRowTag(at, end)));
    if (tag.isHidden) this.hiddenRows.add(row);
    return tag;
  }

  private readRowTag(at: number, end: number): RowTag {
    const scanner = this.scanTag(at, end);
    // r="01" is another spelling
    if (readWhole(scanner.get('r'), LAST_ROW) !== this.row) giveUp();
    return {
      isHidden: readBoolean(scanner.get('hidden')) === true,
      isEmpty: scanner.selfClosed,
    };
  }

  /** Reads the attributes of a tag, of which `at` is the end of the name. */
  private scanTag(at: number, end: number): XmlScanner {
    const xml = this.part.checkedBytewise(at, end);
    const scanner = new XmlScanner(xml, VOCABULARIES.sheet);
    if (xml.includes('\r') || scanner.readInnerTag(0) !== xml.length) giveUp();
    for (const prefix of scanner.prefixes()) this.prefixes.add(prefix);
    return scanner;
  }

  /** Reads a cell from the end of its name `c`; returns the position after its end tag. */
  private readCell(at: number): number {
    const { bytes } = this;
    this.column = this.style = 0;
    this.type = 'n';
    let hasStyle = false;
    let hasType = false;
    for (;;) {
      const code = bytes[at]!;
      if (code === GT) break;
      if (code === SLASH) {
        if (bytes[at + 1] !== GT || this.column === 0) giveUp();
        return at + 2;
      }
      if (!isSpace(code)) giveUp();
      const name = bytes[at + 1]!;
      if (name === SLASH || name === GT) {
        at++;
        continue;
      }
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) giveUp();
      if (name === LETTER_R && this.column === 0) at = this.readAddress(at + 4);
      else if (name === LETTER_S && !hasStyle) {
        hasStyle = true;
        at = this.readStyle(at + 4);
      } else if (name === LETTER_T && !hasType) {
        hasType = true;
        at = this.readType(at + 4);
      } else giveUp();
    }
    if (this.column === 0) giveUp();
    return this.readContent(at + 1);
  }

  /** Reads A1" and returns the position after it. */
  private readAddress(at: number): number {
    const { bytes } = this;
    let column = 0;
    let code = bytes[at]!;
    for (; code >= 65 && code <= 90; code = bytes[++at]!) {
      column = column * 26 + code - 64;
      if (column > LAST_COLUMN) giveUp();
    }
    let row = 0;
    if (code === 48) giveUp();
    for (; code >= 48 && code <= 57; code = bytes[++at]!) {
      row = row * 10 + code - 48;
      if (row > LAST_ROW) giveUp();
    }
    if (code !== QUOTE || column === 0 || row !== this.row) giveUp();
    this.column = column;
    return at + 1;
  }

  private readStyle(at: number): number {
    const { bytes } = this;
    const from = at;
    let style = 0;
    let code = bytes[at]!;
    for (; code >= 48 && code <= 57; code = bytes[++at]!) style = style * 10 + code - 48;
    if (code !== QUOTE || at === from || at - from > 6) giveUp();
    this.style = style;
    return at + 1;
  }

  private readType(at: number): number {
    const { bytes } = this;
    // nearly always
    if (bytes[at] === LETTER_S && bytes[at + 1] === QUOTE) {
      this.type = 's';
      return at + 2;
    }
    for (const type of OTHER_TYPES)
      if (this.stands(type, at) && bytes[at + type.length] === QUOTE) {
        this.type = type;
        return at + type.length + 1;
      }
    return giveUp();
  }

  /** Reads a formula, then a value or an inline text, each where present, and the cell's end tag. */
  private readContent(at: number): number {
    const { bytes } = this;
    this.value = this.formula = -1;
    this.grouped = null;
    at = this.toTag(at);
    let name = bytes[at + 1]!;
    if (name === LETTER_F) {
      at = this.toTag(this.readFormula(at + 2));
      name = bytes[at + 1]!;
    }
    if (name === LETTER_V) at = this.toTag(this.readValue(at + 2));
    else if (name === LETTER_I) at = this.toTag(this.readInline(at));
    if (bytes[at + 1] !== SLASH || bytes[at + 2] !== LETTER_C || bytes[at + 3] !== GT) giveUp();
    this.takeCell();
    return at + 4;
  }

  private takeCell(): void {
    const { cells, formula, type } = this;
    const hasFormula = formula >= 0;
    if (this.value >= 0 && this.isBlank(hasFormula)) this.value = -1;
    if (this.value < 0 && !hasFormula) return;
    cells.add(
      this.row,
      this.column,
      this.style,
      TYPE_NUMBERS[type],
      this.value,
      this.valueEnd,
      formula,
      this.formulaEnd,
    );
    if (this.grouped) this.takeGrouped(this.grouped);
  }

  /** Whether the value is as good as none; for a formula, an empty text is a value as any other. */
  private isBlank(hasFormula: boolean): boolean {
    const { type, value, valueEnd, bytes } = this;
    if (type === 's') return !hasFormula && this.reader.strings.isEmpty(value);
    const isText = type === 'str' || type === 'inlineStr';
    if (hasFormula && isText) return false;
    if (value === valueEnd) return true;
    // white space may be all there is, in entities too
    if (isText || (bytes[value]! > 32 && bytes[value] !== AMPERSAND)) return false;
    return isEmpty(decodeEntities(this.part.text(value, valueEnd)) ?? giveUp(), type);
  }

  private takeGrouped(grouped: StoredFormula): void {
    const text = decodeEntities(this.part.text(this.formula, this.formulaEnd)) ?? giveUp();
    const formula = { ...grouped, text };
    // what is known of the formula's own text is enough to read it
    this.reader.mayHoldEscapes = this.mayHoldEscapes;
    const cell = this.cells.makeLast(formula);
    this.groups ??= new FormulaGroups(this.part.name, this.reader.limits);
    this.groups.add(cell, { row: this.row, column: this.column }, cell.formula ?? '', formula);
  }

  /** Reads from the end of the tag's name to the end of the element. */
  private readFormula(at: number): number {
    const { bytes } = this;
    let isClosed = false;
    if (bytes[at] === GT) at++;
    else if (this.formulaTag !== null && this.stands(this.formulaTag, at))
      at += this.formulaTag.length;
    else {
      const end = this.tagEnd(at);
      const tag = readFormula(this.scanTag(at, end));
      isClosed = bytes[end - 2] === SLASH;
      if (tag.kind !== undefined) this.grouped = tag;
      else if (!isClosed) this.formulaTag = this.part.bytewise(at, end);
      at = end;
    }
    this.formula = this.formulaEnd = at;
    if (isClosed) return at;
    this.formulaEnd = this.closed(this.textEnd(at), LETTER_F);
    this.checkLength(at, this.formulaEnd);
    return this.formulaEnd + 4;
  }

  private readValue(at: number): number {
    const { bytes } = this;
    if (bytes[at] === GT) at++;
    else if (bytes[at] === SLASH && bytes[at + 1] === GT) {
      this.value = this.valueEnd = at;
      if (this.type === 's') this.value = -1;
      return at + 2;
    } else at = this.afterSpaceAttribute(at);
    if (this.type === 's') return this.readShared(at);
    this.takeText(at, this.closed(this.textEnd(at), LETTER_V));
    return this.valueEnd + 4;
  }

  private readShared(at: number): number {
    const { bytes } = this;
    const from = at;
    let index = 0;
    for (; bytes[at]! >= 48 && bytes[at]! <= 57; at++) index = index * 10 + bytes[at]! - 48;
    if (at === from || at - from > 9 || index >= this.reader.strings.count) giveUp();
    this.value = index;
    return this.closed(at, LETTER_V) + 4;
  }

  private readInline(at: number): number {
    const { bytes } = this;
    if (this.type !== 'inlineStr' || !this.stands('<is><t', at)) giveUp();
    at = bytes[at + 6] === GT ? at + 7 : this.afterSpaceAttribute(at + 6);
    const end = this.closed(this.textEnd(at), LETTER_T);
    if (!this.stands('</is>', end + 4)) giveUp();
    this.takeText(at, end);
    return end + 9;
  }

  private takeText(from: number, to: number): void {
    this.checkLength(from, to);
    this.value = from;
    this.valueEnd = to;
  }

  /** No text has more characters than bytes. @throws Unreadable */
  private checkLength(from: number, to: number): void {
    if (to - from > this.reader.limits.textLength)
      this.reader.checkLength(decodeEntities(this.part.text(from, to)) ?? giveUp());
  }

  private afterSpaceAttribute(at: number): number {
    return this.stands(PRESERVE, at) ? at + PRESERVE.length : giveUp();
  }

  /** The same position, where the end tag of a name of one letter stands there. */
  private closed(at: number, letter: number): number {
    const { bytes } = this;
    const stands =
      bytes[at] === LT &&
      bytes[at + 1] === SLASH &&
      bytes[at + 2] === letter &&
      bytes[at + 3] === GT;
    return stands ? at : giveUp();
  }
}

const OTHER_TYPES = ['str', 'n', 'b', 'e', 'inlineStr', 'd'] as const;
const AMPERSAND = 38;
