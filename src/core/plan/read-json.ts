import { z } from 'zod';
import { verbatim, type Text } from './text';

export type JsonRead<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      readonly is: 'not-json' | 'wrong-shape';
      /** What is wrong and where, without the name of the file. */
      readonly detail: Text;
    };

/** Reads JSON of a known shape out of a file's text. */
export function readJsonText<S extends z.ZodType>(text: string, schema: S): JsonRead<z.infer<S>> {
  let content: unknown;
  try {
    // Notepad puts a byte order mark before what it saves
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ok: false, is: 'not-json', detail: verbatim(detail) };
  }
  const read = schema.safeParse(content);
  if (read.success) return { ok: true, data: read.data };
  const { zhCN, en } = z.locales;
  const detail = { zh: issuesOf(content, schema, zhCN()), en: issuesOf(content, schema, en()) };
  return { ok: false, is: 'wrong-shape', detail };
}

function issuesOf(
  content: unknown,
  schema: z.ZodType,
  { localeError }: ReturnType<typeof z.locales.en>,
): string {
  const { error } = schema.safeParse(content, { error: localeError });
  return (error?.issues ?? [])
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`)
    .join('; ');
}
