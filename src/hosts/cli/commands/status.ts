import { decisionsJson } from '../../../core/consolidation/compile-json';
import type { Consolidation, WorkbookState } from '../../../core/consolidation/consolidation';
import { recordOf, returnedBefore, type ReturnRecord } from '../../../core/report/return-record';
import {
  compareWith,
  resubmissionText,
  type Resubmission,
} from '../../../core/report/resubmission';
import { consolidateRound } from '../compile-round';
import { printDecisions } from '../print-decisions';
import { EXIT, type ExitCode } from '../failure';
import { loadKey } from '../key';
import { cliMessages as messages } from '../messages';
import { coloured, type Output } from '../output';
import { resubmissionJson } from '../json';
import { returnedRecords } from '../returns/returned-folder';
import { openRound } from '../round-folder';

export interface StatusOptions {
  readonly key?: string;
  readonly jobs?: number;
}

type ShownState = WorkbookState['state'] | 'returned';

/** `status`: who has sent, what state it is in, whom to remind. */
export async function status(
  folder: string,
  options: StatusOptions,
  output: Output,
): Promise<ExitCode> {
  const opened = await openRound(folder);
  const key = options.key === undefined ? null : await loadKey(options.key);
  const consolidation = await consolidateRound(opened, key, output, options.jobs);
  const { workbooks, setAside, plans, decisions } = consolidation;
  const records = await returnedRecords(folder);
  const shown = workbooks.map((workbook) => ({
    workbook,
    state: shownState(workbook, records),
    resubmission: resubmissionOf(workbook, records, consolidation),
  }));
  const isCompared = shown.some(({ resubmission }) => resubmission !== null);
  const { period, due } = opened.round;
  output.json({
    plans: plans.map(({ id }) => id),
    period,
    due,
    workbooks: shown.map(({ workbook, state, resubmission }) => ({
      organisation: workbook.issued.organisation,
      region: workbook.issued.region,
      state,
      ...(workbook.file === null
        ? {}
        : { file: workbook.file, findings: workbook.errors + workbook.explanationsOwed }),
      ...(workbook.decision && { decision: workbook.decision.decision }),
      ...(resubmission ? { resubmission: resubmissionJson(resubmission, output.language) } : {}),
    })),
    setAside: setAside.map(({ file, code, reason }) => ({
      file,
      code,
      reason: reason[output.language],
    })),
    ...decisionsJson(consolidation),
  });
  output.table(
    [
      messages.colOrganisation,
      messages.colRegion,
      messages.colState,
      messages.colFile,
      messages.colErrors,
      messages.colExplain,
      ...(isCompared ? [messages.colCompared] : []),
    ],
    shown.map(({ workbook, state, resubmission }) => [
      workbook.issued.organisation,
      workbook.issued.region ?? '',
      stateLabel(state, output),
      workbook.file ?? '',
      workbook.file === null ? '' : String(workbook.errors),
      workbook.file === null ? '' : String(workbook.explanationsOwed),
      ...(isCompared ? [resubmission ? resubmissionText(resubmission)[output.language] : ''] : []),
    ]),
  );
  if (setAside.length > 0) {
    output.line(messages.setAsideTitle);
    output.table(
      [messages.colFile, messages.colReason],
      setAside.map(({ file, reason }) => [file, reason[output.language]]),
      [40, 70],
    );
  }
  if (decisions.length > 0) printDecisions(decisions, output);
  const missing = workbooks.filter(({ state }) => state === 'missing');
  output.line(messages.statusTotal, {
    issued: workbooks.length,
    received: workbooks.length - missing.length,
    accepted: workbooks.filter(({ state }) => state === 'accepted').length,
    missing: missing.length,
    due,
  });
  if (missing.length > 0) output.line(messages.reminderList, { names: names(missing) });
  return EXIT.clean;
}

/** Returned where the very file that counts went back; a later one is received again. */
function shownState(
  { state, sha256 }: WorkbookState,
  records: readonly ReturnRecord[],
): ShownState {
  const wasReturned = sha256 !== null && recordOf(records, sha256) !== undefined;
  return state === 'received' && wasReturned ? 'returned' : state;
}

function resubmissionOf(
  { issued, file, sha256 }: WorkbookState,
  records: readonly ReturnRecord[],
  { findings }: Consolidation,
): Resubmission | null {
  if (file === null || sha256 === null) return null;
  const before = returnedBefore(records, issued.seal, sha256);
  return (
    before &&
    compareWith(
      before,
      findings.filter((finding) => finding.file === file),
    )
  );
}

function stateLabel(state: ShownState, { language }: Output): string {
  switch (state) {
    case 'missing':
      return coloured('red', messages.stateMissing[language]);
    case 'received':
      return coloured('yellow', messages.stateReceived[language]);
    case 'returned':
      return coloured('cyan', messages.stateReturned[language]);
    case 'accepted':
      return coloured('green', messages.stateAccepted[language]);
  }
}

function names(workbooks: readonly WorkbookState[]): string {
  return workbooks
    .map(({ issued: { organisation, region } }) =>
      region === null || region === organisation ? organisation : `${organisation}（${region}）`,
    )
    .join('、');
}
