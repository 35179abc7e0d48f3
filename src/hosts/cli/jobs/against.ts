import type { ReturnRecord } from '../../../core/report/return-record';
import type { Expected } from '../../../core/review/against-round';
import { expectedOfRound } from '../../../core/review/expected-of-round';
import type { Round } from '../../../core/template/round';
import { digestWith } from '../digest';

/** What files are held against, as plain data: it is handed to other threads. */
export type Against =
  | {
      readonly round: Round;
      /** What the round has returned, where a submission is to be held against it. */
      readonly returned?: readonly ReturnRecord[];
    }
  | { readonly plans: Expected['plans'] };

/** The same as the core wants it. Without a round a workbook answers for itself. */
export function expectedFrom(against: Against): Expected {
  if ('plans' in against) return { round: null, isSigned: false, plans: against.plans };
  return expectedOfRound(against.round, digestWith(null));
}
