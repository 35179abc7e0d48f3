import { frequencyLabels } from '../../consolidation/messages';
import type { FiledFinding, IndicatorResult } from '../../consolidation/consolidation';
import { SEVERITIES } from '../../plan/schema';
import {
  exceptionColumns,
  findingColumns,
  indicatorColumns,
  regionColumns,
} from '../column-labels';
import { reportMessages } from '../messages';
import { resultsByKey } from '../context';
import type { Appendix, Cell, Column, Run } from './briefing';
import {
  headingOf,
  indicatorName,
  named,
  planName,
  reporterName,
  said,
  sentence,
  statusName,
  wordsOf,
  type BriefingContext,
} from './context';
import {
  actualOf,
  amount,
  bare,
  completionOf,
  gapOf,
  paceOf,
  percent,
  scheduledOf,
  targetOf,
} from './figures';
import { limited, limitedRegions } from './limited';
import { subjectOf } from './problems';
import { kindOfRegions, regionsOf } from './regions';

/** What stands in full behind the text: every indicator, the figures of regions, the findings. */
export function appendices(context: BriefingContext): Appendix[] {
  const { indicators, regions, findings } = context.appendices;
  const built = [
    { label: indicators, appendix: indicatorsAppendix(context) },
    { label: regions, appendix: regionsAppendix(context) },
    { label: findings, appendix: findingsAppendix(context) },
  ];
  return built.flatMap(({ label, appendix }) =>
    appendix ? [{ ...appendix, label: label.text }] : [],
  );
}

type Unlabelled = Omit<Appendix, 'label'>;

function sequence(index: number): Cell {
  const value = index + 1;
  return {
    runs: [{ is: 'figure', text: String(value), value, source: { of: 'sequence' } }],
  };
}

function column(label: string, width: number, align: Column['align'] = 'center'): Column {
  return { label: label.replace('\n', ''), width, align };
}

function indicatorsAppendix(context: BriefingContext): Unlabelled {
  const { asked, consolidation } = context;
  const { shown, notes } = limited(context, asked, 'asked');
  const hasPlans = consolidation.plans.length > 1;
  const say = (id: keyof typeof indicatorColumns) => said(context, indicatorColumns[id]);
  const length = named(said(context, frequencyLabels[consolidation.period.granularity]));
  const near: Run = {
    is: 'figure',
    text: percent(consolidation.nearSchedule),
    value: consolidation.nearSchedule,
    source: { of: 'threshold' },
  };
  return {
    title: wordsOf(context, 'appIndicators'),
    table: {
      caption: '',
      columns: [
        column(say('sequence'), 3),
        ...(hasPlans ? [column(say('plan'), 16, 'left')] : []),
        column(say('indicator'), 15, 'left'),
        column(say('measureUnit'), 6),
        column(say('target'), 6),
        column(say('scheduled'), 6, 'right'),
        column(say('actual'), 6, 'right'),
        column(say('completion'), 6, 'right'),
        column(say('gap'), 6, 'right'),
        column(say('status'), 5),
        column(headingOf(context, 'paceColumn', { length }), 7, 'right'),
        column(say('organisation'), 10, 'left'),
      ],
      rows: shown.map((result, index) => [
        sequence(index),
        ...(hasPlans ? [{ runs: planName(context, result.plan.title) }] : []),
        ...indicatorCells(result, context),
      ]),
    },
    notes: [...notes, sentence(context, 'statusNote', { near })],
  };
}

function indicatorCells(result: IndicatorResult, context: BriefingContext): Cell[] {
  const { progress, reporter } = result;
  const { measureUnit } = result.indicator;
  return [
    { runs: indicatorName(context, result) },
    { runs: [named(measureUnit)] },
    { runs: bare(targetOf(context, result), measureUnit) },
    { runs: bare(scheduledOf(result), measureUnit) },
    { runs: bare(actualOf(context, result), measureUnit) },
    { runs: bare(completionOf(result), '') },
    { runs: bare(gapOf(result), '') },
    { runs: [statusName(context, progress.status)], status: progress.status },
    { runs: bare(paceOf(result), '') },
    { runs: [named(reporter)] },
  ];
}

/** Null in a round without regions. */
function regionsAppendix(context: BriefingContext): Unlabelled | null {
  const all = regionsOf(context);
  const results = context.asked.filter((result) => result.regions.length > 0);
  if (all.length === 0 || results.length === 0) return null;
  const { shown: regions, notes: others } = limitedRegions(context, all);
  const { shown, notes } = limited(context, results, 'asked-of-regions');
  const say = (id: keyof typeof regionColumns) => said(context, regionColumns[id]);
  return {
    title: headingOf(context, 'appRegions', { kind: kindOfRegions(context) }),
    table: {
      caption: '',
      columns: [
        column(say('sequence'), 3),
        column(say('indicator'), 14, 'left'),
        column(say('measureUnit'), 6),
        column(say('whole'), 6, 'right'),
        ...regions.map((region) => column(region, 5, 'right')),
      ],
      rows: shown.map((result, index) => [
        sequence(index),
        { runs: indicatorName(context, result) },
        { runs: [named(result.indicator.measureUnit)] },
        { runs: bare(actualOf(context, result), result.indicator.measureUnit) },
        ...regions.map((region): Cell => ({ runs: regionFigure(result, region, context) })),
      ]),
    },
    notes: [...notes, ...others, sentence(context, 'figureNote')],
  };
}

function regionFigure(result: IndicatorResult, region: string, context: BriefingContext): Run[] {
  const own = result.regions.find((candidate) => candidate.region === region);
  const status = own?.facts.find(({ counts, milestone }) => counts && milestone !== null);
  if (status?.milestone) return [named(said(context, context.form.milestones[status.milestone]))];
  const value = own?.actual ?? null;
  if (value === null) return [];
  const text = amount(value, result.indicator.precision, '');
  return [{ is: 'figure', text, value, source: { of: 'region-figure', id: result.id, region } }];
}

/** What must be corrected or explained, errors first; null where nothing must. */
function findingsAppendix(context: BriefingContext): Unlabelled | null {
  const all = toSettle(context);
  if (all.length === 0) return null;
  const { shown, notes } = limited(context, all, 'findings');
  const names = subjectNames(shown, context);
  const say = (id: keyof typeof findingColumns) => said(context, findingColumns[id]);
  return {
    title: wordsOf(context, 'appFindings'),
    table: {
      caption: '',
      columns: [
        column(say('sequence'), 3),
        column(say('severity'), 5),
        column(said(context, exceptionColumns.organisation), 10, 'left'),
        column(say('indicator'), 14, 'left'),
        column(wordsOf(context, 'problem'), 40, 'left'),
      ],
      rows: shown.map((finding, index) => [
        sequence(index),
        { runs: [named(said(context, context.form.severities[finding.severity].label))] },
        { runs: finding.file === '' ? planCheck(context) : reporterName(context, finding) },
        { runs: names.get(finding) ?? [] },
        { runs: [{ is: 'quote', text: said(context, finding.message) }] },
      ]),
    },
    notes,
  };
}

/** Findings that keep a figure out or owe an explanation, errors first. */
export function toSettle({
  consolidation,
}: Pick<BriefingContext, 'consolidation'>): FiledFinding[] {
  return SEVERITIES.filter((severity) => severity !== 'note').flatMap((severity) =>
    consolidation.findings.filter((finding) => finding.severity === severity),
  );
}

function planCheck(context: BriefingContext): Run[] {
  return [named(said(context, reportMessages.planCheck))];
}

/** What each finding is about: its row, else its indicator. */
function subjectNames(
  findings: readonly FiledFinding[],
  context: BriefingContext,
): ReadonlyMap<FiledFinding, Run[]> {
  const { facts } = context.consolidation;
  const place = (file: string, key: string | null) => JSON.stringify([file, key]);
  const wanted = new Set(findings.map(({ file, entry }) => place(file, entry)));
  const rows = new Map(
    facts
      .map((fact) => [place(fact.file, fact.key), fact.name] as const)
      .filter(([at]) => wanted.has(at)),
  );
  const owners = resultsByKey(context.consolidation);
  return new Map(
    findings.map((finding) => {
      const row = rows.get(place(finding.file, finding.entry));
      if (row !== undefined) return [finding, [named(row)]];
      const result = subjectOf(finding, owners, context);
      return [finding, result ? indicatorName(context, result) : []];
    }),
  );
}
