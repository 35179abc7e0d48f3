/** Characters kept alive at most: some hundred forms. */
const MOST = 3_000_000;
const MOST_SEEN = 5000;
/** Of so many characters one tells whether a part may have come before. */
const STRIDE = 8;

/**
 * What parts of texts were read as, so that a part that many files have in common is read once.
 * A part is kept when it comes again, since a form with figures of its own comes but once; it is known
 * by every character of it. The oldest are forgotten first.
 */
export class KnownParts<Content> {
  private readonly known = new Map<string, { readonly content: Content; readonly kept: number }>();
  private readonly seen = new Set<number>();
  private kept = 0;

  /** @param read null for what is no such part, which is not remembered */
  constructor(private readonly read: (part: string) => Content | null) {}

  /** @param whole the text that the part was cut from, which the part may keep alive */
  get(part: string, whole: string): Content | null {
    const found = this.known.get(part);
    if (found) return found.content;
    const content = this.read(part);
    if (content !== null && whole.length <= MOST && this.mayComeAgain(part))
      this.keep(part, content, whole.length);
    return content;
  }

  forget(): void {
    this.known.clear();
    this.seen.clear();
    this.kept = 0;
  }

  private mayComeAgain(part: string): boolean {
    const sample = sampleOf(part);
    if (this.seen.has(sample)) return true;
    if (this.seen.size === MOST_SEEN) this.seen.clear();
    this.seen.add(sample);
    return false;
  }

  private keep(part: string, content: Content, kept: number): void {
    this.known.set(part, { content, kept });
    this.kept += kept;
    for (const [oldest, { kept: freed }] of this.known) {
      if (this.kept <= MOST) break;
      this.known.delete(oldest);
      this.kept -= freed;
    }
  }
}

/** The same for equal parts, and hardly ever for others. */
function sampleOf(part: string): number {
  let sample = part.length;
  for (let index = 0; index < part.length; index += STRIDE)
    sample = Math.imul(sample ^ part.charCodeAt(index), 0x01000193);
  return sample;
}
