import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made: string[] = [];

afterAll(async () => {
  for (const folder of made) await fs.rm(folder, { recursive: true, force: true });
});

/** A new empty folder that is removed after the tests of the file. */
export async function freshFolder(): Promise<string> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), 'tallybook-cli-'));
  made.push(folder);
  return folder;
}

/** Every file and folder below, hidden ones too, as sorted paths with /; a folder ends in /. */
export async function listing(folder: string): Promise<string[]> {
  const found = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .map((item) => {
      const place = path.relative(folder, path.join(item.parentPath, item.name));
      return place.split(path.sep).join('/') + (item.isDirectory() ? '/' : '');
    })
    .sort();
}

/** Hash and time of every file below, by path: equal where nothing was touched. */
export async function stateOf(folder: string): Promise<Record<string, string>> {
  const state: Record<string, string> = {};
  for (const place of await listing(folder)) {
    const file = path.join(folder, place);
    const { mtimeMs } = await fs.stat(file);
    state[place] = place.endsWith('/') ? 'folder' : `${hashOf(await fs.readFile(file))} ${mtimeMs}`;
  }
  return state;
}

export function hashOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function readJson(...place: string[]): Promise<unknown> {
  return JSON.parse(await fs.readFile(path.join(...place), 'utf8'));
}
