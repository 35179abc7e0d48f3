import type { Digest } from '../../core/template/seal';

const BLOCK = 64;

/** The first 32 bits behind the point of the n-th root of a prime number. */
function rootOf(prime: number, n: 2 | 3): number {
  const root = n === 2 ? Math.sqrt(prime) : Math.cbrt(prime);
  return ((root - Math.floor(root)) * 4_294_967_296) | 0;
}

const PRIMES: number[] = [];
for (let number = 2; PRIMES.length < 64; number++)
  if (PRIMES.every((prime) => number % prime !== 0)) PRIMES.push(number);
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => rootOf(prime, 2));
const ROUND = Int32Array.from(PRIMES, (prime) => rootOf(prime, 3));

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** Takes one block of 16 words into the state (FIPS 180-4, section 6.2.2). */
function compress(state: Int32Array, words: Int32Array): void {
  for (let t = 16; t < 64; t++) {
    const [late, early] = [words[t - 2]!, words[t - 15]!];
    words[t] =
      (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)) +
      words[t - 7]! +
      (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)) +
      words[t - 16]!;
  }
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let t = 0; t < 64; t++) {
    const first =
      (h +
        (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
        ((e & f) ^ (~e & g)) +
        ROUND[t]! +
        words[t]!) |
      0;
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index]! += word;
}

function digestOf(bytes: Uint8Array): Uint8Array {
  const size = Math.ceil((bytes.length + 9) / BLOCK) * BLOCK;
  const padded = new Uint8Array(size);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  // the length in bits, 64 bits of it
  view.setUint32(size - 8, Math.floor(bytes.length / 536_870_912));
  view.setUint32(size - 4, (bytes.length << 3) >>> 0);
  const state = START.slice();
  const words = new Int32Array(64);
  for (let at = 0; at < size; at += BLOCK) {
    for (let t = 0; t < 16; t++) words[t] = view.getInt32(at + 4 * t);
    compress(state, words);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => {
    digest.setInt32(4 * index, word);
  });
  return new Uint8Array(digest.buffer);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** HMAC over blocks of 64 bytes (RFC 2104). */
function authenticated(key: Uint8Array, text: string): Uint8Array {
  const block = new Uint8Array(BLOCK);
  block.set(key.length > BLOCK ? digestOf(key) : key);
  const inner = joined(
    block.map((byte) => byte ^ 0x36),
    new TextEncoder().encode(text),
  );
  return digestOf(
    joined(
      block.map((byte) => byte ^ 0x5c),
      digestOf(inner),
    ),
  );
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * SHA-256 of a text in UTF-8 or of bytes, hexadecimal. The browser's own answers only later, by a
 * promise, and only to pages that it trusts; core asks for an answer at once.
 */
export function sha256(content: string | Uint8Array): string {
  return hexadecimal(
    digestOf(typeof content === 'string' ? new TextEncoder().encode(content) : content),
  );
}

/** The hashes that core asks for; with a key, blanks are signed and signatures checked. */
export function digestWith(key: Uint8Array | null): Digest {
  if (key === null) return { sha256 };
  return { sha256, hmac: (text) => hexadecimal(authenticated(key, text)) };
}
