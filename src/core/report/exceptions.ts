import type {
  Consolidation,
  FiledFinding,
  IndicatorResult,
  SetAside,
  WorkbookState,
} from '../consolidation/consolidation';
import type { Text } from '../plan/text';
import { missingFigure } from '../rule/catalogue/missing-figure';
import { missingRow } from '../rule/catalogue/missing-row';
import { entriesOf } from '../template/entry';
import { resultsByKey } from './context';
import { EXCEPTION_CATEGORIES, exceptionActions, type ExceptionCategory } from './messages';

/** Something that needs a person. */
export type Exception = { readonly category: ExceptionCategory; readonly action: Text } & (
  | { readonly is: 'indicator'; readonly result: IndicatorResult }
  /** A workbook that never came back, and the indicators that it leaves unreported. */
  | {
      readonly is: 'workbook';
      readonly workbook: WorkbookState;
      readonly results: readonly IndicatorResult[];
    }
  /** What review holds against one indicator of a submission. */
  | {
      readonly is: 'findings';
      readonly findings: readonly FiledFinding[];
      readonly result: IndicatorResult;
    }
  /** What review holds against a file as a whole, against the figures of one region, or between figures. */
  | { readonly is: 'file-findings'; readonly findings: readonly FiledFinding[] }
  | { readonly is: 'file'; readonly setAside: SetAside }
);

/** Files that another one stands in for, or that were decided about; nobody needs to do anything about them. */
const REPLACED: ReadonlySet<string> = new Set(['duplicate', 'superseded', 'excluded']);
/** Rules that say that a figure is missing, not that it is wrong. */
const ABSENCE: ReadonlySet<string> = new Set([missingFigure.id, missingRow.id]);

/**
 * What needs a person, most urgent first; within a category what is furthest behind comes first, else
 * the plans' order. What one workbook or one finding explains is said once, not for every indicator.
 */
export function exceptionsOf(consolidation: Consolidation): Exception[] {
  const found = [
    ...judged(consolidation),
    ...missingWorkbooks(consolidation),
    ...byFindings(consolidation),
    ...unreported(consolidation),
    ...consolidation.setAside
      .filter((file) => !isReplaced(file))
      .map((setAside): Exception => {
        const action =
          setAside.code === 'passed-over'
            ? exceptionActions.decideAgain
            : exceptionActions.askAgain;
        return { is: 'file', category: 'set-aside', action, setAside };
      }),
  ];
  return EXCEPTION_CATEGORIES.flatMap((category) =>
    found.filter((exception) => exception.category === category),
  );
}

/** Whether another file stands in for this one, or it was decided about, so that nobody needs to send it again. */
export function isReplaced({ code }: Pick<SetAside, 'code'>): boolean {
  return REPLACED.has(code);
}

function judged({ indicators }: Consolidation): Exception[] {
  const actions = {
    behind: exceptionActions.behind,
    'slightly-behind': exceptionActions.watch,
  } as const;
  return (['behind', 'slightly-behind'] as const).flatMap((category) =>
    indicators
      .filter(({ isAsked, progress }) => isAsked && progress.status === category)
      .sort((left, right) => (left.progress.gap ?? 0) - (right.progress.gap ?? 0))
      .map((result): Exception => {
        return { is: 'indicator', category, action: actions[category], result };
      }),
  );
}

function missingWorkbooks({ workbooks, indicators }: Consolidation): Exception[] {
  const missing = workbooks.filter(({ state }) => state === 'missing');
  return missing.map((workbook) => {
    const { organisation, region } = workbook.issued;
    const results = indicators.filter((result) => {
      if (!result.isAsked) return false;
      if (region === null)
        return result.reporter === organisation && result.progress.status === 'not-reported';
      return (
        result.missingRegions.includes(region) && [result.reporter, region].includes(organisation)
      );
    });
    const category = 'not-reported';
    return { is: 'workbook', category, action: exceptionActions.remind, workbook, results };
  });
}

/**
 * The findings that keep figures out: together for each indicator of a file, or for each file of a
 * region, since target and status are those of the whole.
 */
function byFindings(consolidation: Consolidation): Exception[] {
  const owners = resultsByKey(consolidation);
  const ownerOf = ({ entry, indicator, region }: FiledFinding) => {
    if (region !== null) return null;
    const owner = entry === null ? undefined : owners.get(entry);
    return owner ?? consolidation.indicators.find(({ id }) => id === indicator) ?? null;
  };
  const groups = new Map<string, FiledFinding[]>();
  for (const finding of consolidation.findings) {
    const category = categoryOf(finding);
    if (category === null) continue;
    const group = JSON.stringify([category, finding.file, ownerOf(finding)?.id]);
    groups.set(group, [...(groups.get(group) ?? []), finding]);
  }
  return [...groups.values()].map((findings): Exception => {
    const [first] = findings as [FiledFinding];
    const category = categoryOf(first)!;
    const action = actionFor(first, category);
    const result = ownerOf(first);
    return result === null
      ? { is: 'file-findings', category, action, findings }
      : { is: 'findings', category, action, findings, result };
  });
}

function categoryOf({ severity, rule }: FiledFinding) {
  switch (severity) {
    case 'error':
      return ABSENCE.has(rule) ? 'not-reported' : 'failed-review';
    case 'explain':
      return 'unexplained';
    case 'note':
      return null;
  }
}

function actionFor(
  { file }: FiledFinding,
  category: 'not-reported' | 'failed-review' | 'unexplained',
): Text {
  if (file === '') return exceptionActions.checkPlan;
  switch (category) {
    case 'not-reported':
      return exceptionActions.returnForFigure;
    case 'failed-review':
      return exceptionActions.returnForCorrection;
    case 'unexplained':
      return exceptionActions.returnForExplanation;
  }
}

/** Indicators without a figure that neither a missing workbook nor a finding accounts for. */
function unreported({ indicators, workbooks, findings, period }: Consolidation): Exception[] {
  const silent = new Set(
    workbooks
      .filter(({ state, issued }) => state === 'missing' && issued.region === null)
      .map(({ issued }) => issued.organisation),
  );
  const held = new Set(
    findings.flatMap(({ severity, entry }) => (severity === 'note' || !entry ? [] : [entry])),
  );
  return indicators
    .filter((result) => {
      const { isAsked, progress, regions, reporter, plan, indicator } = result;
      if (!isAsked || progress.status !== 'not-reported' || silent.has(reporter)) return false;
      const isWithRegions = regions.length > 0 && regions.every(({ facts }) => facts.length === 0);
      const rows = entriesOf(plan, indicator, null, period);
      return !isWithRegions && !rows.some(({ key }) => held.has(key));
    })
    .map((result): Exception => {
      const action = exceptionActions.returnForFigure;
      return { is: 'indicator', category: 'not-reported', action, result };
    });
}
