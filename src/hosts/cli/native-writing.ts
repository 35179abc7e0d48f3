import { createHash } from 'node:crypto';
import * as zlib from 'node:zlib';
import { LEVELS, portableDeflate, type Deflate } from '../../xlsx/write/deflate';
import type { WriteOptions } from '../../xlsx/write/write-options';

/** zlib.crc32 came with Node 20.15. */
const nativeChecksum = (zlib as { readonly crc32?: (bytes: Uint8Array, before?: number) => number })
  .crc32;

/** Packs with Node's own zlib, several times as fast as the portable one. */
export const nodeDeflate: Deflate = {
  pack: (plain) => deflated(plain, { level: LEVELS.small }),
  run: (plain, aim) => [
    deflated(plain, { level: LEVELS[aim], finishFlush: zlib.constants.Z_SYNC_FLUSH }),
  ],
  // of no bytes zlib gives 0, whatever they follow
  crc32: nativeChecksum
    ? (bytes, before = 0) => (bytes.length === 0 ? before : nativeChecksum(bytes, before))
    : portableDeflate.crc32,
};

/** In a buffer of its own: zlib's is as long as the longest result could be. */
function deflated(plain: Uint8Array, options: zlib.ZlibOptions): Uint8Array {
  return new Uint8Array(zlib.deflateRawSync(plain, options));
}

/** What Node has of its own to write workbooks with. */
export const NATIVE_WRITING: WriteOptions = {
  deflate: nodeDeflate,
  sha512: (bytes) => createHash('sha512').update(bytes).digest(),
};
