import { formatPeriod } from '../plan/period';
import type { Severity } from '../plan/schema';
import type { Language } from '../plan/text';
import type { Status } from '../rule/progress/subject';
import type { Origin } from '../submission/submission';
import { targetText } from '../template/target-text';
import type { Consolidation, Fact, FiledFinding, IndicatorResult } from './consolidation';
import { withoutTail } from './decimals';
import type { DecisionRecord } from './decisions';

/** What `compile --json` prints and out/compile.json holds. */
export interface CompileJson {
  readonly plans: readonly string[];
  readonly period: string;
  readonly submissions: {
    /** Workbooks sent out. */
    readonly issued: number;
    /** Files in the inbox, set aside or not. */
    readonly received: number;
    /** Workbooks without an error or an explanation owed. */
    readonly accepted: number;
    readonly missing: readonly { readonly organisation: string; readonly region: string | null }[];
    readonly setAside: readonly {
      readonly file: string;
      readonly code: string;
      readonly reason: string;
    }[];
    /** The file that counts for each workbook that came back. */
    readonly counted: readonly {
      readonly organisation: string;
      readonly region: string | null;
      readonly file: string;
      readonly sha256: string;
    }[];
    /** Where the coordinator has decided anything about single files: all of it, oldest first. */
    readonly decisions?: readonly DecisionJson[];
  };
  readonly indicators: readonly IndicatorJson[];
  readonly findings: readonly FindingJson[];
}

export interface IndicatorJson {
  /** plan-id/indicator-id */
  readonly id: string;
  /** With its operator, without its unit: ≥30. */
  readonly target: string;
  /** In the indicator's measureUnit, as scheduled. */
  readonly actual: number | null;
  readonly scheduled: number | null;
  /** A share of 1. */
  readonly completion: number | null;
  /** In percentage points. */
  readonly gap: number | null;
  readonly status: Status;
  readonly reason?: string;
  /** Earlier periods, the earliest first; absent where there are none. A milestone has no actual. */
  readonly past?: readonly {
    readonly period: string;
    readonly actual: number | null;
    readonly status: Status;
  }[];
  readonly sources: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly sheet: string;
    readonly cell: string | null;
    readonly raw: string;
    readonly value: number | null;
    /** Where the region whose workbook this is has the figure from; absent where a department filled it in. */
    readonly behind?: readonly Origin[];
  }[];
}

export interface FindingJson {
  /** Empty for a rule of the plan, which looks at all submissions together. */
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly indicator: string | null;
  readonly message: string;
  /** The severity that it had before the coordinator accepted the file all the same. */
  readonly confirmed?: Severity;
}

export interface DecisionJson {
  readonly file: string;
  readonly sha256: string;
  readonly decision: DecisionRecord['decision'];
  readonly why: string;
  /** ISO time. */
  readonly at: string;
  readonly by: string | null;
  readonly standing: DecisionRecord['standing'];
}

/** The consolidation as data for other programs, its words in one language. */
export function compileJson(consolidation: Consolidation, language: Language): CompileJson {
  const { workbooks, setAside } = consolidation;
  return {
    plans: consolidation.plans.map(({ id }) => id),
    period: formatPeriod(consolidation.period),
    submissions: {
      issued: workbooks.length,
      received: consolidation.receivedCount,
      accepted: workbooks.filter(({ state }) => state === 'accepted').length,
      missing: workbooks
        .filter(({ state }) => state === 'missing')
        .map(({ issued: { organisation, region } }) => ({ organisation, region })),
      setAside: setAside.map(({ file, code, reason }) => ({
        file,
        code,
        reason: reason[language],
      })),
      counted: workbooks.flatMap(({ issued, file, sha256 }) =>
        file === null || sha256 === null
          ? []
          : [{ organisation: issued.organisation, region: issued.region, file, sha256 }],
      ),
      ...decisionsJson(consolidation),
    },
    indicators: consolidation.indicators.map((result) => indicatorJson(result, language)),
    findings: consolidation.findings.map((finding) => findingJson(finding, language)),
  };
}

/** What `status` and `compile` say of the coordinator's decisions; nothing where there are none. */
export function decisionsJson({ decisions }: Pick<Consolidation, 'decisions'>): {
  decisions?: readonly DecisionJson[];
} {
  if (decisions.length === 0) return {};
  return {
    decisions: decisions.map(({ file, sha256, decision, why, at, by, standing }) => ({
      ...{ file, sha256, decision, why, at, by, standing },
    })),
  };
}

function indicatorJson(result: IndicatorResult, language: Language): IndicatorJson {
  const { id, indicator, actual, progress, reason, sources, past } = result;
  const { scheduled, completion, gap, status } = progress;
  return {
    id,
    target: targetText(indicator.target)[language],
    actual: shown(actual),
    scheduled: shown(scheduled),
    completion: shown(completion),
    gap: shown(gap),
    status,
    ...(reason ? { reason: reason[language] } : {}),
    ...(past.length > 0 && {
      past: past.map((one) => ({
        period: formatPeriod(one.period),
        actual: shown(one.actual),
        status: one.status,
      })),
    }),
    sources: sources.map(sourceJson),
  };
}

function sourceJson({ file, sha256, sheet, cell, raw, value, behind }: Fact) {
  return { file, sha256, sheet, cell, raw, value: shown(value), ...(behind && { behind }) };
}

function findingJson(finding: FiledFinding, language: Language): FindingJson {
  const { file, rule, severity, sheet, cell, indicator, message, confirmed } = finding;
  return {
    ...{ file, rule, severity, sheet, cell, indicator },
    message: message[language],
    ...(confirmed && { confirmed }),
  };
}

function shown(value: number | null): number | null {
  return value === null ? null : withoutTail(value);
}
