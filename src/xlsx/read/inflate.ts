import { Inflate as InflateStream, inflateSync } from 'fflate';
import type { TextCodec } from './part-text';

/** Unpacks raw deflate data; a host may bring its own, and its own way to do what goes with it. */
export interface Inflate extends TextCodec {
  /**
   * The unpacked bytes; `too-large` as soon as they exceed `maxSize`, `broken` where the data are no
   * whole deflate stream. Never holds more than a little above `maxSize` bytes.
   */
  unpack(packed: Uint8Array, maxSize: number): Uint8Array | 'too-large' | 'broken';
  /** CRC-32 as zip uses it; the reader's own where absent. */
  crc32?(bytes: Uint8Array): number;
}

/** Deflate can grow data 1,032-fold, so this much input is bounded by itself to 66 MB of work. */
const WHOLE = 65_536;

/** Unpacks with fflate, in every host. */
export const portableInflate: Inflate = {
  unpack(packed, maxSize) {
    // fflate returns no error for an empty stream
    if (packed.length === 0) return 'broken';
    // one byte more than allowed, so that too long an output shows
    const output = new Uint8Array(maxSize + 1);
    let length = 0;
    try {
      if (packed.length <= WHOLE) {
        length = inflateSync(packed, { out: output }).length;
      } else {
        const stream = new InflateStream((chunk) => {
          const kept = Math.min(chunk.length, output.length - length);
          output.set(kept === chunk.length ? chunk : chunk.subarray(0, kept), length);
          length += kept;
        });
        for (let at = 0; at < packed.length && length <= maxSize; at += WHOLE)
          stream.push(packed.subarray(at, at + WHOLE), at + WHOLE >= packed.length);
      }
    } catch (error) {
      // a stored block past the end of `output` is a RangeError
      return error instanceof RangeError ? 'too-large' : 'broken';
    }
    return length > maxSize ? 'too-large' : output.subarray(0, length);
  },
};
