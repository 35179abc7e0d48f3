import { formatPeriod } from '../plan/period';
import type { Text } from '../plan/text';
import type { Status } from '../rule/progress/subject';
import type { CompiledBefore } from './compiled-before';
import type { Consolidation, Fact, IndicatorResult, PastProgress } from './consolidation';
import { withoutTail } from './decimals';

/** An indicator that says something else than in the last compile. */
export interface ChangedIndicator {
  readonly result: IndicatorResult;
  readonly before: number | null;
  readonly statusBefore: Status;
  /** Where the change comes from: figures that are new or other ones, then those that are gone. */
  readonly causes: readonly Cause[];
}

export type Cause = Pick<Fact, 'file' | 'sheet' | 'cell'> & { readonly isGone: boolean };

/** What became of the file that counts for a workbook, or of one that does not count. */
export interface ChangedFile {
  readonly change: 'new' | 'replaced' | 'withdrawn' | 'set-aside';
  /** Null for a file that counts for nobody. */
  readonly organisation: string | null;
  readonly region: string | null;
  readonly before: string | null;
  readonly now: string | null;
  /** Why it was set aside. */
  readonly reason: Text | null;
}

export interface Changes {
  readonly indicators: readonly ChangedIndicator[];
  readonly files: readonly ChangedFile[];
}

/** Set aside because another file stands in for it: its replacement says so already. */
const REPLACED: ReadonlySet<string> = new Set(['duplicate', 'superseded']);

/** What is other than in an earlier compile of the same round; null where that one was of another round. */
export function changesSince(before: CompiledBefore, now: Consolidation): Changes | null {
  const isSameRound =
    before.period === formatPeriod(now.period) &&
    before.plans.length === now.plans.length &&
    before.plans.every((id, index) => now.plans[index]?.id === id);
  if (!isSameRound) return null;
  const known = new Map(before.indicators.map((indicator) => [indicator.id, indicator]));
  return {
    files: [...countedFiles(before, now), ...filesSetAside(before, now)],
    indicators: now.indicators.flatMap((result): ChangedIndicator[] => {
      const earlier = known.get(result.id);
      if (!earlier) return [];
      const causes = causesOf(earlier, result);
      const isOther =
        shown(result.actual) !== earlier.actual ||
        result.progress.status !== earlier.status ||
        (result.milestone !== null && causes.length > 0);
      if (!isOther) return [];
      return [{ result, before: earlier.actual, statusBefore: earlier.status, causes }];
    }),
  };
}

/** The last earlier period of each indicator that has one. */
export function againstLastPeriod({
  indicators,
}: Pick<Consolidation, 'indicators'>): { result: IndicatorResult; last: PastProgress }[] {
  return indicators.flatMap((result) => {
    const last = result.past.at(-1);
    return last && result.isAsked ? [{ result, last }] : [];
  });
}

type Earlier = CompiledBefore['indicators'][number];

function causesOf(earlier: Earlier, { sources }: IndicatorResult): Cause[] {
  // a file sent again with the same figure at the same place is no cause
  const mark = (one: { sheet: string; cell: string | null; raw: string; value: number | null }) =>
    JSON.stringify([one.sheet, one.cell, one.raw, one.value === null ? null : shown(one.value)]);
  const marks = { before: earlier.sources.map(mark), now: sources.map(mark) };
  const isIn = (list: string[], text: string) => {
    const at = list.indexOf(text);
    if (at >= 0) list.splice(at, 1);
    return at >= 0;
  };
  const cause = ({ file, sheet, cell }: Omit<Cause, 'isGone'>, isGone: boolean): Cause => {
    return { file, sheet, cell, isGone };
  };
  const left = [...marks.before];
  const fresh = sources.filter((fact) => !isIn(left, mark(fact)));
  const rest = [...marks.now];
  const gone = earlier.sources.filter((source) => !isIn(rest, mark(source)));
  // what was replaced at its own place is told by the new figure alone
  return [
    ...fresh.map((fact) => cause(fact, false)),
    ...(fresh.length === 0 ? gone.map((source) => cause(source, true)) : []),
  ];
}

function countedFiles({ submissions }: CompiledBefore, now: Consolidation): ChangedFile[] {
  const { counted } = submissions;
  if (!counted) return [];
  return now.workbooks.flatMap((workbook): ChangedFile[] => {
    const { organisation, region } = workbook.issued;
    const earlier = counted.find(
      (one) => one.organisation === organisation && one.region === region,
    );
    const about = { organisation, region, reason: null };
    const before = earlier?.file ?? null;
    const { file, sha256 } = workbook;
    if (earlier?.sha256 === sha256 || (!earlier && file === null)) return [];
    const change = !earlier ? 'new' : file === null ? 'withdrawn' : 'replaced';
    return [{ change, ...about, before, now: file }];
  });
}

function filesSetAside({ submissions }: CompiledBefore, now: Consolidation): ChangedFile[] {
  const known = new Set(submissions.setAside.map(({ file, code }) => JSON.stringify([file, code])));
  return now.setAside
    .filter(({ file, code }) => !REPLACED.has(code) && !known.has(JSON.stringify([file, code])))
    .map(({ file, reason }) => ({
      change: 'set-aside',
      ...{ organisation: null, region: null, before: null, now: file },
      reason,
    }));
}

function shown(value: number | null): number | null {
  return value === null ? null : withoutTail(value);
}
