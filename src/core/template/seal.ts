import { carrierSchema, type Carrier } from './model';

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
export function sealOf(content: SealedContent, digest: Digest): Carrier['seal'] {
  return sealInOrder(inOrder(content), digest);
}

/** The same of content whose keys are in the order of the schema. */
export function sealInOrder(content: SealedContent, digest: Digest): Carrier['seal'] {
  return sealOfText(sealedText(content), digest);
}

/** Seals any text in the same way. */
export function sealOfText(text: string, digest: Digest): Carrier['seal'] {
  return digest.hmac
    ? { method: 'hmac-sha256', value: digest.hmac(text) }
    : { method: 'sha256', value: digest.sha256(text) };
}

/**
 * Whether a carrier read back still says what was sealed.
 * @param sealed its text as sealed, where reading it gave that, too
 */
export function checkSeal(
  carrier: Carrier,
  digest: Digest,
  sealed: string = sealedText(carrier),
): SealState {
  // what was just read is in order already
  const state = checkSealOfText(carrier.seal, sealed, digest);
  return state === 'altered'
    ? checkSealOfText(carrier.seal, sealedText(inOrder(carrier)), digest)
    : state;
}

/** Whether a text is the one that was sealed. */
export function checkSealOfText(
  { method, value }: Carrier['seal'],
  text: string,
  digest: Digest,
): SealState {
  if (method === 'hmac-sha256' && !digest.hmac) return 'unchecked';
  const found = method === 'sha256' ? digest.sha256(text) : digest.hmac?.(text);
  if (value !== found) return 'altered';
  return method === 'sha256' ? 'unsigned' : 'signed';
}

export type SealedContent = Pick<Carrier, 'model' | 'form'>;

const sealedSchema = carrierSchema.pick({ model: true, form: true });

/** With keys in the order of the schema; reading a carrier back may put them in another. */
export function inOrder({ model, form }: SealedContent): SealedContent {
  return sealedSchema.parse({ model, form });
}

/** What a seal is over. */
export function sealedText({ model, form }: SealedContent): string {
  return JSON.stringify([model, form]);
}
