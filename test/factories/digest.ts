import { createHash, createHmac } from 'node:crypto';
import type { Digest } from '../../src/core/template/seal';

export const KEY = 'a key that only the round’s coordinator has';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Plain hashes, as in a round without a key. */
export const PLAIN: Digest = { sha256 };

/** Hashes with the round's key. */
export function keyed(key: string): Digest {
  return { sha256, hmac: (text) => createHmac('sha256', key).update(text).digest('hex') };
}

export const hashOf = (content: unknown): string => sha256(JSON.stringify(content));
