import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Plan } from '../../../core/plan/schema';
import { fill } from '../../../core/plan/text';
import type { WorkbookGrid } from '../../../core/sheet/grid';
import {
  describePlanList,
  overlongCell,
} from '../../../core/template/plan-list/describe-plan-list';
import { planListSource, readPlanList } from '../../../core/template/plan-list/read-plan-list';
import { nodeInflate } from '../../../xlsx/read/inflate-node';
import { readWorkbook } from '../../../xlsx/read/read-workbook';
import { NATIVE_WRITING } from '../native-writing';
import { writeWorkbook } from '../../../xlsx/write/write-workbook';
import { sha256 } from '../digest';
import { EXIT, Failure, type ExitCode } from '../failure';
import { kindOf, PRODUCT_FOLDER, readText, writeWhole } from '../files';
import { cliMessages } from '../messages';
import type { Output } from '../output';
import { loadPlan, seedIds } from '../plans';
import { PRODUCT } from '../product';
import { planListCliMessages as messages } from './plan-list-messages';

export interface WriteOptions {
  readonly out: string;
  readonly force?: true;
}

export interface ImportOptions extends WriteOptions {
  readonly source?: string;
}

/** A list of some hundred indicators takes far less than a megabyte. */
const LARGEST_FILE = 100 * 1024 * 1024;

/** `plan export`: a plan's indicator list as a workbook to edit. */
export async function exportPlan(
  name: string,
  options: WriteOptions,
  output: Output,
  now: Date,
): Promise<ExitCode> {
  const { plan } = await loadPlan(name);
  const { out } = options;
  await writeList(plan, options, output, now);
  const indicators = plan.indicators.length;
  output.json({ plan: plan.id, file: out, indicators });
  output.line(messages.exported, { title: plan.title, indicators, file: out });
  output.line(messages.exportedNext, { file: out });
  return EXIT.clean;
}

/** `plan new`: the same workbook without a plan. */
export async function newPlan(options: WriteOptions, output: Output, now: Date): Promise<ExitCode> {
  await writeList(null, options, output, now);
  output.json({ file: options.out });
  output.line(messages.made, { file: options.out });
  output.line(messages.exportedNext, { file: options.out });
  return EXIT.clean;
}

/** `plan import`: an edited list back into a plan.json, which is written only where nothing is wrong. */
export async function importPlan(
  file: string,
  options: ImportOptions,
  output: Output,
): Promise<ExitCode> {
  const { out } = options;
  await refuseExisting(options);
  const grid = await readGrid(file);
  const source = await findSource(grid, options);
  const read = readPlanList(grid, source?.text ?? null, { sha256 });
  if (source === null) output.remark(messages.noSource);
  else output.remark(messages.checkedAgainst, { file: source.file });
  if (!read.ok) {
    const { findings } = read;
    output.json({
      file,
      outcome: 'findings',
      source: source?.file ?? null,
      findings: findings.map(({ sheet, cell, message }) => ({
        sheet,
        cell,
        message: message[output.language],
      })),
    });
    output.table(
      [messages.colPlace, messages.colMessage],
      findings.map(({ sheet, cell, message }) => [`${sheet}!${cell}`, message[output.language]]),
      [24, 76],
    );
    output.line(messages.refused, { file, count: findings.length, out });
    return EXIT.findings;
  }
  const { plan } = read;
  await writeWhole(out, `${JSON.stringify(plan, null, 2)}\n`);
  const counts = {
    indicators: plan.indicators.length,
    items: plan.items.length,
    rules: plan.rules.length,
  };
  output.json({
    file,
    outcome: 'clean',
    source: source?.file ?? null,
    plan: plan.id,
    out,
    ...counts,
    findings: [],
  });
  output.line(messages.imported, { title: plan.title, ...counts, file: out });
  const kept = beside(out, plan.source.file);
  if (source !== null && kept !== null && (await kindOf(kept)) === 'missing')
    output.remark(messages.keepSource, { file: kept });
  return EXIT.clean;
}

async function writeList(
  plan: Plan | null,
  options: WriteOptions,
  output: Output,
  now: Date,
): Promise<void> {
  const { out: file } = options;
  if (path.extname(file).toLowerCase() !== '.xlsx')
    throw new Failure(fill(messages.notWorkbookName, { file }));
  await refuseExisting(options);
  const description = describePlanList(plan, output.language, {
    createdAt: now.toISOString(),
    creator: PRODUCT,
  });
  const overlong = overlongCell(description);
  if (overlong) throw new Failure(fill(messages.overlong, { ...overlong }));
  await writeWhole(file, await writeWorkbook(description, NATIVE_WRITING));
}

/** Nothing that a person made is overwritten without being asked. */
async function refuseExisting({ out: file, force }: WriteOptions): Promise<void> {
  const kind = await kindOf(file);
  if (kind === 'folder') throw new Failure(fill(messages.isFolder, { file }));
  if (kind !== 'missing' && force !== true) throw new Failure(fill(messages.exists, { file }));
}

async function readGrid(file: string): Promise<WorkbookGrid> {
  const kind = await kindOf(file);
  if (kind === 'missing') throw new Failure(fill(cliMessages.fileMissing, { file }));
  if (kind === 'folder') throw new Failure(fill(messages.isFolder, { file }));
  if (kind === 'other') throw new Failure(fill(cliMessages.isNoFile, { file }));
  const { size } = await fs.stat(file);
  const tooLarge = fill(cliMessages.fileTooLarge, { size: Math.round(size / 1024 / 1024) });
  if (size > LARGEST_FILE) throw unreadable(file, tooLarge);
  let bytes: Uint8Array;
  try {
    bytes = await fs.readFile(file);
  } catch {
    throw new Failure(fill(cliMessages.fileUnreadable, { file }));
  }
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  if (!read.ok) throw unreadable(file, read.message);
  return read.grid;
}

function unreadable(file: string, reason: Failure['text']): Failure {
  return new Failure(fill(messages.unreadable, { file, reason }));
}

/** The plan's text: the file named, else the one beside the plan to be written, else that of the plan at hand with this id. */
async function findSource(
  grid: WorkbookGrid,
  { out, source }: ImportOptions,
): Promise<{ readonly file: string; readonly text: string } | null> {
  if (source !== undefined) return { file: source, text: await readText(source) };
  const { planId, file } = planListSource(grid);
  const isSeed = planId !== null && (await seedIds()).includes(planId);
  const candidates = [
    ...(file === null ? [] : [beside(out, file)]),
    ...(isSeed ? [path.join(PRODUCT_FOLDER, 'seeds', planId, 'source.txt')] : []),
  ];
  for (const candidate of candidates)
    if (candidate !== null && (await kindOf(candidate)) === 'file')
      return { file: candidate, text: await readText(candidate) };
  return null;
}

/** A file in the folder of another; null for a name that leads out of it, as a hostile workbook might. */
function beside(file: string, name: string): string | null {
  const isPlain = path.basename(name) === name && !/[\\/:]/.test(name) && !/^\.*$/.test(name);
  return isPlain ? path.join(path.dirname(file), name) : null;
}
