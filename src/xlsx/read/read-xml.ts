import type { PartText } from './part-text';
import { parseXml } from './parse-xml';
import { ScannedXml } from './scan-xml';
import { scanPart } from './scanner';
import { isForFullParse } from './unrecognised';
import type { XmlSink, XmlVocabulary } from './xml';

/** `auto` scans and falls back to the full parse part by part; `full` parses all. */
export type ReadPath = 'auto' | 'full';

/**
 * Reads a part into a sink of its own; A scan that gives up leaves nothing behind: the full parse starts with a new sink.
 * @throws Unreadable
 */
export function readXml<Sink extends XmlSink>(
  part: PartText,
  vocabulary: XmlVocabulary,
  path: ReadPath,
  makeSink: () => Sink,
): Sink {
  const scanned = path === 'auto' ? scanPart(part) : null;
  if (scanned) {
    const sink = makeSink();
    try {
      new ScannedXml(part, scanned, vocabulary).run(sink);
      return sink;
    } catch (error) {
      if (!isForFullParse(error)) throw error;
    }
  }
  const sink = makeSink();
  parseXml(part.whole(), vocabulary, sink, part.name);
  return sink;
}
