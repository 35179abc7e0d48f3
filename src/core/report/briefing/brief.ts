import { lastPeriod } from '../../consolidation/last-period';
import type { Consolidation } from '../../consolidation/consolidation';
import { periodLabel } from '../../plan/period';
import { dateOf } from '../../consolidation/times';
import { appendices } from './appendices';
import type { Briefing, Run, Sentence } from './briefing';
import {
  compose,
  headingOf,
  listed,
  named,
  planName,
  reporterName,
  sentence,
  wordsOf,
  type BriefingContext,
  type BriefingOptions,
} from './context';
import { counted, dateRun } from './figures';
import { nextSteps } from './next-steps';
import { numbered } from './numbering';
import { overall } from './overall';
import { problems } from './problems';
import { areCities, byRegion, regionsOf } from './regions';
import { whatGoesWell, whatIsBehind } from './standing';

export type { BriefingOptions } from './context';

/**
 * The bulletin (通报) that a coordinator edits and sends out. Every figure, name and quotation in it comes
 * from the consolidation; the wording is the design's.
 */
export function brief(consolidation: Consolidation, options: BriefingOptions): Briefing {
  const context = contextOf(consolidation, options);
  const { language, createdAt, product } = options;
  const sections = numbered(
    [
      overall(context),
      whatGoesWell(context),
      whatIsBehind(context),
      byRegion(context),
      problems(context),
      nextSteps(context),
    ],
    language,
  );
  const behind = appendices(context);
  const year = dateOf(createdAt).slice(0, 4);
  return {
    language,
    title: compose(context, 'title', { period: periodRun(context), plans: plansRuns(context) }),
    documentNumber: compose(context, 'documentNumber', { year: { is: 'date', text: year } }),
    addressees: compose(context, 'addressees', { list: addressees(context) }),
    opening: opening(context),
    sections,
    attachments: behind.map(({ title }) => title),
    signature: { by: [named(options.coordinator)], date: [dateRun(createdAt, context)] },
    appendices: behind,
    createdAt,
    product,
  };
}

function contextOf(consolidation: Consolidation, options: BriefingOptions): BriefingContext {
  const unlabelled: Run = named('');
  const context: BriefingContext = {
    ...options,
    consolidation,
    asked: consolidation.indicators.filter(({ isAsked }) => isAsked),
    last: lastPeriod(consolidation, options.history),
    appendices: { indicators: unlabelled, regions: unlabelled, findings: unlabelled },
  };
  const hasRegions =
    regionsOf(context).length > 0 && context.asked.some(({ regions }) => regions.length > 0);
  const label = (number: number) =>
    named(headingOf(context, 'appendix', { number: named(String(number)) }));
  return {
    ...context,
    appendices: {
      indicators: label(1),
      regions: label(2),
      findings: label(hasRegions ? 3 : 2),
    },
  };
}

function periodRun({ consolidation, language }: BriefingContext): Run {
  return { is: 'date', text: periodLabel(consolidation.period)[language] };
}

/** The plan, or the first one and how many there are. */
function plansRuns(context: BriefingContext): Run[] {
  const { plans } = context.consolidation;
  const first = planName(context, plans[0]!.title);
  if (plans.length === 1) return first;
  return compose(context, 'plansAndMore', { first, count: counted(plans.length, 'plans') });
}

/** Everybody who was asked: by name where they are few, else by what they are. */
function addressees(context: BriefingContext): Run[] {
  const { workbooks } = context.consolidation;
  const reporters = new Map(
    workbooks.map(({ issued }) => [JSON.stringify([issued.organisation, issued.region]), issued]),
  );
  if (reporters.size > 0 && reporters.size <= context.design.limits.addressees)
    return listed(
      context,
      [...reporters.values()].map((issued) => reporterName(context, issued)),
      reporters.size,
    );
  const regions = regionsOf(context);
  const hasUnits =
    regions.length === 0 || workbooks.some(({ issued }) => issued.organisation !== issued.region);
  const words = (key: 'addressCities' | 'addressRegions' | 'addressUnits'): Run => {
    return { is: 'words', text: wordsOf(context, key) };
  };
  return listed(context, [
    ...(regions.length > 0 ? [words(areCities(context) ? 'addressCities' : 'addressRegions')] : []),
    ...(hasUnits ? [words('addressUnits')] : []),
  ]);
}

function opening(context: BriefingContext): Sentence[] {
  const { plans, due } = context.consolidation;
  const first = sentence(context, 'opening', {
    plans: plansRuns(context),
    period: periodRun(context),
    due: dateRun(due, context),
    made: dateRun(context.createdAt, context),
  });
  if (plans.length === 1) return [first];
  const names = plans.map(({ title }) => planName(context, title));
  return [first, sentence(context, 'plansCovered', { list: listed(context, names, plans.length) })];
}
