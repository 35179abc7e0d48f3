import { giveUp } from './unrecognised';
import { COMPATIBILITY, type XmlVocabulary } from './xml';

const MOST_DECLARED = 40;

interface Declared {
  /** '' for the namespace of names without a prefix. */
  readonly prefix: string;
  readonly uri: string;
  readonly depth: number;
}

/** The namespaces declared where the scan stands. Throws Unrecognised at unusual declarations. */
export class NamespaceScope {
  private declared: Declared[] = [];
  private isDefaultKnown = false;

  constructor(private readonly vocabulary: XmlVocabulary) {}

  /** Takes in the attribute xmlns or xmlns:prefix of an element at `depth`. */
  declare(name: string, uri: string, depth: number): void {
    const prefix = name.slice(6);
    if ((name.length > 5 && name.charAt(5) !== ':') || uri === '' || uri !== uri.trim()) giveUp();
    // the namespaces of XML itself
    if (prefix.startsWith('xml') || uri.startsWith('http://www.w3.org/XML')) giveUp();
    if (uri.startsWith('http://www.w3.org/2000/xmlns')) giveUp();
    // elements without a prefix would be alternatives
    if (prefix === '' && uri === COMPATIBILITY) giveUp();
    for (const other of this.declared)
      // attributes of two prefixes could be the same one
      if (prefix !== '' && other.prefix !== '' && other.prefix !== prefix && other.uri === uri)
        giveUp();
    if (this.declared.length === MOST_DECLARED) giveUp();
    this.declared.push({ prefix, uri, depth });
    if (prefix === '') this.isDefaultKnown = this.isKnownUri(uri);
  }

  /** Forgets what the element at `depth` declared. */
  leave(depth: number): void {
    if (this.declared.length === 0 || this.declared.at(-1)!.depth < depth) return;
    this.declared = this.declared.filter((one) => one.depth < depth);
    this.isDefaultKnown = this.isKnownUri(this.resolve(''));
  }

  resolve(prefix: string): string | undefined {
    for (let index = this.declared.length - 1; index >= 0; index--)
      if (this.declared[index]!.prefix === prefix) return this.declared[index]!.uri;
    return undefined;
  }

  /**
   * Whether an element of this name belongs to the vocabulary. An alternative for other readers is
   * not recognised, but where all is passed over.
   */
  isKnown(name: string, isPassedOver: boolean): boolean {
    const colon = name.indexOf(':');
    if (colon < 0) return this.isDefaultKnown;
    const uri = this.resolve(name.slice(0, colon)) ?? giveUp();
    if (uri === COMPATIBILITY && !isPassedOver) giveUp();
    return this.isKnownUri(uri);
  }

  private isKnownUri(uri: string | undefined): boolean {
    return uri !== undefined && this.vocabulary.namespaces.includes(uri);
  }
}
