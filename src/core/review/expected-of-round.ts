import type { IssuedTemplate } from '../submission/recover/identity';
import { reissue } from '../submission/recover/reissue';
import type { Round } from '../template/round';
import type { Digest } from '../template/seal';
import type { Expected } from './against-round';

/** What a workbook that is sent to this round is held against. */
export function expectedOfRound(round: Round, digest: Digest): Expected {
  const { id, period, plans, isSigned } = round;
  let templates: readonly IssuedTemplate[] | null = null;
  return {
    round: { id, period },
    plans: plans.map(({ plan, hash }) => ({ id: plan.id, title: plan.title, hash })),
    isSigned,
    // each has the seal that it was issued with, so no key is needed to make them again
    templates: () => (templates ??= reissue(round, { sha256: (text) => digest.sha256(text) })),
  };
}
