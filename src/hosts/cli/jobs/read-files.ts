import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { ReceivedFile } from '../../../core/consolidation/consolidation';
import type { FileReport, ReportStyle } from '../checked-file';
import { Interrupted } from './interrupt';
import {
  readerWith,
  unreadResult,
  type FileToRead,
  type ReadingSettings,
  type ReadResult,
} from './reading';
import { inThreads, type Outcome } from './thread-pool';

export interface ReadingOptions {
  /** How many threads; where not said as many as pay, at most one for each processor. */
  readonly jobs?: number | undefined;
  /** Ends the reading with Interrupted. */
  readonly signal: AbortSignal;
  /** The thread's script; the compiled one beside this module where not said. */
  readonly script?: string;
}

type Settings = Omit<ReadingSettings, 'report'>;

/** Fewer are read sooner than a thread has started, whatever is asked for. */
const FEWEST_FOR_THREADS = 8;
/** A thread has to load and compile the program anew, which takes as long as so many files. */
const FILES_PER_THREAD = 150;

/**
 * Reads and reviews files, in several threads where there are many, and gives the results in the
 * order of the files. A file that can't be read through has a result that says so; a bug of ours is
 * thrown after the last of them.
 * @throws Interrupted
 */
export function receivedFiles(
  files: readonly FileToRead[],
  settings: Settings,
  options: ReadingOptions,
): AsyncGenerator<ReceivedFile, void, undefined> {
  // without a report it is the files themselves that come
  return results(files, { ...settings, report: null }, options) as AsyncGenerator<
    ReceivedFile,
    void,
    undefined
  >;
}

/** The same with what there is to say of each file. @throws Interrupted */
export function fileReports(
  files: readonly FileToRead[],
  settings: Settings,
  report: ReportStyle,
  options: ReadingOptions,
): AsyncGenerator<FileReport, void, undefined> {
  return results(files, { ...settings, report }, options) as AsyncGenerator<
    FileReport,
    void,
    undefined
  >;
}

async function* results(
  files: readonly FileToRead[],
  settings: ReadingSettings,
  options: ReadingOptions,
): AsyncGenerator<ReadResult, void, undefined> {
  let bug: { readonly error: unknown } | null = null;
  let index = 0;
  for await (const outcome of outcomesOf(files, settings, options)) {
    const file = files[index++]!;
    if (outcome.is === 'failed') bug ??= outcome;
    yield outcome.is === 'done' ? outcome.result : unreadResult(file, outcome, settings);
  }
  if (bug) throw bug.error;
}

function outcomesOf(
  files: readonly FileToRead[],
  settings: ReadingSettings,
  { jobs, signal, script = SCRIPT }: ReadingOptions,
): AsyncGenerator<Outcome<ReadResult>, void, undefined> {
  const threads =
    jobs ?? Math.min(availableParallelism(), Math.floor(files.length / FILES_PER_THREAD));
  // run from its sources, as tests do, the program has no compiled script
  const isSingle = threads < 2 || files.length < FEWEST_FOR_THREADS || !existsSync(script);
  return isSingle
    ? inThisThread(files, settings, signal)
    : inThreads(files, { script, settings, threads, signal });
}

async function* inThisThread(
  files: readonly FileToRead[],
  settings: ReadingSettings,
  signal: AbortSignal,
): AsyncGenerator<Outcome<ReadResult>, void, undefined> {
  const read = readerWith(settings);
  for (const file of files) {
    if (signal.aborted) throw new Interrupted();
    try {
      yield { is: 'done', result: await read(file) };
    } catch (error) {
      yield { is: 'failed', error };
    }
  }
}

const SCRIPT = path.join(__dirname, 'thread.js');
