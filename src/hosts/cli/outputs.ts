import { promises as fs } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { sha256 } from './digest';
import { kindOf, parseJson, readText, writeWhole } from './files';

/** What we wrote last time, by file name: SHA-256. */
const writtenSchema = z.record(z.string(), z.string());
const WRITTEN = '.written.json';

export interface WrittenOutput {
  readonly file: string;
  /** Where a version that somebody edited since was kept; null where nobody did. */
  readonly kept: string | null;
  /** The file that somebody edited since and that was left as it is, ours beside it; null where nobody did. */
  readonly left: string | null;
}

/** What a command writes under one name. */
export type Content =
  | string
  | Uint8Array
  /** In pieces that follow each other. */
  | readonly Uint8Array[]
  /** A file made to be edited: an edited one keeps its name, and ours gets this ending to its own. */
  | { readonly bytes: Uint8Array; readonly beside: string };

/**
 * Writes a command's results. Nothing that somebody edited since we wrote it is lost: it is kept under
 * another name first, or, where the file is made to be edited, left alone and ours written beside it.
 */
export async function writeOutputs(
  folder: string,
  contents: Readonly<Record<string, Content>>,
  now: Date,
): Promise<WrittenOutput[]> {
  const record = path.join(folder, WRITTEN);
  const known =
    (await kindOf(record)) === 'file'
      ? parseJson(await readText(record), writtenSchema, record)
      : {};
  const results: WrittenOutput[] = [];
  const hashes: Record<string, string> = { ...known };
  for (const [name, content] of Object.entries(contents)) {
    if (typeof content === 'object' && 'beside' in content) {
      const free = await untouchedName(folder, name, content.beside, known);
      const file = path.join(folder, free);
      await writeWhole(file, content.bytes);
      hashes[free] = sha256(content.bytes);
      results.push({ file, kept: null, left: free === name ? null : path.join(folder, name) });
      continue;
    }
    const file = path.join(folder, name);
    const kept = await keepEdited(file, known[name], now);
    await writeWhole(file, content);
    hashes[name] = sha256(content);
    results.push({ file, kept, left: null });
  }
  await writeWhole(record, `${JSON.stringify(hashes, null, 2)}\n`);
  return results;
}

/** The first of name, name-beside, name-beside-2 … that nobody has edited. */
async function untouchedName(
  folder: string,
  wanted: string,
  beside: string,
  known: Readonly<Record<string, string>>,
): Promise<string> {
  const { name, ext } = path.parse(wanted);
  for (let count = 0; ; count++) {
    const ending = count === 0 ? '' : count === 1 ? beside : `${beside}-${count}`;
    const candidate = `${name}${ending}${ext}`;
    if (!(await isEdited(path.join(folder, candidate), known[candidate]))) return candidate;
  }
}

/** Whether there is such a file with other content than we wrote. */
async function isEdited(file: string, written: string | undefined): Promise<boolean> {
  if ((await kindOf(file)) !== 'file') return false;
  return sha256(await fs.readFile(file)) !== written;
}

async function keepEdited(
  file: string,
  written: string | undefined,
  now: Date,
): Promise<string | null> {
  if (!(await isEdited(file, written))) return null;
  const { dir, name, ext } = path.parse(file);
  const stamp = now.toISOString().slice(0, 19).replace(/[:T]/g, '-');
  let kept = path.join(dir, `${name}.${stamp}${ext}`);
  for (let count = 2; (await kindOf(kept)) !== 'missing'; count++)
    kept = path.join(dir, `${name}.${stamp}-${count}${ext}`);
  await fs.rename(file, kept);
  return kept;
}
