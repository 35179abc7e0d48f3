import path from 'node:path';
import type {
  Consolidation,
  ReceivedFile,
  RoundInput,
} from '../../core/consolidation/consolidation';
import type { Decision } from '../../core/consolidation/decisions';
import { sharedFigures, withSharedLeads } from '../../core/plan/links';
import { parsePeriod } from '../../core/plan/period';
import type { Plan } from '../../core/plan/schema';
import { compile } from '../../core/pipeline';
import type { Round } from '../../core/template/round';
import { loadDecisions } from './decisions-file';
import { interruptible } from './jobs/interrupt';
import { receivedFiles } from './jobs/read-files';
import { cliMessages } from './messages';
import type { Output } from './output';
import { inboxFiles, type RoundFolder } from './round-folder';

/** The round's plans, with the reporters that shared figures bring. */
function plansOf({ plans, links }: Round): Plan[] {
  const own = plans.map(({ plan }) => plan);
  return links ? withSharedLeads(own, sharedFigures(links, own)) : own;
}

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
  return compile(roundInput(round, received, await loadDecisions(folder)));
}

/** What is known of a round without its inbox, and what came back. */
export function roundInput(
  round: Round,
  received: readonly ReceivedFile[],
  decisions: readonly Decision[],
): RoundInput {
  const period = parsePeriod(round.period);
  if (!period) throw new Error(`round ${round.id} has the period ${round.period}`);
  return {
    round: round.id,
    plans: plansOf(round),
    period,
    due: round.due,
    nearSchedule: round.form.thresholds.nearSchedule,
    issued: round.issued,
    received,
    history: round.history,
    decisions,
  };
}
