import { LAST_COLUMN, LAST_ROW, parseAddress } from '../../core/sheet/address';
import type { StoredFormula } from './formula-groups';
import type { CellReader } from './cell-reader';
import { refuse } from './messages';
import { parseXml } from './parse-xml';
import type { PartText } from './part-text';
import { RichText } from './shared-strings';
import { SheetContent } from './sheet-content';
import { STORED_TYPES, type StoredType } from './stored-value';
import { VOCABULARIES, type XmlAttributes, type XmlSink } from './xml';
import { mayHoldEscapes, readBoolean, readWhole } from './xml-text';

/** No workbook has so many cell formats; the style sheet's own limit is far lower. */
const LAST_STYLE = 9_999_999;

/** A cell being read. */
interface OpenCell {
  readonly column: number;
  readonly type: StoredType;
  readonly style: number;
  value: string | undefined;
  formula: StoredFormula | undefined;
  inline: RichText | undefined;
}

/** Fills a SheetContent from a sheet part read element by element; takes every spelling. */
export class SheetSink implements XmlSink {
  private inRows = false;
  private row = 0;
  private column = 0;
  private cell: OpenCell | null = null;
  private inInline = false;
  /** Collects the text of v or f. */
  private buffer: string | null = null;

  constructor(
    readonly content: SheetContent,
    private readonly part: string,
  ) {}

  get isListening(): boolean {
    return this.cell !== null;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.cell) this.openInCell(this.cell, name, attributes);
    else if (this.inRows) {
      if (name === 'row') this.openRow(attributes);
      else if (name === 'c') this.openCell(attributes);
    } else this.openOutside(name, attributes);
  }

  close(name: string): void {
    if (this.cell) this.closeInCell(this.cell, name);
    else if (name === 'sheetData') this.inRows = false;
  }

  text(piece: string): void {
    if (this.buffer !== null) this.buffer += piece;
    else if (this.inInline) this.cell?.inline?.add(piece);
  }

  private openOutside(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'sheetData':
        this.inRows = true;
        break;
      case 'col':
        if (readBoolean(attributes.get('hidden')))
          this.content.hideColumns(attributes.get('min'), attributes.get('max'));
        break;
      case 'mergeCell':
        this.content.addMerge(attributes.get('ref'));
        break;
      case 'sheetProtection':
        this.content.isProtected = readBoolean(attributes.get('sheet')) ?? false;
        break;
    }
  }

  /** A row without a number follows the one before. */
  private openRow(attributes: XmlAttributes): void {
    const stored = attributes.get('r');
    const row = stored === undefined ? this.row + 1 : readWhole(stored, LAST_ROW);
    if (!row || row > LAST_ROW) this.refusePlace(stored ?? String(row));
    this.row = row;
    this.column = 0;
    if (readBoolean(attributes.get('hidden'))) this.content.hiddenRows.add(row);
  }

  /** A cell without an address follows the one before. */
  private openCell(attributes: XmlAttributes): void {
    const stored = attributes.get('r');
    if (stored === undefined) this.column++;
    else {
      const address = stored.includes('$') ? null : parseAddress(stored);
      if (address?.row !== this.row) this.refusePlace(stored);
      this.column = address.column;
    }
    const type = STORED_TYPES.get(attributes.get('t') ?? 'n');
    if (this.row === 0 || this.column > LAST_COLUMN || !type)
      this.refusePlace(stored ?? `R${this.row}C${this.column}`);
    this.inInline = false;
    this.cell = {
      column: this.column,
      type,
      style: readWhole(attributes.get('s'), LAST_STYLE) ?? 0,
      value: undefined,
      formula: undefined,
      inline: undefined,
    };
  }

  private openInCell(cell: OpenCell, name: string, attributes: XmlAttributes): void {
    if (this.inInline) {
      if (name === 'is') this.refuseCell();
      cell.inline?.open(name);
    } else if (name === 'v') {
      if (cell.value !== undefined) this.refuseCell();
      this.buffer = '';
    } else if (name === 'f') {
      if (cell.formula) this.refuseCell();
      this.buffer = '';
      cell.formula = readFormula(attributes);
    } else if (name === 'is') {
      if (cell.inline) this.refuseCell();
      cell.inline = new RichText();
      this.inInline = true;
    } else if (name === 'c' || name === 'row') this.refuseCell();
  }

  private closeInCell(cell: OpenCell, name: string): void {
    if (name === 'is') this.inInline = false;
    else if (this.inInline) cell.inline?.close(name);
    else if (name === 'v') {
      cell.value = this.buffer ?? '';
      this.buffer = null;
    } else if (name === 'f') {
      cell.formula = { ...cell.formula!, text: this.buffer ?? '' };
      this.buffer = null;
    } else if (name === 'c') {
      this.cell = null;
      const value = cell.type === 'inlineStr' ? (cell.inline?.text ?? cell.value) : cell.value;
      // a text that stands where its type does not lead to it is still what the person wrote
      const isStray = value === undefined && cell.inline !== undefined;
      this.content.addCell(
        this.row,
        cell.column,
        isStray ? 'inlineStr' : cell.type,
        cell.style,
        isStray ? cell.inline?.text : value,
        cell.formula,
      );
    }
  }

  private refusePlace(place: string): never {
    throw refuse('damaged', 'badPlace', { part: this.part, place: place.slice(0, 40) });
  }

  private refuseCell(): never {
    throw refuse('damaged', 'malformed', { part: this.part });
  }
}

/** A sheet in whatever spelling, by a full parse. @throws Unreadable */
export function parseSheet(part: PartText, reader: CellReader): SheetContent {
  reader.mayHoldEscapes = mayHoldEscapes(part.xml);
  const content = new SheetContent(reader, part.name);
  parseXml(part.whole(), VOCABULARIES.sheet, new SheetSink(content, part.name), part.name);
  content.finish();
  return content;
}

/** The attributes of a formula; its text is still to come. */
export function readFormula(attributes: XmlAttributes): StoredFormula {
  return {
    text: '',
    kind: attributes.get('t'),
    range: attributes.get('ref'),
    group: attributes.get('si'),
  };
}
