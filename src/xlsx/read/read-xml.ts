import type { PartText } from './part-text';
import { parseXml } from './parse-xml';
import { XmlScanner, type Shortcut } from './scan-xml';
import { Unreadable } from './unreadable';
import { Unrecognised } from './unrecognised';
import type { XmlSink, XmlVocabulary } from './xml';

/** `auto` scans and falls back to the full parse part by part; `full` parses all. */
export type ReadPath = 'auto' | 'full';

/**
 * Reads a part into a sink of its own; `shortcut` makes the scan's fast way through one element.
 * A scan that gives up leaves nothing behind: the full parse starts with a new sink.
 * @throws Unreadable
 */
export function readXml<Sink extends XmlSink>(
  part: PartText,
  vocabulary: XmlVocabulary,
  path: ReadPath,
  makeSink: () => Sink,
  shortcut?: (scanner: XmlScanner, sink: Sink) => Shortcut,
): Sink {
  if (path === 'auto') {
    const sink = makeSink();
    const scanner = new XmlScanner(part.xml, vocabulary, part);
    try {
      scanner.run(sink, shortcut?.(scanner, sink));
      return sink;
    } catch (error) {
      if (!isForFullParse(error)) throw error;
    }
  }
  const sink = makeSink();
  parseXml(part.whole(), vocabulary, sink, part.name);
  return sink;
}

/** What is wrong with a damaged part the full parse says better: the scan sees only as far as it came. */
function isForFullParse(error: unknown): boolean {
  return error instanceof Unrecognised || (error instanceof Unreadable && error.code === 'damaged');
}
