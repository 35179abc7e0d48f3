import { LAST_ROW } from '../../core/sheet/address';
import type { CellReader } from './cell-reader';
import { FormulaGroups, type StoredFormula } from './formula-groups';
import { refuse } from './messages';
import type { PartText } from './part-text';
import { readFormula, SheetSink } from './parse-sheet';
import { scanAround } from './scan-around';
import { XmlScanner } from './scan-xml';
import { scanRows, type ScannedRows } from './scanner';
import { SheetContent } from './sheet-content';
import { StoredCells } from './stored-cells';
import { giveUp } from './unrecognised';
import { VOCABULARIES } from './xml';
import { readBoolean, readWhole } from './xml-text';

/**
 * A sheet as spreadsheet programs write it, its cells put aside by their places; null for any other
 * part. @throws Unreadable
 */
export function scanSheet(part: PartText, reader: CellReader): SheetContent | null {
  const content = new SheetContent(reader, part.name);
  const isScanned = scanAround(
    part,
    VOCABULARIES.sheet,
    'sheetData',
    new SheetSink(content, part.name),
    (from) => {
      const scanned = scanRows(part.bytes, from, {
        strings: reader.strings.count,
        emptyStrings: reader.strings.empty,
        mostCells: reader.mostCells,
        longestText: reader.limits.textLength,
      });
      if (scanned === null) return giveUp();
      if (scanned === 'too-many')
        throw refuse('too-large', 'tooManyCells', { limit: reader.limits.cells });
      const tags = new TagReader(part);
      readRows(part, scanned, tags, content.hiddenRows);
      reader.mayHoldEscapes = scanned.mayHoldEscapes;
      const cells = new StoredCells(part, reader, scanned);
      readFormulaTags(part, scanned, tags, reader, cells);
      content.takeStored(cells);
      return { end: scanned.end, prefixes: tags.prefixes };
    },
  );
  return isScanned ? content : null;
}

/** Reads tags out of their places; whatever is not well-formed there throws Unrecognised. */
class TagReader {
  /** Namespace prefixes met. */
  readonly prefixes = new Set<string>();

  constructor(private readonly part: PartText) {}

  /** The attributes from the end of the tag's name to its end. */
  read(from: number, to: number): XmlScanner {
    const xml = this.part.checkedBytewise(from, to);
    const scanner = new XmlScanner(xml, VOCABULARIES.sheet);
    if (xml.includes('\r') || scanner.readInnerTag(0) !== xml.length) giveUp();
    for (const prefix of scanner.prefixes()) this.prefixes.add(prefix);
    return scanner;
  }
}

const NAME = '<row';
const NUMBER = ' r="';

/** Looks at the tags of rows: programs write the same few again and again, but for the number. */
function readRows(
  part: PartText,
  { rows, pieces }: ScannedRows,
  tags: TagReader,
  hiddenRows: Set<number>,
): void {
  const isHidden: (boolean | undefined)[] = [];
  for (let at = 0; at < rows.length; at += 2) {
    const row = rows[at]!;
    const piece = rows[at + 1]!;
    if (isHidden[piece] === undefined) {
      const rest = pieces[2 * piece]!;
      const from = rest - NUMBER.length - String(row).length;
      // r="01" is another spelling
      if (part.bytewise(from - NAME.length, from) !== NAME) giveUp();
      const tag = tags.read(from, pieces[2 * piece + 1]!);
      if (readWhole(tag.get('r'), LAST_ROW) !== row) giveUp();
      isHidden[piece] = readBoolean(tag.get('hidden')) === true;
    }
    if (isHidden[piece]) hiddenRows.add(row);
  }
}

/** Looks at the tags of formulas that have attributes, and resolves formulas that several cells share. */
function readFormulaTags(
  part: PartText,
  { formulaTags }: ScannedRows,
  tags: TagReader,
  reader: CellReader,
  cells: StoredCells,
): void {
  let groups: FormulaGroups | null = null;
  for (let at = 0; at < formulaTags.length; at += 3) {
    const index = formulaTags[at]!;
    const tag = readFormula(tags.read(formulaTags[at + 1]!, formulaTags[at + 2]!));
    if (tag.kind === undefined) continue;
    const formula: StoredFormula = { ...tag, text: cells.formulaStored(index) };
    const cell = cells.makeGrouped(index, formula);
    groups ??= new FormulaGroups(part.name, reader.limits);
    groups.add(cell, cells.placeOf(index), cell.formula ?? '', formula);
  }
  groups?.finish(cells);
}
