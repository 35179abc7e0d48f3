import type { Indicator, Plan } from '../plan/schema';
import { fullName } from '../template/entry';
import { reporterOf } from '../template/select';
import type { IssuedWorkbook } from './consolidation';
import type { FiledFacts } from './facts';

/** The submissions that count, by the workbook that they answer. */
export type Filed = ReadonlyMap<IssuedWorkbook, FiledFacts>;

/** The workbooks of a round that ask for an indicator. */
export interface Asked {
  /** The reporter's own, for the whole. */
  readonly unit: IssuedWorkbook | null;
  /** One for each region, in the plan's order of regions. */
  readonly regions: readonly { readonly region: string; readonly workbook: IssuedWorkbook }[];
}

/**
 * Who was asked for an indicator. A submission says so itself; of a workbook not yet returned it
 * follows from how rounds are divided (template/select).
 */
export function askedFor(
  plan: Plan,
  indicator: Indicator,
  issued: readonly IssuedWorkbook[],
  filed: Filed,
): Asked {
  const key = fullName(plan, indicator);
  const reporter = reporterOf(plan, indicator);
  const asks = (workbook: IssuedWorkbook, otherwise: boolean) =>
    filed.get(workbook)?.facts.has(key) ?? otherwise;

  const regions = plan.regions.flatMap(({ name: region }) => {
    const isForRegions =
      indicator.rollUp !== 'none' || indicator.allocations.some((share) => share.region === region);
    const workbook = issued.find(
      (candidate) =>
        candidate.region === region &&
        [reporter, region].includes(candidate.organisation) &&
        asks(candidate, isForRegions),
    );
    return workbook ? [{ region, workbook }] : [];
  });
  // by unit and region, what rolls up is asked of the regions only
  const isForUnit = indicator.rollUp === 'none' || regions.length === 0;
  const unit = issued.find(
    (workbook) =>
      workbook.region === null && workbook.organisation === reporter && asks(workbook, isForUnit),
  );
  return { unit: unit ?? null, regions };
}
