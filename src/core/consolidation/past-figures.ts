import { formatPeriod } from '../plan/period';
import type { PastFigure } from '../template/round';
import type { Consolidation } from './consolidation';
import { withoutTail } from './decimals';

/** What one earlier round knows. */
export interface RoundHistory {
  /** ISO time. */
  readonly issuedAt: string;
  /** What it was itself given. */
  readonly carried: readonly PastFigure[];
  /** What it accepts, compiled as its inbox is now. */
  readonly accepted: readonly PastFigure[];
}

/** The figures and statuses that count in a round, as later rounds are given them. */
export function acceptedIn({ facts, period }: Consolidation): PastFigure[] {
  const written = formatPeriod(period);
  return facts.flatMap(({ key, organisation, region, value, milestone, counts }): PastFigure[] => {
    if (!counts || (value === null && milestone === null)) return [];
    const figure = { key, organisation, region, period: written, value };
    return [milestone === null ? figure : { ...figure, milestone }];
  });
}

/**
 * One history out of those of several rounds, in whatever order they are named. A round knows the
 * figures of its own period best: one that was corrected there since it was handed on is a revision.
 */
export function mergeHistories(histories: readonly RoundHistory[]): PastFigure[] {
  const rounds = [...histories].sort((left, right) => compare(left.issuedAt, right.issuedAt));
  const merged = new Map<string, PastFigure>();
  for (const carried of rounds.map((round) => round.carried))
    for (const figure of carried) put(merged, figure);
  // a round of the same period that was issued later stands over an earlier one
  for (const accepted of rounds.map((round) => round.accepted))
    for (const figure of accepted) put(merged, figure);
  return [...merged.values()];
}

function put(merged: Map<string, PastFigure>, figure: PastFigure): void {
  const { key, organisation, region, period, value, milestone } = figure;
  const place = JSON.stringify([key, organisation, region, period]);
  const known = merged.get(place);
  const former = figure.revisedFrom ?? known?.revisedFrom ?? known?.value ?? null;
  const isRevised = former !== null && value !== null && withoutTail(former) !== withoutTail(value);
  merged.set(place, {
    ...{ key, organisation, region, period, value },
    ...(milestone && { milestone }),
    ...(isRevised && { revisedFrom: former }),
  });
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
