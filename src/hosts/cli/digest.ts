import { createHash, createHmac } from 'node:crypto';
import type { Digest } from '../../core/template/seal';

/** SHA-256 of a text in UTF-8, of bytes, or of pieces of bytes that follow each other; hexadecimal. */
export function sha256(content: string | Uint8Array | readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  const pieces = typeof content === 'string' || !Array.isArray(content) ? [content] : content;
  for (const piece of pieces as readonly (string | Uint8Array)[]) hash.update(piece);
  return hash.digest('hex');
}

/** The hashes that core asks for; with a key, blanks are signed and signatures checked. */
export function digestWith(key: Uint8Array | null): Digest {
  if (key === null) return { sha256 };
  return { sha256, hmac: (text) => createHmac('sha256', key).update(text).digest('hex') };
}
