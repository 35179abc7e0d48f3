import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { isNativeError } from 'node:util/types';
import type { z } from 'zod';
import { readJsonText } from '../../core/plan/read-json';
import { fill, type Text } from '../../core/plan/text';
import { Failure } from './failure';
import { cliMessages } from './messages';

/** The folder that holds seeds/ and templates/, beside the compiled code. */
export const PRODUCT_FOLDER = path.resolve(__dirname, '..', '..', '..');

/** Writes under a temporary name and renames, so that nobody ever sees half a file. */
export async function writeWhole(
  file: string,
  /** Pieces follow each other. */
  content: string | Uint8Array | readonly Uint8Array[],
): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  const temporary = temporaryName(file);
  try {
    await fs.writeFile(temporary, content);
    await fs.rename(temporary, file);
  } catch (error) {
    await fs.rm(temporary, { force: true });
    throw error;
  }
}

/** A name beside `file` that no listing of ours takes for a user's file. */
export function temporaryName(file: string): string {
  const name = `.${path.basename(file)}.${randomBytes(4).toString('hex')}.tmp`;
  return path.join(path.dirname(file), name);
}

/** Whether the path exists, and as what. */
export async function kindOf(file: string): Promise<'file' | 'folder' | 'missing' | 'other'> {
  try {
    const stat = await fs.stat(file);
    return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (isMissing(error)) return 'missing';
    throw error;
  }
}

/** Reads JSON of a known shape; a Failure names the file and the place in it. */
export async function readJson<S extends z.ZodType>(file: string, schema: S): Promise<z.infer<S>> {
  return parseJson(await readText(file), schema, file);
}

/** Parses JSON of a known shape; `file` only names it in a Failure. */
export function parseJson<S extends z.ZodType>(text: string, schema: S, file: string): z.infer<S> {
  const read = readJsonText(text, schema);
  if (read.ok) return read.data;
  const message = read.is === 'not-json' ? cliMessages.notJson : cliMessages.wrongShape;
  throw new Failure(fill(message, { file, detail: read.detail }));
}

/** Reads a text file; a Failure says when it is not there. */
export async function readText(file: string): Promise<string> {
  try {
    return await fs.readFile(file, 'utf8');
  } catch (error) {
    throw new Failure(fill(unreadable(error), { file }));
  }
}

/** The files under a folder, at any depth, as sorted relative paths; hidden and lock files are left out. */
export async function listFiles(folder: string): Promise<string[]> {
  if ((await kindOf(folder)) !== 'folder') return [];
  const found = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((item) => item.isFile() && !/^(\.|~\$|Thumbs\.db$)/.test(item.name))
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .sort();
}

/** No such file, a file where a folder is named, or a name that no file can have. */
const MISSING = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'];

function isMissing(error: unknown): boolean {
  return isSystemError(error) && MISSING.includes(error.code);
}

/** Whether the operating system refused something: no access, disk full, file in use. */
export function isSystemError(error: unknown): error is SystemError {
  return (
    isNativeError(error) && 'syscall' in error && 'code' in error && typeof error.code === 'string'
  );
}

export interface SystemError extends Error {
  readonly code: string;
  readonly path?: string;
}

function unreadable(error: unknown): Text {
  return isMissing(error) ? cliMessages.fileMissing : cliMessages.fileUnreadable;
}
