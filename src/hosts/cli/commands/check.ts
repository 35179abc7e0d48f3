import path from 'node:path';
import { fullName } from '../../../core/template/entry';
import type { FileReport } from '../checked-file';
import { EXIT, type ExitCode } from '../failure';
import type { Against } from '../jobs/against';
import { interruptible } from '../jobs/interrupt';
import { fileReports } from '../jobs/read-files';
import { JsonList } from '../json';
import { loadKey } from '../key';
import { cliMessages as messages } from '../messages';
import type { Output } from '../output';
import { hashOf, loadPlan, seedIds } from '../plans';
import { returnedRecords } from '../returns/returned-folder';
import { openRound } from '../round-folder';

export interface CheckOptions {
  readonly round?: string;
  readonly key?: string;
  readonly jobs?: number;
}

/** `check`: reads and reviews each file; one that can't be read doesn't stop the others. */
export async function check(
  files: readonly string[],
  options: CheckOptions,
  output: Output,
): Promise<ExitCode> {
  const key = options.key === undefined ? null : await loadKey(options.key);
  const against =
    options.round === undefined
      ? await atHand()
      : {
          round: (await openRound(options.round)).round,
          returned: await returnedRecords(options.round),
        };
  const tally = new Tally();
  const list = output.isJson ? new JsonList('files', (text) => output.raw(text)) : null;
  await output.progress(messages.checking, files.length, (step) =>
    interruptible(async (signal) => {
      const reports = fileReports(
        files.map((file) => {
          const { dir, base } = path.parse(file);
          return { folder: dir, name: base, shown: file };
        }),
        { against, key },
        {
          language: output.language,
          isJson: output.isJson,
          isTerminal: process.stdout.isTTY,
        },
        { jobs: options.jobs, signal },
      );
      try {
        // one at a time: thousands of them would not fit into memory
        for await (const report of reports) {
          await (list ? list.add(report.text) : output.raw(report.text));
          tally.add(report);
          step();
        }
      } finally {
        await list?.end();
      }
    }),
  );
  return tally.conclude(output);
}

class Tally {
  private readonly outcomes = { clean: 0, findings: 0, unreadable: 0 };
  private hasError = false;

  add({ outcome, hasError }: FileReport): void {
    this.outcomes[outcome]++;
    this.hasError ||= hasError;
  }

  conclude(output: Output): ExitCode {
    const { clean, findings, unreadable } = this.outcomes;
    const files = clean + findings + unreadable;
    output.line(messages.checkedTotal, { files, clean, findings, unreadable });
    if (unreadable > 0) return EXIT.unusable;
    return this.hasError ? EXIT.findings : EXIT.clean;
  }
}

/** Without a round only the product's own plans are compared. */
async function atHand(): Promise<Against> {
  const plans = await Promise.all((await seedIds()).map(loadPlan));
  return {
    plans: plans.map(({ plan }) => ({
      id: plan.id,
      title: plan.title,
      hash: hashOf(plan),
      indicators: plan.indicators.map((indicator) => fullName(plan, indicator)),
    })),
  };
}
