import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { Unpatchable } from './unpatchable';

/** One element of a part, with the places of its tags in the part's text (UTF-16 code units). */
export interface Element {
  /** Without the prefix. */
  readonly name: string;
  /** “x:” where the part writes its elements with a prefix, else empty. */
  readonly prefix: string;
  /** Values by name as written. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Where the opening tag starts. */
  readonly start: number;
  /** Just after the opening tag. */
  readonly inner: number;
  readonly isSelfClosing: boolean;
}

export interface ClosedElement extends Element {
  /** Where the closing tag starts. */
  readonly innerEnd: number;
  /** Just after the closing tag. */
  readonly end: number;
  /** The text directly inside, decoded. */
  readonly text: string;
}

export interface Visitor {
  open?(element: Element, parent: Element | undefined): void;
  close?(element: ClosedElement, parent: Element | undefined): void;
}

/** Reads a part's XML in document order; throws Unpatchable on malformed XML and on a document type, which no workbook has. */
export function walkXml(xml: string, part: string, visitor: Visitor): void {
  const parser = new SaxesParser({ xmlns: false });
  const open: { element: Element; text: string }[] = [];
  parser.on('error', (error) => {
    throw new Unpatchable(`${part}: ${error.message}`);
  });
  parser.on('doctype', () => {
    throw new Unpatchable(`${part} has a document type definition; a workbook has none`);
  });
  const addText = (text: string): void => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    const element = elementAt(xml, tag, parser.position);
    visitor.open?.(element, open.at(-1)?.element);
    open.push({ element, text: '' });
  });
  parser.on('closetag', () => {
    const { element, text } = open.pop()!;
    const end = parser.position;
    const innerEnd = element.isSelfClosing ? end : tagStart(xml, end);
    visitor.close?.({ ...element, innerEnd, end, text }, open.at(-1)?.element);
  });
  parser.write(xml).close();
}

function elementAt(xml: string, tag: SaxesTagPlain, inner: number): Element {
  const colon = tag.name.indexOf(':') + 1;
  return {
    name: colon === 0 ? tag.name : tag.name.slice(colon),
    prefix: tag.name.slice(0, colon),
    attributes: tag.attributes,
    start: tagStart(xml, inner),
    inner,
    isSelfClosing: tag.isSelfClosing,
  };
}

/** A tag holds no other “<”: well-formed attribute values write it as &lt;. */
function tagStart(xml: string, end: number): number {
  return xml.lastIndexOf('<', end - 1);
}

/** Text put in place of what stands between two places of a part. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Makes all replacements at once; those at the same place stay in the order given. */
export function splice(xml: string, splices: readonly Splice[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, text } of [...splices].sort((left, right) => left.from - right.from)) {
    if (from < at) throw new Error('two changes of a part overlap');
    result += xml.slice(at, from) + text;
    at = to;
  }
  return result + xml.slice(at);
}

/** Puts `content` at the end of an element, opening it where it is written as self-closing. */
export function append(xml: string, element: ClosedElement, content: string): Splice {
  if (!element.isSelfClosing)
    return { from: element.innerEnd, to: element.innerEnd, text: content };
  const slash = xml.lastIndexOf('/', element.end);
  return {
    from: slash,
    to: element.end,
    text: `>${content}</${element.prefix}${element.name}>`,
  };
}

/** Sets an attribute without a prefix in an opening tag; null takes it away. */
export function setAttribute(
  xml: string,
  element: Element,
  name: string,
  value: string | null,
): Splice {
  const tag = xml.slice(element.start, element.inner);
  const existing = new RegExp(`\\s${name}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(tag);
  const text = value === null ? '' : ` ${name}="${value}"`;
  const from = element.start + (existing?.index ?? 1 + element.prefix.length + element.name.length);
  return { from, to: from + (existing?.[0].length ?? 0), text };
}
