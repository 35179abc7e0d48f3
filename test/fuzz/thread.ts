// The thread in which `npm run fuzz` reads: it may hang or run out of memory, and the script still tells of it.
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { FUZZ_PROPERTIES, fuzzProperty, type Attempt, type FuzzName } from './properties';
import { INSTALLED_PROGRAMS, soundFiles } from './sound-files';

/** What the script asks for. */
export interface FuzzOrder {
  readonly seed: number;
  /** All of them where null. */
  readonly property: string | null;
  /** Where a failure was, to see it again. */
  readonly path: string | null;
  readonly runs: number;
  readonly milliseconds: number;
  /** What one file may take. */
  readonly slowest: number;
  /** How many attempts were begun, and how many bytes the last has. */
  readonly counters: SharedArrayBuffer;
  /** The bytes of the last attempt. */
  readonly last: SharedArrayBuffer;
}

export type FuzzMessage =
  | { readonly is: 'ready'; readonly files: readonly string[] }
  /** The order names a property that there is none of. */
  | { readonly is: 'unknown'; readonly properties: readonly string[] }
  | { readonly is: 'begun'; readonly property: FuzzName; readonly seed: number }
  | {
      readonly is: 'batch';
      readonly property: FuzzName;
      readonly runs: number;
      readonly milliseconds: number;
    }
  | {
      readonly is: 'failed';
      readonly property: FuzzName;
      readonly claim: string;
      readonly seed: number;
      readonly path: string;
      readonly what: string;
      readonly error: string;
      readonly bytes: Uint8Array;
    }
  | { readonly is: 'done' };

/** Runs of one property before it is the next one's turn. */
const BATCH = 200;
/** How long a file that failed is shrunk, in milliseconds. */
const SHRINKING = 30_000;

const order = workerData as FuzzOrder;
const counters = new Int32Array(order.counters);
const last = new Uint8Array(order.last);

function say(message: FuzzMessage): void {
  parentPort?.postMessage(message);
}

let shrinkingSince: number | null = null;

/** Leaves the bytes where the script finds them should the check never end. */
function attempted(attempt: Attempt): void {
  const { bytes } = attempt;
  // what passes is not shrunk any further
  if (shrinkingSince !== null && performance.now() - shrinkingSince > SHRINKING) return;
  last.set(bytes.subarray(0, last.length));
  counters[1] = Math.min(bytes.length, last.length);
  Atomics.add(counters, 0, 1);
  const start = performance.now();
  try {
    attempt.check();
    const took = performance.now() - start;
    if (took > order.slowest) throw new Error(`it took ${(took / 1_000).toFixed(1)} s`);
  } catch (error) {
    shrinkingSince ??= start;
    throw error;
  }
}

async function run(): Promise<void> {
  const all = Object.keys(FUZZ_PROPERTIES) as FuzzName[];
  const names = all.filter((name) => order.property === null || name === order.property);
  if (names.length === 0) {
    say({ is: 'unknown', properties: all });
    return;
  }
  const files = await soundFiles(INSTALLED_PROGRAMS);
  say({ is: 'ready', files: files.map(({ name }) => name) });
  const start = performance.now();
  let left = order.path === null ? order.runs : 1;
  for (let batch = 0; left > 0; batch++) {
    const property = names[batch % names.length]!;
    // each round of all properties has the next seed
    const seed = (order.seed + Math.floor(batch / names.length)) | 0;
    say({ is: 'begun', property, seed });
    const from = performance.now();
    const result = fc.check(fuzzProperty(property, files, attempted), {
      seed,
      ...(order.path === null ? {} : { path: order.path }),
      numRuns: Math.min(BATCH, left),
    });
    const milliseconds = performance.now() - from;
    left -= result.numRuns;
    say({ is: 'batch', property, runs: result.numRuns, milliseconds });
    if (result.counterexample) {
      const [attempt] = result.counterexample;
      say({
        ...{ is: 'failed', property, claim: FUZZ_PROPERTIES[property].claim, seed },
        path: result.counterexamplePath,
        what: attempt.what,
        error: String(result.errorInstance),
        bytes: attempt.bytes,
      });
      return;
    }
    if (performance.now() - start > order.milliseconds) break;
  }
  say({ is: 'done' });
}

void run();
