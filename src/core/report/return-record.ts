import { z } from 'zod';

const text = z.strictObject({ zh: z.string(), en: z.string() });

const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(['error', 'explain']),
  /** Key of the row; null where the finding is about the file or its head. */
  entry: z.string().nullable(),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  /** What it is about, for a person: the indicator or the field. */
  name: z.string(),
  message: text,
});

const returned = z.strictObject({
  /** The seal of the blank; null where it could not be told whose form it is. */
  workbook: z.string().nullable(),
  organisation: z.string().nullable(),
  region: z.string().nullable(),
  /** Name in the inbox. */
  file: z.string(),
  sha256: z.string(),
  /** Name of the slip in ROUND/returned, never a path. */
  slip: z.string().regex(/^[^\\/]+\.xlsx$/),
  returnedAt: z.iso.datetime(),
  /** When it is wanted back; null where no new day was set. */
  due: z.iso.date().nullable(),
  findings: z.array(finding),
});

/** returned/returned.json: what went back, to whom, when and why. In the order in which it went. */
export const returnRecordsSchema = z.strictObject({
  schemaVersion: z.literal(1),
  returned: z.array(returned),
});

export type ReturnRecord = z.infer<typeof returned>;
export type ReturnedFinding = z.infer<typeof finding>;

/** The record of this very file; undefined where it was not returned. */
export function recordOf(
  records: readonly ReturnRecord[],
  sha256: string,
): ReturnRecord | undefined {
  return records.find((record) => record.sha256 === sha256);
}

/** What went back to this sender last for findings, before the file with this hash came in; null where nothing did. */
export function returnedBefore(
  records: readonly ReturnRecord[],
  workbook: string,
  sha256: string,
): ReturnRecord | null {
  const own = records.filter(
    (record) => record.workbook === workbook && record.findings.length > 0,
  );
  const index = own.findIndex((record) => record.sha256 === sha256);
  return (index < 0 ? own.at(-1) : own[index - 1]) ?? null;
}
