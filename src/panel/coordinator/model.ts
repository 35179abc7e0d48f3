import type {
  DecisionKind,
  Standing as DecisionStanding,
} from '../../core/consolidation/decisions';
import type { Frequency, Plan, Severity } from '../../core/plan/schema';
import type { Language, Text } from '../../core/plan/text';
import type { Status } from '../../core/rule/progress/subject';
import type { Division } from '../../core/template/select';

/** A file that a person picked or dropped. */
export interface DroppedFile {
  /** Below what was dropped, with forward slashes; the name alone where it was picked by itself. */
  readonly path: string;
  readonly file: File;
}

/** A plan to choose: one that comes with the product, or an imported one. */
export interface PlanSummary {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly startYear: number;
  readonly endYear: number;
  readonly indicators: number;
  readonly regions: number;
  readonly origin: 'seed' | 'imported';
}

/** A mistake in an imported list, at the cell where a person corrects it. */
export interface PlanFinding {
  readonly sheet: string;
  readonly cell: string;
  readonly message: Text;
}

/** A file that is not imported, and why. */
export interface RefusedPlan {
  readonly file: string;
  /** In a word or two; the findings say the rest. */
  readonly message: Text;
  readonly findings: readonly PlanFinding[];
}

/** Who gets a workbook of the round that is being prepared. */
export interface RecipientRow {
  readonly organisation: string;
  readonly region: string | null;
  readonly indicators: number;
  /** Figures to enter. */
  readonly figures: number;
}

export interface RoundPreview {
  readonly recipients: readonly RecipientRow[];
  readonly figures: number;
  /** What would be asked without sharing figures between plans; null where nothing is shared. */
  readonly unshared: number | null;
  /** Indicators that a round by region leaves out. */
  readonly undivided: number;
}

export interface IssuedRow {
  readonly organisation: string;
  readonly region: string | null;
  readonly file: string;
  readonly figures: number;
  /** Whether the blank itself is at hand, to open it. */
  readonly isAtHand: boolean;
}

/** The round that is open. */
export interface RoundSummary {
  readonly id: string;
  readonly plans: readonly string[];
  readonly period: string;
  readonly due: string;
  readonly division: Division;
  readonly issued: readonly IssuedRow[];
  readonly isSigned: boolean;
}

export type Outcome = 'clean' | 'findings' | 'unreadable';

export interface FindingRow {
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** The indicator's name; null where the finding is about the file. */
  readonly name: string | null;
  readonly message: Text;
}

/** A file that was checked. */
export interface FileRow {
  /** Its path below the inbox; no two files have the same. */
  readonly file: string;
  /** False for one that was not read at all: nothing can be decided about it. */
  readonly isKnown: boolean;
  readonly organisation: string | null;
  readonly region: string | null;
  readonly outcome: Outcome;
  readonly errors: number;
  readonly explanations: number;
  readonly notes: number;
  /** Why it could not be read; null where it was. */
  readonly reason: Text | null;
  readonly findings: readonly FindingRow[];
}

/** Where an issued workbook stands. */
export interface StatusRow {
  readonly organisation: string;
  readonly region: string | null;
  readonly state: 'missing' | 'received' | 'returned' | 'accepted';
  readonly file: string | null;
  readonly isLate: boolean;
  readonly errors: number;
  readonly explanations: number;
  /** Findings that the coordinator accepted all the same. */
  readonly confirmed: number;
}

export interface SetAsideRow {
  readonly file: string;
  readonly code: string;
  readonly reason: Text;
}

/** What the coordinator decided about a file. */
export interface DecisionRow {
  readonly decision: DecisionKind;
  readonly file: string;
  readonly why: string;
  readonly by: string | null;
  /** Beijing time, for a person. */
  readonly time: string;
  readonly standing: DecisionStanding;
}

/** What has come in, and what the indicators look like so far. */
export interface Standing {
  readonly workbooks: readonly StatusRow[];
  readonly setAside: readonly SetAsideRow[];
  /** All that was ever decided, oldest first. */
  readonly decisions: readonly DecisionRow[];
  /** The decision that stands about a file of the inbox. */
  readonly decided: Readonly<Partial<Record<string, DecisionKind>>>;
  /** Indicators asked, by status. */
  readonly indicators: Readonly<Record<Status, number>>;
  /** Indicators not asked this period. */
  readonly notAsked: number;
}

/** A result of compiling that can be opened or saved. */
export interface OutputRow {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Of something that takes its time. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The figures of an earlier round, to be carried into a new one. */
export interface PreviousRound {
  readonly plans: readonly string[];
  readonly period: string;
  readonly files: number;
  readonly figures: number;
}

/** What the person asks a new round to be. */
export interface RoundDraft {
  readonly granularity: Frequency;
  readonly year: number;
  /** From 1 within the year. */
  readonly index: number;
  /** ISO date, or what was typed so far. */
  readonly due: string;
  readonly division: Division;
}

/** What takes its time just now. */
export interface Work {
  readonly what: 'plans' | 'import' | 'previous' | 'issue' | 'open' | 'check' | 'compile' | 'pack';
  /** Null where nobody can tell. */
  readonly progress: Progress | null;
  readonly canCancel: boolean;
}

/** Which files a table shows. */
export type FileFilter = 'all' | 'error' | 'explain' | 'clean' | 'unreadable';
export const FILE_FILTERS = [
  'all',
  'error',
  'explain',
  'clean',
  'unreadable',
] as const satisfies readonly FileFilter[];

/** A message for the person, until it is closed. */
export interface Notice {
  readonly intent: 'success' | 'info' | 'warning' | 'error';
  readonly text: Text;
}

export type Tab = 'plan' | 'issue' | 'collect' | 'compile';
export const TABS = ['plan', 'issue', 'collect', 'compile'] as const satisfies readonly Tab[];

/** All that the coordinator's views show. */
export interface CoordinatorState {
  readonly tab: Tab;
  readonly notice: Notice | null;
  readonly work: Work | null;
  /** Null until they are fetched. */
  readonly plans: readonly PlanSummary[] | null;
  /** Ids of the plans that the next round covers. */
  readonly chosen: readonly string[];
  /** The plan whose list is shown. */
  readonly shown: Plan | null;
  readonly indicatorSearch: string;
  readonly refusedPlan: RefusedPlan | null;
  readonly draft: RoundDraft;
  readonly previous: PreviousRound | null;
  /** What the draft would ask, or why it can't be made. */
  readonly preview: RoundPreview | { readonly problem: Text } | null;
  readonly round: RoundSummary | null;
  /** Whether the round is nowhere but here: nothing saved since it was made or since files came in. */
  readonly isUnsaved: boolean;
  readonly files: readonly FileRow[];
  readonly fileFilter: FileFilter;
  readonly fileSearch: string;
  readonly standing: Standing | null;
  /** Reasons typed for decisions about files, until they are recorded. */
  readonly reasons: Readonly<Partial<Record<string, string>>>;
  /** Who decides. */
  readonly decider: string;
  readonly outputs: readonly OutputRow[] | null;
}

/** All that a person can do there; what comes of it shows in the state, whatever is returned. */
export interface CoordinatorEvents {
  setTab(tab: Tab): unknown;
  closeNotice(): unknown;
  cancel(): unknown;
  searchIndicators(query: string): unknown;
  choosePlan(id: string, isChosen: boolean): unknown;
  showPlan(id: string): unknown;
  importPlan(files: readonly DroppedFile[]): unknown;
  closeRefusedPlan(): unknown;
  exportPlan(id: string): unknown;
  setDraft(change: Partial<RoundDraft>): unknown;
  takePrevious(files: readonly DroppedFile[]): unknown;
  leavePrevious(): unknown;
  issue(): unknown;
  openBlank(file: string): unknown;
  /** Opens the round in these files, or checks them. */
  take(files: readonly DroppedFile[]): unknown;
  closeRound(): unknown;
  leaveFile(file: string): unknown;
  filterFiles(filter: FileFilter): unknown;
  searchFiles(query: string): unknown;
  setReason(file: string, why: string): unknown;
  setDecider(by: string): unknown;
  decide(kind: DecisionKind, file: string): unknown;
  copy(text: string): unknown;
  compile(language: Language): unknown;
  openOutput(name: string): unknown;
  saveOutput(name: string): unknown;
  packRound(): unknown;
}

/** What each of the coordinator's pages is given. */
export interface PageProps {
  readonly state: CoordinatorState;
  readonly events: CoordinatorEvents;
  readonly language: Language;
  /** Whether finished workbooks open as such; elsewhere they are downloaded. */
  readonly canOpen: boolean;
}
