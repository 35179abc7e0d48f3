import type { ReadLimits } from './limits';
import { refuse } from './messages';
import type { PartText } from './part-text';
import { readXml, type ReadPath } from './read-xml';
import { scanStrings } from './scan-strings';
import { VOCABULARIES, type XmlSink } from './xml';
import { mayHoldEscapes } from './xml-text';

/** Texts that cells refer to by number. A plain one stays in the part's text until it is asked for. */
export class SharedStrings {
  private readonly texts: (string | undefined)[] = [];
  /** Start and end of each plain text, two numbers a text. */
  private readonly places: number[] = [];

  readonly mayHoldEscapes: boolean;

  constructor(
    private readonly part: PartText | null,
    private readonly limits: ReadLimits,
  ) {
    this.mayHoldEscapes = part !== null && mayHoldEscapes(part.xml);
  }

  get count(): number {
    return this.texts.length;
  }

  /** The text before Excel's own escapes are resolved; undefined where there is none of that number. */
  get(index: number): string | undefined {
    const known = this.texts[index];
    if (known !== undefined || index >= this.texts.length) return known;
    const text = this.part!.text(this.places[2 * index]!, this.places[2 * index + 1]!);
    this.texts[index] = text;
    return text;
  }

  addText(text: string): void {
    if (text.length > this.limits.textLength) this.refuseLength();
    this.grow();
    this.texts.push(text);
    this.places.push(0, 0);
  }

  /** A plain text without entities, by its place in the part. */
  addPlace(from: number, to: number): void {
    const most = this.limits.textLength;
    // a character may take several places
    if (to - from > most && this.part!.text(from, to).length > most) this.refuseLength();
    this.grow();
    this.texts.push(undefined);
    this.places.push(from, to);
  }

  private grow(): void {
    if (this.texts.length === this.limits.sharedStrings)
      throw refuse('too-large', 'tooManyStrings', { limit: this.limits.sharedStrings });
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
  return readXml(
    part,
    VOCABULARIES.sharedStrings,
    path,
    () => new SharedStringsSink(part, limits),
    (scanner, sink) => scanStrings(scanner, sink.strings),
  ).strings;
}
