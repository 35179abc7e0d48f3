import { SaxesParser, type SaxesTagNS } from 'saxes';
import { refuse, unreadable } from './messages';
import type { Unreadable } from './unreadable';
import {
  COMPATIBILITY,
  RELATIONSHIP_IDS,
  type XmlAttributes,
  type XmlSink,
  type XmlVocabulary,
} from './xml';

/** Far deeper than any workbook part nests. */
const DEEPEST = 256;
const MOST_ATTRIBUTES = 1_000;

/**
 * Reads a part by a full, namespace-aware XML parse; takes whatever well-formed XML allows but a DTD.
 * @throws Unreadable `dtd`, or `damaged` for XML that is not well-formed or of another vocabulary
 */
export function parseXml(
  text: string,
  vocabulary: XmlVocabulary,
  sink: XmlSink,
  part: string,
): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const roots: readonly string[] = vocabulary.roots;
  const namespaces = new Set<string>(vocabulary.namespaces);
  const alternatives = new Alternatives(namespaces, (prefix) => parser.resolve(prefix));
  let depth = 0;
  // the depth of the element whose content is passed over; 0 where none is
  let skipped = 0;
  let attributeCount = 0;

  // one handler more, and the engine reads the parser's fields five times as slowly
  parser.on('doctype', () => {
    throw unreadable('dtd', { part });
  });
  parser.on('attribute', () => {
    if (++attributeCount > MOST_ATTRIBUTES) throw refuse('damaged', 'malformed', { part });
  });
  parser.on('opentag', (tag) => {
    attributeCount = 0;
    if (++depth > DEEPEST) throw refuse('damaged', 'tooDeep', { part });
    if (skipped > 0) return;
    const isKnown = namespaces.has(tag.uri);
    if (depth === 1 && !(isKnown && roots.includes(tag.local)))
      throw refuse('damaged', 'malformed', { part });
    if (isKnown) sink.open(tag.local, attributesOf(tag));
    else if (tag.uri !== COMPATIBILITY || !alternatives.enters(tag)) skipped = depth;
  });
  parser.on('closetag', (tag) => {
    if (skipped === 0) {
      if (namespaces.has(tag.uri)) sink.close(tag.local);
      else alternatives.leaves(tag);
    } else if (skipped === depth) skipped = 0;
    depth--;
  });
  const pass = (piece: string): void => {
    if (skipped === 0 && depth > 0) sink.text(piece);
  };
  parser.on('text', pass);
  parser.on('cdata', pass);
  try {
    parser.write(text).close();
  } catch (error) {
    throw isNotWellFormed(error) ? malformed(text, part) : error;
  }
}

/** The parser throws plain errors, unlike the sink and our own mistakes. */
function isNotWellFormed(error: unknown): boolean {
  return error instanceof Error && Object.getPrototypeOf(error) === Error.prototype;
}

function malformed(text: string, part: string): Unreadable {
  return /<!(DOCTYPE|ENTITY)/.test(text)
    ? unreadable('dtd', { part })
    : refuse('damaged', 'malformed', { part });
}

function attributesOf(tag: SaxesTagNS): XmlAttributes {
  const { attributes } = tag;
  return {
    get(name) {
      if (!name.startsWith('r:'))
        return Object.hasOwn(attributes, name) ? attributes[name]!.value : undefined;
      const local = name.slice(2);
      for (const attribute of Object.values(attributes))
        if (attribute.local === local && RELATIONSHIP_IDS.includes(attribute.uri))
          return attribute.value;
      return undefined;
    },
  };
}

/** Of alternatives for different readers, the first that is written in known vocabulary alone is read. */
class Alternatives {
  /** For each open AlternateContent: whether one of its alternatives was read. */
  private readonly chosen: boolean[] = [];

  constructor(
    private readonly namespaces: ReadonlySet<string>,
    private readonly resolve: (prefix: string) => string | undefined,
  ) {}

  /** Whether the content of this element of the compatibility namespace is read. */
  enters({ local, attributes }: SaxesTagNS): boolean {
    if (local === 'AlternateContent') {
      this.chosen.push(false);
      return true;
    }
    const last = this.chosen.length - 1;
    if (last < 0 || this.chosen[last]) return false;
    const requires = Object.hasOwn(attributes, 'Requires') ? attributes.Requires!.value : '';
    const fits =
      local === 'Fallback' ||
      (local === 'Choice' &&
        requires
          .trim()
          .split(/\s+/)
          .every((prefix) => this.namespaces.has(this.resolve(prefix) ?? '')));
    if (fits) this.chosen[last] = true;
    return fits;
  }

  leaves({ uri, local }: SaxesTagNS): void {
    if (uri === COMPATIBILITY && local === 'AlternateContent') this.chosen.pop();
  }
}
