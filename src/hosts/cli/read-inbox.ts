import { createHash } from 'node:crypto';
import { createReadStream, promises as fs } from 'node:fs';
import path from 'node:path';
import type { CountedSubmission, ReceivedFile } from '../../core/consolidation/consolidation';
import { keptOf, RowPool, type KeptReading } from '../../core/consolidation/kept-readings';
import { isSystemError } from './files';
import { Interrupted, interruptible } from './jobs/interrupt';
import { receivedFiles } from './jobs/read-files';
import { cliMessages } from './messages';
import type { Output } from './output';
import { sha256 } from './digest';
import { LARGEST_FILE } from './read-file';
import { keepReadings, keptReadings, type ReadingTerms } from './readings-file';
import { inboxFiles, ROUND_FILE, type RoundFolder } from './round-folder';

export interface InboxOptions {
  readonly key: Uint8Array | null;
  /** Where to show how far it has come. */
  readonly output?: Output | undefined;
  readonly jobs?: number | undefined;
  /** Reads every file, whatever was kept. */
  readonly isFresh?: boolean | undefined;
}

type Received = ReceivedFile<CountedSubmission>;

/** What lies in the inbox, read. */
export interface ReadInbox {
  /** In name order. */
  readonly received: readonly Received[];
  /** Keeps what was read for the next time. */
  readonly keep: () => Promise<void>;
}

/** Reads the inbox, leaving it as it is; of files that were read before, what they read to is taken. */
export async function readInbox(opened: RoundFolder, options: InboxOptions): Promise<ReadInbox> {
  const { folder } = opened;
  const names = await inboxFiles(opened);
  const round = sha256(await fs.readFile(path.join(folder, ROUND_FILE)));
  const terms: ReadingTerms = { folder, round, key: options.key };
  const readAll = (step: () => void) =>
    interruptible((signal) => new Inbox(opened, names, terms, options, signal).read(step));
  const { output } = options;
  return output
    ? output.progress(cliMessages.checking, names.length, readAll)
    : readAll(() => undefined);
}

/** A file of the inbox as it lies there. */
interface Found {
  readonly name: string;
  /** Null where it cannot be read just so; reading it says why. */
  readonly sha256: string | null;
  readonly modifiedAt: string;
}

class Inbox {
  private readonly pool = new RowPool();

  constructor(
    private readonly opened: RoundFolder,
    private readonly names: readonly string[],
    private readonly terms: ReadingTerms,
    private readonly options: InboxOptions,
    private readonly signal: AbortSignal,
  ) {}

  async read(step: () => void): Promise<ReadInbox> {
    const found: Found[] = [];
    for (const name of this.names) {
      if (this.signal.aborted) throw new Interrupted();
      found.push(await this.find(name));
    }
    const hashes = new Set(found.flatMap(({ sha256: hash }) => hash ?? []));
    const { readings, isCurrent } = this.options.isFresh
      ? NOTHING_KEPT()
      : await keptReadings(this.terms, hashes, this.pool);
    const keptCount = readings.size;
    const received = await this.readRest(found, readings, step);
    const isNothingNew = isCurrent && readings.size === keptCount;
    return {
      received,
      keep: () => (isNothingNew ? Promise.resolve() : this.keep(readings)),
    };
  }

  /** Reads what was not kept, one of each content, and adds what it reads to. */
  private async readRest(
    found: readonly Found[],
    readings: Map<string, KeptReading>,
    step: () => void,
  ): Promise<Received[]> {
    const asked = new Set(readings.keys());
    const firsts = found.filter(({ sha256: hash }) => {
      const isFirst = hash === null || !asked.has(hash);
      if (hash !== null) asked.add(hash);
      return isFirst;
    });
    for (let count = firsts.length; count < found.length; count++) step();
    const read = await this.readFiles(firsts, readings, step);
    const received = (file: Found) => read.get(file.name) ?? keptAs(file, readings);
    // copies of a file that could not be read through, or that changed meanwhile
    const left = found.filter((file) => !received(file));
    for (const [name, file] of await this.readFiles(left, readings)) read.set(name, file);
    return found.flatMap((file) => received(file) ?? []);
  }

  private async readFiles(
    files: readonly Found[],
    readings: Map<string, KeptReading>,
    step: () => void = () => undefined,
  ): Promise<Map<string, Received>> {
    const { opened, options, signal, terms } = this;
    const folder = path.join(opened.folder, 'inbox');
    const toRead = files.map(({ name }) => ({ folder, name, shown: name }));
    const settings = { against: { round: opened.round }, key: terms.key };
    const read = new Map<string, Received>();
    for await (const file of receivedFiles(toRead, settings, { jobs: options.jobs, signal })) {
      const content = keptOf(file.content, this.pool);
      read.set(file.file, { ...file, content });
      if (file.sha256 !== '') readings.set(file.sha256, content);
      step();
    }
    return read;
  }

  /** A round on a medium that takes nothing is compiled all the same, only not as fast the next time. */
  private async keep(readings: ReadonlyMap<string, KeptReading>): Promise<void> {
    try {
      await keepReadings(this.terms, readings);
    } catch (error) {
      if (!isSystemError(error)) throw error;
      this.options.output?.remark(cliMessages.notKept, { file: error.path ?? '' });
    }
  }

  private async find(name: string): Promise<Found> {
    const file = path.join(this.opened.folder, 'inbox', name);
    try {
      const stat = await fs.stat(file);
      const modifiedAt = stat.mtime.toISOString();
      const hash = stat.size > LARGEST_FILE ? null : await hashOf(file);
      return { name, sha256: hash, modifiedAt };
    } catch (error) {
      if (!isSystemError(error)) throw error;
      return { name, sha256: null, modifiedAt: '' };
    }
  }
}

const NOTHING_KEPT = () => ({ readings: new Map<string, KeptReading>(), isCurrent: false });

function keptAs(
  { name, sha256: hash, modifiedAt }: Found,
  readings: ReadonlyMap<string, KeptReading>,
): Received | null {
  const content = hash === null ? undefined : readings.get(hash);
  return hash !== null && content ? { file: name, sha256: hash, modifiedAt, content } : null;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
