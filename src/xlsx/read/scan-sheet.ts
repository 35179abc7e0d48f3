import { LAST_COLUMN, LAST_ROW } from '../../core/sheet/address';
import { EQUALS, GT, isSpace, LT, QUOTE, SLASH, standsAt } from './characters';
import { FormulaPlace } from './formula-cell';
import type { StoredFormula } from './formula-groups';
import type { CharacterCodes } from './part-text';
import { readFormula } from './parse-sheet';
import type { Shortcut, XmlScanner } from './scan-xml';
import { giveUp } from './unrecognised';
import type { CellFormula, SheetContent } from './sheet-content';
import { STORED_TYPES, type StoredType } from './stored-value';
import { readBoolean, readWhole } from './xml-text';

const PRESERVE = ' xml:space="preserve">';
/** Matches no tag: no XML holds this character. */
const NO_TAG = '\0';
const LETTER_C = 99;
const LETTER_F = 102;
const LETTER_I = 105;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;
const LETTER_V = 118;

/** One of - . + E e. */
function isNumberSign(code: number): boolean {
  return code === 46 || code === 45 || code === 43 || code === 69 || code === 101;
}

/** The scan's fast way through the rows of a sheet. */
export function scanRows(
  scanner: XmlScanner,
  codes: CharacterCodes,
  content: SheetContent,
): Shortcut {
  const rows = new RowScanner(scanner, codes, content);
  return { element: 'sheetData', read: (position) => rows.read(position) };
}

/**
 * Reads rows and cells as spreadsheet programs write them: unprefixed elements, every cell with its
 * address, one value. Throws Unrecognised at anything else.
 */
class RowScanner {
  private readonly xml: string;
  private row = 0;
  private isEmptyRow = false;
  /** What followed the number in the tag of an earlier row that was not hidden. */
  private rowRest = NO_TAG;
  /** The attributes of an earlier formula that belonged to its cell alone. */
  private formulaRest = NO_TAG;
  // of the cell being read
  private column = 0;
  private style = 0;
  private type: StoredType = 'n';
  private stored: string | undefined;
  private formula: CellFormula;
  /** Whether the content has the cell already. */
  private isAdded = false;

  constructor(
    private readonly scanner: XmlScanner,
    /** Of the same text; reading them takes half the time of charCodeAt. */
    private readonly codes: CharacterCodes,
    private readonly content: SheetContent,
  ) {
    this.xml = scanner.xml;
  }

  /** Reads all rows from `at`; returns the position of what follows them. */
  read(at: number): number {
    const { xml, codes, scanner } = this;
    for (;;) {
      at = scanner.skipSpace(at);
      if (xml.startsWith('</', at)) return at;
      if (!xml.startsWith('<row', at)) giveUp();
      at = this.openRow(at + 4);
      if (this.isEmptyRow) continue;
      while (codes[(at = this.toTag(at)) + 1] === LETTER_C) at = this.readCell(at + 2);
      if (!xml.startsWith('</row>', at)) giveUp();
      at += 6;
    }
  }

  /** Position of the tag at `at`, white space before it passed over. */
  private toTag(at: number): number {
    const { codes } = this;
    if (codes[at] === LT) return at;
    const next = this.scanner.skipSpace(at);
    if (codes[next] !== LT) giveUp();
    return next;
  }

  /** Reads a row's tag from the end of its name; returns the position after it. */
  private openRow(at: number): number {
    const { xml, codes, scanner } = this;
    if (xml.startsWith(' r="', at)) {
      let row = 0;
      let end = at + 4;
      let code = codes[end]!;
      for (; code >= 48 && code <= 57 && row <= LAST_ROW; code = codes[++end]!)
        row = row * 10 + code - 48;
      // rows mostly differ in their number alone
      if (row > 0 && row <= LAST_ROW && standsAt(xml, this.rowRest, end)) {
        this.row = row;
        this.isEmptyRow = false;
        return end + this.rowRest.length;
      }
    }
    const next = scanner.readInnerTag(at);
    const stored = scanner.get('r') ?? giveUp();
    this.row = readWhole(stored, LAST_ROW) ?? giveUp();
    if (this.row === 0) giveUp();
    this.isEmptyRow = scanner.selfClosed;
    if (readBoolean(scanner.get('hidden'))) this.content.hiddenRows.add(this.row);
    else if (!scanner.selfClosed && xml.startsWith(`r="${stored}"`, at + 1))
      this.rowRest = xml.slice(at + 4 + stored.length, next);
    return next;
  }

  /** Reads a cell from the end of its name `c`; returns the position after its end tag. */
  private readCell(at: number): number {
    const { codes } = this;
    this.column = this.style = 0;
    this.isAdded = false;
    this.type = 'n';
    let hasStyle = false;
    let hasType = false;
    for (;;) {
      const code = codes[at]!;
      if (code === GT) break;
      if (code === SLASH) {
        if (codes[at + 1] !== GT || this.column === 0) giveUp();
        return at + 2;
      }
      if (!isSpace(code)) giveUp();
      const name = codes[at + 1]!;
      if (name === SLASH || name === GT) {
        at++;
        continue;
      }
      if (codes[at + 2] !== EQUALS || codes[at + 3] !== QUOTE) giveUp();
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
    const { codes } = this;
    let column = 0;
    let code = codes[at]!;
    for (; code >= 65 && code <= 90; code = codes[++at]!) {
      column = column * 26 + code - 64;
      if (column > LAST_COLUMN) giveUp();
    }
    let row = 0;
    if (code === 48) giveUp();
    for (; code >= 48 && code <= 57; code = codes[++at]!) {
      row = row * 10 + code - 48;
      if (row > LAST_ROW) giveUp();
    }
    if (code !== QUOTE || column === 0 || row !== this.row) giveUp();
    this.column = column;
    return at + 1;
  }

  private readStyle(at: number): number {
    const { codes } = this;
    const from = at;
    let style = 0;
    let code = codes[at]!;
    for (; code >= 48 && code <= 57; code = codes[++at]!) style = style * 10 + code - 48;
    if (code !== QUOTE || at === from || at - from > 6) giveUp();
    this.style = style;
    return at + 1;
  }

  private readType(at: number): number {
    const { xml, codes } = this;
    // nearly always
    if (codes[at] === LETTER_S && codes[at + 1] === QUOTE) {
      this.type = 's';
      return at + 2;
    }
    const end = xml.indexOf('"', at);
    this.type = (end - at > 9 ? undefined : STORED_TYPES.get(xml.slice(at, end))) ?? giveUp();
    return end + 1;
  }

  /** Reads a formula, then a value or an inline text, each where present, and the cell's end tag. */
  private readContent(at: number): number {
    const { codes } = this;
    this.formula = this.stored = undefined;
    at = this.toTag(at);
    let name = codes[at + 1]!;
    if (name === LETTER_F) {
      at = this.toTag(this.readFormula(at + 2));
      name = codes[at + 1]!;
    }
    if (name === LETTER_V) at = this.toTag(this.readValue(at + 2));
    else if (name === LETTER_I) at = this.toTag(this.readInline(at));
    if (codes[at + 1] !== SLASH || codes[at + 2] !== LETTER_C || codes[at + 3] !== GT) giveUp();
    if (!this.isAdded)
      this.content.addCell(this.row, this.column, this.type, this.style, this.stored, this.formula);
    return at + 4;
  }

  /** Reads from the end of the tag's name to the end of the element. */
  private readFormula(at: number): number {
    const { xml, codes, scanner } = this;
    let kind: StoredFormula | undefined;
    if (codes[at] === GT) at++;
    else if (standsAt(xml, this.formulaRest, at)) at += this.formulaRest.length;
    else {
      const end = scanner.readInnerTag(at);
      kind = this.formula = readFormula(scanner);
      if (scanner.selfClosed) return end;
      if (kind.kind === undefined) this.formulaRest = xml.slice(at, end);
      at = end;
    }
    const end = this.textEnd(at, LETTER_F);
    if (kind) this.formula = { ...kind, text: scanner.text(at, end) };
    else {
      scanner.checkText(at, end);
      this.formula = new FormulaPlace(scanner.source, at, end);
    }
    return end + 4;
  }

  private readValue(at: number): number {
    const { codes, scanner } = this;
    if (codes[at] === GT) at++;
    else if (codes[at] === SLASH && codes[at + 1] === GT) {
      this.stored = '';
      return at + 2;
    } else at = this.afterSpaceAttribute(at);
    if (this.type === 's' || this.type === 'n') return this.readNumeric(at);
    const end = this.textEnd(at, LETTER_V);
    this.stored = scanner.text(at, end);
    return end + 4;
  }

  /** The quick way for numbers; all else goes the common one. */
  private readNumeric(from: number): number {
    const { xml, codes, row, column, style, formula, content } = this;
    let at = from;
    let value = 0;
    let code = codes[at]!;
    for (; code >= 48 && code <= 57; code = codes[++at]!) value = value * 10 + code - 48;
    // fifteen digits are exact whichever way they are read
    let isRead = at > from && at - from <= 15;
    if (code !== LT && this.type === 'n') {
      while ((code >= 48 && code <= 57) || isNumberSign(code)) code = codes[++at]!;
      value = code === LT ? Number(xml.slice(from, at)) : NaN;
      isRead = Number.isFinite(value);
    }
    const end = code === LT ? this.closed(at, LETTER_V) : this.textEnd(at, LETTER_V);
    if (!isRead || code !== LT) this.stored = this.scanner.text(from, end);
    else {
      this.isAdded = true;
      if (this.type === 's') content.addShared(row, column, style, value, formula);
      else content.addNumber(row, column, style, value, xml.slice(from, at), formula);
    }
    return end + 4;
  }

  private readInline(at: number): number {
    const { xml, codes, scanner } = this;
    if (this.type !== 'inlineStr' || !xml.startsWith('<is><t', at)) giveUp();
    at = codes[at + 6] === GT ? at + 7 : this.afterSpaceAttribute(at + 6);
    const end = this.textEnd(at, LETTER_T);
    if (!xml.startsWith('</is>', end + 4)) giveUp();
    this.stored = scanner.text(at, end);
    return end + 9;
  }

  private afterSpaceAttribute(at: number): number {
    if (!standsAt(this.xml, PRESERVE, at)) giveUp();
    return at + PRESERVE.length;
  }

  /** Position of the end tag, of a name of one letter, that follows a text directly. */
  private textEnd(at: number, letter: number): number {
    return this.closed(this.xml.indexOf('<', at), letter);
  }

  /** The same position, where that end tag stands there. */
  private closed(at: number, letter: number): number {
    const { codes } = this;
    if (at < 0 || codes[at + 1] !== SLASH || codes[at + 2] !== letter || codes[at + 3] !== GT)
      giveUp();
    return at;
  }
}
