import { z } from 'zod';
import { STATUSES } from '../rule/progress/subject';
import type { CompileJson } from './compile-json';

const source = z.object({
  file: z.string(),
  sha256: z.string(),
  sheet: z.string(),
  cell: z.string().nullable(),
  raw: z.string(),
  value: z.number().nullable(),
});

/** As much of an earlier compile.json as a later one is compared with; what else it holds is left aside. */
export const compiledBeforeSchema = z.object({
  plans: z.array(z.string()).readonly(),
  period: z.string(),
  submissions: z.object({
    setAside: z.array(z.object({ file: z.string(), code: z.string() })).readonly(),
    /** Absent in what earlier versions wrote. */
    counted: z
      .array(
        z.object({
          organisation: z.string(),
          region: z.string().nullable(),
          file: z.string(),
          sha256: z.string(),
        }),
      )
      .readonly()
      .optional(),
  }),
  indicators: z
    .array(
      z.object({
        id: z.string(),
        actual: z.number().nullable(),
        status: z.enum(STATUSES),
        sources: z.array(source).readonly(),
      }),
    )
    .readonly(),
});

export type CompiledBefore = z.infer<typeof compiledBeforeSchema>;

/** Whether two results say the same, apart from the language of their words. */
export function isSameResult(before: CompiledBefore, now: CompileJson | CompiledBefore): boolean {
  const plain = (result: unknown) => JSON.stringify(compiledBeforeSchema.parse(result));
  return plain(before) === plain(now);
}
