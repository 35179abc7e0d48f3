import { Unreadable } from './unreadable';

/** The scan met something that it was not built for: the part is to be read by the full parse. */
export class Unrecognised extends Error {}

export function giveUp(): never {
  throw new Unrecognised();
}

/** What is wrong with a damaged part the full parse says better: the scan sees only as far as it came. */
export function isForFullParse(error: unknown): boolean {
  return error instanceof Unrecognised || (error instanceof Unreadable && error.code === 'damaged');
}
