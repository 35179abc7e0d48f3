import type {
  Consolidation,
  IndicatorResult,
  RegionResult,
  WorkbookState,
} from '../../../../src/core/consolidation/consolidation';
import { sectionGroups } from '../../../../src/core/report/groups';
import type { Counted, FigureSource, Within } from '../../../../src/core/report/briefing/briefing';

/** The figure that a source names, looked up anew in the consolidation. */
export function valueOf(source: FigureSource, round: Consolidation): number | null {
  switch (source.of) {
    case 'indicator': {
      const { actual, progress, requiredPace, indicator, missingRegions } = resultOf(
        round,
        source.id,
      );
      switch (source.field) {
        case 'target':
          return indicator.target.value;
        case 'scheduled':
          return progress.scheduled;
        case 'actual':
          return actual;
        case 'completion':
          return progress.completion;
        case 'gap':
          return progress.gap;
        case 'pace':
          return requiredPace;
        case 'missing-regions':
          return missingRegions.length;
      }
    }
    // eslint-disable-next-line no-fallthrough -- every field returns
    case 'region-figure': {
      const { regions } = resultOf(round, source.id);
      return regions.find(({ region }) => region === source.region)?.actual ?? null;
    }
    case 'count':
      return countOf(source.what, source.within, round);
    case 'share':
      return countOf(source.what, null, round) / countOf(source.among, null, round);
    case 'rest':
      return countOf(source.what, null, round) - source.listed;
    case 'threshold':
      return round.nearSchedule;
    case 'change':
    case 'sequence':
      return null;
  }
}

function resultOf({ indicators }: Consolidation, id: string): IndicatorResult {
  const found = indicators.find((result) => result.id === id);
  if (!found) throw new Error(`the round has no indicator ${id}`);
  return found;
}

function workbooksIn({ workbooks }: Consolidation, within: Within | null): WorkbookState[] {
  return workbooks.filter(({ issued }) => {
    if (within === null) return true;
    if ('organisation' in within)
      return issued.organisation === within.organisation && issued.region === within.region;
    return 'region' in within && issued.region === within.region;
  });
}

function resultsIn(round: Consolidation, within: Within | null): IndicatorResult[] {
  const asked = round.indicators.filter(({ isAsked }) => isAsked);
  if (within === null) return asked;
  if ('section' in within)
    return [...sectionGroups(asked).find(({ number }) => number === within.section)!.results];
  if ('plan' in within) return asked.filter(({ plan }) => plan.id === within.plan);
  if ('lead' in within) return asked.filter(({ indicator }) => indicator.leadUnit === within.lead);
  throw new Error('a region has figures of its own');
}

function countOf(what: Counted, within: Within | null, round: Consolidation): number {
  const workbooks = workbooksIn(round, within);
  const sum = (counts: readonly number[]) => counts.reduce((left, right) => left + right, 0);
  const anew = round.setAside.filter(({ code }) => !['duplicate', 'superseded'].includes(code));
  const settle = round.findings.filter(({ severity }) => severity !== 'note');
  switch (what) {
    case 'issued':
      return workbooks.length;
    case 'received':
      return workbooks.filter(({ state }) => state !== 'missing').length;
    case 'accepted':
      return workbooks.filter(({ state }) => state === 'accepted').length;
    case 'to-correct':
      return workbooks.filter(({ state }) => state === 'received').length;
    case 'missing':
      return workbooks.filter(({ state }) => state === 'missing').length;
    case 'late':
      return workbooks.filter(({ state, isLate }) => state !== 'missing' && isLate).length;
    case 'errors':
      return sum(workbooks.map(({ errors }) => errors));
    case 'explanations-owed':
      return sum(workbooks.map(({ explanationsOwed }) => explanationsOwed));
    case 'with-findings':
      return workbooks.filter(({ errors, explanationsOwed }) => errors + explanationsOwed > 0)
        .length;
    case 'files':
      return round.receivedCount;
    case 'set-aside':
      return round.setAside.length;
    case 'to-send-anew':
      return anew.length;
    case 'plan-checks':
      return settle.filter(({ file }) => file === '').length;
    case 'findings':
      return settle.length;
    case 'plans':
      return round.plans.length;
    case 'indicators':
      return round.indicators.length;
    case 'not-asked':
      return round.indicators.filter(({ isAsked }) => !isAsked).length;
    case 'regions':
      return new Set(workbooks.flatMap(({ issued }) => issued.region ?? [])).size;
    case 'asked-of-regions':
      return resultsIn(round, null).filter(({ regions }) => regions.length > 0).length;
    case 'leads-behind':
      return new Set(
        short(resultsIn(round, null)).flatMap(({ indicator }) => indicator.leadUnit ?? []),
      ).size;
    case 'unled':
      return short(resultsIn(round, null)).filter(({ indicator }) => indicator.leadUnit === null)
        .length;
    case 'partial':
      return resultsIn(round, null).filter(
        ({ composition, missingRegions }) =>
          composition === 'rolled-up' && missingRegions.length > 0,
      ).length;
    case 'short':
      return short(resultsIn(round, within)).length;
    case 'asked':
    case 'reported':
    case 'met':
    case 'achieved':
    case 'on-schedule':
    case 'slightly-behind':
    case 'behind':
    case 'not-reported':
    case 'not-assessable':
      return within !== null && 'region' in within && !('organisation' in within)
        ? countOfRegion(what, within.region, round)
        : countOfResults(what, resultsIn(round, within));
  }
}

type OfResults = 'asked' | 'reported' | 'met' | IndicatorResult['progress']['status'];

function countOfResults(what: OfResults, results: readonly IndicatorResult[]): number {
  const having = (...statuses: string[]) =>
    results.filter(({ progress }) => statuses.includes(progress.status)).length;
  if (what === 'asked') return results.length;
  if (what === 'reported') return results.length - having('not-reported');
  return what === 'met' ? having('achieved', 'on-schedule') : having(what);
}

function countOfRegion(what: OfResults, region: string, round: Consolidation): number {
  const own = round.indicators
    .filter(({ isAsked }) => isAsked)
    .flatMap(({ regions }) => regions.filter((each) => each.region === region));
  if (what === 'asked') return own.length;
  if (what === 'reported') return own.filter(hasFigure).length;
  return own.filter(({ progress }) => progress?.status === what).length;
}

function hasFigure({ actual, facts }: RegionResult): boolean {
  return actual !== null || facts.some(({ counts, milestone }) => counts && milestone !== null);
}

function short(results: readonly IndicatorResult[]): IndicatorResult[] {
  return results.filter(({ progress }) => ['behind', 'slightly-behind'].includes(progress.status));
}
