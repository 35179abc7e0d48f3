import type { ReturnRecord } from '../../../core/report/return-record';
import type { Expected } from '../../../core/review/against-round';
import type { IssuedTemplate } from '../../../core/submission/recover/identity';
import { reissue } from '../../../core/submission/recover/reissue';
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
  const { round } = against;
  const { id, period, plans, isSigned } = round;
  let templates: readonly IssuedTemplate[] | null = null;
  return {
    round: { id, period },
    plans: plans.map(({ plan, hash }) => ({ id: plan.id, title: plan.title, hash })),
    isSigned,
    templates: () => (templates ??= reissue(round, digestWith(null))),
  };
}
