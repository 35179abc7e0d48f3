import { standsAt } from './characters';
import type { Shortcut, XmlScanner } from './scan-xml';
import type { SharedStrings } from './shared-strings';

const PRESERVED = '<t xml:space="preserve">';
const PLAIN_END = '</t></si>';
const RUN_END = '</t></r>';

const PROPERTIES_END = '</rPr>';

/** How many different run properties are remembered. */
const MOST_KNOWN = 64;

/** The scan's fast way through shared strings. What is no plain text or plain runs it leaves alone. */
export function scanStrings(scanner: XmlScanner, strings: SharedStrings): Shortcut {
  const entries = new StringScanner(scanner, strings);
  return { element: 'sst', read: (position) => entries.read(position) };
}

class StringScanner {
  private readonly xml: string;
  /** Run properties seen before, found to be well-formed; programs repeat the same few. */
  private readonly known = new Set<string>();

  constructor(
    private readonly scanner: XmlScanner,
    private readonly strings: SharedStrings,
  ) {
    this.xml = scanner.xml;
  }

  /** Reads entries from `at`; returns the position of the first that it leaves. */
  read(at: number): number {
    const { xml, scanner, strings } = this;
    while (xml.startsWith('<si>', at)) {
      const from = this.textStart(at + 4);
      if (from < 0) {
        const next = this.readRuns(at + 4);
        if (next < 0) return at;
        at = next;
        continue;
      }
      const to = xml.indexOf('<', from);
      if (to < 0 || !standsAt(xml, PLAIN_END, to)) return at;
      if (scanner.hasEntities(from, to)) strings.addText(scanner.text(from, to));
      else strings.addPlace(from, to);
      at = to + PLAIN_END.length;
    }
    return at;
  }

  /** Position after a text's start tag, −1 where none of the usual ones stands. */
  private textStart(at: number): number {
    if (this.xml.startsWith('<t>', at)) return at + 3;
    return standsAt(this.xml, PRESERVED, at) ? at + PRESERVED.length : -1;
  }

  /** Reads runs and the end of their entry; −1 where there is anything else. */
  private readRuns(at: number): number {
    const { xml } = this;
    let text = '';
    while (xml.startsWith('<r>', at)) {
      const from = this.textStart(this.skipProperties(at + 3));
      const to = from < 0 ? -1 : xml.indexOf('<', from);
      if (to < 0 || !standsAt(xml, RUN_END, to)) return -1;
      text += this.scanner.text(from, to);
      at = to + RUN_END.length;
    }
    if (!xml.startsWith('</si>', at)) return -1;
    this.strings.addText(text);
    return at + 5;
  }

  private skipProperties(at: number): number {
    const { xml, known } = this;
    if (!xml.startsWith('<rPr>', at)) return at;
    const expected = xml.indexOf(PROPERTIES_END, at) + PROPERTIES_END.length;
    const properties = xml.slice(at, expected);
    if (known.has(properties)) return expected;
    const end = this.scanner.skipElement(at);
    if (end === expected && known.size < MOST_KNOWN) known.add(properties);
    return end;
  }
}
