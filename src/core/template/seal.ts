import type { Carrier } from './model';

/** Hashes, which core has not: hosts pass them in. Hexadecimal, lower case, over UTF-8. */
export interface Digest {
  sha256(text: string): string;
  /** HMAC-SHA-256 with the round's key; absent in a round without a key. */
  hmac?(text: string): string;
}

export type SealState =
  /** Matches, and proves who issued it. */
  | 'signed'
  /** Matches a plain hash: no accident, but no proof. */
  | 'unsigned'
  | 'altered'
  /** Signed, but the key is not at hand. */
  | 'unchecked';

/** Seals what a workbook says of itself: with the key where there is one. */
export function sealOf(content: Pick<Carrier, 'model' | 'form'>, digest: Digest): Carrier['seal'] {
  return seal(sealedText(content), digest);
}

/** Seals any content in the same way. */
export function sealOfContent(content: unknown, digest: Digest): Carrier['seal'] {
  return seal(JSON.stringify(sorted(content)), digest);
}

function seal(text: string, digest: Digest): Carrier['seal'] {
  return digest.hmac
    ? { method: 'hmac-sha256', value: digest.hmac(text) }
    : { method: 'sha256', value: digest.sha256(text) };
}

/** Whether a carrier read back still says what was sealed. */
export function checkSeal(carrier: Carrier, digest: Digest): SealState {
  return check(carrier.seal, sealedText(carrier), digest);
}

/** Whether content sealed by sealOfContent still says the same. */
export function checkSealOfContent(
  content: unknown,
  sealed: Carrier['seal'],
  digest: Digest,
): SealState {
  return check(sealed, JSON.stringify(sorted(content)), digest);
}

function check({ method, value }: Carrier['seal'], text: string, digest: Digest): SealState {
  switch (method) {
    case 'sha256':
      return value === digest.sha256(text) ? 'unsigned' : 'altered';
    case 'hmac-sha256':
      if (!digest.hmac) return 'unchecked';
      return value === digest.hmac(text) ? 'signed' : 'altered';
  }
}

/** In the order of the keys' names: reading a carrier back may put them in another order. */
function sealedText({ model, form }: Pick<Carrier, 'model' | 'form'>): string {
  return JSON.stringify(sorted([model, form]));
}

/** A copy with the keys of every object in order; several times as fast as a replacer. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const content = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(content).sort()) copy[key] = sorted(content[key]);
  return copy;
}
