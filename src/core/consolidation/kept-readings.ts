import { z } from 'zod';
import { SEVERITIES } from '../plan/schema';
import { MILESTONE_STATUSES } from '../rule/row';
import { originSchema } from '../submission/regional/carrier';
import { countedRowSchema } from '../template/model';
import { isTime } from './times';
import type { CountedEntry, CountedSubmission, ReceivedFile } from './consolidation';

/** What a file reads to, as far as counting goes; the same for the same bytes in the same round. */
export type KeptReading = ReceivedFile<CountedSubmission>['content'];

type RowDefinition = CountedEntry['entry'];

/** Rows that are asked alike, each once: thousands of submissions share a few hundred of them. */
export class RowPool {
  private readonly rows = new Map<string, RowDefinition>();

  /** The one row that stands for all that are like it. */
  shared(entry: RowDefinition): RowDefinition {
    const { key, name, measureUnit, precision, accumulation, derivation, aliases } = entry;
    const row = { key, name, measureUnit, precision, accumulation, derivation, aliases };
    const text = JSON.stringify(row);
    const known = this.rows.get(text);
    if (known) return known;
    this.rows.set(text, row);
    return row;
  }
}

/** The reading without all that only the review of the file itself needs. */
export function keptOf(content: KeptReading, pool: RowPool): KeptReading {
  if (content.is === 'unreadable') return content;
  const { submission, findings } = content;
  const { model, seal, sealValue, savedAt } = submission;
  const { round, period, organisation, region } = model;
  const rules = model.rules?.map(({ plan }) => ({ plan }));
  const plans = model.plans.map(({ id, title }) => ({ id, title }));
  return {
    is: 'submission',
    submission: {
      model: { round, period, organisation, region, plans, ...(rules && { rules }) },
      ...{ seal, sealValue, savedAt },
      entries: submission.entries.map((submitted) => keptEntry(submitted, pool)),
    },
    findings,
  };
}

function keptEntry(submitted: CountedEntry, pool: RowPool): CountedEntry {
  const { entry, state, value, milestone, raw, explanation, evidence, sheet, cells } = submitted;
  const { behind } = submitted;
  return {
    entry: pool.shared(entry),
    ...{ state, milestone, raw, explanation, evidence, sheet },
    // JSON has no −0
    value: value === null ? null : value + 0,
    cells: cells.actual === undefined ? {} : { actual: cells.actual },
    ...(behind && { behind }),
  };
}

/** Writes readings as lines of JSON: each row that they share before the first reading that has it. */
export class ReadingWriter {
  private readonly numbers = new Map<RowDefinition, number>();

  /** @param reading one made by keptOf or read back */
  lines(sha256: string, reading: KeptReading): string[] {
    if (reading.is === 'unreadable') return [JSON.stringify({ is: 'reading', sha256, reading })];
    const lines: string[] = [];
    const rows = reading.submission.entries.map((submitted) => {
      const { entry, state, value, milestone, raw, explanation, evidence, sheet } = submitted;
      let number = this.numbers.get(entry);
      if (number === undefined) {
        number = this.numbers.size;
        this.numbers.set(entry, number);
        lines.push(JSON.stringify({ is: 'row', number, row: entry }));
      }
      const cell = submitted.cells.actual ?? null;
      const kept = [number, state, value, milestone, raw, explanation, evidence, sheet, cell];
      return submitted.behind ? [...kept, submitted.behind] : kept;
    });
    const { submission, findings } = reading;
    const kept = { is: 'submission', submission: { ...submission, entries: rows }, findings };
    return [...lines, JSON.stringify({ is: 'reading', sha256, reading: kept })];
  }
}

/** Reads such lines back, in the order in which they were written; what does not fit is passed over. */
export class ReadingReader {
  private readonly rows = new Map<number, RowDefinition>();

  constructor(private readonly pool: RowPool) {}

  /** The file's hash and reading, or what else the line is. */
  read(
    line: string,
  ): { readonly sha256: string; readonly reading: KeptReading } | 'row' | 'damaged' {
    const parsed = lineSchema.safeParse(parse(line));
    if (!parsed.success) return 'damaged';
    if (parsed.data.is === 'row') {
      this.rows.set(parsed.data.number, this.pool.shared(parsed.data.row));
      return 'row';
    }
    const { sha256, reading } = parsed.data;
    if (reading.is === 'unreadable') return { sha256, reading };
    const entries = reading.submission.entries.map((kept) => this.entryOf(kept));
    if (!entries.every((entry) => entry !== null)) return 'damaged';
    return { sha256, reading: { ...reading, submission: { ...reading.submission, entries } } };
  }

  private entryOf([number, ...kept]: z.infer<typeof keptRow>): CountedEntry | null {
    const entry = this.rows.get(number);
    const [state, value, milestone, raw, explanation, evidence, sheet, cell, behind] = kept;
    return entry
      ? {
          entry,
          ...{ state, value, milestone, raw, explanation, evidence, sheet },
          cells: cell === null ? {} : { actual: cell },
          ...(behind && { behind }),
        }
      : null;
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const text = z.strictObject({ zh: z.string(), en: z.string() });

const finding = z.strictObject({
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  sheet: z.string().nullable(),
  cell: z.string().nullable(),
  entry: z.string().nullable(),
  indicator: z.string().nullable(),
  message: text,
});

const STATES = [
  'value',
  'blank',
  'nil',
  'not-applicable',
  'not-due',
  'invalid',
  'conflict',
] as const;

/** Row number, state, value, milestone, raw text, explanation, evidence, sheet, cell, what stands behind. */
const keptRow = z.tuple([
  z.int().min(0),
  z.enum(STATES),
  z.number().nullable(),
  z.enum(MILESTONE_STATUSES).nullable(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string().nullable(),
  z.array(originSchema).readonly().optional(),
]);

const lineSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('row'), number: z.int().min(0), row: countedRowSchema }),
  z.strictObject({
    is: z.literal('reading'),
    sha256: z.string(),
    reading: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('unreadable'), code: z.string(), reason: text }),
      z.strictObject({
        is: z.literal('submission'),
        submission: z.strictObject({
          model: z.strictObject({
            round: z.string(),
            period: z.string(),
            organisation: z.string(),
            region: z.string().nullable(),
            plans: z.array(z.strictObject({ id: z.string(), title: z.string() })),
            rules: z.array(z.strictObject({ plan: z.string() })).optional(),
          }),
          seal: z.enum(['signed', 'unsigned', 'altered', 'unchecked', 'missing']),
          sealValue: z.string(),
          savedAt: z.string().refine(isTime).nullable(),
          entries: z.array(keptRow),
        }),
        findings: z.array(finding),
      }),
    ]),
  }),
]);
