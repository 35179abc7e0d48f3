import path from 'node:path';
import type { Consolidation, ReceivedFile } from '../../core/consolidation/consolidation';
import { roundInput } from '../../core/consolidation/round-input';
import { compile } from '../../core/pipeline';
import { interruptible } from './jobs/interrupt';
import { receivedFiles } from './jobs/read-files';
import { cliMessages } from './messages';
import type { Output } from './output';
import { inboxFiles, type RoundFolder } from './round-folder';

/** Reads the whole inbox, leaving it as it is, and brings it together. */
export async function consolidateRound(
  roundFolder: RoundFolder,
  key: Uint8Array | null,
  output?: Output,
  jobs?: number,
): Promise<Consolidation> {
  const { folder, round } = roundFolder;
  const inbox = path.join(folder, 'inbox');
  const names = await inboxFiles(roundFolder);
  const files = names.map((name) => ({ folder: inbox, name, shown: name }));
  const readAll = (step: () => void) =>
    interruptible(async (signal) => {
      const all: ReceivedFile[] = [];
      for await (const file of receivedFiles(
        files,
        { against: { round }, key },
        { jobs, signal },
      )) {
        all.push(file);
        step();
      }
      return all;
    });
  const received = output
    ? await output.progress(cliMessages.checking, names.length, readAll)
    : await readAll(() => undefined);
  return compile(roundInput(round, received));
}
