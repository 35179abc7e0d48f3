import type { IndicatorResult, RegionResult } from '../../consolidation/consolidation';
import { STATUSES, type Status } from '../../rule/progress/subject';
import { organisationColumns, submissionColumns } from '../column-labels';
import { reportMessages } from '../messages';
import { paragraph } from './blocks';
import type { Cell, Column, Counted, Run, Table } from './briefing';
import { headingOf, named, said, sentence, wordsOf, type BriefingContext } from './context';
import { counted } from './figures';
import { limitedRegions } from './limited';
import type { Draft } from './numbering';

/** The regions that have a workbook of their own, in the plans' order. */
export function regionsOf({ consolidation }: Pick<BriefingContext, 'consolidation'>): string[] {
  const { plans, workbooks } = consolidation;
  const asked = new Set(workbooks.flatMap(({ issued }) => issued.region ?? []));
  const named = plans.flatMap((plan) => plan.regions.map(({ name }) => name));
  return [...new Set([...named, ...asked])].filter((name) => asked.has(name));
}

/** 区（县、市）, or 市 where a province's cities report. */
export function kindOfRegions(context: BriefingContext): Run {
  return { is: 'words', text: wordsOf(context, areCities(context) ? 'kindCities' : 'kindRegions') };
}

export function areCities({ consolidation }: Pick<BriefingContext, 'consolidation'>): boolean {
  return regionsOf({ consolidation }).every((name) => !/[区县]$/.test(name));
}

/** 各区（县、市）情况: what each region sent and how it stands; nothing in a round without regions. */
export function byRegion(context: BriefingContext): Draft {
  const regions = regionsOf(context);
  const kind = kindOfRegions(context);
  const heading = headingOf(context, 'headRegions', { kind });
  if (regions.length === 0) return { heading, blocks: [], parts: [] };
  const { shown, notes } = limitedRegions(context, regions);
  const statuses = STATUSES.filter((status) =>
    regions.some((region) => countStatus(context, region, status) > 0),
  ).filter((status) => status !== 'not-reported');
  return {
    heading,
    blocks: [
      ...paragraph(
        sentence(context, 'regions', { count: counted(regions.length, 'regions'), kind }),
        statuses.length === 0 ? null : sentence(context, 'regionOwnTargets'),
      ),
      { is: 'table', table: regionTable(context, shown, statuses) },
      ...paragraph(...notes),
    ],
    parts: [],
  };
}

/** What every region says of an indicator that it was asked for. */
export function ofRegion(
  { asked }: Pick<BriefingContext, 'asked'>,
  region: string,
): { readonly result: IndicatorResult; readonly own: RegionResult }[] {
  return asked.flatMap((result) => {
    const own = result.regions.find((candidate) => candidate.region === region);
    return own ? [{ result, own }] : [];
  });
}

/** Whether the figure is made of regions and is without some of them. */
export function isPartial({ composition, missingRegions }: IndicatorResult): boolean {
  return composition === 'rolled-up' && missingRegions.length > 0;
}

/** Whether the region has a figure, or a milestone's status, that counts. */
export function hasFigure({ actual, facts }: RegionResult): boolean {
  return actual !== null || facts.some(({ counts, milestone }) => counts && milestone !== null);
}

function countStatus(context: BriefingContext, region: string, status: Status): number {
  return ofRegion(context, region).filter(({ own }) => own.progress?.status === status).length;
}

function regionTable(
  context: BriefingContext,
  regions: readonly string[],
  statuses: readonly Status[],
): Table {
  const column = (label: string, width = 3): Column => ({ label, width, align: 'center' });
  const regionLabel = submissionColumns.region;
  return {
    caption: headingOf(context, 'regionTable', { kind: kindOfRegions(context) }),
    columns: [
      {
        label: areCities(context) ? wordsOf(context, 'kindCities') : said(context, regionLabel),
        width: 5,
        align: 'left',
      },
      column(said(context, reportMessages.issued)),
      column(wordsOf(context, 'regionSent')),
      column(said(context, reportMessages.accepted)),
      column(said(context, reportMessages.late)),
      column(said(context, organisationColumns.errors)),
      column(said(context, organisationColumns.explanations)),
      column(said(context, reportMessages.asked)),
      column(wordsOf(context, 'regionFigures')),
      ...statuses.map((status) => column(said(context, context.form.statuses[status].label))),
    ],
    rows: regions.map((region) => regionRow(context, region, statuses)),
  };
}

function regionRow(context: BriefingContext, region: string, statuses: readonly Status[]): Cell[] {
  const workbooks = context.consolidation.workbooks.filter(
    ({ issued }) => issued.region === region,
  );
  const sent = workbooks.filter(({ state }) => state !== 'missing');
  const asked = ofRegion(context, region);
  const sum = (counts: readonly number[]) => counts.reduce((left, right) => left + right, 0);
  const cell = (value: number, what: Counted): Cell => {
    return { runs: [counted(value, what, { region })] };
  };
  return [
    { runs: [named(region)] },
    cell(workbooks.length, 'issued'),
    cell(sent.length, 'received'),
    cell(sent.filter(({ state }) => state === 'accepted').length, 'accepted'),
    cell(sent.filter(({ isLate }) => isLate).length, 'late'),
    cell(sum(workbooks.map(({ errors }) => errors)), 'errors'),
    cell(sum(workbooks.map(({ explanationsOwed }) => explanationsOwed)), 'explanations-owed'),
    cell(asked.length, 'asked'),
    cell(asked.filter(({ own }) => hasFigure(own)).length, 'reported'),
    ...statuses.map((status) => cell(countStatus(context, region, status), status)),
  ];
}
