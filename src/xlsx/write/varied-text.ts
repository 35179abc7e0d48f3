import type { Deflate } from './deflate';
import { END_OF_RUNS } from './deflate-run';
import type { Splice } from './xml';
import { joined, type PackedPart } from './zip';

/** A run of a part's text, deflated so that another run may follow: it ends at a byte and refers to none before. */
interface Run {
  readonly plain: Uint8Array;
  readonly packed: readonly Uint8Array[];
}

/** Shorter texts are put in as they are: deflating them costs more time than it saves room. */
const WORTH_DEFLATING = 600;
const LONGEST_STORED = 0xffff;
/** Runs to remember; a text that always varies elsewhere must not fill the memory. */
const MOST_RUNS = 512;

/**
 * A part's text that is packed many times with changes at a few places. What stands between them is
 * deflated once: deflated runs follow each other in one stream as well as blocks of one run do.
 */
export class VariedText {
  private readonly runs = new Map<string, Run>();

  constructor(
    private readonly text: string,
    private readonly deflate: Deflate,
  ) {}

  /** The part with these changes, which do not overlap, in the order of their places. */
  pack(changes: readonly Splice[]): PackedPart {
    const runs: Run[] = [];
    let at = 0;
    for (const { from, to, text } of changes) {
      if (from < at) throw new Error('two changes of a part overlap');
      if (from > at) runs.push(this.run(at, from));
      if (text !== '') runs.push(makeRun(text, this.deflate));
      at = to;
    }
    if (at < this.text.length) runs.push(this.run(at, this.text.length));
    const plain = joined(runs.map((run) => run.plain));
    return {
      pieces: [...runs.flatMap(({ packed }) => packed), END_OF_RUNS],
      checksum: this.deflate.crc32(plain),
      size: plain.length,
    };
  }

  private run(from: number, to: number): Run {
    const key = `${from} ${to}`;
    const known = this.runs.get(key);
    if (known) return known;
    if (this.runs.size >= MOST_RUNS) this.runs.clear();
    const run = makeRun(this.text.slice(from, to), this.deflate);
    this.runs.set(key, run);
    return run;
  }
}

const encoder = new TextEncoder();

function makeRun(text: string, deflate: Deflate): Run {
  const plain = encoder.encode(text);
  if (plain.length < WORTH_DEFLATING) return { plain, packed: [stored(plain)] };
  return { plain, packed: deflate.run(plain, 'small') };
}

/** A block that is not compressed: no last one, its length, that length's complement (RFC 1951, 3.2.4). */
function stored(plain: Uint8Array): Uint8Array {
  const block = new Uint8Array(5 + plain.length);
  const view = new DataView(block.buffer);
  view.setUint16(1, plain.length, true);
  view.setUint16(3, LONGEST_STORED - plain.length, true);
  block.set(plain, 5);
  return block;
}
