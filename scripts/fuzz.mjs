// Feeds damaged and edited files to the reader and to the review for as long as one likes:
// fuzz.mjs [--seed N] [--runs N] [--minutes N] [--property NAME] [--path P] [--output FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';

/** What one file may take, in milliseconds; and what the thread may hold, in megabytes. */
const SLOWEST = 5_000;
const HEAP = 512;
/** A file that has not come to an end by then never will. */
const HANGING = 30_000;
const LARGEST_KEPT = 16 * 1_048_576;
const DEFAULT_RUNS = 10_000;
const WATCHING = 100;

function fail(message) {
  console.error(message);
  process.exit(2);
}

function readOptions() {
  const string = { type: 'string' };
  const options = {
    ...{ seed: string, runs: string, minutes: string },
    ...{ property: string, path: string, output: { type: 'string', short: 'o', default: '.' } },
  };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return fail(error.message);
  }
}

/** A number of the command line within bounds; what stands for it where it is not given. */
function number(name, text, otherwise, least) {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < least)
    fail(`--${name} takes a number from ${least}, not ${text}`);
  return value;
}

const given = readOptions();
const seed = number('seed', given.seed, Date.now() % 2_147_483_647, -2_147_483_648) | 0;
const minutes = number('minutes', given.minutes, Infinity, 0);
const runs = number('runs', given.runs, minutes === Infinity ? DEFAULT_RUNS : Infinity, 1);
const counters = new Int32Array(new SharedArrayBuffer(8));
const last = new Uint8Array(new SharedArrayBuffer(LARGEST_KEPT));

console.log(`seed ${seed}`);
const thread = new Worker(new URL('fuzz-thread.cjs', import.meta.url), {
  workerData: {
    ...{ seed, runs, property: given.property ?? null, path: given.path ?? null },
    milliseconds: minutes * 60_000,
    slowest: SLOWEST,
    counters: counters.buffer,
    last: last.buffer,
  },
  resourceLimits: { maxOldGenerationSizeMb: HEAP },
});

const byProperty = new Map();
let current = { property: 'none', seed };
let started = performance.now();
let baseline = Infinity;
let peak = 0;
let [count, since] = [0, performance.now()];

const watching = setInterval(() => {
  const held = process.memoryUsage.rss();
  peak = Math.max(peak, held);
  if (held > baseline + HEAP * 1_048_576) stop(`more than ${HEAP} MB held`);
  const now = Atomics.load(counters, 0);
  if (now !== count) [count, since] = [now, performance.now()];
  else if (count > 0 && performance.now() - since > HANGING) stop('it does not come to an end');
}, WATCHING);

thread.on('message', (message) => {
  if (message.is === 'ready') {
    started = performance.now();
    baseline = process.memoryUsage.rss();
    console.log(message.files.join(', '));
  } else if (message.is === 'unknown') {
    fail(`--property takes one of ${message.properties.join(', ')}`);
  } else if (message.is === 'begun') {
    current = message;
  } else if (message.is === 'batch') {
    const { runs = 0, milliseconds = 0 } = byProperty.get(message.property) ?? {};
    byProperty.set(message.property, {
      runs: runs + message.runs,
      milliseconds: milliseconds + message.milliseconds,
    });
    if (process.stderr.isTTY) process.stderr.write(`\r${Atomics.load(counters, 0)} files `);
  } else if (message.is === 'failed') {
    tell(message);
    finish(1);
  } else finish(0);
});
thread.on('error', (error) => {
  const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  stop(isFull ? `more than ${HEAP} MB held` : (error.stack ?? String(error)));
});
process.once('SIGINT', () => finish(130));

/** Ends with the last file begun, not shrunk: the thread can do nothing more. */
function stop(error) {
  const bytes = last.slice(0, counters[1]);
  tell({ ...current, claim: 'every file ends in time and within bounds', error, bytes });
  finish(1);
}

function tell({ property, claim, what, error, seed: its, path: place, bytes }) {
  console.error(`\n${property}: it is not so that ${claim}\n  ${error}`);
  if (what !== undefined) console.error(`  ${what}`);
  if (bytes.length > 0) {
    mkdirSync(given.output, { recursive: true });
    const file = path.join(given.output, `fuzz-${property}-${its}.xlsx`);
    writeFileSync(file, bytes);
    console.error(`  ${file}, ${bytes.length} bytes`);
  }
  if (place !== undefined)
    console.error(`  npm run fuzz -- --property ${property} --seed ${its} --path ${place}`);
}

function finish(code) {
  clearInterval(watching);
  const seconds = (performance.now() - started) / 1_000;
  let all = 0;
  console.log('');
  for (const [name, { runs, milliseconds }] of byProperty) {
    all += runs;
    const rate = Math.round((runs * 1_000) / milliseconds);
    console.log(
      `${name.padEnd(16)}${String(runs).padStart(9)} files ${String(rate).padStart(6)}/s`,
    );
  }
  console.log(
    `seed ${seed}: ${all} files in ${seconds.toFixed(1)} s, ${Math.round(all / seconds)}/s, at most ${Math.round(peak / 1_048_576)} MB`,
  );
  void thread.terminate().then(() => process.exit(code));
}
