import { createHash, createHmac } from 'node:crypto';
import { createReadStream, createWriteStream, promises as fs } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  ReadingReader,
  ReadingWriter,
  type KeptReading,
  type RowPool,
} from '../../core/consolidation/kept-readings';
import { kindOf, temporaryName } from './files';
import { BUILD } from './product';

/** The product's own folder in a round; it may be deleted at any time. */
export const KEPT_FOLDER = '.tallybook';
const FILE = 'readings.jsonl';
const FORMAT = 1;
/** A reading is a few kilobytes; a longer line was not written by us. */
const LONGEST_LINE = 64 * 1024 * 1024;
/** Lines are handed to the file in pieces of about this many characters. */
const PIECE = 1024 * 1024;

/** What a file reads to, by its SHA-256. */
export type Readings = ReadonlyMap<string, KeptReading>;

export interface Kept {
  readonly readings: Map<string, KeptReading>;
  /** Whether the file holds these and nothing else. */
  readonly isCurrent: boolean;
}

/** What readings depend on besides the file itself. */
export interface ReadingTerms {
  /** The round's folder. */
  readonly folder: string;
  /** SHA-256 of round.json. */
  readonly round: string;
  readonly key: Uint8Array | null;
}

/**
 * The readings kept from earlier compiles, of these files only. Kept by another version, for another
 * round or key, or damaged: passed over, as if they were not there.
 */
export async function keptReadings(
  terms: ReadingTerms,
  wanted: ReadonlySet<string>,
  pool: RowPool,
): Promise<Kept> {
  const readings = new Map<string, KeptReading>();
  const file = placeOf(terms);
  if ((await kindOf(file)) !== 'file') return { readings, isCurrent: wanted.size === 0 };
  let isCurrent = true;
  const mark = marker(terms);
  const reader = new ReadingReader(pool);
  let isFirst = true;
  for await (const line of linesOf(file)) {
    if (isFirst) {
      if (line !== headOf(terms)) return { readings, isCurrent: false };
      isFirst = false;
      continue;
    }
    const at = line.indexOf('\t');
    const text = line.slice(at + 1);
    const read = at > 0 && line.slice(0, at) === mark(text) ? reader.read(text) : 'damaged';
    if (read === 'row') continue;
    if (read !== 'damaged' && wanted.has(read.sha256)) readings.set(read.sha256, read.reading);
    else isCurrent = false;
  }
  return { readings, isCurrent };
}

/** Keeps these readings and forgets all others. */
export async function keepReadings(terms: ReadingTerms, readings: Readings): Promise<void> {
  const file = placeOf(terms);
  await fs.mkdir(path.dirname(file), { recursive: true });
  const temporary = temporaryName(file);
  try {
    await pipeline(Readable.from(piecesOf(terms, readings)), createWriteStream(temporary));
    await fs.rename(temporary, file);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

function* piecesOf(terms: ReadingTerms, readings: Readings): Generator<string> {
  const mark = marker(terms);
  const writer = new ReadingWriter();
  let piece = `${headOf(terms)}\n`;
  for (const [sha256, reading] of readings) {
    for (const text of writer.lines(sha256, reading)) piece += `${mark(text)}\t${text}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function placeOf({ folder }: ReadingTerms): string {
  return path.join(folder, KEPT_FOLDER, FILE);
}

/** The first line: under what terms the readings that follow hold. */
function headOf(terms: ReadingTerms): string {
  return marker(terms)(JSON.stringify([FORMAT, BUILD, terms.round, terms.key === null]));
}

/** A line's own mark, so that a damaged one is known; with the key nobody else can make it. */
function marker({ key, round }: ReadingTerms): (text: string) => string {
  return (text) => {
    const hash = key === null ? createHash('sha256') : createHmac('sha256', key);
    return hash.update(round).update('\n').update(text).digest('hex');
  };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: PIECE })) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > LONGEST_LINE) return;
  }
}
