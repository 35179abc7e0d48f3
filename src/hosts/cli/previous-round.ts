import { figuresAfter } from '../../core/consolidation/round-input';
import type { PastFigure } from '../../core/template/round';
import { consolidateRound } from './compile-round';
import { openRound } from './round-folder';

/** The figures that the round accepted, after those that it was itself given. */
export async function acceptedFigures(
  folder: string,
  key: Uint8Array | null,
): Promise<PastFigure[]> {
  const opened = await openRound(folder);
  return figuresAfter(opened.round, await consolidateRound(opened, key));
}
