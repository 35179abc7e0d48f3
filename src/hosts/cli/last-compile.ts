import { promises as fs } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { CompileJson } from '../../core/consolidation/compile-json';
import {
  compiledBeforeSchema,
  isSameResult,
  type CompiledBefore,
} from '../../core/consolidation/compiled-before';
import type { LastCompile } from '../../core/report/context';
import { sha256 } from './digest';
import { isSystemError, kindOf, writeWhole } from './files';
import { KEPT_FOLDER } from './readings-file';

const time = z.iso.datetime();

/** What the product remembers between compiles, so that the last real change stays to be seen. */
const rememberedSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** SHA-256 of the compile.json that was written, and when. */
  result: z.string(),
  at: time,
  /** The one before the last real change. */
  before: compiledBeforeSchema.nullable(),
  beforeAt: time.nullable(),
});
type Remembered = z.infer<typeof rememberedSchema>;

/** What a compile is compared with, and how to remember it once the new result is written. */
export interface Comparison {
  /** Undefined where this is the round's first compile. */
  readonly last: LastCompile | undefined;
  readonly remember: () => Promise<void>;
}

/**
 * Compares a result with out/compile.json, before that is overwritten. Where nothing is other than then,
 * the comparison stays with what was before the last real change.
 */
export async function compareWithLast(
  folder: string,
  json: CompileJson,
  written: string,
  now: Date,
): Promise<Comparison> {
  const file = path.join(folder, KEPT_FOLDER, 'last-change.json');
  const [text, remembered] = [
    await textOf(path.join(folder, 'out', 'compile.json')),
    read(await textOf(file), rememberedSchema),
  ];
  const previous = read(text, compiledBeforeSchema);
  const last = previous && lastOf(previous, text ?? '', remembered, json);
  const next: Remembered = {
    schemaVersion: 1,
    result: sha256(written),
    at: now.toISOString(),
    before: last?.before ?? null,
    beforeAt: last?.beforeAt ?? null,
  };
  return {
    last: last ?? undefined,
    remember: async () => {
      try {
        await writeWhole(file, `${JSON.stringify(next)}\n`);
      } catch (error) {
        // the comparison of the next time then begins with this result
        if (!isSystemError(error)) throw error;
      }
    },
  };
}

function lastOf(
  previous: CompiledBefore,
  text: string,
  remembered: Remembered | null,
  json: CompileJson,
): LastCompile {
  // a compile.json that came from elsewhere has no time of ours
  const at = remembered?.result === sha256(text) ? remembered.at : null;
  if (!isSameResult(previous, json)) return { at, isSame: false, before: previous, beforeAt: at };
  const { before, beforeAt } = at === null || !remembered ? NEVER : remembered;
  return { at, isSame: true, before, beforeAt };
}

const NEVER = { before: null, beforeAt: null };

/** Null for what is missing, damaged or none of ours: there is then nothing to compare with. */
function read<S extends z.ZodType>(text: string | null, schema: S): z.infer<S> | null {
  if (text === null) return null;
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

async function textOf(file: string): Promise<string | null> {
  if ((await kindOf(file)) !== 'file') return null;
  try {
    return await fs.readFile(file, 'utf8');
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return null;
  }
}
