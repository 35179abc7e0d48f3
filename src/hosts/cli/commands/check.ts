import path from 'node:path';
import type { ReceivedFile } from '../../../core/consolidation/consolidation';
import type { Finding } from '../../../core/review/finding';
import type { Expected } from '../../../core/review/against-round';
import { fullName } from '../../../core/template/entry';
import { expectedOf } from '../compile-round';
import { digestWith } from '../digest';
import { EXIT, type ExitCode } from '../failure';
import { checkedFileJson } from '../json';
import { loadKey } from '../key';
import { cliMessages as messages } from '../messages';
import { severityLabel, type Output } from '../output';
import { hashOf, loadPlan, seedIds } from '../plans';
import { readFile } from '../read-file';
import { openRound } from '../round-folder';

export interface CheckOptions {
  readonly round?: string;
  readonly key?: string;
}

/** `check`: reads and reviews each file; one that can't be read doesn't stop the others. */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  output: Output,
): Promise<ExitCode> {
  const key = options.key === undefined ? null : await loadKey(options.key);
  const expected = options.round === undefined ? await atHand() : await ofRound(options.round);
  const digest = digestWith(key);
  const checked = await output.progress(messages.checking, files.length, async (step) => {
    const results: ReceivedFile[] = [];
    for (const file of files) {
      const { dir, base } = path.parse(file);
      results.push({ ...(await readFile(dir, base, digest, expected)), file });
      step();
    }
    return results;
  });
  output.json({ files: checked.map((file) => checkedFileJson(file, output.language)) });
  for (const file of checked) printFile(file, output);
  return summarise(checked, output);
}

function printFile({ file, content }: ReceivedFile, output: Output): void {
  if (content.is === 'unreadable') {
    output.line(messages.unreadableFile, { file, reason: content.reason });
    return;
  }
  const { findings, submission } = content;
  if (findings.length === 0) {
    output.line(messages.cleanFile, { file });
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

function summarise(checked: readonly ReceivedFile[], output: Output): ExitCode {
  let clean = 0;
  let unreadable = 0;
  let hasError = false;
  for (const { content } of checked) {
    if (content.is === 'unreadable') unreadable++;
    else if (content.findings.length === 0) clean++;
    else hasError ||= content.findings.some(({ severity }) => severity === 'error');
  }
  const files = checked.length;
  output.line(messages.checkedTotal, {
    files,
    clean,
    findings: files - clean - unreadable,
    unreadable,
  });
  if (unreadable > 0) return EXIT.unusable;
  return hasError ? EXIT.findings : EXIT.clean;
}

/** Errors first, each severity in the order of the form. */
function bySeverity(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, explain: 1, note: 2 };
  return [...findings].sort((left, right) => rank[left.severity] - rank[right.severity]);
}

async function ofRound(folder: string): Promise<Expected> {
  return expectedOf((await openRound(folder)).round);
}

/** Without a round a workbook answers for itself; only the product's own plans are compared. */
async function atHand(): Promise<Expected> {
  const plans = await Promise.all((await seedIds()).map(loadPlan));
  return {
    round: null,
    isSigned: false,
    plans: plans.map(({ plan }) => ({
      id: plan.id,
      title: plan.title,
      hash: hashOf(plan),
      indicators: plan.indicators.map((indicator) => fullName(plan, indicator)),
    })),
  };
}
