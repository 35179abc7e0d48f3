import { isUtf8, transcode } from 'node:buffer';
import * as zlib from 'node:zlib';
import type { Inflate } from './inflate';
import { decodeStrictly } from './part-text';

/** zlib.crc32 came with Node 20.15. */
const nativeChecksum = (zlib as { readonly crc32?: (bytes: Uint8Array) => number }).crc32;

/** Above this, the copy that transcode makes costs more memory than it saves time. */
const LARGE = 4_194_304;

/** Unpacks with Node's own zlib, some three times as fast as the portable one. */
export const nodeInflate: Inflate = {
  unpack(packed, maxSize) {
    try {
      return zlib.inflateRawSync(packed, {
        // one chunk for the whole part
        chunkSize: Math.max(64, maxSize + 1),
        maxOutputLength: Math.max(1, maxSize),
      });
    } catch (error) {
      return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken';
    }
  },
  ...(nativeChecksum && { crc32: (bytes: Uint8Array) => nativeChecksum(bytes) }),
  // eight times as fast as TextDecoder for Chinese text
  decodeUtf8(bytes) {
    if (bytes.length > LARGE) return decodeStrictly(bytes, 'utf-8');
    if (!isUtf8(bytes)) return null;
    const text = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  },
  utf16(text) {
    const bytes = Buffer.from(text, 'utf16le');
    return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
  },
};
