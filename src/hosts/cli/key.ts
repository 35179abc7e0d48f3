import { promises as fs } from 'node:fs';
import { fill } from '../../core/plan/text';
import { Failure } from './failure';
import { cliMessages } from './messages';

/** Reads the key for signatures: the file's bytes, without a line break at its end. */
export async function loadKey(file: string): Promise<Uint8Array> {
  let bytes: Buffer;
  try {
    bytes = await fs.readFile(file);
  } catch {
    throw new Failure(fill(cliMessages.fileMissing, { file }));
  }
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d)) end--;
  if (end === 0) throw new Failure(fill(cliMessages.keyNeeded, { file }));
  return bytes.subarray(0, end);
}
