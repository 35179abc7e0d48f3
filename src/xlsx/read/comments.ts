import { formatAddress, parseAddress } from '../../core/sheet/address';
import type { ReadLimits } from './limits';
import { refuse } from './messages';
import type { PartText } from './part-text';
import { readXml, type ReadPath } from './read-xml';
import { RichText } from './shared-strings';
import { VOCABULARIES, type XmlAttributes, type XmlSink } from './xml';
import { decodeEscapes } from './xml-text';

/** Gathers the text of each comment, by the address of its cell. */
abstract class CommentSink implements XmlSink {
  readonly texts = new Map<string, string[]>();
  protected place: string | null = null;

  constructor(
    protected readonly part: string,
    private readonly limits: ReadLimits,
  ) {}

  abstract open(name: string, attributes: XmlAttributes): void;
  abstract close(name: string): void;
  abstract text(piece: string): void;

  protected startAt(reference: string | undefined): void {
    const address = parseAddress(reference ?? '');
    if (!address)
      throw refuse('damaged', 'badPlace', {
        part: this.part,
        place: (reference ?? '').slice(0, 40),
      });
    this.place = formatAddress(address.row, address.column);
  }

  protected add(text: string): void {
    const limit = this.limits.textLength;
    if (text.length > limit) throw refuse('too-large', 'textTooLong', { part: this.part, limit });
    const texts = this.texts.get(this.place!);
    if (texts) texts.push(decodeEscapes(text));
    else this.texts.set(this.place!, [decodeEscapes(text)]);
    this.place = null;
  }
}

class LegacySink extends CommentSink {
  private body: RichText | null = null;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'comment') {
      this.startAt(attributes.get('ref'));
      this.body = new RichText();
    } else this.body?.open(name);
  }

  close(name: string): void {
    if (name === 'comment' && this.body) {
      this.add(this.body.text);
      this.body = null;
    } else this.body?.close(name);
  }

  text(piece: string): void {
    this.body?.add(piece);
  }
}

class ThreadedSink extends CommentSink {
  private body: string | null = null;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'threadedComment') this.startAt(attributes.get('ref'));
    else if (name === 'text' && this.place !== null) this.body = '';
  }

  close(name: string): void {
    if (name !== 'text' || this.body === null) return;
    this.add(this.body);
    this.body = null;
  }

  text(piece: string): void {
    if (this.body !== null) this.body += piece;
  }
}

/**
 * The comments of a sheet by address, several on one cell joined by line feeds. A thread's text
 * stands for the note that Excel puts beside it for older programs.
 * @throws Unreadable
 */
export function readComments(
  legacy: readonly PartText[],
  threaded: readonly PartText[],
  path: ReadPath,
  limits: ReadLimits,
): Map<string, string> {
  const comments = new Map<string, string>();
  const take = (sink: CommentSink): void => {
    for (const [place, texts] of sink.texts) comments.set(place, texts.join('\n'));
  };
  for (const part of legacy)
    take(readXml(part, VOCABULARIES.comments, path, () => new LegacySink(part.name, limits)));
  for (const part of threaded)
    take(
      readXml(part, VOCABULARIES.threadedComments, path, () => new ThreadedSink(part.name, limits)),
    );
  return comments;
}
