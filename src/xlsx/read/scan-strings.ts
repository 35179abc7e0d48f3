import { LT } from './characters';
import type { PartText } from './part-text';
import { ByteScanner } from './scan-bytes';
import { XmlScanner } from './scan-xml';
import type { SharedStrings } from './shared-strings';
import { giveUp } from './unrecognised';
import { VOCABULARIES } from './xml';

const PRESERVED = '<t xml:space="preserve">';
const PROPERTIES_END = '</rPr>';

/** How many different run properties are remembered. */
const MOST_KNOWN = 16;

/** Takes in shared strings by their places: plain texts, runs of rich text, and Excel's hint on phonetics. */
export class StringScanner extends ByteScanner {
  /** Elements without text of their own, seen before and found to be well-formed; programs repeat the same few. */
  private readonly known: string[] = [];

  /** Of the rich text being read. */
  private hasText = false;

  constructor(
    part: PartText,
    private readonly strings: SharedStrings,
  ) {
    super(part);
  }

  /** Reads entries from `at`; returns the position of the end tag after them. @throws Unrecognised */
  read(at: number): number {
    const { bytes, strings } = this;
    for (at = this.skipSpace(at); this.stands('<si>', at); at = this.skipSpace(at)) {
      at += 4;
      if (this.stands('<r>', at)) {
        const end = this.afterRuns(at);
        if (this.hasText) strings.addRuns(at, end);
        else strings.addText('');
        at = end;
      } else {
        const from = this.textStart(at);
        const end = this.textEnd(from);
        at = bytes[from - 2] === SLASH ? from : this.after('</t>', end);
        strings.addPlace(from, at === from ? from : end);
      }
      if (this.stands('<phoneticPr', at)) at = this.afterKnown(at, '>');
      at = this.after('</si>', at);
    }
    strings.mayHoldEscapes ||= this.mayHoldEscapes;
    return at;
  }

  /** Position after a text's start tag. */
  private textStart(at: number): number {
    if (this.stands('<t>', at)) return at + 3;
    if (this.stands('<t/>', at)) return at + 4;
    return this.after(PRESERVED, at);
  }

  private afterRuns(at: number): number {
    this.hasText = false;
    while (this.stands('<r>', at)) at = this.afterRun(at + 3);
    return at;
  }

  private afterRun(at: number): number {
    if (this.stands('<rPr>', at)) at = this.afterKnown(at, PROPERTIES_END);
    const from = this.textStart(at);
    if (this.bytes[from - 2] === SLASH) giveUp();
    const end = this.textEnd(from);
    if (end > from) this.hasText = true;
    return this.after('</t></r>', end);
  }

  private after(wanted: string, at: number): number {
    return this.stands(wanted, at) ? at + wanted.length : giveUp();
  }

  /** Position after the well-formed element without prefixes at `at`, which the first `ending` from there ends. */
  private afterKnown(at: number, ending: string): number {
    const known = this.known.find((element) => this.stands(element, at));
    if (known !== undefined) return at + known.length;
    let end = at;
    do end = this.tagEnd(end);
    while (!this.stands(ending, end - ending.length));
    const element = this.part.checkedBytewise(at, end);
    const scanned = new XmlScanner(element, VOCABULARIES.sharedStrings).skipElement(0);
    // a text in the properties would be taken for one of the entry
    if (scanned !== element.length || /<t[ >/]/.test(element)) giveUp();
    this.known.unshift(element);
    if (this.known.length > MOST_KNOWN) this.known.pop();
    return end;
  }
}

const SLASH = 47;

/** The texts of runs from `from` to `to`, entities and all, one after the other. */
export function runTexts(part: PartText, from: number, to: number): string {
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
const GT = 62;
const SPACE = 32;
