/** A quote as the plan stores it: verbatim, and where it starts in UTF-16 code units of the source. */
export interface Quote {
  readonly text: string;
  readonly start: number;
}

export type QuoteSearch =
  | { readonly is: 'found'; readonly quote: Quote }
  /** Not where it is said to start, but at these places. */
  | { readonly is: 'elsewhere'; readonly starts: readonly number[] }
  /** No start is given and the words stand in several places. */
  | { readonly is: 'several'; readonly starts: readonly number[] }
  /** Nowhere; `reached` is the longest beginning of it that the source has, at `start`. */
  | { readonly is: 'nowhere'; readonly start: number; readonly reached: string };

/**
 * Looks quotes up in a source. Copying through a cell changes line ends, tabs and spaces, so words
 * that differ in nothing else are taken as the source has them.
 */
export class QuoteFinder {
  /** The source without its white space. */
  private readonly words: string;
  /** Where each character of `words` stands in the source. */
  private readonly offsets: readonly number[];

  constructor(private readonly source: string) {
    const offsets: number[] = [];
    for (let at = 0; at < source.length; at++) if (!/\s/.test(source.charAt(at))) offsets.push(at);
    this.offsets = offsets;
    this.words = withoutSpace(source);
  }

  find(text: string, start: number | null): QuoteSearch {
    const { source } = this;
    if (start !== null && source.startsWith(text, start))
      return { is: 'found', quote: { text, start } };
    const close = this.closeTo(text);
    const near = start === null ? undefined : close.find((quote) => this.isNear(quote, start));
    if (near) return { is: 'found', quote: near };
    const exact = placesOf(text, source).map((place) => ({ text, start: place }));
    const [first, ...more] = exact.length > 0 ? exact : close;
    if (!first) return this.nowhere(text);
    const starts = [first, ...more].map((quote) => quote.start);
    if (start !== null) return { is: 'elsewhere', starts };
    return more.length > 0 ? { is: 'several', starts } : { is: 'found', quote: first };
  }

  /** Where the same words stand, whatever white space is between them. */
  private closeTo(text: string): Quote[] {
    const wanted = withoutSpace(text);
    if (wanted === '') return [];
    return placesOf(wanted, this.words).map((place) => {
      const start = this.offsets[place]!;
      const last = this.offsets[place + wanted.length - 1]!;
      return { text: this.source.slice(start, last + 1), start };
    });
  }

  /** Whether nothing but white space, which the cell may have lost, lies between quote and start. */
  private isNear(quote: Quote, start: number): boolean {
    const [from, to] = [Math.min(quote.start, start), Math.max(quote.start, start)];
    return this.source.slice(from, to).trim() === '';
  }

  private nowhere(text: string): QuoteSearch {
    const wanted = withoutSpace(text);
    let low = 0;
    for (let high = wanted.length; low < high;) {
      const middle = Math.ceil((low + high) / 2);
      if (this.words.includes(wanted.slice(0, middle))) low = middle;
      else high = middle - 1;
    }
    const reached = wanted.slice(0, low);
    return { is: 'nowhere', start: this.offsets[this.words.indexOf(reached)] ?? 0, reached };
  }
}

function placesOf(text: string, source: string): number[] {
  const places: number[] = [];
  for (let at = source.indexOf(text); at >= 0; at = source.indexOf(text, at + 1)) places.push(at);
  return places;
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
