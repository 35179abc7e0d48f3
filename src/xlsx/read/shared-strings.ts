import type { ReadLimits } from './limits';
import { refuse } from './messages';
import type { PartText } from './part-text';
import { readXml, type ReadPath } from './read-xml';
import { scanAround } from './scan-around';
import { runTexts, StringScanner } from './scan-strings';
import { VOCABULARIES, type XmlSink } from './xml';
import { decodeEntities, mayHoldEscapes } from './xml-text';

/** How an entry of the list is kept: its text, or its place in the part. */
const KEPT = { text: 0, plain: 1, runs: 2 } as const;

/** Texts that cells refer to by number. What the scan took in stays in the part until it is asked for. */
export class SharedStrings {
  mayHoldEscapes = false;
  count = 0;
  private readonly texts: (string | undefined)[] = [];
  /** Three numbers a text: how it is kept, start and end of its place. */
  private places = new Int32Array(3 * 512);

  constructor(
    private readonly part: PartText | null,
    private readonly limits: ReadLimits,
  ) {}

  /** The text before Excel's own escapes are resolved; undefined where there is none of that number. */
  get(index: number): string | undefined {
    if (index >= this.count) return undefined;
    return (this.texts[index] ??= this.read(index));
  }

  /** Whether there is a text of that number, and it is empty. */
  isEmpty(index: number): boolean {
    // runs have some text, or they are kept as an empty one
    if (this.texts[index] !== undefined) return this.texts[index] === '';
    return this.places[3 * index + 1] === this.places[3 * index + 2];
  }

  addText(text: string): void {
    if (text.length > this.limits.textLength) this.refuseLength();
    this.texts[this.count] = text;
    this.keep(KEPT.text, 0, 0);
  }

  /** A text by its place in the part; its entities are known to be good. */
  addPlace(from: number, to: number): void {
    this.keep(KEPT.plain, from, to);
  }

  /** The runs of a rich text that is not empty, by their place. */
  addRuns(from: number, to: number): void {
    this.keep(KEPT.runs, from, to);
  }

  private keep(kept: number, from: number, to: number): void {
    if (this.count === this.limits.sharedStrings)
      throw refuse('too-large', 'tooManyStrings', { limit: this.limits.sharedStrings });
    const at = 3 * this.count;
    if (at === this.places.length) {
      const more = new Int32Array(2 * at);
      more.set(this.places);
      this.places = more;
    }
    this.places[at] = kept;
    this.places[at + 1] = from;
    this.places[at + 2] = to;
    this.count++;
    // no text has more characters than bytes
    if (
      to - from > this.limits.textLength &&
      this.get(this.count - 1)!.length > this.limits.textLength
    )
      this.refuseLength();
  }

  private read(index: number): string {
    const [kept, from, to] = this.places.subarray(3 * index, 3 * index + 3) as unknown as number[];
    const stored =
      kept === KEPT.runs ? runTexts(this.part!, from!, to!) : this.part!.text(from!, to!);
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
  const strings = new SharedStrings(part, limits);
  const isScanned = scanAround(part, VOCABULARIES.sharedStrings, 'sst', IGNORE, (from) => ({
    end: new StringScanner(part, strings).read(from),
    prefixes: [],
  }));
  return isScanned ? strings : null;
}

const IGNORE: XmlSink = {
  open: () => undefined,
  close: () => undefined,
  text: () => undefined,
};
