import type { Aim, Deflate } from './deflate';
import { END_OF_RUNS } from './deflate-run';
import type { PackedPart } from './zip';

/** UTF-16 code units that are collected before they are encoded. */
const PIECE = 1 << 13;
/** Bytes that are collected before they are deflated. */
const BLOCK = 1 << 20;

/** A part's text, deflated as it comes. */
export class PartStream {
  private readonly encoder = new TextEncoder();
  private readonly block = new Uint8Array(BLOCK);
  private filled = 0;
  private waiting = '';
  private readonly pieces: Uint8Array[] = [];
  private checksum = 0;
  private size = 0;

  constructor(
    private readonly deflate: Deflate,
    private readonly aim: Aim,
  ) {}

  write(text: string): void {
    this.waiting += text;
    if (this.waiting.length >= PIECE) this.encode();
  }

  end(): PackedPart {
    this.encode();
    this.pack();
    const { pieces, checksum, size } = this;
    return { pieces: [...pieces, END_OF_RUNS], checksum, size };
  }

  private encode(): void {
    let rest = this.waiting;
    for (;;) {
      const { read, written } = this.encoder.encodeInto(rest, this.block.subarray(this.filled));
      this.filled += written;
      if (read === rest.length) break;
      this.pack();
      rest = rest.slice(read);
    }
    this.waiting = '';
  }

  private pack(): void {
    const bytes = this.block.subarray(0, this.filled);
    this.checksum = this.deflate.crc32(bytes, this.checksum);
    this.size += bytes.length;
    this.pieces.push(...this.deflate.run(bytes, this.aim));
    this.filled = 0;
  }
}
