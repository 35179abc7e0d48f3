import { Deflate } from 'fflate';

/** The end of a stream of deflated runs: a last, empty block (RFC 1951, 3.2.6). */
export const END_OF_RUNS = Uint8Array.of(3, 0);

/** Bits of an empty block of fixed codes: last or not, two of its type, seven of the end's code. */
const EMPTY_BLOCK = 10;
/** Bits of a block's own: last or not, and its type. */
const BLOCK_HEAD = 3;
/** Length of an uncompressed, empty block and that length's complement. */
const EMPTY_STORED = [0, 0, 0xff, 0xff];

/**
 * Text deflated so that another run may follow: it ends at a byte, has no last block, and refers to
 * nothing before.
 * @param level zlib's
 */
export function deflateRun(plain: Uint8Array, level: 1 | 6): Uint8Array[] {
  const packed: Uint8Array[] = [];
  const deflate = new Deflate({ level }, (piece) => {
    packed.push(piece);
  });
  deflate.push(plain, false);
  deflate.flush();
  // fflate's own way to a byte's end damages the stream, so its last block is made one of many
  deflate.push(new Uint8Array(0), true);
  return [...packed.slice(0, -1), openEnd(packed.at(-1)!)];
}

/** The end of a stream whose last block is empty and fixed, with that block not the last and a byte's end after it. */
function openEnd(ending: Uint8Array): Uint8Array {
  const opened = ending.slice();
  let at = opened.length - 1;
  while (at > 0 && opened[at] === 0) at -= 1;
  // all bits of the block are 0 but the first two: that it is the last, and the lower one of its type
  const type = at * 8 + 31 - Math.clz32(opened[at]!);
  const start = type - 1;
  const end = start + EMPTY_BLOCK;
  if (start < 0 || Math.ceil(end / 8) !== opened.length)
    throw new Error('the deflated stream does not end as expected');
  opened[start >> 3]! &= ~(1 << (start & 7));
  const isHeadIn = opened.length * 8 - end >= BLOCK_HEAD;
  const result = new Uint8Array(opened.length + (isHeadIn ? 4 : 5));
  result.set(opened);
  result.set(EMPTY_STORED, result.length - 4);
  return result;
}
