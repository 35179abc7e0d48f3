import { APOSTROPHE, COLON, EQUALS, GT, isSpace, nameClass, QUOTE, SLASH } from './characters';
import { NamespaceScope } from './namespace-scope';
import { giveUp } from './unrecognised';
import { RELATIONSHIP_IDS, type XmlAttributes, type XmlSink, type XmlVocabulary } from './xml';
import { areEntities, decodeEntities } from './xml-text';

/** Reads the children of one element in its own way, for speed. */
export interface Shortcut {
  readonly element: string;
  /**
   * Called with the position after the element's start tag, and again after each child that it left
   * to the scanner; returns the position up to which it has read: at a child or at the end tag.
   */
  read(position: number): number;
}

const DECLARATION =
  /^<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"[\w-]+"|'[\w-]+'))?(?: standalone=(?:"(?:yes|no)"|'(?:yes|no)'))? ?\?>/;

const DEEPEST = 100;
const MOST_ATTRIBUTES = 40;

/**
 * A fast reader of the plain XML that spreadsheet programs write. It either gives exactly what the
 * full parse gives or throws Unrecognised: at comments, CDATA, processing instructions, DTDs, names
 * outside ASCII, entities of its own, markup alternatives, and whatever is not well-formed.
 */
export class XmlScanner implements XmlAttributes {
  /** Whether the tag just read closes itself. */
  selfClosed = false;
  private count = 0;
  private readonly nameFrom: number[] = [];
  private readonly nameTo: number[] = [];
  private readonly nameHash: number[] = [];
  private readonly valueFrom: number[] = [];
  private readonly valueTo: number[] = [];
  /** The first entity from `entityFrom` on. */
  private nextEntity = -1;
  private entityFrom = 0;
  private hasPrefixes = false;
  private hasBindings = false;

  private readonly scope: NamespaceScope;

  /**
   * @param xml what is looked through
   * @param source gives the texts in it, where they are not in `xml` as they are
   */
  constructor(
    readonly xml: string,
    private readonly vocabulary: XmlVocabulary,
    readonly source: { text(from: number, to: number): string } = {
      text: (from, to) => xml.slice(from, to),
    },
  ) {
    this.scope = new NamespaceScope(vocabulary);
  }

  /** @throws Unrecognised */
  run(sink: XmlSink, shortcut?: Shortcut): void {
    const { xml } = this;
    const names: string[] = [];
    let skipped = 0;
    let shortcutDepth = -1;
    let at = this.skipSpace(DECLARATION.exec(xml)?.[0].length ?? 0);
    // the full parse turns carriage returns into line feeds and refuses ]]> in text
    if (xml.includes('\r', at) || xml.includes(']]>')) giveUp();
    let lt = -1;
    do {
      if (lt < at) lt = xml.indexOf('<', at);
      if (lt < 0 || (lt > at && names.length === 0)) giveUp();
      if (lt > at) {
        const piece = this.text(at, lt);
        if (skipped === 0) sink.text(piece);
      }
      if (xml.charCodeAt(lt + 1) === SLASH) {
        const name = names.pop() ?? giveUp();
        at = this.readEndTag(lt, name);
        const depth = names.length + 1;
        if (skipped === 0) sink.close(localName(name));
        else if (skipped === depth) skipped = 0;
        this.scope.leave(depth);
      } else {
        const nameEnd = this.nameEnd(lt + 1);
        const name = xml.slice(lt + 1, nameEnd);
        at = this.readTag(nameEnd);
        // no < may stand in a value
        lt = xml.indexOf('<', lt + 1);
        if (lt >= 0 && lt < at) giveUp();
        const depth = names.length + 1;
        if (depth > DEEPEST) giveUp();
        this.checkPrefixes(depth);
        const isKnown = this.scope.isKnown(name, skipped > 0);
        if (skipped === 0) {
          if (isKnown) {
            const local = localName(name);
            if (depth === 1 && !this.vocabulary.roots.includes(local)) giveUp();
            sink.open(local, this);
            if (this.selfClosed) sink.close(local);
            else if (shortcut?.element === local && !name.includes(':')) {
              // the shortcut goes through one such element, not through another in it
              if (shortcutDepth >= 0) giveUp();
              shortcutDepth = depth;
            }
          } else if (depth === 1) giveUp();
          else if (!this.selfClosed) skipped = depth;
        }
        if (this.selfClosed) this.scope.leave(depth);
        else names.push(name);
      }
      if (names.length === shortcutDepth && shortcut) at = shortcut.read(at);
      else if (names.length < shortcutDepth) shortcutDepth = -1;
    } while (names.length > 0);
    if (this.skipSpace(at) !== xml.length) giveUp();
  }

  /**
   * Passes over the element at `at`, of which nothing is wanted, and returns the position after it.
   * @throws Unrecognised where it is not well-formed
   */
  skipElement(at: number): number {
    const { xml } = this;
    const names: string[] = [];
    do {
      const lt = xml.indexOf('<', at);
      if (lt < 0) giveUp();
      this.checkText(at, lt);
      if (xml.charCodeAt(lt + 1) === SLASH) at = this.readEndTag(lt, names.pop() ?? giveUp());
      else {
        const nameEnd = this.nameEnd(lt + 1);
        const name = xml.slice(lt + 1, nameEnd);
        at = this.readInnerTag(nameEnd);
        if (name.includes(':') || this.hasPrefixes || names.length === DEEPEST) giveUp();
        if (!this.selfClosed) names.push(name);
      }
    } while (names.length > 0);
    return at;
  }

  /** Position after the end tag of `name` that stands at `lt`. */
  private readEndTag(lt: number, name: string): number {
    if (!this.xml.startsWith(name, lt + 2)) giveUp();
    const at = this.skipSpace(lt + 2 + name.length);
    return this.xml.charCodeAt(at) === GT ? at + 1 : giveUp();
  }

  /** Position after the white space at `at`. */
  skipSpace(at: number): number {
    while (isSpace(this.xml.charCodeAt(at))) at++;
    return at;
  }

  /** The decoded text from `from` to `to`, which holds no `<`. @throws Unrecognised */
  text(from: number, to: number): string {
    const text = this.source.text(from, to);
    return this.hasEntities(from, to) ? (decodeEntities(text) ?? giveUp()) : text;
  }

  /** Looks at a text that is not wanted, or not yet. @throws Unrecognised where `text` would */
  checkText(from: number, to: number): void {
    if (this.hasEntities(from, to) && !areEntities(this.xml, from, to)) giveUp();
  }

  /** Whether an entity stands between. */
  hasEntities(from: number, to: number): boolean {
    if (from > this.nextEntity || from < this.entityFrom) {
      this.entityFrom = from;
      const at = this.xml.indexOf('&', from);
      this.nextEntity = at < 0 ? Infinity : at;
    }
    return this.nextEntity < to;
  }

  /** Reads the attributes of a tag from the end of its name; returns the position after the tag. */
  readTag(at: number): number {
    const { xml } = this;
    this.count = 0;
    this.hasPrefixes = this.hasBindings = false;
    for (;;) {
      let code = xml.charCodeAt(at);
      const isSpaced = isSpace(code);
      while (isSpace(code)) code = xml.charCodeAt(++at);
      if (code === GT) {
        this.selfClosed = false;
        return at + 1;
      }
      if (code === SLASH) {
        if (xml.charCodeAt(at + 1) !== GT) giveUp();
        this.selfClosed = true;
        return at + 2;
      }
      if (!isSpaced) giveUp();
      at = this.readAttribute(at);
    }
  }

  private readAttribute(from: number): number {
    const { xml, count } = this;
    const to = this.nameEnd(from);
    let hash = 0;
    for (let at = from; at < to; at++) {
      const code = xml.charCodeAt(at);
      hash = (Math.imul(hash, 31) + code) | 0;
      if (code === COLON) this.hasPrefixes = true;
    }
    // a name that stands there twice
    for (let index = 0; index < count; index++) if (this.nameHash[index] === hash) giveUp();
    const quote = xml.charCodeAt(to + 1);
    if (xml.charCodeAt(to) !== EQUALS || (quote !== QUOTE && quote !== APOSTROPHE)) giveUp();
    const end = xml.indexOf(quote === QUOTE ? '"' : "'", to + 2);
    if (end < 0 || count === MOST_ATTRIBUTES) giveUp();
    this.checkText(to + 2, end);
    this.nameFrom[count] = from;
    this.nameTo[count] = to;
    this.nameHash[count] = hash;
    this.valueFrom[count] = to + 2;
    this.valueTo[count] = end;
    this.count++;
    if (xml.charCodeAt(from) === 120 && xml.startsWith('xmlns', from)) this.hasBindings = true;
    return end + 1;
  }

  private nameEnd(from: number): number {
    const { xml } = this;
    if (nameClass(xml.charCodeAt(from)) !== 1) giveUp();
    let at = from + 1;
    let kind = nameClass(xml.charCodeAt(at));
    while (kind === 1 || kind === 2) kind = nameClass(xml.charCodeAt(++at));
    if (kind !== 3) return at;
    if (nameClass(xml.charCodeAt(at + 1)) !== 1) giveUp();
    kind = nameClass(xml.charCodeAt(++at));
    while (kind === 1 || kind === 2) kind = nameClass(xml.charCodeAt(++at));
    if (kind === 3) giveUp();
    return at;
  }

  get(name: string): string | undefined {
    for (let index = 0; index < this.count; index++)
      if (this.isNamed(index, name)) return this.value(index);
    return undefined;
  }

  private isNamed(index: number, name: string): boolean {
    const from = this.nameFrom[index]!;
    if (!name.startsWith('r:'))
      return this.nameTo[index]! - from === name.length && this.xml.startsWith(name, from);
    const [prefix, local] = this.name(index).split(':');
    return (
      local === name.slice(2) && RELATIONSHIP_IDS.includes(this.scope.resolve(prefix ?? '') ?? '')
    );
  }

  private name(index: number): string {
    return this.xml.slice(this.nameFrom[index], this.nameTo[index]);
  }

  private value(index: number): string {
    const value = this.source.text(this.valueFrom[index]!, this.valueTo[index]!);
    // the full parse turns them into blanks
    if (value.includes('\n') || value.includes('\t')) giveUp();
    return decodeEntities(value) ?? giveUp();
  }

  /** Takes in the namespaces that the tag declares and checks its prefixes. */
  private checkPrefixes(depth: number): void {
    if (this.hasBindings)
      for (let index = 0; index < this.count; index++) {
        const name = this.name(index);
        if (name.startsWith('xmlns')) this.scope.declare(name, this.value(index), depth);
      }
    if (this.hasPrefixes) this.checkBound();
  }

  /** As readTag, for tags that are read out of their places: no prefix is declared there. */
  readInnerTag(at: number): number {
    const end = this.readTag(at);
    const next = this.xml.indexOf('<', at);
    if ((next >= 0 && next < end) || this.hasBindings) giveUp();
    return end;
  }

  private checkBound(): void {
    if (!this.prefixes().every((prefix) => this.isBound(prefix))) giveUp();
  }

  /** The namespace prefixes of the attributes just read. */
  prefixes(): string[] {
    const prefixes: string[] = [];
    if (this.hasPrefixes)
      for (let index = 0; index < this.count; index++) {
        const name = this.name(index);
        const colon = name.indexOf(':');
        if (colon >= 0) prefixes.push(name.slice(0, colon));
      }
    return prefixes;
  }

  /** Whether a namespace prefix has a meaning where the scan stands. */
  isBound(prefix: string): boolean {
    return prefix === 'xmlns' || prefix === 'xml' || this.scope.resolve(prefix) !== undefined;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
