import type { DecisionKind } from '../../../core/consolidation/decisions';
import type { Period } from '../../../core/plan/period';
import type { Plan } from '../../../core/plan/schema';
import type { Language } from '../../../core/plan/text';
import type { Division } from '../../../core/template/select';
import type {
  DroppedFile,
  FileRow,
  PlanSummary,
  PreviousRound,
  Progress,
  RefusedPlan,
  RoundPreview,
  RoundSummary,
  Standing,
} from '../../../panel/coordinator/model';

/** Files as they are, or those that were handed over before, a few at a time. */
export type GivenFiles = readonly DroppedFile[] | 'handed-over';

/** What a person asks a round to be, on the pane. */
export interface IssueRequest {
  readonly plans: readonly string[];
  readonly period: Period;
  /** ISO date. */
  readonly due: string;
  readonly division: Division;
  readonly language: Language;
  /** ISO time of the person's clock. */
  readonly issuedAt: string;
}

export interface DecideRequest {
  readonly kind: DecisionKind;
  readonly file: string;
  readonly why: string;
  /** Empty where it is not said. */
  readonly by: string;
  /** ISO time. */
  readonly now: string;
}

export interface Bytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a plan file gave. */
export type PlanImport =
  | {
      readonly ok: true;
      readonly plan: PlanSummary;
      /** Whether its quotes were looked up in the plan's text. */
      readonly isQuoteChecked: boolean;
    }
  | ({ readonly ok: false } & RefusedPlan);

/** What was found in what was dropped. */
export interface OpenedRound {
  readonly round: RoundSummary;
  /** Files of its inbox, to be checked. */
  readonly inbox: number;
}

export interface CheckProgress extends Progress {
  /** Those checked since the last time. */
  readonly rows: readonly FileRow[];
}

export interface Checked {
  /** False where it was cancelled; what was done stays. */
  readonly isWhole: boolean;
  readonly checked: number;
}

export interface Compiled {
  readonly outputs: readonly Bytes[];
  readonly standing: Standing;
  /** False where the bulletin has a table in the picture's place. */
  readonly hasPicture: boolean;
}

interface Plain<Request, Answer, Told = never> {
  readonly request: Request;
  readonly answer: Answer;
  readonly progress: Told;
  readonly question: never;
  readonly reply: never;
}

/** A picture that only a page can draw. */
export interface Drawing {
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
}

/** What the coordinator's worker can be asked. It keeps the plans, the round and its files. */
export interface CoordinatorCalls {
  /** The plans that come with the product. */
  readonly listPlans: Plain<null, readonly PlanSummary[]>;
  readonly showPlan: Plain<{ readonly id: string }, Plan>;
  /** plan.json or an edited list, and perhaps the plan's text beside it. */
  readonly importPlan: Plain<{ readonly files: readonly DroppedFile[] }, PlanImport>;
  /** The list as a workbook to edit. */
  readonly exportPlan: Plain<
    { readonly id: string; readonly language: Language; readonly now: string },
    Bytes
  >;
  /** Gives the worker files for a later call: hundreds in one message would hold the page up. */
  readonly handOver: Plain<
    { readonly files: readonly DroppedFile[]; readonly isFirst: boolean },
    null
  >;
  readonly takePrevious: Plain<{ readonly files: GivenFiles }, PreviousRound, Progress>;
  readonly leavePrevious: Plain<null, null>;
  readonly previewRound: Plain<IssueRequest, RoundPreview>;
  /** Makes all blanks; the round made is the open one from then on. */
  readonly issueRound: Plain<
    IssueRequest,
    { readonly round: RoundSummary; readonly zip: Bytes },
    Progress
  >;
  readonly blank: Plain<{ readonly file: string }, Bytes>;
  /** Null where what was dropped holds no round. */
  readonly openRound: Plain<{ readonly files: GivenFiles }, OpenedRound | null>;
  readonly closeRound: Plain<null, null>;
  /** Checks what was dropped; or, with `inbox`, what the round was opened with. */
  readonly check: Plain<{ readonly files: GivenFiles | 'inbox' }, Checked, CheckProgress>;
  readonly leaveFiles: Plain<{ readonly files: readonly string[] }, null>;
  /** Records what the coordinator decides about a file. */
  readonly decide: Plain<DecideRequest, Standing>;
  readonly standing: Plain<null, Standing>;
  readonly compile: {
    readonly request: { readonly now: string; readonly language: Language };
    readonly answer: Compiled;
    readonly progress: Progress;
    readonly question: Drawing;
    readonly reply: Uint8Array | null;
  };
  /** The whole round's folder: what came in, and what was compiled last. */
  readonly packRound: Plain<null, Bytes>;
}
