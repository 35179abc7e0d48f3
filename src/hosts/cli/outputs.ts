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
}

/** Writes a command's results; a file that was edited since we wrote it is kept under another name first. */
export async function writeOutputs(
  folder: string,
  contents: Readonly<Record<string, string | Uint8Array>>,
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
    const file = path.join(folder, name);
    const kept = await keepEdited(file, known[name], now);
    await writeWhole(file, content);
    hashes[name] = sha256(content);
    results.push({ file, kept });
  }
  await writeWhole(record, `${JSON.stringify(hashes, null, 2)}\n`);
  return results;
}

async function keepEdited(
  file: string,
  written: string | undefined,
  now: Date,
): Promise<string | null> {
  if ((await kindOf(file)) !== 'file') return null;
  if (sha256(await fs.readFile(file)) === written) return null;
  const { dir, name, ext } = path.parse(file);
  const stamp = now.toISOString().slice(0, 19).replace(/[:T]/g, '-');
  let kept = path.join(dir, `${name}.${stamp}${ext}`);
  for (let count = 2; (await kindOf(kept)) !== 'missing'; count++)
    kept = path.join(dir, `${name}.${stamp}-${count}${ext}`);
  await fs.rename(file, kept);
  return kept;
}
