import type { Period } from '../plan/period';
import type { Indicator, Plan } from '../plan/schema';
import type { Text } from '../plan/text';
import type { Finding } from '../review/finding';
import type { Progress, Status } from '../rule/progress/subject';
import type { MilestoneStatus } from '../rule/row';
import type { EntryState, Origin, Submission, SubmittedEntry } from '../submission/submission';
import type { Entry } from '../template/entry';
import type { CarriedRules, PlanIdentity, TemplateModel } from '../template/model';
import type { PastFigure } from '../template/round';
import type { Decision, DecisionRecord } from './decisions';

/** A workbook that was sent out. */
export interface IssuedWorkbook {
  readonly organisation: string;
  readonly region: string | null;
  /** Name of the blank in ROUND/templates. */
  readonly file: string;
  /** The carrier's seal, which names this very blank. */
  readonly seal: string;
}

/** What counting asks of a row of a submission. */
export interface CountedEntry extends Pick<
  SubmittedEntry,
  'state' | 'value' | 'milestone' | 'raw' | 'explanation' | 'evidence' | 'sheet' | 'behind'
> {
  readonly entry: Pick<
    Entry,
    'key' | 'name' | 'measureUnit' | 'precision' | 'accumulation' | 'derivation' | 'aliases'
  >;
  readonly cells: Readonly<Partial<Record<'actual', string>>>;
}

/** What counting asks of a submission; one just read has more. */
export interface CountedSubmission extends Pick<Submission, 'seal' | 'sealValue' | 'savedAt'> {
  readonly model: Pick<TemplateModel, 'round' | 'period' | 'organisation' | 'region'> & {
    readonly plans: readonly Pick<PlanIdentity, 'id' | 'title'>[];
    /** The plans whose own rules it judged; absent where there are none. */
    readonly rules?: readonly Pick<CarriedRules, 'plan'>[] | undefined;
  };
  readonly entries: readonly CountedEntry[];
}

/** A file found in the inbox, read and reviewed, or the reason why it could not be. */
export interface ReceivedFile<Read = Submission> {
  /** Name in the inbox. */
  readonly file: string;
  readonly sha256: string;
  /** ISO time of the file. */
  readonly modifiedAt: string;
  readonly content:
    | {
        readonly is: 'submission';
        readonly submission: Read;
        readonly findings: readonly Finding[];
      }
    | { readonly is: 'unreadable'; readonly code: string; readonly reason: Text };
}

export interface RoundInput {
  readonly round: string;
  readonly plans: readonly Plan[];
  readonly period: Period;
  readonly due: string;
  readonly nearSchedule: number;
  readonly issued: readonly IssuedWorkbook[];
  readonly received: readonly ReceivedFile<CountedSubmission>[];
  /** Accepted figures of earlier rounds, for 同比. */
  readonly history: readonly PastFigure[];
  /** What the coordinator decided about single files, oldest first; none where absent. */
  readonly decisions?: readonly Decision[];
}

/** Where an issued workbook stands. */
export interface WorkbookState {
  readonly issued: IssuedWorkbook;
  /** accepted: no error and no explanation owed; received: it has some. */
  readonly state: 'missing' | 'received' | 'accepted';
  readonly file: string | null;
  readonly sha256: string | null;
  readonly savedAt: string | null;
  readonly isLate: boolean;
  readonly errors: number;
  readonly explanationsOwed: number;
  /** The acceptance that the file counts by; null where it needed none. */
  readonly decision: Decision | null;
  /** Errors and explanations owed that the acceptance covers. */
  readonly confirmed: number;
}

/** A file that does not count, and why; nothing is lost. */
export interface SetAside {
  readonly file: string;
  readonly sha256: string;
  /**
   * other-round, other-plan, other-period, tampered, not-issued, duplicate, superseded, excluded,
   * passed-over (came after another one was accepted), or why a file is unreadable.
   */
  readonly code: string;
  readonly reason: Text;
  /** The coordinator's decision that set it aside, where one did. */
  readonly decision?: Decision;
}

/** One figure of one counted submission, with where it came from. */
export interface Fact {
  /** The row's key. */
  readonly key: string;
  readonly name: string;
  readonly measureUnit: string;
  readonly precision: number;
  readonly organisation: string;
  readonly region: string | null;
  readonly state: EntryState;
  /** In the row's measureUnit; null where there is no figure, and for a milestone, which has none. */
  readonly value: number | null;
  readonly milestone: MilestoneStatus | null;
  /** False where an error or an explanation owed keeps the figure out. */
  readonly counts: boolean;
  readonly isDerived: boolean;
  /** The row that the figure was reported in for another plan, and converted from; null for its own row. */
  readonly sharedFrom: string | null;
  /** The figure as it was reported where the unit there is another one; null where nothing was converted. */
  readonly convertedFrom: { readonly value: number; readonly measureUnit: string } | null;
  readonly raw: string;
  readonly explanation: string;
  readonly evidence: string;
  readonly file: string;
  /** Which of the workbook's submissions the file is, counted from 1 by the time of saving; copies count once. */
  readonly submissionNumber: number;
  readonly sha256: string;
  readonly sheet: string;
  readonly cell: string | null;
  /** What stands behind a figure that a region compiled; absent where a department filled it in. */
  readonly behind?: readonly Origin[];
}

export interface FiledFinding extends Finding {
  readonly file: string;
  readonly organisation: string;
  readonly region: string | null;
}

/** How the figure of an indicator came about. */
export type Composition =
  | 'none'
  /** One organisation's own figure. */
  | 'reported'
  /** Numerator ÷ denominator, or growth of levels, from one organisation's items. */
  | 'derived'
  /** Σ, Σ÷Σ or the maximum over regions. */
  | 'rolled-up';

export interface RegionResult {
  readonly region: string;
  readonly actual: number | null;
  /** Against the region's own allocation; null where it has none. */
  readonly progress: Progress | null;
  readonly facts: readonly Fact[];
}

/** A figure accepted in an earlier round, judged against the schedule of its own period. */
export interface PastProgress {
  readonly period: Period;
  /** Null for a milestone, which has a status of its own instead. */
  readonly actual: number | null;
  readonly milestone: MilestoneStatus | null;
  readonly status: Status;
}

export interface IndicatorResult {
  readonly plan: Plan;
  readonly indicator: Indicator;
  /** plan-id/indicator-id */
  readonly id: string;
  /** False where the round's period is too short for the indicator, or it is vision wording. */
  readonly isAsked: boolean;
  /** The organisation that reports it. */
  readonly reporter: string;
  readonly actual: number | null;
  readonly milestone: MilestoneStatus | null;
  readonly composition: Composition;
  readonly progress: Progress;
  /** Why there is no figure, or no completion, in words. */
  readonly reason: Text | null;
  /** 同比, as a share of 1; null with yearOnYearReason, which also says that last year's figure was revised. */
  readonly yearOnYear: number | null;
  readonly yearOnYearReason: Text | null;
  /** Earlier periods as long as this one that have a figure or a milestone's status, the earliest first. */
  readonly past: readonly PastProgress[];
  /** What each remaining period needs, in the indicator's unit; null where it has no meaning. */
  readonly requiredPace: number | null;
  readonly requiredPaceReason: Text | null;
  /** Where it will stand when the target falls due, if it goes on as so far; null where nothing can be foreseen. */
  readonly forecast: number | null;
  readonly explanation: string;
  /** The facts that the figure was made of (items for a derived one), counted ones only. */
  readonly sources: readonly Fact[];
  readonly regions: readonly RegionResult[];
  /** What the regions make together, whether or not it counts for the whole; null while any of them is missing. */
  readonly regionsTogether: number | null;
  /** Regions asked that have no figure that counts: a rolled-up actual is without them. */
  readonly missingRegions: readonly string[];
}

export interface Consolidation {
  readonly round: string;
  readonly plans: readonly Plan[];
  readonly period: Period;
  readonly due: string;
  readonly nearSchedule: number;
  readonly workbooks: readonly WorkbookState[];
  readonly setAside: readonly SetAside[];
  /** Files in the inbox, set aside or not. */
  readonly receivedCount: number;
  readonly facts: readonly Fact[];
  readonly indicators: readonly IndicatorResult[];
  readonly findings: readonly FiledFinding[];
  /** Every decision ever recorded about files of the round, oldest first. */
  readonly decisions: readonly DecisionRecord[];
}
