import { createHash, createHmac } from 'node:crypto';
import type { Digest } from '../../core/template/seal';

/** SHA-256 of a text in UTF-8 or of bytes, hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The hashes that core asks for; with a key, blanks are signed and signatures checked. */
export function digestWith(key: Uint8Array | null): Digest {
  if (key === null) return { sha256 };
  return { sha256, hmac: (text) => createHmac('sha256', key).update(text).digest('hex') };
}
