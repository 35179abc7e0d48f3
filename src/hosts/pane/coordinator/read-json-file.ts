import type { z } from 'zod';
import { readJsonText } from '../../../core/plan/read-json';
import { fill } from '../../../core/plan/text';
import { Refused } from '../worker/calls';
import { taskMessages } from './task-messages';

/** JSON of a known shape out of a file's bytes. @throws Refused */
export function readJsonBytes<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  schema: S,
): z.infer<S> {
  const read = readJsonText(new TextDecoder().decode(bytes), schema);
  if (read.ok) return read.data;
  const message = read.is === 'not-json' ? taskMessages.notJson : taskMessages.wrongShape;
  throw new Refused(fill(message, { file, detail: read.detail }));
}
