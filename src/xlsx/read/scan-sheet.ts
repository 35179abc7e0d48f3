import type { CellReader } from './cell-reader';
import { FormulaGroups } from './formula-groups';
import { refuse } from './messages';
import type { PartText } from './part-text';
import { readFormula, SheetSink } from './parse-sheet';
import { ScannedXml, type Inside } from './scan-xml';
import { scanRows } from './scanner';
import { SheetContent } from './sheet-content';
import { StoredCells } from './stored-cells';
import { isForFullParse } from './unrecognised';
import { VOCABULARIES, type XmlAttributes } from './xml';
import { readBoolean } from './xml-text';

/**
 * A sheet as spreadsheet programs write it, its cells put aside by their places; null for any other
 * part. @throws Unreadable
 */
export function scanSheet(part: PartText, reader: CellReader): SheetContent | null {
  const { limits, strings } = reader;
  const scanned = scanRows(part, {
    sharedStrings: strings.count,
    emptyStrings: strings.empty,
    mostCells: reader.mostCells,
    longestText: limits.textLength,
  });
  if (scanned === null) return null;
  if (scanned === 'too-many') throw refuse('too-large', 'tooManyCells', { limit: limits.cells });
  reader.mayHoldEscapes = scanned.mayHoldEscapes;
  const content = new SheetContent(reader, part.name);
  const cells = new StoredCells(part, reader, scanned);
  const inside = new InRows(part, reader, cells);
  try {
    const xml = new ScannedXml(part, scanned, VOCABULARIES.sheet);
    if (!xml.run(new SheetSink(content, part.name), inside)) {
      // rows in a namespace with a prefix went to the sink
      content.finish();
      return content;
    }
  } catch (error) {
    if (isForFullParse(error)) return null;
    throw error;
  }
  if (content.cells.size > 0) return null;
  inside.finish(scanned.rows, content.hiddenRows);
  content.takeStored(cells);
  return content;
}

/** What the scan leaves to be looked at in the rows. */
class InRows implements Inside {
  readonly element = 'sheetData';
  /** Of each of the unlike tags of rows: whether it hides them. */
  private readonly hides: boolean[] = [];
  private groups: FormulaGroups | null = null;

  constructor(
    private readonly part: PartText,
    private readonly reader: CellReader,
    private readonly cells: StoredCells,
  ) {}

  row(_: number, attributes: XmlAttributes): void {
    this.hides.push(readBoolean(attributes.get('hidden')) === true);
  }

  /** Takes in a formula that several cells share. */
  formula(index: number, attributes: XmlAttributes): void {
    const tag = readFormula(attributes);
    if (tag.kind === undefined) return;
    const formula = { ...tag, text: this.cells.formulaStored(index) };
    const cell = this.cells.makeGrouped(index, formula);
    this.groups ??= new FormulaGroups(this.part.name, this.reader.limits);
    this.groups.add(cell, this.cells.placeOf(index), cell.formula ?? '', formula);
  }

  /** @throws Unreadable */
  finish(rows: Int32Array, hiddenRows: Set<number>): void {
    this.groups?.finish(this.cells);
    if (this.hides.includes(true))
      for (let at = 0; at < rows.length; at += 2)
        if (this.hides[rows[at + 1]!]) hiddenRows.add(rows[at]!);
  }
}
