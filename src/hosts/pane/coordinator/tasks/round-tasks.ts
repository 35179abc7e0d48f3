import { whyNotAcceptable } from '../../../../core/consolidation/acceptable';
import type { Decision } from '../../../../core/consolidation/decisions';
import { acceptedIn, mergeHistories } from '../../../../core/consolidation/past-figures';
import { roundInput } from '../../../../core/consolidation/round-input';
import { recordOf } from '../../../../core/report/return-record';
import type { Expected } from '../../../../core/review/against-round';
import { fill } from '../../../../core/plan/text';
import { fullName } from '../../../../core/template/entry';
import type { DroppedFile, Standing, StatusRow } from '../../../../panel/coordinator/model';
import { STATUSES, type Status } from '../../../../core/rule/progress/subject';
import type { ReceivedFile } from '../../../../core/consolidation/consolidation';
import { clockTime } from '../../../../core/consolidation/times';
import { Cancelled, Refused, type Tasks } from '../../worker/calls';
import type { CoordinatorCalls, GivenFiles } from '../coordinator-calls';
import { checkFile, rowOf } from '../check-file';
import { findRound } from '../find-round';
import { packRound, zipName } from '../pack-round';
import type { FileAtHand, OpenRound, Session, Waiting } from '../session';
import { sourceOf, withoutSystemFiles } from '../source';
import type { Surroundings } from '../surroundings';
import { taskMessages as messages } from '../task-messages';
import { inTurn } from '../turns';

type RoundTasks = Pick<
  Tasks<CoordinatorCalls>,
  | 'handOver'
  | 'takePrevious'
  | 'leavePrevious'
  | 'openRound'
  | 'closeRound'
  | 'check'
  | 'leaveFiles'
  | 'standing'
  | 'packRound'
  | 'decide'
>;

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 120;

export function roundTasks(session: Session, surroundings: Surroundings): RoundTasks {
  const { inflate } = surroundings;
  const given = (files: GivenFiles) => (files === 'handed-over' ? session.given : files);
  return {
    handOver({ files, isFirst }) {
      session.given = isFirst ? files : [...session.given, ...files];
      return Promise.resolve(null);
    },

    async takePrevious({ files }, { signal, tell }) {
      const open = await findRound(given(files), inflate);
      if (!open) throw new Refused(messages.notARound);
      let done = 0;
      for (const { path, source } of open.inbox) {
        tell({ done: done++, total: open.inbox.length });
        await inTurn();
        if (signal.aborted) throw new Cancelled();
        open.add(await checkFile(path, source, open.expected, inflate), source);
      }
      const { issuedAt, history } = open.round;
      const accepted = acceptedIn(open.consolidation);
      session.history = mergeHistories([{ issuedAt, carried: history, accepted }]);
      return {
        plans: open.summary.plans,
        period: open.round.period,
        files: open.inbox.length,
        figures: session.history.length,
      };
    },

    leavePrevious() {
      session.history = [];
      return Promise.resolve(null);
    },

    async openRound({ files }) {
      const open = await findRound(given(files), inflate);
      if (!open) return null;
      session.round = open;
      session.loose.clear();
      return { round: open.summary, inbox: open.inbox.length };
    },

    closeRound() {
      session.round = null;
      session.loose.clear();
      return Promise.resolve(null);
    },

    async check({ files }, { signal, tell }) {
      const { round } = session;
      const waiting = files === 'inbox' ? (round?.inbox ?? []) : await waitingOf(given(files));
      const expected = round ? round.expected : atHand(session);
      let rows: ReturnType<typeof rowOf>[] = [];
      let checked = 0;
      let told = 0;
      for (const { path, source } of waiting) {
        if (signal.aborted) break;
        const known = round ? round.files : session.loose;
        const received = await checkFile(path, source, expected, inflate);
        const named = { ...received, file: freeName(received, known) };
        if (round) round.add(named, source);
        else session.loose.set(named.file, { received: named, source });
        rows.push(rowOf(named));
        checked++;
        if (performance.now() - told < REPORT_EVERY) continue;
        tell({ done: checked, total: waiting.length, rows });
        told = performance.now();
        rows = [];
        await inTurn();
      }
      tell({ done: checked, total: waiting.length, rows });
      return { isWhole: checked === waiting.length, checked };
    },

    leaveFiles({ files }) {
      session.round?.leave(files);
      for (const file of files) session.loose.delete(file);
      return Promise.resolve(null);
    },

    decide({ kind, file, why, by, now }) {
      const { open } = session;
      const received = open.files.get(file)?.received;
      if (!received || received.sha256 === '')
        throw new Refused(fill(messages.cannotDecide, { file }));
      if (why.trim() === '') throw new Refused(messages.noReason);
      const known = open.decisionOn(file);
      if (kind === 'reinstate' && !known)
        throw new Refused(fill(messages.nothingToReinstate, { file }));
      if (kind === 'accept') {
        const refusal = whyNotAcceptable(received, roundInput(open.round, [], []));
        if (refusal) throw new Refused(refusal);
      }
      const decision: Decision = {
        decision: kind,
        file,
        sha256: received.sha256,
        why: why.trim(),
        at: now,
        by: by.trim() === '' ? null : by.trim(),
      };
      open.decisions = [...open.decisions, decision];
      return Promise.resolve(standingOf(open));
    },

    standing() {
      return Promise.resolve(standingOf(session.open));
    },

    async packRound() {
      const { open } = session;
      return { name: zipName(open.round), bytes: await packRound(open) };
    },
  };
}

/** What is dropped to be checked. */
async function waitingOf(files: readonly DroppedFile[]): Promise<Waiting[]> {
  await inTurn();
  return withoutSystemFiles(files).map(({ path, file }) => ({ path, source: sourceOf(file) }));
}

/** Without a round a workbook answers for itself; only the plans known here are compared. */
function atHand({ plans }: Session): Expected {
  return {
    round: null,
    isSigned: false,
    plans: [...plans.values()].map(({ plan, hash }) => ({
      id: plan.id,
      title: plan.title,
      hash,
      indicators: plan.indicators.map((indicator) => fullName(plan, indicator)),
    })),
  };
}

/** The same file again takes its own place; another of the same name gets a number, and neither is lost. */
function freeName(
  { file, sha256 }: Pick<ReceivedFile, 'file' | 'sha256'>,
  known: ReadonlyMap<string, FileAtHand>,
): string {
  const dot = file.lastIndexOf('.');
  const [name, ending] =
    dot > file.lastIndexOf('/') ? [file.slice(0, dot), file.slice(dot)] : [file, ''];
  for (let count = 1; ; count++) {
    const free = count === 1 ? file : `${name} (${count})${ending}`;
    const other = known.get(free);
    if (!other || other.received.sha256 === sha256) return free;
  }
}

export function standingOf(open: OpenRound): Standing {
  const { consolidation, records } = open;
  const { workbooks, setAside, indicators, decisions } = consolidation;
  const count = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const { isAsked, progress } of indicators) if (isAsked) count[progress.status]++;
  return {
    workbooks: workbooks.map((workbook): StatusRow => {
      const { issued, state, file, sha256, isLate, errors, explanationsOwed, confirmed } = workbook;
      const { organisation, region } = issued;
      // returned where the very file that counts went back; a later one is received again
      const wentBack = sha256 !== null && recordOf(records, sha256) !== undefined;
      return {
        ...{ organisation, region, file, isLate, errors, confirmed },
        state: state === 'received' && wentBack ? 'returned' : state,
        explanations: explanationsOwed,
      };
    }),
    setAside: setAside.map(({ file, code, reason }) => ({ file, code, reason })),
    indicators: count,
    decisions: decisions.map(({ decision, file, why, at, by, standing }) => ({
      ...{ decision, file, why, by, standing },
      time: clockTime(at),
    })),
    decided: Object.fromEntries(
      [...open.files.keys()].flatMap((file) => {
        const decision = open.decisionOn(file);
        return decision ? [[file, decision.decision]] : [];
      }),
    ),
    notAsked: indicators.filter(({ isAsked }) => !isAsked).length,
  };
}
