import { dateOf } from '../../consolidation/times';
import { frequencyLabels } from '../../consolidation/messages';
import { isReplaced } from '../exceptions';
import { list } from './blocks';
import type { Sentence } from './briefing';
import { headingOf, listed, named, said, sentence, type BriefingContext } from './context';
import { counted, dateRun } from './figures';
import type { Draft } from './numbering';
import { missingWorkbooks, namesOf, workbooksToCorrect } from './problems';
import { mostFrequentFirst, withStatus } from './standing';

/** 请办事项: only what follows from the figures; a date only where the round has set it. */
export function nextSteps(context: BriefingContext): Draft {
  const steps = [remind(context), correct(context), sendAnew(context), catchUp(context)].filter(
    (step) => step.length > 0,
  );
  return { heading: headingOf(context, 'headNext'), blocks: list(steps), parts: [] };
}

function remind(context: BriefingContext): Sentence[] {
  const workbooks = missingWorkbooks(context);
  if (workbooks.length === 0) return [];
  const { due } = context.consolidation;
  const isPast = dateOf(context.createdAt) > due;
  return [
    sentence(context, isPast ? 'nextMissingAfter' : 'nextMissingBefore', {
      list: namesOf(context, workbooks),
      due: dateRun(due, context),
    }),
  ];
}

function correct(context: BriefingContext): Sentence[] {
  const workbooks = workbooksToCorrect(context);
  return workbooks.length === 0
    ? []
    : [sentence(context, 'nextErrors', { list: namesOf(context, workbooks) })];
}

function sendAnew(context: BriefingContext): Sentence[] {
  const files = context.consolidation.setAside.filter((file) => !isReplaced(file));
  const count = counted(files.length, 'to-send-anew');
  return files.length === 0 ? [] : [sentence(context, 'nextSetAside', { count })];
}

function catchUp(context: BriefingContext): Sentence[] {
  const behind = withStatus(context, 'behind');
  if (behind.length === 0) return [];
  const names = mostFrequentFirst(behind.map(({ reporter }) => reporter)).map(([name]) =>
    named(name),
  );
  const { granularity } = context.consolidation.period;
  const length = named(said(context, frequencyLabels[granularity]));
  const appendix = context.appendices.indicators;
  const hasPace = behind.some(({ requiredPace }) => requiredPace !== null);
  return [
    sentence(context, 'nextBehind', { list: listed(context, names) }, behind),
    ...(hasPace ? [sentence(context, 'nextPace', { length, appendix })] : []),
  ];
}
