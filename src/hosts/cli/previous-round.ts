import {
  acceptedIn,
  mergeHistories,
  type RoundHistory,
} from '../../core/consolidation/past-figures';
import type { PastFigure } from '../../core/template/round';
import { consolidateRound } from './compile-round';
import { openRound } from './round-folder';

/** The figures that rounds accepted and those that they were themselves given, each of its latest version. */
export async function acceptedFigures(
  folders: readonly string[],
  key: Uint8Array | null,
): Promise<PastFigure[]> {
  const histories: RoundHistory[] = [];
  for (const folder of folders) {
    const opened = await openRound(folder);
    const { issuedAt, history } = opened.round;
    const consolidation = await consolidateRound(opened, key);
    histories.push({ issuedAt, carried: history, accepted: acceptedIn(consolidation) });
  }
  return mergeHistories(histories);
}
