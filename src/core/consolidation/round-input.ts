import { sharedFigures, withSharedLeads } from '../plan/links';
import { parsePeriod } from '../plan/period';
import type { Plan } from '../plan/schema';
import type { Round } from '../template/round';
import type { CountedSubmission, ReceivedFile, RoundInput } from './consolidation';
import type { Decision } from './decisions';

/** What round.json, the files that came in and the coordinator's decisions give to consolidate. */
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
