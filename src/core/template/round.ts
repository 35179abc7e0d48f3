import { z } from 'zod';
import { linksSchema } from '../plan/links';
import { planSchema } from '../plan/schema';
import { MILESTONE_STATUSES } from '../rule/row';
import { formSchema } from './form';
import { DIVISIONS } from './select';

const pastFigure = z.strictObject({
  key: z.string(),
  organisation: z.string(),
  region: z.string().nullable(),
  period: z.string(),
  /** In the row's measureUnit; null for a milestone. */
  value: z.number().nullable(),
  milestone: z.enum(MILESTONE_STATUSES).optional(),
  /** What it was before its own round was compiled anew with a corrected submission. */
  revisedFrom: z.number().optional(),
});

/** round.json: everything that a round was issued with, so that it can be compiled without any other file. */
export const roundSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().min(1),
  product: z.string(),
  period: z.string(),
  due: z.iso.date(),
  issuedAt: z.iso.datetime(),
  division: z.enum(DIVISIONS),
  /** The region that runs the round; absent where it is run for the whole. */
  region: z.string().optional(),
  language: z.enum(['zh', 'en']),
  coordinator: z.string(),
  /** Whether the blanks are signed with a key. */
  isSigned: z.boolean(),
  plans: z.array(z.strictObject({ hash: z.string(), plan: planSchema })).min(1),
  form: formSchema,
  /** Which figures the plans share; null in a round that asks for every one. */
  links: linksSchema.nullable(),
  issued: z.array(
    z.strictObject({
      organisation: z.string(),
      region: z.string().nullable(),
      file: z.string(),
      /** SHA-256 of the blank's bytes. */
      hash: z.string(),
      seal: z.string(),
      figures: z.int(),
    }),
  ),
  /** Figures accepted in earlier rounds. */
  history: z.array(pastFigure),
});

export type Round = z.infer<typeof roundSchema>;
export type PastFigure = z.infer<typeof pastFigure>;
