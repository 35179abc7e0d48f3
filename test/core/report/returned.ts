import { examine } from '../../../src/core/pipeline';
import type { ReturnRecord } from '../../../src/core/report/return-record';
import { compareWith, owedIn } from '../../../src/core/report/resubmission';
import type { ReturnedFile, SlipRound } from '../../../src/core/report/return-slip';
import { slipDesignSchema } from '../../../src/core/report/return-slip-design';
import { nameOf } from '../../../src/core/report/return-slip-lines';
import type { Finding } from '../../../src/core/review/finding';
import type { WorkbookGrid } from '../../../src/core/sheet/grid';
import type { Submission } from '../../../src/core/submission/submission';
import { CONTEXT, EXPECTED, ORGANISATION, PLAN, ROUND } from '../../corpus/make/filled';
import { PLAIN } from '../../factories/digest';
import { FORM } from '../../factories/template';
import design from '../../../templates/return-slip.json';

export const SLIP_DESIGN = slipDesignSchema.parse(design);

export const SLIP_ROUND: SlipRound = {
  plans: [PLAN.title],
  period: CONTEXT.period,
  due: ROUND.due,
  coordinator: ROUND.coordinator,
  language: 'zh',
  form: FORM,
};

export interface Examined {
  readonly submission: Submission;
  readonly findings: readonly Finding[];
}

export function examined(grid: WorkbookGrid): Examined {
  const result = examine(grid, PLAIN, EXPECTED);
  if (result.is !== 'submission') throw new Error(`the workbook is ${result.is}`);
  return result;
}

/** The workbook as a file that goes back; against an earlier one where a record is given. */
export function returnedFile(
  grid: WorkbookGrid,
  record: ReturnRecord | null = null,
  changes: Partial<ReturnedFile> = {},
): ReturnedFile {
  const { submission, findings } = examined(grid);
  const resubmission = record && compareWith(record, findings);
  return {
    round: SLIP_ROUND,
    file: '经信.xlsx',
    sender: { organisation: ORGANISATION, region: null },
    blank: '市经信局.xlsx',
    returnedOn: '2021-07-06',
    newDue: '2021-07-15',
    content: { is: 'submission', submission, findings, grid, resubmission },
    ...changes,
  };
}

/** What the round keeps of a returned workbook. */
export function recordFor(grid: WorkbookGrid, sha256 = 'a'): ReturnRecord {
  const { submission, findings } = examined(grid);
  return {
    workbook: submission.sealValue,
    organisation: ORGANISATION,
    region: null,
    file: '经信.xlsx',
    sha256,
    slip: '退回单_市经信局.xlsx',
    returnedAt: '2021-07-06T01:00:00.000Z',
    due: null,
    findings: owedIn(findings).map((finding) => {
      const { rule, severity, entry, sheet, cell, message } = finding;
      const name = nameOf(finding, submission);
      return { rule, severity: severity as 'error', entry, sheet, cell, name, message };
    }),
  };
}
