import { sharedFigures, withSharedLeads } from '../plan/links';
import { parsePeriod } from '../plan/period';
import type { Plan } from '../plan/schema';
import type { PastFigure, Round } from '../template/round';
import type { Consolidation, ReceivedFile, RoundInput } from './consolidation';

/** What round.json and the files that came in give to consolidate. */
export function roundInput(round: Round, received: readonly ReceivedFile[]): RoundInput {
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
  };
}

/** The round's plans, with the reporters that shared figures bring. */
function plansOf({ plans, links }: Round): Plan[] {
  const own = plans.map(({ plan }) => plan);
  return links ? withSharedLeads(own, sharedFigures(links, own)) : own;
}

/** What the next round is given: the figures that this one accepted, after those that it was itself given. */
export function figuresAfter(
  { period, history }: Round,
  { facts }: Pick<Consolidation, 'facts'>,
): PastFigure[] {
  const accepted = facts.flatMap(({ key: row, organisation, region, value, counts }) =>
    counts && value !== null ? [{ key: row, organisation, region, period, value }] : [],
  );
  const isNew = (past: PastFigure) => past.period !== period;
  return [...history.filter(isNew), ...accepted];
}
