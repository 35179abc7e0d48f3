import path from 'node:path';
import { decisionsSchema, type Decision } from '../../core/consolidation/decisions';
import { kindOf, readJson, writeWhole } from './files';

/** Beside round.json; the round's own record of what the coordinator decided. */
export const DECISIONS_FILE = 'decisions.json';

/** The decisions recorded in a round, oldest first; a Failure names what is wrong with the file. */
export async function loadDecisions(folder: string): Promise<Decision[]> {
  const file = path.join(folder, DECISIONS_FILE);
  if ((await kindOf(file)) === 'missing') return [];
  return (await readJson(file, decisionsSchema)).decisions;
}

/** Adds a decision to those of the round and names the file. */
export async function recordDecision(folder: string, decision: Decision): Promise<string> {
  const file = path.join(folder, DECISIONS_FILE);
  const decisions = [...(await loadDecisions(folder)), decision];
  await writeWhole(file, `${JSON.stringify({ schemaVersion: 1, decisions }, null, 2)}\n`);
  return file;
}
