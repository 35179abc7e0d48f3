import type {
  Consolidation,
  CountedSubmission,
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

/** What is known of a round without its inbox, and what came back. */
export function roundInput(
  round: Round,
  received: readonly ReceivedFile<CountedSubmission>[],
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

/** The round's plans, with the reporters that shared figures bring. */
function plansOf({ plans, links }: Round): Plan[] {
  const own = plans.map(({ plan }) => plan);
  return links ? withSharedLeads(own, sharedFigures(links, own)) : own;
}
