import { z } from 'zod';
import {
  ACCUMULATIONS,
  DIRECTIONS,
  KINDS,
  OPERATORS,
  planRuleSchema,
  ruleSettingSchema,
  type PlanRule,
  type RuleSetting,
} from '../plan/schema';
import type { Language } from '../plan/text';
import type { MILESTONE_STATUSES } from '../rule/row';
import type { Entry } from './entry';
import { FORM_COLUMNS, type FormColumn } from './form';

/** The name of the very hidden sheet that says what a workbook is. */
export const CARRIER_SHEET = '_tallybook';
/** The text in A1 of that sheet, by which it is found even when renamed. */
export const CARRIER_MARK = 'tallybook:carrier:1';
/** The text in A1 of the form, likewise. */
export const FORM_MARK = 'tallybook:form';
/** The text in A1 of a return slip's sheet, likewise. */
export const RETURN_SLIP_MARK = 'tallybook:return-slip:1';

/**
 * The columns behind the form. From what is typed: its text in plain characters, without spaces at the
 * ends, its digits, the number they make, the text that messages quote, the state chosen. From these the
 * row's figure and state as rules see them; whether there is an explanation, whether each rule stands,
 * and how many errors and explanations owed that makes.
 */
export const READING_COLUMNS = [
  'plain',
  'text',
  'digits',
  'figure',
  'quoted',
  'chosen',
  'reading',
  'state-code',
] as const;
export type ReadingColumn = (typeof READING_COLUMNS)[number];
export type HelperColumn = ReadingColumn | 'explained' | 'errors' | 'owed' | `rule:${string}`;
export type SheetColumn = FormColumn | HelperColumn;

/**
 * What a template is, apart from its looks: enough to read it back, review it and count it
 * without the plan. Carried in the hidden sheet.
 */
export interface TemplateModel {
  readonly version: 1;
  /** Product and version that issued it. */
  readonly product: string;
  readonly round: string;
  readonly plans: readonly PlanIdentity[];
  readonly period: string;
  /** ISO date. */
  readonly due: string;
  /** ISO time. */
  readonly issuedAt: string;
  readonly coordinator: string;
  readonly organisation: string;
  readonly region: string | null;
  readonly language: Language;
  readonly form: { readonly id: string; readonly nearSchedule: number };
  readonly labels: {
    readonly states: Readonly<Record<'normal' | 'nil' | 'not-applicable' | 'not-due', string>>;
    readonly milestones: Readonly<Record<(typeof MILESTONE_STATUSES)[number], string>>;
    readonly columns: Readonly<Partial<Record<FormColumn, string>>>;
  };
  readonly entries: readonly Entry[];
  /** The plans' own rules that this workbook can judge; absent where no plan has any. */
  readonly rules?: readonly CarriedRules[] | undefined;
  /** Cells of the foot that a person fills in; `place` is row key | column letters at issue. */
  readonly fields: readonly HeadField[];
}

/** The rules of one plan as a workbook carries them. */
export interface CarriedRules {
  readonly plan: string;
  readonly rules: readonly PlanRule[];
  readonly settings: readonly RuleSetting[];
}

export interface PlanIdentity {
  readonly id: string;
  readonly title: string;
  /** SHA-256 of the plan's canonical JSON. */
  readonly hash: string;
  readonly startYear: number;
}

export interface HeadField {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  /** The row's key in the form's key column. */
  readonly row: string;
  /** The id in the form's key row of the column that the cell stands in. */
  readonly column: string;
}

/** Where the form was issued with what, so that changes to locked cells can be named. */
export interface IssuedSheet {
  readonly name: string;
  /** By row key, then column id: a short hash of the text or number, or 'f' for a formula. */
  readonly locked: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What the hidden sheet holds. */
export interface Carrier {
  readonly model: TemplateModel;
  readonly form: IssuedSheet;
  /** SHA-256 over model and form, or the HMAC where the round has a key. */
  readonly seal: { readonly method: 'sha256' | 'hmac-sha256'; readonly value: string };
}

const figure = z.number().nullable();
const subject = z.strictObject({
  kind: z.enum(KINDS),
  direction: z.enum(DIRECTIONS),
  target: z.strictObject({
    operator: z.enum(OPERATORS),
    value: figure,
    upper: figure,
    year: z.int(),
    everyYear: z.boolean(),
    tolerance: figure,
  }),
  baseline: z.strictObject({ year: z.int(), value: z.number() }).nullable(),
  yearlyTargets: z.array(z.strictObject({ year: z.int(), value: z.number() })),
  planStart: z.int(),
  planEnd: z.int(),
  soft: z.boolean(),
});

const derivation = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('ratio'),
    numerator: z.string(),
    denominator: z.string(),
    scale: z.number(),
  }),
  z.strictObject({
    method: z.literal('average-growth'),
    level: z.string(),
    base: z.string(),
    factor: z.number(),
    years: z.int(),
  }),
  z.strictObject({ method: z.literal('computed'), expression: z.string() }),
]);

const entry = z.strictObject({
  key: z.string().min(1),
  serves: z.array(z.string()).min(1),
  item: z.string().nullable(),
  name: z.string(),
  measureUnit: z.string(),
  precision: z.int(),
  kind: z.enum(KINDS).nullable(),
  accumulation: z.enum([...ACCUMULATIONS, 'rate', 'status']),
  subject: subject.nullable(),
  previous: figure,
  previousPeriod: z.string().nullable(),
  sameLastYear: figure,
  derivation: derivation.nullable(),
  aliases: z.array(
    z.strictObject({ key: z.string(), measureUnit: z.string(), factor: z.number() }),
  ),
});

/** As much of a row as counting its figure takes. */
export const countedRowSchema = entry.pick({
  key: true,
  name: true,
  measureUnit: true,
  precision: true,
  accumulation: true,
  derivation: true,
  aliases: true,
});

/** What is each workbook's own: who reports for which period. */
export const identitySchema = z.strictObject({
  version: z.literal(1),
  product: z.string(),
  round: z.string(),
  plans: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        hash: z.string(),
        startYear: z.int(),
      }),
    )
    .min(1),
  period: z.string(),
  due: z.string(),
  issuedAt: z.string(),
  coordinator: z.string(),
  organisation: z.string(),
  region: z.string().nullable(),
});

/** What workbooks with the same rows have in common. */
export const contentSchema = z.strictObject({
  language: z.enum(['zh', 'en']),
  form: z.strictObject({ id: z.string(), nearSchedule: z.number() }),
  labels: z.strictObject({
    states: z.strictObject({
      normal: z.string(),
      nil: z.string(),
      'not-applicable': z.string(),
      'not-due': z.string(),
    }),
    milestones: z.strictObject({
      'not-started': z.string(),
      'under-way': z.string(),
      'on-schedule': z.string(),
      completed: z.string(),
    }),
    columns: z.partialRecord(z.enum(FORM_COLUMNS), z.string()),
  }),
  entries: z.array(entry),
  rules: z
    .array(
      z.strictObject({
        plan: z.string(),
        rules: z.array(planRuleSchema),
        settings: z.array(ruleSettingSchema),
      }),
    )
    .optional(),
  fields: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      required: z.boolean(),
      row: z.string(),
      column: z.string(),
    }),
  ),
});

export const lockedSchema = z.record(z.string(), z.record(z.string(), z.string()));
export const sealSchema = z.strictObject({
  method: z.enum(['sha256', 'hmac-sha256']),
  value: z.string(),
});

export const carrierSchema = z.strictObject({
  model: z.strictObject({ ...identitySchema.shape, ...contentSchema.shape }),
  form: z.strictObject({ name: z.string(), locked: lockedSchema }),
  seal: sealSchema,
});
