import type { SheetState } from '../../core/sheet/description';
import { notAWorkbook, refuse, unreadable } from './messages';
import { decodePart, type PartText, type TextCodec } from './part-text';
import { readXml, type ReadPath } from './read-xml';
import { refuseOtherZip } from './recognise';
import { remembered } from './remembered';
import { VOCABULARIES, type XmlAttributes, type XmlSink } from './xml';
import { decodeEscapes } from './xml-text';
import type { ZipArchive } from './zip';

export interface Relationship {
  readonly id: string;
  /** The last step of its type: worksheet, comments, … */
  readonly type: string;
  /** A part name; for an external one, whatever it points to. */
  readonly target: string;
  readonly isExternal: boolean;
}

export interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
  readonly part: string;
}

export interface DefinedName {
  readonly name: string;
  readonly reference: string;
}

/** Which parts of the package make up the workbook. */
export interface WorkbookParts {
  readonly sheets: readonly SheetEntry[];
  readonly definedNames: readonly DefinedName[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
  readonly coreProperties: string | null;
  readonly appProperties: string | null;
  readonly externalLinks: readonly string[];
  readonly hasMacros: boolean;
}

class RelationshipsSink implements XmlSink {
  readonly isListening = false;
  readonly list: Relationship[] = [];

  constructor(private readonly source: string) {}

  open(name: string, attributes: XmlAttributes): void {
    if (name !== 'Relationship') return;
    const target = attributes.get('Target') ?? '';
    const isExternal = attributes.get('TargetMode') === 'External';
    const type = attributes.get('Type') ?? '';
    this.list.push({
      id: attributes.get('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: isExternal ? target : resolveTarget(this.source, target),
      isExternal,
    });
  }

  close(): void {
    // all is said in attributes
  }

  text(): void {
    // all is said in attributes
  }
}

class WorkbookSink implements XmlSink {
  readonly sheets: { name: string; state: SheetState; id: string }[] = [];
  readonly definedNames: DefinedName[] = [];
  private name: string | null = null;
  private reference = '';

  constructor(private readonly part: string) {}

  get isListening(): boolean {
    return this.name !== null;
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'sheet') {
      const state = attributes.get('state') ?? 'visible';
      const sheet = attributes.get('name');
      const id = attributes.get('r:id');
      if (sheet === undefined || id === undefined || !isState(state))
        throw refuse('damaged', 'malformed', { part: this.part });
      this.sheets.push({ name: decodeEscapes(sheet), state, id });
    } else if (name === 'definedName') {
      this.name = decodeEscapes(attributes.get('name') ?? '');
      this.reference = '';
    }
  }

  close(name: string): void {
    if (name !== 'definedName' || this.name === null) return;
    this.definedNames.push({ name: this.name, reference: decodeEscapes(this.reference) });
    this.name = null;
  }

  text(piece: string): void {
    if (this.name !== null) this.reference += piece;
  }
}

function isState(state: string): state is SheetState {
  return state === 'visible' || state === 'hidden' || state === 'veryHidden';
}

/** Reads parts of one package by their relationships. */
export class PackageReader {
  constructor(
    private readonly zip: ZipArchive,
    private readonly path: ReadPath,
    private readonly codec: TextCodec,
  ) {}

  /** The text of a part, null where it is not there. @throws Unreadable */
  part(name: string | null): PartText | null {
    const bytes = name === null ? null : this.zip.read(name);
    return name === null || !bytes ? null : decodePart(name, bytes, this.codec);
  }

  /** The text of a part that the workbook refers to. @throws Unreadable where it is missing too */
  requirePart(name: string): PartText {
    return this.part(name) ?? refuseMissing(name);
  }

  /**
   * What `read` makes of a part, or made of the same part of another file; null where it is not there.
   * The value must depend on `kind` and the part alone, and stay as it is.
   * @throws Unreadable
   */
  remembered<Value>(
    kind: string,
    name: string | null,
    read: (part: PartText) => Value,
  ): Value | null {
    const member = name === null ? null : this.zip.member(name);
    if (name === null || !member) return null;
    return remembered(`${kind} ${this.path}`, member, () => read(this.requirePart(name)));
  }

  /** What a part refers to; the package's own for ''. @throws Unreadable */
  relationships(source: string): readonly Relationship[] {
    const slash = source.lastIndexOf('/') + 1;
    const name = `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`;
    const makeSink = () => new RelationshipsSink(source);
    const list = this.remembered(
      `relationships ${source}`,
      name,
      (part) => readXml(part, VOCABULARIES.relationships, this.path, makeSink).list,
    );
    return list ?? [];
  }

  /** @throws Unreadable, saying what the zip is where it holds no workbook */
  workbook(): WorkbookParts {
    const packageRelationships = this.relationships('');
    const workbookPart = this.findWorkbook(packageRelationships);
    const makeSink = () => new WorkbookSink(workbookPart);
    const sink =
      this.remembered(`workbook ${workbookPart}`, workbookPart, (part) =>
        readXml(part, VOCABULARIES.workbook, this.path, makeSink),
      ) ?? refuseMissing(workbookPart);
    const relationships = this.relationships(workbookPart);
    const first = (list: readonly Relationship[], type: string): string | null =>
      list.find((one) => one.type === type && !one.isExternal)?.target ?? null;
    return {
      sheets: this.locateSheets(sink, relationships, workbookPart),
      definedNames: sink.definedNames,
      sharedStrings: first(relationships, 'sharedStrings'),
      styles: first(relationships, 'styles'),
      coreProperties: first(packageRelationships, 'core-properties'),
      // the strict form of the standard names it in one word
      appProperties:
        first(packageRelationships, 'extended-properties') ??
        first(packageRelationships, 'extendedProperties'),
      externalLinks: this.externalLinks(relationships),
      hasMacros:
        relationships.some(({ type }) => MACRO_TYPES.has(type)) ||
        this.zip.names.some((name) => name.toLowerCase().endsWith('vbaproject.bin')),
    };
  }

  private findWorkbook(relationships: readonly Relationship[]): string {
    const main = relationships.find(({ type }) => type === 'officeDocument')?.target;
    if (main === undefined) {
      const mimetype = this.zip.has('mimetype') ? this.zip.read('mimetype') : null;
      const kind = new TextDecoder().decode(mimetype?.subarray(0, 100));
      throw refuseOtherZip(this.zip.names, kind);
    }
    for (const needed of [main, '[Content_Types].xml'])
      if (!this.zip.has(needed)) refuseMissing(needed);
    if (main.endsWith('.bin')) throw unreadable('xlsb');
    if (/^word\//i.test(main)) throw notAWorkbook('docx');
    if (/^ppt\//i.test(main)) throw notAWorkbook('pptx');
    return main;
  }

  private locateSheets(
    { sheets }: WorkbookSink,
    relationships: readonly Relationship[],
    workbookPart: string,
  ): SheetEntry[] {
    const byId = new Map(relationships.map((one) => [one.id, one]));
    const names = new Set<string>();
    const parts = new Set<string>();
    if (sheets.length === 0) throw refuse('damaged', 'malformed', { part: workbookPart });
    return sheets.map(({ name, state, id }) => {
      const relationship = byId.get(id);
      if (!relationship || relationship.isExternal) refuseMissing(name);
      const part = relationship.target;
      if (names.has(name.toLowerCase()) || parts.has(part.toLowerCase()))
        throw refuse('damaged', 'sheetTwice', { sheet: name.slice(0, 80) });
      names.add(name.toLowerCase());
      parts.add(part.toLowerCase());
      return { name, state, part };
    });
  }

  /** What linked workbooks are called; the links are never followed. */
  private externalLinks(relationships: readonly Relationship[]): string[] {
    const targets = relationships
      .filter(({ type }) => type === 'externalLink')
      .flatMap((link) => (link.isExternal ? [link] : this.relationships(link.target)))
      .filter(({ isExternal }) => isExternal)
      .map(({ target }) => target);
    return [...new Set(targets)];
  }
}

const MACRO_TYPES: ReadonlySet<string> = new Set([
  'vbaProject',
  'xlMacrosheet',
  'xlIntlMacrosheet',
]);

function refuseMissing(part: string): never {
  throw refuse('damaged', 'missingPart', { part: part.slice(0, 80) });
}

/** The part name that a relationship's target means, seen from its source part. */
function resolveTarget(source: string, target: string): string {
  let decoded = target.replaceAll('\\', '/');
  if (decoded.includes('%')) {
    try {
      decoded = decodeURIComponent(decoded);
    } catch {
      // a stray per cent sign: the name as it stands
    }
  }
  const steps = decoded.startsWith('/') ? [] : source.split('/').slice(0, -1);
  for (const step of decoded.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
