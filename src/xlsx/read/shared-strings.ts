import { GT, LT } from './characters';
import type { ReadLimits } from './limits';
import { refuse } from './messages';
import type { PartText } from './part-text';
import { readXml, type ReadPath } from './read-xml';
import { ScannedXml } from './scan-xml';
import { scanStrings } from './scanner';
import { isForFullParse } from './unrecognised';
import { VOCABULARIES, type XmlSink } from './xml';
import { decodeEntities, mayHoldEscapes } from './xml-text';

/** Of an entry that the scan took in: runs of rich text, not a plain text. */
const RUNS = 2;

/** Texts that cells refer to by number. What the scan took in stays in the part until it is asked for. */
export class SharedStrings {
  mayHoldEscapes = false;
  count = 0;
  private readonly texts: (string | undefined)[] = [];
  private emptyBytes: Uint8Array | null | undefined;

  /** @param places three numbers a text, as the scan gives them, where it took them in */
  constructor(
    private readonly part: PartText | null,
    private readonly limits: ReadLimits,
    private readonly places: Int32Array = new Int32Array(0),
  ) {
    this.count = places.length / 3;
  }

  /** The text before Excel's own escapes are resolved; undefined where there is none of that number. */
  get(index: number): string | undefined {
    if (index >= this.count) return undefined;
    return (this.texts[index] ??= this.read(index));
  }

  /** Whether there is a text of that number, and it is empty. */
  isEmpty(index: number): boolean {
    if (this.texts[index] !== undefined) return this.texts[index] === '';
    return this.places[3 * index + 1] === this.places[3 * index + 2];
  }

  /** A byte for each text, not 0 where it is empty; null where none is. */
  get empty(): Uint8Array | null {
    if (this.emptyBytes !== undefined) return this.emptyBytes;
    this.emptyBytes = null;
    for (let index = 0; index < this.count; index++)
      if (this.isEmpty(index)) (this.emptyBytes ??= new Uint8Array(this.count))[index] = 1;
    return this.emptyBytes;
  }

  /** Takes in the next text, read in full. @throws Unreadable */
  addText(text: string): void {
    const { limits } = this;
    if (this.count === limits.sharedStrings)
      throw refuse('too-large', 'tooManyStrings', { limit: limits.sharedStrings });
    if (text.length > limits.textLength) this.refuseLength();
    this.texts[this.count++] = text;
  }

  private read(index: number): string {
    const kept = this.places[3 * index]!;
    const from = this.places[3 * index + 1]!;
    const to = this.places[3 * index + 2]!;
    const stored = kept === RUNS ? runTexts(this.part!, from, to) : this.part!.text(from, to);
    const text = decodeEntities(stored);
    if (text === null) throw new Error('a shared string was not looked at before it was put aside');
    return text;
  }

  private refuseLength(): never {
    const fillings = { part: this.part?.name ?? '', limit: this.limits.textLength };
    throw refuse('too-large', 'textTooLong', fillings);
  }
}

/** Gathers the runs of a rich text; its properties (rPr) and phonetic readings (rPh) are no part of it. */
export class RichText {
  text = '';
  private inText = false;
  /** How many elements are open whose content is passed over. */
  private aside = 0;

  /** Whether what comes now stands in properties or a phonetic reading. */
  get isAside(): boolean {
    return this.aside > 0;
  }

  open(name: string): void {
    if (isPassedOver(name)) this.aside++;
    else if (name === 't') this.inText = this.aside === 0;
  }

  close(name: string): void {
    if (isPassedOver(name)) this.aside--;
    else if (name === 't') this.inText = false;
  }

  add(piece: string): void {
    if (this.inText) this.text += piece;
  }
}

function isPassedOver(name: string): boolean {
  return name === 'rPr' || name === 'rPh';
}

class SharedStringsSink implements XmlSink {
  readonly strings: SharedStrings;
  private entry: RichText | null = null;

  constructor(
    private readonly part: PartText,
    limits: ReadLimits,
  ) {
    this.strings = new SharedStrings(part, limits);
    this.strings.mayHoldEscapes = mayHoldEscapes(part.xml);
  }

  open(name: string): void {
    if (name !== 'si') this.entry?.open(name);
    else if (!this.entry) this.entry = new RichText();
    else if (!this.entry.isAside) throw refuse('damaged', 'malformed', { part: this.part.name });
  }

  close(name: string): void {
    if (name === 'si' && this.entry && !this.entry.isAside) {
      this.strings.addText(this.entry.text);
      this.entry = null;
    } else this.entry?.close(name);
  }

  text(piece: string): void {
    this.entry?.add(piece);
  }
}

/** @throws Unreadable */
export function readSharedStrings(
  part: PartText | null,
  path: ReadPath,
  limits: ReadLimits,
): SharedStrings {
  if (!part) return new SharedStrings(null, limits);
  const scanned = path === 'auto' ? scan(part, limits) : null;
  if (scanned) return scanned;
  return readXml(part, VOCABULARIES.sharedStrings, path, () => new SharedStringsSink(part, limits))
    .strings;
}

/** Null where the scan does not recognise the part. */
function scan(part: PartText, limits: ReadLimits): SharedStrings | null {
  const bounds = { mostStrings: limits.sharedStrings, longestText: limits.textLength };
  const scanned = scanStrings(part, bounds);
  if (scanned === null) return null;
  if (scanned === 'too-many')
    throw refuse('too-large', 'tooManyStrings', { limit: limits.sharedStrings });
  try {
    const xml = new ScannedXml(part, scanned, VOCABULARIES.sharedStrings);
    // in a namespace with a prefix
    if (!xml.run(IGNORE, { element: 'sst' })) return null;
  } catch (error) {
    if (isForFullParse(error)) return null;
    throw error;
  }
  const strings = new SharedStrings(part, limits, scanned.strings);
  strings.mayHoldEscapes = scanned.mayHoldEscapes;
  return strings;
}

/** The texts of runs from `from` to `to`, entities and all, one after the other. */
function runTexts(part: PartText, from: number, to: number): string {
  const { bytes } = part;
  let texts = '';
  for (let at = bytes.indexOf(LT, from); at >= 0 && at < to; at = bytes.indexOf(LT, at + 1)) {
    // <t> and <t xml:…>, none of the properties' elements
    if (bytes[at + 1] !== LETTER_T || (bytes[at + 2] !== GT && bytes[at + 2] !== SPACE)) continue;
    const start = bytes.indexOf(GT, at) + 1;
    texts += part.text(start, (at = bytes.indexOf(LT, start)));
  }
  return texts;
}

const LETTER_T = 116;
const SPACE = 32;

const IGNORE: XmlSink = {
  isListening: false,
  open: () => undefined,
  close: () => undefined,
  text: () => undefined,
};
