import { promises as fs } from 'node:fs';
import path from 'node:path';
import { fill } from '../../core/plan/text';
import { roundSchema, type Round } from '../../core/template/round';
import { Failure } from './failure';
import { kindOf, listFiles, readJson } from './files';
import { cliMessages } from './messages';

/** The unit of work: round.json, templates/, inbox/, returned/, out/. */
export interface RoundFolder {
  readonly folder: string;
  readonly round: Round;
}

export const ROUND_FILE = 'round.json';
export const FOLDERS = ['templates', 'inbox', 'returned', 'out'] as const;

/** Opens a round folder; throws a Failure where it is none. */
export async function openRound(folder: string): Promise<RoundFolder> {
  const file = path.join(folder, ROUND_FILE);
  if ((await kindOf(file)) !== 'file') throw new Failure(fill(cliMessages.notARound, { folder }));
  return { folder, round: await readJson(file, roundSchema) };
}

/** The files in the inbox, relative to it, in name order. */
export async function inboxFiles({ folder }: RoundFolder): Promise<string[]> {
  return listFiles(path.join(folder, 'inbox'));
}

/**
 * Makes a new folder as a whole: `write` fills a temporary one that is renamed at the end,
 * so an interruption leaves nothing behind that looks finished.
 */
export async function makeFolder(
  folder: string,
  write: (temporary: string) => Promise<void>,
): Promise<void> {
  const whole = path.resolve(folder);
  const kind = await kindOf(whole);
  if (kind === 'folder' && (await fs.readdir(whole)).length > 0)
    throw new Failure(fill(cliMessages.folderNotEmpty, { folder: folder || whole }));
  if (kind === 'file' || kind === 'other')
    throw new Failure(fill(cliMessages.folderIsFile, { folder }));
  await fs.mkdir(path.dirname(whole), { recursive: true });
  const temporary = await fs.mkdtemp(path.join(path.dirname(whole), `.${path.basename(whole)}-`));
  try {
    await write(temporary);
    if (kind === 'folder') await fs.rmdir(whole);
    await fs.rename(temporary, whole);
    await fs.chmod(whole, 0o755);
  } catch (error) {
    await fs.rm(temporary, { recursive: true, force: true });
    throw error;
  }
}
