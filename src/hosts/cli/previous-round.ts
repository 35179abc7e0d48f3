import type { PastFigure } from '../../core/template/round';
import { consolidateRound } from './compile-round';
import { openRound } from './round-folder';

/** The figures that the round accepted, after those that it was itself given. */
export async function acceptedFigures(
  folder: string,
  key: Uint8Array | null,
): Promise<PastFigure[]> {
  const opened = await openRound(folder);
  const { facts } = await consolidateRound(opened, key);
  const { period, history } = opened.round;
  const accepted = facts.flatMap(({ key: row, organisation, region, value, counts }) =>
    counts && value !== null ? [{ key: row, organisation, region, period, value }] : [],
  );
  const isNew = (past: PastFigure) => past.period !== period;
  return [...history.filter(isNew), ...accepted];
}
