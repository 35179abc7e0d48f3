import type { PartText } from './part-text';
import { readXml, type ReadPath } from './read-xml';
import { VOCABULARIES, type XmlSink, type XmlVocabulary } from './xml';

/** Keeps the text of the first element of one name. */
class TextOf implements XmlSink {
  found: string | null = null;
  private buffer: string | null = null;

  constructor(private readonly element: string) {}

  get isListening(): boolean {
    return this.buffer !== null;
  }

  open(name: string): void {
    if (name === this.element && this.found === null) this.buffer = '';
  }

  close(name: string): void {
    if (name !== this.element || this.buffer === null) return;
    this.found = this.buffer.trim();
    this.buffer = null;
  }

  text(piece: string): void {
    if (this.buffer !== null) this.buffer += piece;
  }
}

function readText(
  part: PartText | null,
  vocabulary: XmlVocabulary,
  element: string,
  path: ReadPath,
): string | null {
  if (!part) return null;
  return readXml(part, vocabulary, path, () => new TextOf(element)).found;
}

/** The program that saved the file, as docProps/app.xml names it. @throws Unreadable */
export function readApplication(part: PartText, path: ReadPath): string | null {
  return readText(part, VOCABULARIES.appProperties, 'Application', path);
}

/** When the file was saved, as docProps/core.xml says, in UTC; null where it says nothing usable. */
export function readSavedAt(part: PartText | null, path: ReadPath): string | null {
  const text = readText(part, VOCABULARIES.coreProperties, 'modified', path);
  const match = W3C_TIME.exec(text ?? '');
  if (!match) return null;
  const [, date, time = 'T00:00', second = ':00', zone = 'Z'] = match;
  const parsed = new Date(`${date}${time}${second}${zone}`);
  return Number.isNaN(parsed.getTime()) ? null : parsed.toISOString();
}

/** W3CDTF; a time without a zone is taken as UTC, so that it means the same on every machine. */
const W3C_TIME = /^(\d{4}-\d\d-\d\d)(T\d\d:\d\d)?(:\d\d(?:\.\d{1,3})?)?\d*(Z|[+-]\d\d:\d\d)?$/;
