import type { Consolidation } from '../../core/consolidation/consolidation';
import { roundInput } from '../../core/consolidation/round-input';
import { compile } from '../../core/pipeline';
import { loadDecisions } from './decisions-file';
import type { Output } from './output';
import { readInbox, type InboxOptions, type ReadInbox } from './read-inbox';
import type { RoundFolder } from './round-folder';

/** Reads the whole inbox, leaving it as it is, and brings it together. */
export async function consolidateRound(
  opened: RoundFolder,
  key: Uint8Array | null,
  output?: Output,
  jobs?: number,
): Promise<Consolidation> {
  const { consolidation } = await compileRound(opened, { key, output, jobs });
  return consolidation;
}

/** The same; what was read can be kept for the next time, once the results are written. */
export async function compileRound(
  opened: RoundFolder,
  options: InboxOptions,
): Promise<{ readonly consolidation: Consolidation } & Pick<ReadInbox, 'keep'>> {
  const { received, keep } = await readInbox(opened, options);
  const input = roundInput(opened.round, received, await loadDecisions(opened.folder));
  return { consolidation: compile(input), keep };
}
