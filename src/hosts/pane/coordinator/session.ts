import { decisionsInForce, type Decision } from '../../../core/consolidation/decisions';
import type { Consolidation, ReceivedFile } from '../../../core/consolidation/consolidation';
import { roundInput } from '../../../core/consolidation/round-input';
import { compile } from '../../../core/pipeline';
import type { ReturnRecord } from '../../../core/report/return-record';
import type { Expected } from '../../../core/review/against-round';
import { expectedOfRound } from '../../../core/review/expected-of-round';
import type { VersionedPlan } from '../../../core/template/make-round';
import type { PastFigure, Round } from '../../../core/template/round';
import type { DroppedFile, PlanSummary, RoundSummary } from '../../../panel/coordinator/model';
import { digestWith } from '../digest';
import { Refused } from '../worker/calls';
import type { Bytes } from './coordinator-calls';
import type { Source } from './source';
import { taskMessages } from './task-messages';

export const DIGEST = digestWith(null);

export interface KnownPlan extends VersionedPlan {
  readonly origin: PlanSummary['origin'];
}

export interface FileAtHand {
  readonly received: ReceivedFile;
  readonly source: Source;
}

/** A file of the inbox that was not checked yet. */
export interface Waiting {
  readonly path: string;
  readonly source: Source;
}

/** The round that is open, with everything that is known of it. */
export class OpenRound {
  readonly expected: Expected;
  /** By name below the inbox. */
  readonly files = new Map<string, FileAtHand>();
  /** What lay in the inbox when the round was opened. */
  inbox: readonly Waiting[] = [];
  /** Blanks by name below templates/, as far as they are at hand. */
  readonly blanks = new Map<string, Source>();
  /** Everything else that lay in the folder, by path, to be packed again as it is. */
  readonly others = new Map<string, Source>();
  records: readonly ReturnRecord[] = [];
  private decided: readonly Decision[] = [];
  /** The results of the last compile. */
  outputs: readonly Bytes[] = [];
  private known: Consolidation | null = null;

  constructor(readonly round: Round) {
    this.expected = expectedOfRound(round, DIGEST);
  }

  add(received: ReceivedFile, source: Source): void {
    this.files.set(received.file, { received, source });
    this.known = null;
  }

  leave(files: readonly string[]): void {
    for (const file of files) this.files.delete(file);
    this.inbox = this.inbox.filter(({ path }) => !files.includes(path));
    this.known = null;
  }

  /** What the coordinator decided, oldest first. */
  get decisions(): readonly Decision[] {
    return this.decided;
  }

  set decisions(decisions: readonly Decision[]) {
    this.decided = decisions;
    this.known = null;
  }

  /** The decision that stands about the file as it is. */
  decisionOn(file: string): Decision | undefined {
    const hash = this.files.get(file)?.received.sha256;
    return hash === undefined ? undefined : decisionsInForce(this.decided).get(hash);
  }

  /** What came in so far, brought together; computed when something has changed. */
  get consolidation(): Consolidation {
    const received = [...this.files.values()].map((file) => file.received);
    return (this.known ??= compile(roundInput(this.round, received, this.decided)));
  }

  get summary(): RoundSummary {
    const { id, plans, period, due, division, issued, isSigned } = this.round;
    return {
      id,
      plans: plans.map(({ plan }) => plan.title),
      period,
      due,
      division,
      isSigned,
      issued: issued.map(({ organisation, region, file, figures }) => ({
        organisation,
        region,
        file,
        figures,
        isAtHand: this.blanks.has(file),
      })),
    };
  }
}

/** What the worker keeps between calls. */
export class Session {
  readonly plans = new Map<string, KnownPlan>();
  history: readonly PastFigure[] = [];
  round: OpenRound | null = null;
  /** Handed over for a later call. */
  given: readonly DroppedFile[] = [];
  /** Files that were checked before any round was opened. */
  readonly loose = new Map<string, FileAtHand>();

  /** @throws Refused where none is open */
  get open(): OpenRound {
    if (!this.round) throw new Refused(taskMessages.noRoundOpen);
    return this.round;
  }
}
