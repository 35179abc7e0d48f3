import path from 'node:path';
import { dateOf } from '../../../core/consolidation/times';
import { fill } from '../../../core/plan/text';
import { consolidateRound } from '../compile-round';
import { readDate } from '../dates';
import { digestWith } from '../digest';
import { Failure, type ExitCode } from '../failure';
import { expectedFrom } from '../jobs/against';
import { loadKey } from '../key';
import type { Output } from '../output';
import { candidatesOf, openCandidate } from '../returns/candidates';
import { conclude } from '../returns/conclude';
import { returnMessages as messages } from '../returns/messages';
import { returnedRecords } from '../returns/returned-folder';
import { Returns } from '../returns/returns';
import { openRound } from '../round-folder';

export interface ReturnOptions {
  readonly due?: string;
  readonly key?: string;
  readonly jobs?: number;
}

/** Slips that are held in memory before their record and then they themselves are written. */
const BATCH = 50;

/** `return`: a slip for each file that has to be corrected or explained; the inbox stays as it is. */
export async function returnCommand(
  folder: string,
  options: ReturnOptions,
  now: Date,
  output: Output,
): Promise<ExitCode> {
  const opened = await openRound(folder);
  const { round } = opened;
  const due = options.due === undefined ? null : newDue(options.due, now);
  const key = options.key === undefined ? null : await loadKey(options.key);
  const before = await returnedRecords(folder);
  const consolidation = await consolidateRound(opened, key, output, options.jobs);
  const candidates = candidatesOf(consolidation);
  const returns = new Returns(folder, round, before, { now, due });
  const context = {
    ...{ inbox: path.join(folder, 'inbox'), consolidation, records: before },
    ...{ digest: digestWith(key), expected: expectedFrom({ round }) },
  };
  await output.progress(messages.making, candidates.length, async (step) => {
    for (let from = 0; from < candidates.length; from += BATCH) {
      for (const candidate of candidates.slice(from, from + BATCH)) {
        await returns.take(candidate.file, await openCandidate(candidate, context));
        step();
      }
      await returns.write();
    }
  });
  return conclude(returns, folder, output);
}

function newDue(text: string, now: Date): string {
  const due = readDate(text);
  const today = dateOf(now.toISOString());
  if (due < today) throw new Failure(fill(messages.duePast, { due, today }));
  return due;
}
