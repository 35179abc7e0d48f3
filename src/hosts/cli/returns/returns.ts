import { dateOf } from '../../../core/consolidation/times';
import { parsePeriod } from '../../../core/plan/period';
import type { Text } from '../../../core/plan/text';
import { recordOf, type ReturnRecord } from '../../../core/report/return-record';
import { owedIn } from '../../../core/report/resubmission';
import {
  slipCount,
  slipName,
  type ReturnedFile,
  type SlipRound,
} from '../../../core/report/return-slip';
import type { SlipDesign } from '../../../core/report/return-slip-design';
import { nameOf } from '../../../core/report/return-slip-lines';
import { safeName } from '../../../core/template/file-names';
import type { Round } from '../../../core/template/round';
import { kindOf, writeWhole } from '../files';
import { loadSlipDesign } from '../plans';
import type { Opened, Opening } from './candidates';
import { returnedFiles, slipPath, writeReturnedRecords } from './returned-folder';
import { writeSlip } from './write-slip';

/** What became of one file. */
export interface Result {
  readonly opened: Opened;
  readonly record: ReturnRecord;
  readonly isNew: boolean;
  /** Null where the slip is a marked copy, or was made before. */
  readonly noCopy: Text | null;
}

export interface Left {
  readonly file: string;
  readonly code: string;
  readonly reason: Text;
}

/** The slips of one run: which there are already, what the new ones are called, and what is still to be written. */
export class Returns {
  readonly results: Result[] = [];
  readonly left: Left[] = [];
  private readonly records: ReturnRecord[];
  private readonly pending = new Map<string, Uint8Array>();
  private taken: Set<string> | null = null;
  private design: SlipDesign | null = null;
  private isChanged = false;

  constructor(
    private readonly folder: string,
    private readonly round: Round,
    before: readonly ReturnRecord[],
    private readonly asked: { readonly now: Date; readonly due: string | null },
  ) {
    this.records = [...before];
  }

  async take(file: string, opening: Opening): Promise<void> {
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
    const { slipRound: round } = this;
    const base = safeName(slipName({ sender, file, round }));
    for (let count = 1; ; count++) {
      // behind what safeName may cut
      const name = `${base}${slipCount(count, round.language)}.xlsx`;
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
