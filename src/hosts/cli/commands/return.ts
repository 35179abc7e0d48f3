import path from 'node:path';
import { dateOf } from '../../../core/consolidation/times';
import { parsePeriod } from '../../../core/plan/period';
import { fill, type Text } from '../../../core/plan/text';
import { recordOf, type ReturnRecord } from '../../../core/report/return-record';
import { owedIn, resubmissionText, type Resubmission } from '../../../core/report/resubmission';
import { slipName, type ReturnedFile, type SlipRound } from '../../../core/report/return-slip';
import { nameOf } from '../../../core/report/return-slip-lines';
import { reporterText } from '../../../core/report/context';
import type { Round } from '../../../core/template/round';
import { consolidateRound } from '../compile-round';
import { readDate } from '../dates';
import { digestWith } from '../digest';
import { EXIT, Failure, type ExitCode } from '../failure';
import { kindOf, safeName, writeWhole } from '../files';
import { expectedFrom } from '../jobs/against';
import { resubmissionJson } from '../json';
import { loadKey } from '../key';
import { cliMessages } from '../messages';
import type { Output } from '../output';
import { loadSlipDesign } from '../plans';
import { candidatesOf, openCandidate, type Candidate, type Opened } from '../returns/candidates';
import { returnMessages as messages } from '../returns/messages';
import {
  returnedFiles,
  returnedRecords,
  slipPath,
  writeReturnedRecords,
} from '../returns/returned-folder';
import { writeSlip } from '../returns/write-slip';
import { openRound } from '../round-folder';

export interface ReturnOptions {
  readonly due?: string;
  readonly key?: string;
  readonly jobs?: number;
}

/** Slips that are held in memory before their record and then they themselves are written. */
const BATCH = 50;

/** What became of one file. */
interface Result {
  readonly opened: Opened;
  readonly record: ReturnRecord;
  readonly isNew: boolean;
  /** Null where the slip is a marked copy, or was made before. */
  readonly noCopy: Text | null;
}

interface Left {
  readonly file: string;
  readonly code: string;
  readonly reason: Text;
}

/** `return`: a slip for each file that has to be corrected or explained; the inbox stays as it is. */
export async function returnCommand(
  folder: string,
  options: ReturnOptions,
  now: Date,
  output: Output,
): Promise<ExitCode> {
  const opened = await openRound(folder);
  const { round } = opened;
  const due = options.due === undefined ? null : newDue(options.due, now);
  const key = options.key === undefined ? null : await loadKey(options.key);
  const before = await returnedRecords(folder);
  const consolidation = await consolidateRound(opened, key, output, options.jobs);
  const candidates = candidatesOf(consolidation);
  const returns = new Returns(folder, round, before, { now, due });
  const context = {
    ...{ inbox: path.join(folder, 'inbox'), consolidation, records: before },
    ...{ digest: digestWith(key), expected: expectedFrom({ round }) },
  };
  await output.progress(messages.making, candidates.length, async (step) => {
    for (let from = 0; from < candidates.length; from += BATCH) {
      for (const candidate of candidates.slice(from, from + BATCH)) {
        await returns.take(candidate, await openCandidate(candidate, context));
        step();
      }
      await returns.write();
    }
  });
  return conclude(returns, folder, output);
}

function newDue(text: string, now: Date): string {
  const due = readDate(text);
  const today = dateOf(now.toISOString());
  if (due < today) throw new Failure(fill(messages.duePast, { due, today }));
  return due;
}

/** The slips of one run: which there are already, what the new ones are called, and what is still to be written. */
class Returns {
  readonly results: Result[] = [];
  readonly left: Left[] = [];
  private readonly records: ReturnRecord[];
  private readonly pending = new Map<string, Uint8Array>();
  private taken: Set<string> | null = null;
  private design: Awaited<ReturnType<typeof loadSlipDesign>> | null = null;
  private isChanged = false;

  constructor(
    private readonly folder: string,
    private readonly round: Round,
    before: readonly ReturnRecord[],
    private readonly asked: { readonly now: Date; readonly due: string | null },
  ) {
    this.records = [...before];
  }

  async take(
    { file }: Candidate,
    opening: Awaited<ReturnType<typeof openCandidate>>,
  ): Promise<void> {
    if (opening.is === 'clean') return;
    if (opening.is === 'left') {
      this.left.push({ file, code: opening.code, reason: opening.reason });
      return;
    }
    const known = recordOf(this.records, opening.sha256);
    const record = known ?? (await this.newRecord(opening));
    if (!known) {
      this.records.push(record);
      this.isChanged = true;
    }
    const isThere =
      this.pending.has(record.slip) ||
      (known !== undefined && (await kindOf(slipPath(this.folder, record.slip))) === 'file');
    if (isThere) {
      this.results.push({ opened: opening, record, isNew: false, noCopy: null });
      return;
    }
    this.design ??= await loadSlipDesign();
    const returned = this.returnedFile(opening, record);
    const { bytes, noCopy } = await writeSlip(returned, opening, this.design, record.returnedAt);
    this.pending.set(record.slip, bytes);
    this.results.push({ opened: opening, record, isNew: true, noCopy });
  }

  /** The record first: a slip that an interruption kept from being written is made by the next run. */
  async write(): Promise<void> {
    if (this.isChanged) await writeReturnedRecords(this.folder, this.records);
    this.isChanged = false;
    for (const [name, bytes] of this.pending) await writeWhole(slipPath(this.folder, name), bytes);
    this.pending.clear();
  }

  private async newRecord(opened: Opened): Promise<ReturnRecord> {
    const { file, sha256, sender, issued, content } = opened;
    const findings = content.is === 'unread' ? [] : owedIn(content.findings);
    return {
      workbook: issued?.seal ?? null,
      organisation: sender?.organisation ?? null,
      region: sender?.region ?? null,
      file,
      sha256,
      slip: await this.freeSlipName(opened),
      returnedAt: this.asked.now.toISOString(),
      due: this.asked.due,
      findings: findings.map((finding) => {
        const { rule, severity, entry, sheet, cell, message } = finding;
        const name = content.is === 'unread' ? '' : nameOf(finding, content.submission);
        // a note is not owed
        return { rule, severity: severity as 'error', entry, sheet, cell, name, message };
      }),
    };
  }

  private async freeSlipName({ sender, file }: Opened): Promise<string> {
    this.taken ??= new Set(
      [...(await returnedFiles(this.folder)), ...this.records.map(({ slip }) => slip)].map((name) =>
        name.toLowerCase(),
      ),
    );
    for (let count = 1; ; count++) {
      const name = `${safeName(slipName({ sender, file, round: this.slipRound }, count))}.xlsx`;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }

  private returnedFile(
    { file, sender, issued, content }: Opened,
    record: ReturnRecord,
  ): ReturnedFile {
    return {
      round: this.slipRound,
      ...{ file, sender, content },
      blank: issued?.file ?? null,
      returnedOn: dateOf(record.returnedAt),
      newDue: record.due,
    };
  }

  private get slipRound(): SlipRound {
    const { plans, due, coordinator, language, form } = this.round;
    const period = parsePeriod(this.round.period);
    if (!period) throw new Error(`round ${this.round.id} has the period ${this.round.period}`);
    const titles = plans.map(({ plan }) => plan.title);
    return { plans: titles, period, due, coordinator, language, form };
  }
}

function conclude(returns: Returns, folder: string, output: Output): ExitCode {
  const { results, left } = returns;
  const { language } = output;
  output.json({
    returned: results.map((result) => resultJson(result, output)),
    withoutSlip: left.map(({ file, code, reason }) => ({ file, code, reason: reason[language] })),
  });
  output.table(
    [
      messages.colSender,
      cliMessages.colFile,
      messages.colSlip,
      messages.colMade,
      cliMessages.colErrors,
      cliMessages.colExplain,
      messages.colCompared,
    ],
    results.map(({ record, opened, isNew }) => [
      record.organisation === null
        ? ''
        : reporterText(record.organisation, record.region)[language],
      opened.file,
      record.slip,
      (isNew ? messages.made : messages.already)[language],
      ...(['error', 'explain'] as const).map((severity) =>
        String(record.findings.filter((finding) => finding.severity === severity).length),
      ),
      comparisonOf(opened)?.[language] ?? '',
    ]),
    [16, 26, 30, 8, 7, 7, 30],
  );
  const alone = results.filter(({ noCopy }) => noCopy !== null);
  listed(
    messages.withoutCopyTitle,
    alone.map(({ opened, noCopy }) => [opened.file, noCopy!]),
    output,
  );
  listed(
    messages.withoutSlipTitle,
    left.map(({ file, reason }) => [file, reason]),
    output,
  );
  const made = results.filter(({ isNew }) => isNew).length;
  const count = results.length;
  if (count === 0) output.line(messages.nothing);
  else
    output.line(messages.total, {
      ...{ count, made, already: count - made },
      folder: path.join(folder, 'returned'),
    });
  return count > 0 ? EXIT.findings : EXIT.clean;
}

function listed(title: Text, rows: readonly (readonly [string, Text])[], output: Output): void {
  if (rows.length === 0) return;
  output.line(title);
  output.table(
    [cliMessages.colFile, cliMessages.colReason],
    rows.map(([file, reason]) => [file, reason[output.language]]),
    [40, 70],
  );
}

function resultJson({ opened, record, isNew, noCopy }: Result, { language }: Output) {
  const { organisation, region, slip, due, findings } = record;
  const { content, file, sha256 } = opened;
  const count = (severity: 'error' | 'explain') =>
    findings.filter((finding) => finding.severity === severity).length;
  const resubmission = resubmissionOf(opened);
  return {
    ...{ organisation, region, file, sha256, slip, isNew, due },
    errors: count('error'),
    explain: count('explain'),
    ...(isNew ? { isCopy: noCopy === null } : {}),
    ...(noCopy === null ? {} : { noCopy: noCopy[language] }),
    ...(content.is === 'unread' ? { reason: content.reason[language] } : {}),
    ...(resubmission ? { resubmission: resubmissionJson(resubmission, language) } : {}),
  };
}

function resubmissionOf({ content }: Opened): Resubmission | null {
  return content.is === 'submission' ? content.resubmission : null;
}

function comparisonOf(opened: Opened): Text | null {
  const resubmission = resubmissionOf(opened);
  return resubmission && resubmissionText(resubmission);
}
