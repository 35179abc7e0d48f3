/** Characters kept alive at most: some hundred forms. */
const MOST = 3_000_000;

/**
 * What parts of texts were read as, so that a part that many files have in common is read once.
 * A part is known again by every character of it; the oldest are forgotten first.
 */
export class KnownParts<Content> {
  private readonly known = new Map<string, { readonly content: Content; readonly kept: number }>();
  private kept = 0;

  /** @param read null for what is no such part, which is not remembered */
  constructor(private readonly read: (part: string) => Content | null) {}

  /** @param whole the text that the part was cut from, which the part may keep alive */
  get(part: string, whole: string): Content | null {
    const found = this.known.get(part);
    if (found) return found.content;
    const content = this.read(part);
    if (content !== null && whole.length <= MOST) this.keep(part, content, whole.length);
    return content;
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
