import type { Deflate } from './deflate';

/** What a host has that is faster than what runs everywhere; neither changes what a workbook says. */
export interface WriteOptions {
  readonly deflate?: Deflate;
  readonly sha512?: (bytes: Uint8Array) => Uint8Array;
}
