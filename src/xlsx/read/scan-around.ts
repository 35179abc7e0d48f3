import { SLASH, GT, isSpace } from './characters';
import type { PartText } from './part-text';
import { XmlScanner } from './scan-xml';
import { giveUp, isForFullParse } from './unrecognised';
import type { XmlSink, XmlVocabulary } from './xml';

/** What was read of an element by its bytes. */
export interface Inside {
  /** Position of the element's end tag. */
  readonly end: number;
  /** Namespace prefixes met, which the part must have bound. */
  readonly prefixes: Iterable<string>;
}

/**
 * Scans a part: the children of its one `element` by `readInside`, all around them tag by tag into
 * the sink. False where the part is not as spreadsheet programs write it; the sink then holds rubbish.
 * @throws Unreadable
 */
export function scanAround(
  part: PartText,
  vocabulary: XmlVocabulary,
  element: string,
  sink: XmlSink,
  readInside: (from: number) => Inside,
): boolean {
  try {
    const from = startOf(part, element);
    if (from === null) new XmlScanner(part.xml, vocabulary, part).run(sink);
    else scanOutside(part, vocabulary, element, sink, from, readInside(from));
    return true;
  } catch (error) {
    if (isForFullParse(error)) return false;
    throw error;
  }
}

/** Position after the element's start tag, null where it is nowhere or holds nothing. */
function startOf({ bytes }: PartText, element: string): number | null {
  const name = afterFirst(bytes, `<${element}`);
  if (name < 0) return null;
  const next = bytes[name]!;
  if (next !== GT && !isSpace(next)) return null;
  const end = bytes.indexOf(GT, name) + 1;
  return end === 0 || bytes[end - 2] === SLASH ? null : end;
}

function scanOutside(
  part: PartText,
  vocabulary: XmlVocabulary,
  element: string,
  sink: XmlSink,
  from: number,
  { end, prefixes }: Inside,
): void {
  const gap = end - from;
  const xml = part.checkedBytewise(0, from) + part.checkedBytewise(end, part.bytes.length);
  const place = (at: number): number => (at <= from ? at : at + gap);
  const scanner = new XmlScanner(xml, vocabulary, {
    text: (start, stop) => part.text(place(start), place(stop)),
  });
  const entered: number[] = [];
  scanner.run(sink, {
    element,
    read(position) {
      // the first of the name may have been another
      if (position !== from || entered.length > 0) giveUp();
      entered.push(position);
      for (const prefix of prefixes) if (!scanner.isBound(prefix)) giveUp();
      return position;
    },
  });
  if (entered.length === 0) giveUp();
}

/** Position after the first place where the ASCII `wanted` stands in the bytes, −1 where it does nowhere. */
function afterFirst(bytes: Uint8Array, wanted: string): number {
  const first = wanted.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let index = 1;
    while (index < wanted.length && bytes[at + index] === wanted.charCodeAt(index)) index++;
    if (index === wanted.length) return at + index;
  }
  return -1;
}
