import type { ReceivedFile } from '../../core/consolidation/consolidation';
import type { Language } from '../../core/plan/text';
import { resubmissionText, type Resubmission } from '../../core/report/resubmission';
import type { Finding } from '../../core/review/finding';
import { checkedFileJson } from './json';
import { cliMessages as messages } from './messages';
import { consoleOutput, severityLabel, type Output } from './output';

/** What `check` says of one file. */
export interface FileReport {
  readonly outcome: 'clean' | 'findings' | 'unreadable';
  readonly hasError: boolean;
  /** Lines for a person, or the file's JSON. */
  readonly text: string;
}

export interface ReportStyle {
  readonly language: Language;
  readonly isJson: boolean;
  /** Whether a terminal shows it, with colours. */
  readonly isTerminal: boolean;
}

/** Puts what was found in a file into words, or into JSON. */
export function reportOn(
  received: ReceivedFile,
  { language, isJson }: ReportStyle,
  resubmission: Resubmission | null = null,
): FileReport {
  const { content } = received;
  let text = '';
  if (isJson) text = JSON.stringify(checkedFileJson(received, language, resubmission), null, 2);
  else
    printFile(
      received,
      consoleOutput(language, false, (piece) => {
        text += piece;
      }),
      resubmission,
    );
  if (content.is === 'unreadable') return { outcome: 'unreadable', hasError: false, text };
  const { findings } = content;
  return {
    outcome: findings.length === 0 ? 'clean' : 'findings',
    hasError: findings.some(({ severity }) => severity === 'error'),
    text,
  };
}

function printFile(
  { file, content }: ReceivedFile,
  output: Output,
  resubmission: Resubmission | null,
): void {
  if (content.is === 'unreadable') {
    output.line(messages.unreadableFile, { file, reason: content.reason });
    return;
  }
  const { findings, submission } = content;
  const compared = () => {
    if (resubmission)
      output.line(messages.comparedFile, { comparison: resubmissionText(resubmission) });
  };
  if (findings.length === 0) {
    output.line(messages.cleanFile, { file });
    compared();
    return;
  }
  const { organisation, region } = submission.model;
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  output.line(messages.findingsFile, {
    file,
    who: region === null || region === organisation ? organisation : `${organisation}（${region}）`,
    errors: count('error'),
    explain: count('explain'),
    notes: count('note'),
  });
  compared();
  const names = new Map(submission.model.entries.map(({ key, name }) => [key, name]));
  output.table(
    [messages.colSeverity, messages.colPlace, messages.colIndicator, messages.colMessage],
    bySeverity(findings).map(({ severity, sheet, cell, entry, message }) => [
      severityLabel(severity, output.language),
      [sheet, cell].filter((part) => part !== null).join('!'),
      entry === null ? '' : (names.get(entry) ?? entry),
      message[output.language],
    ]),
    [8, 14, 26, 60],
  );
}

/** Errors first, each severity in the order of the form. */
function bySeverity(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, explain: 1, note: 2 };
  return [...findings].sort((left, right) => rank[left.severity] - rank[right.severity]);
}
