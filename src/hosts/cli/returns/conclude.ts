import path from 'node:path';
import type { Text } from '../../../core/plan/text';
import { reporterText } from '../../../core/report/context';
import { resubmissionText, type Resubmission } from '../../../core/report/resubmission';
import { EXIT, type ExitCode } from '../failure';
import { resubmissionJson } from '../json';
import { cliMessages } from '../messages';
import type { Output } from '../output';
import type { Opened } from './candidates';
import { returnMessages as messages } from './messages';
import type { Result, Returns } from './returns';

/** Says what was returned, what comes without a copy and what needs no slip. */
export function conclude(returns: Returns, folder: string, output: Output): ExitCode {
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
        opened.content.is === 'unread'
          ? ''
          : String(record.findings.filter((finding) => finding.severity === severity).length),
      ),
      comparisonOf(opened)?.[language] ?? '',
    ]),
    [16, 26, 30, 8, 7, 7, 30],
  );
  listed(
    messages.withoutCopyTitle,
    results.flatMap(({ opened: { file, content }, noCopy }) =>
      noCopy === null ? [] : [[file, content.is === 'unread' ? content.reason : noCopy] as const],
    ),
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
