import type { Period } from '../plan/period';
import { fill, type Language, type Text } from '../plan/text';
import type { Finding } from '../review/finding';
import type { WorkbookGrid } from '../sheet/grid';
import type { Submission } from '../submission/submission';
import type { Form } from '../template/form';
import { reporterText } from './context';
import { owedIn, type Resubmission } from './resubmission';
import { entireFileLine, slipLines, type SlipLine } from './return-slip-lines';
import { slipMessages as messages } from './return-slip-messages';

/** The round that a slip is of. */
export interface SlipRound {
  /** Titles of the plans. */
  readonly plans: readonly string[];
  readonly period: Period;
  /** ISO date. */
  readonly due: string;
  readonly coordinator: string;
  readonly language: Language;
  readonly form: Form;
}

/** A file that goes back. */
export interface ReturnedFile {
  readonly round: SlipRound;
  /** Name in the inbox. */
  readonly file: string;
  /** Null where it cannot be told who sent it. */
  readonly sender: { readonly organisation: string; readonly region: string | null } | null;
  /** Name of the blank that was issued to the sender; null where there is none. */
  readonly blank: string | null;
  /** ISO date. */
  readonly returnedOn: string;
  /** ISO date, where the coordinator set a new one. */
  readonly newDue: string | null;
  readonly content: ReturnedContent;
}

export type ReturnedContent =
  /** A submission that counts, with findings. */
  | {
      readonly is: 'submission';
      readonly submission: Submission;
      readonly findings: readonly Finding[];
      readonly grid: WorkbookGrid;
      readonly resubmission: Resubmission | null;
    }
  /** A form that does not count at all. */
  | {
      readonly is: 'set-aside';
      readonly code: string;
      readonly submission: Submission;
      readonly findings: readonly Finding[];
    }
  /** No form that could be read. */
  | { readonly is: 'unread'; readonly reason: Text };

/** What a return slip says, as data. */
export interface ReturnSlip {
  readonly returned: ReturnedFile;
  readonly sender: Text;
  readonly lines: readonly SlipLine[];
  readonly errors: number;
  readonly explanations: number;
  readonly resubmission: Resubmission | null;
  /** Why no copy of the sender's workbook can come with it; null where one may. */
  readonly noCopy: Text | null;
}

/** Codes of forms set aside that their sender can put right. */
export const RETURNABLE = ['other-plan', 'other-period', 'other-round', 'tampered', 'not-issued'];
/** Rules that say why a form does not count at all. */
const ENTIRE: ReadonlySet<string> = new Set([
  'wrong-plan',
  'wrong-period',
  'wrong-round',
  'altered-identity',
  'altered-head',
]);

/** Puts together what goes back to a sender: every error and every explanation owed, in the sender's words and places. */
export function returnSlip(returned: ReturnedFile): ReturnSlip {
  const { content, sender } = returned;
  const lines = linesOf(returned);
  const count = (severity: Finding['severity']) =>
    lines.filter((line) => line.severity === severity).length;
  return {
    returned,
    sender: sender ? reporterText(sender.organisation, sender.region) : messages.unknownSender,
    lines,
    errors: count('error'),
    explanations: count('explain'),
    resubmission: content.is === 'submission' ? content.resubmission : null,
    noCopy: noCopyOf(content),
  };
}

function linesOf({ content, blank, sender, round }: ReturnedFile): SlipLine[] {
  const anyBlank = blank ?? messages.anyBlank[round.language];
  switch (content.is) {
    case 'submission':
      return slipLines(content, anyBlank);
    case 'unread':
      return [entireFileLine(content.reason, messages.unreadRemedy)];
    case 'set-aside': {
      const { submission, findings, code } = content;
      const entire = findings.filter(({ rule }) => ENTIRE.has(rule));
      if (entire.length > 0)
        return slipLines(
          { submission, findings: entire, grid: null, resubmission: null },
          anyBlank,
        );
      if (code === 'not-issued' && sender)
        return [
          entireFileLine(
            fill(messages.notIssued, { who: reporterText(sender.organisation, sender.region) }),
            messages.notIssuedRemedy,
          ),
        ];
      const remedy = blank === null ? messages.unreadRemedy : messages.otherSealRemedy;
      return [entireFileLine(messages.otherSeal, fill(remedy, { blank: blank ?? '' }))];
    }
  }
}

function noCopyOf(content: ReturnedContent): Text | null {
  if (content.is !== 'submission') return messages.unusable;
  return content.findings.some(({ rule }) => rule === 'missing-sheet') ? messages.noForm : null;
}

/** Whether a submission goes back: it has an error, or an explanation that keeps a figure from counting. */
export function mustGoBack(findings: readonly Finding[]): boolean {
  return owedIn(findings).length > 0;
}

/** A file's name without folders and ending, for a slip whose sender is not known. */
export function plainName(file: string): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}

/** 退回单_市科技局 or 退回单_市科技局_海曙区, without an ending; the host makes it safe. */
export function slipName({
  sender,
  file,
  round,
}: Pick<ReturnedFile, 'sender' | 'file' | 'round'>): string {
  const who = sender
    ? [sender.organisation, ...(sender.region === null ? [] : [sender.region])]
    : [plainName(file)];
  return [messages.sheet[round.language], ...new Set(who)].join('_');
}

/** What stands behind the name from the second time on; nothing the first time. */
export function slipCount(count: number, language: Language): string {
  return count === 1 ? '' : fill(messages.again, { count })[language];
}
