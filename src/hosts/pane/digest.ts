import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Digest } from '../../core/template/seal';

/**
 * SHA-256 of a text in UTF-8 or of bytes, hexadecimal. The browser's own answers only later, by a
 * promise, and only to pages that it trusts; core asks for an answer at once.
 */
export function sha256(content: string | Uint8Array): string {
  return bytesToHex(hash(typeof content === 'string' ? utf8ToBytes(content) : content));
}

/** The hashes that core asks for; with a key, blanks are signed and signatures checked. */
export function digestWith(key: Uint8Array | null): Digest {
  if (key === null) return { sha256 };
  return { sha256, hmac: (text) => bytesToHex(hmac(hash, key, utf8ToBytes(text))) };
}
