import { deflateSync } from 'fflate';
import { crc32 } from '../read/crc32';
import { deflateRun } from './deflate-run';

/** Packs without a header (RFC 1951). The same bytes always give the same stream. */
export interface Deflate {
  /** A whole stream. */
  readonly pack: (plain: Uint8Array) => Uint8Array;
  /** A run that another may follow: it ends at a byte, has no last block, and refers to nothing before. */
  readonly run: (plain: Uint8Array, aim: Aim) => readonly Uint8Array[];
  /** CRC-32 as in zip; `before` is that of the bytes that these follow. */
  readonly crc32: (bytes: Uint8Array, before?: number) => number;
}

/** What counts more: that the stream is short, or that it is there soon. */
export type Aim = 'small' | 'fast';

/** Levels of zlib. */
export const LEVELS = { small: 6, fast: 1 } as const satisfies Record<Aim, number>;

/** For every host. */
export const portableDeflate: Deflate = {
  pack: (plain) => deflateSync(plain, { level: LEVELS.small }),
  run: (plain, aim) => deflateRun(plain, LEVELS[aim]),
  crc32,
};
