import type { IndicatorResult } from '../../consolidation/consolidation';
import { STATUSES, type Status } from '../../rule/progress/subject';
import { periodLabel } from '../../plan/period';
import { tally } from '../tally';
import { paragraph } from './blocks';
import type { Block, Run, Sentence } from './briefing';
import { statusChart } from './chart';
import {
  compose,
  headingOf,
  indicatorName,
  listed,
  sentence,
  statusName,
  type BriefingContext,
} from './context';
import { counted, dateRun, shareOf } from './figures';
import type { Draft } from './numbering';
import { isPartial, kindOfRegions } from './regions';
import type { WordingKey } from './wording';

/** 总体情况: what came back, where the indicators stand, against the last period, and by section. */
export function overall(context: BriefingContext): Draft {
  const { last, language, consolidation } = context;
  const label = last && periodLabel(last.period)[language];
  const hasReceived = consolidation.workbooks.some(({ state }) => state !== 'missing');
  const hasPlans = consolidation.plans.length > 1;
  const heading = (key: WordingKey) => headingOf(context, key);
  return {
    heading: heading('headOverall'),
    blocks: [],
    parts: [
      { heading: heading('headReporting'), blocks: submissions(context) },
      { heading: heading('headProgress'), blocks: progress(context) },
      ...(label === null
        ? []
        : [
            {
              heading: headingOf(context, 'headChange', { last: { is: 'date', text: label } }),
              blocks: change(context, { is: 'date', text: label }),
            },
          ]),
      {
        heading: heading(hasPlans ? 'headPlans' : 'headParts'),
        blocks: hasReceived ? parts(context) : [],
      },
    ],
  };
}

function submissions(context: BriefingContext): Block[] {
  const { workbooks, receivedCount, setAside } = context.consolidation;
  const inState = (state: 'accepted' | 'received' | 'missing') =>
    workbooks.filter((workbook) => workbook.state === state).length;
  const issued = counted(workbooks.length, 'issued');
  const received = workbooks.length - inState('missing');
  const late = workbooks.filter(({ state, isLate }) => state !== 'missing' && isLate).length;
  const files = counted(receivedCount, 'files');
  return paragraph(
    received === 0
      ? sentence(context, 'nothingReceived', { issued, made: dateRun(context.createdAt, context) })
      : sentence(context, 'workbooks', {
          issued,
          received: counted(received, 'received'),
          accepted: counted(inState('accepted'), 'accepted'),
          toCorrect: counted(inState('received'), 'to-correct'),
          missing: counted(inState('missing'), 'missing'),
        }),
    late === 0 ? null : sentence(context, 'late', { late: counted(late, 'late') }),
    setAside.length === 0
      ? null
      : sentence(context, 'files', { files, setAside: counted(setAside.length, 'set-aside') }),
  );
}

function progress(context: BriefingContext): Block[] {
  const { consolidation, asked } = context;
  const { indicators } = consolidation;
  const counts = tally(indicators);
  const reported = counts.asked - counts['not-reported'];
  const notAsked = indicators.length - asked.length;
  const met = counts.achieved + counts['on-schedule'];
  return paragraph(
    sentence(context, 'indicators', {
      indicators: counted(indicators.length, 'indicators'),
      asked: counted(asked.length, 'asked'),
    }),
    notAsked === 0
      ? null
      : sentence(context, 'notAsked', { notAsked: counted(notAsked, 'not-asked') }),
    counts.asked === 0
      ? null
      : sentence(context, 'reported', {
          reported: counted(reported, 'reported'),
          notReported: counted(counts['not-reported'], 'not-reported'),
        }),
    ...(reported === 0
      ? [sentence(context, 'nothingToJudge')]
      : [byStatus(context, counts), share(context, met, counts.asked), partial(context)]),
  );
}

function byStatus(context: BriefingContext, counts: Readonly<Record<Status, number>>): Sentence {
  const items = STATUSES.filter((status) => counts[status] > 0 && status !== 'not-reported').map(
    (status) =>
      compose(context, 'statusCount', {
        status: statusName(context, status),
        count: counted(counts[status], status),
      }),
  );
  return sentence(context, 'statuses', { list: listed(context, items) });
}

function share(context: BriefingContext, met: number, asked: number): Sentence {
  if (met === asked) return sentence(context, 'allMet', { asked: counted(asked, 'asked') });
  return sentence(context, 'met', {
    met: counted(met, 'met'),
    share: shareOf(met, asked, 'met', 'asked'),
  });
}

function partial(context: BriefingContext): Sentence | null {
  const results = context.asked.filter(isPartial);
  if (results.length === 0) return null;
  const count = counted(results.length, 'partial');
  return sentence(context, 'partialCount', { count, kind: kindOfRegions(context) });
}

const RANK: Readonly<Record<Status, number>> = {
  achieved: 3,
  'on-schedule': 2,
  'slightly-behind': 1,
  behind: 0,
  'not-reported': -1,
  'not-assessable': -1,
};

interface Move {
  readonly result: IndicatorResult;
  readonly before: Status;
  readonly now: Status;
}

function change(context: BriefingContext, last: Run): Block[] {
  const moves = [...(context.last?.statuses ?? [])].map(([result, before]): Move => {
    return { result, before, now: result.progress.status };
  });
  if (moves.length === 0) return [];
  const isMet = (status: Status) => RANK[status] >= RANK['on-schedule'];
  const met = moves.filter(({ now }) => isMet(now)).length;
  const metBefore = moves.filter(({ before }) => isMet(before)).length;
  const worse = moves.filter(({ before, now }) => RANK[now] < RANK[before]);
  const better = moves.filter(({ before, now }) => RANK[now] > RANK[before]);
  const figure = (value: number, what: ChangeCount): Run => {
    return { is: 'figure', text: String(value), value, source: { of: 'change', what } };
  };
  const wording = met > metBefore ? 'metUp' : met < metBefore ? 'metDown' : 'metSame';
  return paragraph(
    sentence(context, 'comparable', { last, comparable: figure(moves.length, 'comparable') }),
    sentence(context, wording, {
      met: figure(met, 'met'),
      change: figure(Math.abs(met - metBefore), 'met-change'),
      short: figure(moves.length - met, 'short'),
    }),
    better.length + worse.length === 0
      ? null
      : sentence(context, 'moves', {
          better: figure(better.length, 'better'),
          worse: figure(worse.length, 'worse'),
        }),
    worse.length === 0 ? null : worseSentence(context, worse),
  );
}

type ChangeCount = 'comparable' | 'met' | 'met-change' | 'short' | 'better' | 'worse';

function worseSentence(context: BriefingContext, worse: readonly Move[]): Sentence {
  const items = worse.map(({ result, before, now }) =>
    compose(context, 'moved', {
      name: indicatorName(context, result),
      before: statusName(context, before),
      now: statusName(context, now),
    }),
  );
  const list = listed(context, items, context.design.limits.worse);
  const about = worse.slice(0, context.design.limits.worse).map(({ result }) => result);
  return sentence(context, 'worse', { list }, about);
}

function parts(context: BriefingContext): Block[] {
  const chart = statusChart(context);
  if (!chart) return [];
  const { indicators: appendix } = context.appendices;
  const wording = context.consolidation.plans.length > 1 ? 'partsPlans' : 'parts';
  return [...paragraph(sentence(context, wording, { appendix })), { is: 'chart', chart }];
}
