import { formatPeriod } from '../plan/period';
import { fill, type Text } from '../plan/text';
import type { CountedSubmission, IssuedWorkbook, ReceivedFile, RoundInput } from './consolidation';
import { decisionMessages } from './decision-messages';
import { whoIs } from './messages';

type Round = Pick<RoundInput, 'plans' | 'period' | 'issued'>;

/** Why the coordinator cannot accept a file, whatever the reason given; null where it can count. */
export function whyNotAcceptable(
  { file, content }: ReceivedFile<CountedSubmission>,
  round: Round,
): Text | null {
  if (content.is === 'unreadable')
    return fill(decisionMessages.notAWorkbook, { file, reason: content.reason });
  const { model, seal } = content.submission;
  if (seal === 'altered') return fill(decisionMessages.alteredIdentity, { file });
  // a region's own round over the same plan has a title of its own
  const isOtherPlan = model.plans.some(
    ({ id, title }) => !round.plans.some((plan) => plan.id === id && plan.title === title),
  );
  if (isOtherPlan || model.period !== formatPeriod(round.period)) {
    const titles = model.plans.map(({ title }) => `《${title}》`).join('、');
    return fill(decisionMessages.otherPlanOrPeriod, { file, found: `${titles} ${model.period}` });
  }
  return workbookFor(content.submission, round)
    ? null
    : fill(decisionMessages.notIssued, { file, who: whoIs(model) });
}

/** The issued workbook that a submission claims to be, whether or not it carries its seal. */
export function workbookFor(
  { model }: Pick<CountedSubmission, 'model'>,
  { issued }: Pick<Round, 'issued'>,
): IssuedWorkbook | null {
  const { organisation, region } = model;
  return (
    issued.find(
      (workbook) => workbook.organisation === organisation && workbook.region === region,
    ) ?? null
  );
}
