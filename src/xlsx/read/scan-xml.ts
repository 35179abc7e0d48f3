import { knownResults } from '../../core/sheet/known-results';
import { NamespaceScope } from './namespace-scope';
import type { PartText } from './part-text';
import type { Scanned } from './scanner';
import { giveUp } from './unrecognised';
import { RELATIONSHIP_IDS, type XmlAttributes, type XmlSink, type XmlVocabulary } from './xml';
import { decodeEntities } from './xml-text';

/** What the scan read of an element in its own way. */
export interface Inside {
  /** Whose content it is. */
  readonly element: string;
  /** The tag of a row unlike those before. */
  row?(number: number, attributes: XmlAttributes): void;
  /** The tag of a formula that has attributes, `cell` the number of its cell. */
  formula?(cell: number, attributes: XmlAttributes): void;
}

/** Kinds of tokens, as wasm/tags.ts writes them. */
const TEXT = 0;
const OPEN = 1;
const CLOSE = 2;
const INSIDE = 3;
const ROW = 4;
const FORMULA = 5;

interface Name {
  readonly text: string;
  readonly local: string;
  /** '' where it has none. */
  readonly prefix: string;
  /** Whether it declares a namespace. */
  readonly isBinding: boolean;
}

/**
 * Goes through a scanned part. It either gives the sink exactly what the full parse gives or throws
 * Unrecognised: at markup alternatives, unusual namespaces and names that are bound to none.
 */
export class ScannedXml implements XmlAttributes {
  private readonly names: readonly Name[];
  private readonly scope: NamespaceScope;
  // attributes of the tag being read: how many, and where in the tokens
  private count = 0;
  private first = 0;

  constructor(
    private readonly part: PartText,
    private readonly scanned: Scanned,
    private readonly vocabulary: XmlVocabulary,
  ) {
    this.scope = new NamespaceScope(vocabulary);
    this.names = namesIn(scanned.names);
  }

  /** Returns whether `inside` was met. @throws Unrecognised */
  run(sink: XmlSink, inside?: Inside): boolean {
    const { tokens } = this.scanned;
    let depth = 0;
    /** Depth of the element that is passed over with all that is in it. */
    let skipped = 0;
    let opened = '';
    let isMet = false;
    for (let at = 0; at < tokens.length;)
      switch (tokens[at]!) {
        case TEXT:
          if (skipped === 0 && sink.isListening !== false)
            sink.text(this.text(tokens[at + 1]!, tokens[at + 2]!));
          at += 3;
          break;
        case OPEN: {
          const name = this.names[tokens[at + 1]!]!;
          const isClosed = tokens[at + 2] === 1;
          this.count = tokens[at + 3]!;
          this.first = at + 4;
          at = this.first + 3 * this.count;
          depth++;
          opened = '';
          this.takeNamespaces(depth);
          const isKnown = this.scope.isKnown(name.text, skipped > 0);
          if (skipped > 0) {
            // nothing of it is wanted
          } else if (isKnown) {
            const { local } = name;
            if (depth === 1 && !this.vocabulary.roots.includes(local)) giveUp();
            sink.open(local, this);
            if (isClosed) sink.close(local);
            else if (name.prefix === '') opened = local;
          } else if (depth === 1) giveUp();
          else if (!isClosed) skipped = depth;
          if (isClosed) this.scope.leave(depth--);
          break;
        }
        case CLOSE:
          if (skipped === 0) sink.close(this.names[tokens[at + 1]!]!.local);
          else if (skipped === depth) skipped = 0;
          this.scope.leave(depth--);
          at += 2;
          break;
        case INSIDE:
          if (opened !== inside?.element) giveUp();
          isMet = true;
          at++;
          break;
        default:
          at = this.readInner(at, inside);
      }
    return isMet;
  }

  get(name: string): string | undefined {
    const { tokens } = this.scanned;
    for (let index = 0; index < this.count; index++) {
      const at = this.first + 3 * index;
      if (this.isNamed(this.names[tokens[at]!]!, name))
        return this.value(tokens[at + 1]!, tokens[at + 2]!);
    }
    return undefined;
  }

  /** Reads a tag that the scan met in what it read in its own way: no prefix is declared there. */
  private readInner(at: number, inside: Inside | undefined): number {
    const { tokens } = this.scanned;
    const kind = tokens[at];
    const number = tokens[at + 1]!;
    this.count = tokens[at + 3]!;
    this.first = at + 4;
    for (let index = 0; index < this.count; index++) {
      const { prefix, isBinding } = this.attribute(index);
      if (isBinding || !this.isBound(prefix)) giveUp();
    }
    if (kind === ROW) inside?.row?.(number, this);
    else if (kind === FORMULA) inside?.formula?.(number, this);
    return this.first + 3 * this.count;
  }

  private attribute(index: number): Name {
    return this.names[this.scanned.tokens[this.first + 3 * index]!]!;
  }

  private isNamed(name: Name, wanted: string): boolean {
    if (!wanted.startsWith('r:')) return name.text === wanted;
    return (
      name.local === wanted.slice(2) &&
      name.prefix !== '' &&
      RELATIONSHIP_IDS.includes(this.scope.resolve(name.prefix) ?? '')
    );
  }

  private value(from: number, to: number): string {
    const value = this.part.text(from, to);
    // the full parse turns them into blanks
    if (value.includes('\n') || value.includes('\t')) giveUp();
    return decoded(value);
  }

  private text(from: number, to: number): string {
    return decoded(this.part.text(from, to));
  }

  /** Takes in the namespaces that the tag declares and checks its prefixes. */
  private takeNamespaces(depth: number): void {
    let isPrefixed = false;
    for (let index = 0; index < this.count; index++) {
      const { text, prefix, isBinding } = this.attribute(index);
      if (prefix !== '') isPrefixed = true;
      if (!isBinding) continue;
      const at = this.first + 3 * index;
      const { tokens } = this.scanned;
      this.scope.declare(text, this.value(tokens[at + 1]!, tokens[at + 2]!), depth);
    }
    if (!isPrefixed) return;
    for (let index = 0; index < this.count; index++)
      if (!this.isBound(this.attribute(index).prefix)) giveUp();
  }

  /** Whether a namespace prefix has a meaning where the scan stands. */
  private isBound(prefix: string): boolean {
    return (
      prefix === '' ||
      prefix === 'xmlns' ||
      prefix === 'xml' ||
      this.scope.resolve(prefix) !== undefined
    );
  }
}

const MOST_LISTS = 64;

/** Names, each with a line feed after it in the list; parts that one program wrote have the same. */
const namesIn = knownResults(
  (list: string): readonly Name[] => list.split('\n').slice(0, -1).map(splitName),
  MOST_LISTS,
);

function splitName(text: string): Name {
  const colon = text.indexOf(':');
  return {
    text,
    local: text.slice(colon + 1),
    prefix: colon < 0 ? '' : text.slice(0, colon),
    isBinding: text.startsWith('xmlns'),
  };
}

function decoded(text: string): string {
  const plain = decodeEntities(text);
  if (plain === null) throw new Error('a text was not looked at before it was put aside');
  return plain;
}
