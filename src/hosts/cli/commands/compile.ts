import { stringify } from 'csv-stringify/sync';
import path from 'node:path';
import { compileJson } from '../../../core/consolidation/compile-json';
import type { Consolidation } from '../../../core/consolidation/consolidation';
import { factsTable } from '../../../core/consolidation/facts-table';
import { report } from '../../../core/pipeline';
import { changesNote } from '../../../core/report/changes-note';
import type { Status } from '../../../core/rule/progress/subject';
import type { Round } from '../../../core/template/round';
import { workbookPieces } from '../../../xlsx/write/write-workbook';
import { compileBriefing } from '../compile-briefing';
import { compileRound } from '../compile-round';
import { digestWith } from '../digest';
import { EXIT, type ExitCode } from '../failure';
import { loadKey } from '../key';
import { compareWithLast } from '../last-compile';
import { cliMessages as messages } from '../messages';
import { NATIVE_WRITING } from '../native-writing';
import type { Output } from '../output';
import { writeOutputs } from '../outputs';
import { loadReportDesign } from '../plans';
import { PRODUCT } from '../product';
import { openRound } from '../round-folder';

export interface CompileOptions {
  readonly key?: string;
  readonly jobs?: number;
  /** Reads every file anew. */
  readonly fresh?: boolean;
}

/** `compile`: brings what is in the inbox together into out/; the inbox stays as it is. */
export async function compileCommand(
  folder: string,
  options: CompileOptions,
  now: Date,
  output: Output,
): Promise<ExitCode> {
  const opened = await openRound(folder);
  const key = options.key === undefined ? null : await loadKey(options.key);
  const { jobs, fresh: isFresh } = options;
  const { consolidation, keep } = await compileRound(opened, { key, output, jobs, isFresh });
  const { language, region } = opened.round;
  const json = compileJson(consolidation, output.language);
  const text = `${JSON.stringify(json, null, 2)}\n`;
  const { last, remember } = await compareWithLast(folder, json, text, now);
  const description = report(consolidation, {
    form: opened.round.form,
    design: await loadReportDesign(),
    language,
    createdAt: now.toISOString(),
    product: PRODUCT,
    ...(last && { lastCompile: last }),
    ...(region !== undefined && {
      asRegion: { region, plans: identitiesOf(opened.round), digest: digestWith(key) },
    }),
  });
  // the bulletin's picture is drawn in a thread while the workbook is written
  const [briefing, workbook] = await Promise.all([
    compileBriefing(consolidation, opened.round, now),
    workbookPieces(description, NATIVE_WRITING),
  ]);
  const csv = stringify(factsTable(consolidation, language), { bom: true, escape_formulas: true });
  const written = await writeOutputs(
    path.join(folder, 'out'),
    {
      'consolidated.xlsx': workbook,
      'briefing.docx': { bytes: briefing.docx, beside: messages.besideEdited[language] },
      'briefing.html': briefing.html,
      'facts.csv': csv,
      'compile.json': text,
    },
    now,
  );
  await keep();
  await remember();
  output.json(json);
  printSummary(consolidation, output);
  if (last) output.line(changesNote(consolidation, last));
  if (!briefing.hasPicture) output.remark(messages.noPicture);
  for (const { file, kept, left } of written) {
    if (kept !== null) output.remark(messages.keptEdited, { file, kept });
    if (left !== null) output.remark(messages.leftEdited, { file, left });
    output.line(messages.wrote, { file });
  }
  // what the coordinator excluded is settled
  const needsAPerson =
    consolidation.setAside.some(({ code }) => code !== 'excluded') ||
    consolidation.findings.some(({ severity }) => severity === 'error');
  return needsAPerson ? EXIT.findings : EXIT.clean;
}

/** The plans as the level above knows them. */
function identitiesOf({ plans }: Round) {
  return plans.map(({ plan: { id, title }, hash }) => ({ id, title, hash }));
}

function printSummary(
  { indicators, workbooks, setAside, due }: Consolidation,
  output: Output,
): void {
  const asked = indicators.filter(({ isAsked }) => isAsked);
  const count = (status: Status) =>
    asked.filter(({ progress }) => progress.status === status).length;
  output.line(messages.statusTotal, {
    issued: workbooks.length,
    received: workbooks.filter(({ state }) => state !== 'missing').length,
    accepted: workbooks.filter(({ state }) => state === 'accepted').length,
    missing: workbooks.filter(({ state }) => state === 'missing').length,
    due,
  });
  if (setAside.length > 0) {
    output.line(messages.setAsideTitle);
    output.table(
      [messages.colFile, messages.colReason],
      setAside.map(({ file, reason }) => [file, reason[output.language]]),
      [40, 70],
    );
  }
  output.line(messages.compiled, {
    indicators: asked.length,
    achieved: count('achieved'),
    onSchedule: count('on-schedule'),
    slightly: count('slightly-behind'),
    behind: count('behind'),
    notReported: count('not-reported'),
    notAssessable: count('not-assessable'),
  });
  const rest = indicators.length - asked.length;
  if (rest > 0) output.line(messages.notAskedCount, { count: rest });
}
