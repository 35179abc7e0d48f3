/**
 * The whole flow on one screen:
 *
 *   Plan ─issue→ workbooks ─(filled in)→ examine → Findings
 *                                 └────── consolidate → Consolidation ─report→ workbook
 *                                                                     └brief→ briefing
 *
 * Every step is a pure function of its arguments; hosts bring files, clock, hashes and keys.
 */
import { consolidate } from './consolidation/consolidate';
import type { Consolidation, RoundInput } from './consolidation/consolidation';
import type { Plan } from './plan/schema';
import { brief as briefingOf, type BriefingOptions } from './report/briefing/brief';
import type { Briefing } from './report/briefing/briefing';
import { consolidatedWorkbook, type ReportOptions } from './report/consolidated-workbook';
import type { Finding } from './review/finding';
import { review } from './review/review';
import { reviewAgainst, type Expected } from './review/against-round';
import type { WorkbookDescription } from './sheet/description';
import type { WorkbookGrid } from './sheet/grid';
import { readSubmission, type SubmissionReading } from './submission/read-submission';
import type { Submission } from './submission/submission';
import { templateBuilder, type BuiltTemplate, type RoundContext } from './template/build-template';
import type { Digest } from './template/seal';
import { recipientsOf, type Division, type Recipient } from './template/select';

/** Everybody whom a round asks, and a function that builds each one's blank workbook when its turn comes. */
export function issue(
  context: RoundContext,
  to: Division | readonly Recipient[],
): { readonly recipient: Recipient; readonly build: () => BuiltTemplate }[] {
  const plans: Plan[] = context.plans.map(({ plan }) => plan);
  const build = templateBuilder(context);
  const recipients = typeof to === 'string' ? recipientsOf(plans, context.period, to) : to;
  return recipients.map((recipient) => ({ recipient, build: () => build(recipient) }));
}

export type Examination =
  | {
      readonly is: 'submission';
      readonly submission: Submission;
      readonly findings: readonly Finding[];
    }
  | Exclude<SubmissionReading, { is: 'submission' }>;

/** Reads what a department filled in and applies every rule to it. */
export function examine(grid: WorkbookGrid, digest: Digest, expected: Expected): Examination {
  const reading = readSubmission(grid, digest, expected.templates ?? null);
  if (reading.is !== 'submission') return reading;
  const { submission } = reading;
  return {
    is: 'submission',
    submission,
    findings: [...reviewAgainst(expected, submission), ...review(submission)],
  };
}

/** Brings the submissions of a round together and judges every indicator. */
export function compile(input: RoundInput): Consolidation {
  return consolidate(input);
}

/** The consolidated workbook (汇总表). */
export function report(consolidation: Consolidation, options: ReportOptions): WorkbookDescription {
  return consolidatedWorkbook(consolidation, options);
}

/** The bulletin (通报) in words, every figure of it the consolidation's. */
export function brief(consolidation: Consolidation, options: BriefingOptions): Briefing {
  return briefingOf(consolidation, options);
}
