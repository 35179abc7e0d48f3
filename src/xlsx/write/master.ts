import { formatAddress } from '../../core/sheet/address';
import type { CellDescription, WorkbookDescription } from '../../core/sheet/description';
import type { SheetChanges } from './cell-changes';
import { formulaCellXml, cellXml } from './cell-xml';
import type { Deflate } from './deflate';
import { partText } from './open-package';
import type { Parts } from './package';
import { cellText, cleanText, escapeXml } from './text';
import { VariedText } from './varied-text';
import type { Splice } from './xml';
import { packEach, packPart, zip, type PackedPart } from './zip';

const STRINGS = 'xl/sharedStrings.xml';
const PROPERTIES = 'docProps/core.xml';

/** A workbook rendered whole, of which others are made that differ in the values of a few cells. */
export class Master {
  private readonly packed: ReadonlyMap<string, PackedPart>;
  private readonly sheets = new Map<string, string>();
  private readonly varied = new Map<string, VariedText>();
  private strings: SharedStrings | undefined;

  constructor(
    readonly description: WorkbookDescription,
    private readonly parts: Parts,
    private readonly deflate: Deflate,
  ) {
    this.packed = packEach(parts, deflate);
  }

  bytes(): Uint8Array {
    return zip(this.packed);
  }

  /** The workbook with this title and these cells; only the parts that hold them are packed anew. */
  varyWith(title: string, changes: readonly SheetChanges[]): Uint8Array {
    const parts = new Map(this.packed);
    if (title !== this.description.title)
      parts.set(PROPERTIES, packPart(this.properties(title), this.deflate));
    const texts: Splice[] = [];
    for (const { sheet, cells } of changes) {
      const path = sheetPath(sheet);
      const xml = this.sheetXml(path);
      const splices: Splice[] = [];
      for (const { before, after } of cells) {
        const place = placeOf(xml, before, path);
        const text = this.textChange(place.xml, after);
        if (text) texts.push(text);
        else splices.push(cellChange(place, after));
      }
      if (splices.length > 0) parts.set(path, this.pack(path, xml, splices));
    }
    if (texts.length > 0) parts.set(STRINGS, this.pack(STRINGS, this.sharedStrings().xml, texts));
    return zip(parts);
  }

  /** A text that a single cell shares with nobody is changed where it is kept, and its sheet stays. */
  private textChange(cell: string, { value, formula }: CellDescription): Splice | null {
    const index = / t="s"><v>(\d+)<\/v>/.exec(cell)?.[1];
    if (index === undefined || typeof value !== 'string' || formula !== undefined) return null;
    const { places, uses } = this.sharedStrings();
    const place = places[Number(index)];
    if (!place || uses.get(index) !== 1) return null;
    const text = `<si><t xml:space="preserve">${escapeXml(cellText(value))}</t></si>`;
    return { ...place, text };
  }

  private pack(path: string, xml: string, splices: readonly Splice[]): PackedPart {
    const text = this.varied.get(path) ?? new VariedText(xml, this.deflate);
    this.varied.set(path, text);
    return text.pack([...splices].sort((left, right) => left.from - right.from));
  }

  private sharedStrings(): SharedStrings {
    if (this.strings) return this.strings;
    const xml = partText(this.parts, STRINGS);
    const places = [...xml.matchAll(/<si>.*?<\/si>/gs)].map(({ index, 0: item }) => ({
      from: index,
      to: index + item.length,
    }));
    const uses = new Map<string, number>();
    this.description.sheets.forEach((_, index) => {
      for (const [, text] of this.sheetXml(sheetPath(index)).matchAll(/ t="s"><v>(\d+)</g))
        uses.set(text!, (uses.get(text!) ?? 0) + 1);
    });
    return (this.strings = { xml, places, uses });
  }

  private sheetXml(path: string): string {
    const xml = this.sheets.get(path) ?? partText(this.parts, path);
    this.sheets.set(path, xml);
    return xml;
  }

  private properties(title: string): Uint8Array {
    const xml = partText(this.parts, PROPERTIES);
    const place = /<dc:title>[^<]*<\/dc:title>/.exec(xml);
    if (!place) throw new Error(`${PROPERTIES} holds no title`);
    const text = `<dc:title>${escapeXml(cleanText(title))}</dc:title>`;
    const end = place.index + place[0].length;
    return new TextEncoder().encode(xml.slice(0, place.index) + text + xml.slice(end));
  }
}

interface SharedStrings {
  readonly xml: string;
  readonly places: readonly Pick<Splice, 'from' | 'to'>[];
  /** How many cells show each text. */
  readonly uses: ReadonlyMap<string, number>;
}

function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

interface CellPlace extends Pick<Splice, 'from' | 'to'> {
  readonly xml: string;
}

/** Where the sheet that exceljs wrote holds a cell. */
function placeOf(xml: string, { row, column }: CellDescription, path: string): CellPlace {
  const address = formatAddress(row, column);
  const from = xml.indexOf(`<c r="${address}"`);
  if (from < 0) throw new Error(`${path} was written without ${address}`);
  const tagEnd = xml.indexOf('>', from) + 1;
  const isEmpty = xml[tagEnd - 2] === '/';
  const to = isEmpty ? tagEnd : xml.indexOf('</c>', tagEnd) + '</c>'.length;
  return { from, to, xml: xml.slice(from, to) };
}

function cellChange({ from, to, xml }: CellPlace, cell: CellDescription): Splice {
  const style = /^<c [^>]* s="(\d+)"/.exec(xml)?.[1];
  const { row, column, value, formula } = cell;
  const text =
    formula === undefined
      ? cellXml('', row, column, value, style)
      : formulaCellXml(row, column, formula, value, style);
  return { from, to, text };
}
