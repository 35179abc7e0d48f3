import type { IndicatorResult } from '../../consolidation/consolidation';
import { reasonText } from '../../rule/progress/messages';
import { isAccumulating, isGrowth, type Status } from '../../rule/progress/subject';
import { frequencyLabels } from '../../consolidation/messages';
import { list, paragraph } from './blocks';
import type { Block, Run, Sentence } from './briefing';
import {
  compose,
  headingOf,
  indicatorName,
  listed,
  named,
  quoted,
  said,
  sentence,
  strong,
  wordsOf,
  type BriefingContext,
} from './context';
import {
  actualOf,
  completionOf,
  counted,
  gapSizeOf,
  paceSizeOf,
  scheduledOf,
  targetOf,
} from './figures';
import type { Draft } from './numbering';
import { isPartial, kindOfRegions } from './regions';

/** 进展较好的指标: the achieved ones one by one, and which are furthest ahead of schedule. */
export function whatGoesWell(context: BriefingContext): Draft {
  const achieved = withStatus(context, 'achieved');
  const onSchedule = withStatus(context, 'on-schedule');
  const isNone = achieved.length + onSchedule.length === 0;
  return {
    heading: headingOf(context, 'headMet'),
    blocks: isNone && hasFigures(context) ? paragraph(sentence(context, 'noneMet')) : [],
    parts: [
      {
        heading: headingOf(context, 'headAchieved'),
        blocks: done(context, achieved),
      },
      { heading: headingOf(context, 'headOnSchedule'), blocks: ahead(context, onSchedule) },
    ],
  };
}

/** 进度滞后的指标: how far each is behind, who leads it, what is still needed, what is said about it. */
export function whatIsBehind(context: BriefingContext): Draft {
  const behind = furthestFirst(withStatus(context, 'behind'));
  const slightly = furthestFirst(withStatus(context, 'slightly-behind'));
  const isNone = behind.length + slightly.length === 0;
  const inBrief = (result: IndicatorResult) => [
    figures(result, context),
    completion(result, context),
    partial(result, context),
    lead(result, context),
  ];
  const inFull = (result: IndicatorResult) => [
    ...inBrief(result),
    pace(result, context),
    explanation(result, context),
  ];
  return {
    heading: headingOf(context, 'headShort'),
    blocks: isNone && hasFigures(context) ? paragraph(sentence(context, 'noneShort')) : [],
    parts: [
      {
        heading: headingOf(context, 'headBehind'),
        blocks: itemised(context, behind, 'behind', inFull),
      },
      {
        heading: headingOf(context, 'headSlightly'),
        blocks: itemised(context, slightly, 'slightly', inBrief),
      },
      {
        heading: headingOf(context, 'headLeads'),
        blocks: isNone ? [] : leads(context, [...behind, ...slightly]),
      },
    ],
  };
}

export function withStatus({ asked }: BriefingContext, status: Status): IndicatorResult[] {
  return asked.filter(({ progress }) => progress.status === status);
}

function hasFigures({ asked }: BriefingContext): boolean {
  return asked.some(({ progress }) => progress.status !== 'not-reported');
}

function furthestFirst(results: readonly IndicatorResult[]): IndicatorResult[] {
  const gapOf = ({ progress }: IndicatorResult) => progress.gap ?? 0;
  return [...results].sort((left, right) => gapOf(left) - gapOf(right));
}

const STATUS_OF = {
  behind: 'behind',
  slightly: 'slightly-behind',
} as const satisfies Record<string, Status>;

/** How many there are, then the first of them one by one. */
function itemised(
  context: BriefingContext,
  results: readonly IndicatorResult[],
  key: keyof typeof STATUS_OF,
  item: (result: IndicatorResult) => readonly (Sentence | null)[],
): Block[] {
  if (results.length === 0) return [];
  const shown = results.slice(0, context.design.limits[key]);
  const count = counted(results.length, STATUS_OF[key]);
  return [
    ...paragraph(
      sentence(context, key, { count }),
      restOf(context, results.length, shown.length, STATUS_OF[key]),
    ),
    ...list(shown.map(item)),
  ];
}

function restOf(
  context: BriefingContext,
  count: number,
  listed: number,
  what: Status,
): Sentence | null {
  if (count <= listed) return null;
  const value = count - listed;
  const source = { of: 'rest', what, listed } as const;
  const rest: Run = { is: 'figure', text: String(value), value, source };
  return sentence(context, 'rest', { rest, appendix: context.appendices.indicators });
}

function done(context: BriefingContext, results: readonly IndicatorResult[]): Block[] {
  if (results.length === 0) return [];
  const shown = results.slice(0, Math.max(1, context.design.limits.achieved));
  const items = shown.map((result) => {
    const name = indicatorName(context, result);
    const actual = actualOf(context, result) ?? [];
    const who = named(result.reporter);
    return result.milestone === null
      ? compose(context, 'achievedItem', {
          name,
          actual,
          target: targetOf(context, result),
          lead: who,
        })
      : compose(context, 'achievedMilestone', { name, milestone: actual, lead: who });
  });
  const count = counted(results.length, 'achieved');
  return paragraph(
    sentence(context, 'achieved', { count, list: listed(context, items, items.length) }, shown),
    restOf(context, results.length, shown.length, 'achieved'),
  );
}

function ahead(context: BriefingContext, results: readonly IndicatorResult[]): Block[] {
  if (results.length === 0) return [];
  const first = furthestFirst(results)
    .reverse()
    .filter(({ progress }) => (progress.gap ?? 0) > 0)
    .slice(0, Math.max(1, context.design.limits.ahead));
  const items = first.map((result) =>
    compose(context, 'aheadItem', {
      name: indicatorName(context, result),
      gap: gapSizeOf(result) ?? [],
    }),
  );
  return paragraph(
    sentence(context, 'onSchedule', { count: counted(results.length, 'on-schedule') }),
    items.length === 0
      ? null
      : sentence(context, 'ahead', { list: listed(context, items, items.length) }, first),
  );
}

function figures(result: IndicatorResult, context: BriefingContext): Sentence {
  const name = strong(indicatorName(context, result));
  const actual = actualOf(context, result) ?? [];
  if (result.milestone !== null)
    return sentence(context, 'itemMilestone', { name, milestone: actual }, [result]);
  const target = targetOf(context, result);
  const scheduled = scheduledOf(result);
  const { progress, indicator } = result;
  const isDue = scheduled === null || progress.scheduled === indicator.target.value;
  return isDue
    ? sentence(context, 'itemDue', { name, actual, target }, [result])
    : sentence(context, 'itemScheduled', { name, actual, scheduled, target }, [result]);
}

function completion(result: IndicatorResult, context: BriefingContext): Sentence | null {
  const share = completionOf(result);
  const size = gapSizeOf(result);
  const { gap } = result.progress;
  if (size === null || gap === null || gap === 0)
    return share && sentence(context, 'completion', { completion: share }, [result]);
  // the gap of a growth is between the rates themselves
  if (isGrowth(result.indicator.kind) || share === null)
    return sentence(context, gap < 0 ? 'pointsBelow' : 'pointsAbove', { gap: size }, [result]);
  const key = gap < 0 ? 'completionBelow' : 'completionAbove';
  return sentence(context, key, { completion: share, gap: size }, [result]);
}

function partial(result: IndicatorResult, context: BriefingContext): Sentence | null {
  if (!isPartial(result)) return null;
  const { missingRegions, id } = result;
  const value = missingRegions.length;
  const source = { of: 'indicator', id, field: 'missing-regions' } as const;
  const count: Run = { is: 'figure', text: String(value), value, source };
  const list = listed(context, missingRegions.map(named));
  return sentence(context, 'partial', { count, kind: kindOfRegions(context), list }, [result]);
}

function lead(result: IndicatorResult, context: BriefingContext): Sentence {
  const { leadUnit, leader } = result.indicator;
  if (leadUnit === null)
    return result.composition === 'rolled-up'
      ? sentence(context, 'rolledUp', { kind: kindOfRegions(context) }, [result])
      : sentence(context, 'reporter', { lead: named(result.reporter) }, [result]);
  const fillings = { lead: named(leadUnit) };
  return leader === null
    ? sentence(context, 'lead', fillings, [result])
    : sentence(context, 'leadAndLeader', { ...fillings, leader: named(leader) }, [result]);
}

/** What each period left needs; that it is too late, where it is. */
function pace(result: IndicatorResult, context: BriefingContext): Sentence | null {
  const { requiredPace, requiredPaceReason, indicator } = result;
  const size = paceSizeOf(result, wordsOf(context, 'points'));
  if (requiredPace === null || size === null) {
    const final = (['ceiling-exceeded', 'no-period-left'] as const)
      .map((reason) => reasonText(reason, indicator.target))
      .find(({ zh }) => zh === requiredPaceReason?.zh);
    return final
      ? { runs: [quoted(context, said(context, final))], indicators: [result.id] }
      : null;
  }
  const { granularity } = context.consolidation.period;
  const length = named(said(context, frequencyLabels[granularity]));
  return sentence(context, paceWording(result, requiredPace), { pace: size, length }, [result]);
}

function paceWording({ indicator }: IndicatorResult, perPeriod: number) {
  const { kind, direction } = indicator;
  if (!isAccumulating(kind)) return perPeriod < 0 ? 'paceFall' : 'paceRise';
  return direction === 'lower' && kind !== 'change' ? 'paceCeiling' : 'paceTotal';
}

function explanation(result: IndicatorResult, context: BriefingContext): Sentence {
  if (result.explanation.trim() === '') return sentence(context, 'notExplained', {}, [result]);
  const words = quoted(context, result.explanation);
  return sentence(context, 'explained', { explanation: words }, [result]);
}

function leads(context: BriefingContext, results: readonly IndicatorResult[]): Block[] {
  const led = results.flatMap(({ indicator }) => indicator.leadUnit ?? []);
  const unled = results.length - led.length;
  const found = mostFrequentFirst(led);
  const items = found.map(([name, count]) =>
    compose(context, 'leadCount', {
      lead: named(name),
      count: counted(count, 'short', { lead: name }),
    }),
  );
  const count = counted(found.length, 'leads-behind');
  return paragraph(
    found.length === 0
      ? null
      : sentence(context, 'leads', { count, list: listed(context, items) }, results),
    unled === 0 ? null : sentence(context, 'unled', { count: counted(unled, 'unled') }),
  );
}

/** Each name once with how often it stands there, the most frequent first. */
export function mostFrequentFirst(names: readonly string[]): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, left], [, right]) => right - left);
}
