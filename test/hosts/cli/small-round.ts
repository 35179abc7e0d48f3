import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { Plan } from '../../../src/core/plan/schema';
import { readSubmission } from '../../../src/core/submission/read-submission';
import type { Submission } from '../../../src/core/submission/submission';
import { nodeInflate } from '../../../src/xlsx/read/inflate-node';
import { readWorkbook } from '../../../src/xlsx/read/read-workbook';
import { patchWorkbook, type CellEdit } from '../../../src/xlsx/write/patch-workbook';
import { CITY_FILLING } from '../../factories/city';
import { PLAIN } from '../../factories/digest';
import type { Filling } from '../../factories/filling';
import { CITY } from '../../factories/plan';
import { tallybook } from './command-line';
import { freshFolder } from './folders';

/** A plan of two reporting organisations and two regions, quick to make a round of. */
export const TOWN: Plan = {
  ...CITY,
  indicators: CITY.indicators.map((indicator) =>
    indicator.id === 'firms' ? { ...indicator, leadUnit: '市科技局' } : indicator,
  ),
};
export const ECONOMY = '市经信局';
export const SCIENCE = '市科技局';

/** Writes a plan without its source into a new folder and names the plan file. */
export async function planFile(plan: unknown = TOWN): Promise<string> {
  const file = path.join(await freshFolder(), 'plan.json');
  await fs.writeFile(file, typeof plan === 'string' ? plan : JSON.stringify(plan, null, 2));
  return file;
}

/** Makes a round of the small plan and names its folder; `words` are further options. */
export async function smallRound(plan: Plan = TOWN, ...words: string[]): Promise<string> {
  const round = path.join(await freshFolder(), 'round');
  const asked = ['--period', '2021Q2', '--due', '2021-07-10', '-o', round];
  const ended = await tallybook('generate', await planFile(plan), ...asked, ...words);
  if (ended.code !== 0) throw new Error(ended.stderr);
  return round;
}

/** The bytes of the blank that the organisation got. */
export async function blankOf(round: string, organisation: string): Promise<Uint8Array> {
  const folder = path.join(round, 'templates');
  const name = (await fs.readdir(folder)).find((file) => file.includes(`_${organisation}_`));
  if (name === undefined) throw new Error(`no blank for ${organisation}`);
  return fs.readFile(path.join(folder, name));
}

/** The form with these rows filled in, by key, and its foot. */
export function filled(
  blank: Uint8Array,
  rows: Readonly<Record<string, Filling>> = CITY_FILLING,
  name = '张三',
): Uint8Array {
  const { entries, fields } = submissionOf(blank);
  const edits: CellEdit[] = [];
  for (const { entry, sheet, cells } of entries)
    for (const [column, value] of Object.entries(rows[entry.key] ?? {}))
      edits.push({ sheet, cell: cells[column as keyof Filling]!, value });
  for (const { id, sheet, cell } of fields)
    if (cell !== null)
      edits.push({ sheet, cell, value: /date|on$/.test(id) ? '2021-07-05' : name });
  return patchWorkbook(blank, edits);
}

export function submissionOf(bytes: Uint8Array): Submission {
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  if (!read.ok) throw new Error(read.message.en);
  const reading = readSubmission(read.grid, PLAIN);
  if (reading.is !== 'submission') throw new Error(`the workbook is ${reading.is}`);
  return reading.submission;
}

/** Puts a file into the round's inbox and names it. */
export async function send(round: string, name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(round, 'inbox', name);
  await fs.writeFile(file, bytes);
  return file;
}
