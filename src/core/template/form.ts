import { z } from 'zod';

const text = z.strictObject({ zh: z.string(), en: z.string() });
const colour = z.string().regex(/^[0-9A-F]{6}$/, 'RRGGBB in capitals');
const line = z.enum(['hair', 'thin', 'medium', 'double']);

const cellStyle = z.strictObject({
  font: z
    .strictObject({
      name: z.string().optional(),
      size: z.number().optional(),
      bold: z.boolean().optional(),
      italic: z.boolean().optional(),
      underline: z.boolean().optional(),
      colour: colour.optional(),
    })
    .optional(),
  fill: colour.optional(),
  border: z
    .strictObject({
      top: line.optional(),
      bottom: line.optional(),
      left: line.optional(),
      right: line.optional(),
      colour: colour.optional(),
    })
    .optional(),
  horizontal: z.enum(['left', 'center', 'right']).optional(),
  vertical: z.enum(['top', 'middle', 'bottom']).optional(),
  wrap: z.boolean().optional(),
  shrink: z.boolean().optional(),
  indent: z.int().optional(),
  numberFormat: z.string().optional(),
  unlocked: z.boolean().optional(),
});

/** The columns of the form, in the order in which a form may name them. */
export const FORM_COLUMNS = [
  'sequence',
  'plan',
  'indicator',
  'measureUnit',
  'target',
  'scheduled',
  'previous',
  'actual',
  'state',
  'completion',
  'status',
  'findings',
  'explanation',
  'evidence',
] as const;
export type FormColumn = (typeof FORM_COLUMNS)[number];

/** What the head of a form shows of its round. */
export const HEAD_VALUES = [
  'formCode',
  'issuer',
  'documentNumber',
  'validUntil',
  'period',
  'organisation',
  'due',
  'measureUnit',
  'progress',
] as const;

const headField = z.strictObject({ label: text, value: z.enum(HEAD_VALUES) });
const footField = z.strictObject({
  id: z.string().min(1),
  label: text,
  required: z.boolean(),
  open: z.boolean(),
  /** What the cell expects, for its hint. */
  hint: text.optional(),
});

/** Styles that the template builder asks for by name; a form may not leave one out. */
export const FORM_STYLES = [
  'title',
  'headLabel',
  'headRight',
  'columnHead',
  'locked',
  'lockedText',
  'lockedNumber',
  'openNumber',
  'openChoice',
  'openText',
  'derived',
  'findings',
  'footLabel',
  'footOpen',
  'footnote',
  'guideTitle',
  'guideHeading',
  'guideText',
  'tableHead',
  'tableText',
  'tableCentre',
  'tableNumber',
  'hidden',
] as const;

/** A form (表样): the design that templates are made from. Labels, widths, styles, colours, thresholds. */
export const formSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Places: {plan}, {period}. */
  title: text,
  code: z.string(),
  sheets: z.strictObject({ guide: text, form: text, definitions: text }),
  head: z.array(z.strictObject({ left: headField, right: headField })),
  columns: z.array(z.strictObject({ id: z.enum(FORM_COLUMNS), label: text, width: z.number() })),
  foot: z.array(z.array(footField)),
  footnote: text,
  states: z.strictObject({ normal: text, nil: text, 'not-applicable': text, 'not-due': text }),
  milestones: z.strictObject({
    'not-started': text,
    'under-way': text,
    'on-schedule': text,
    completed: text,
  }),
  statuses: z.record(
    z.enum([
      'achieved',
      'on-schedule',
      'slightly-behind',
      'behind',
      'not-reported',
      'not-assessable',
    ]),
    z.strictObject({ label: text, fill: colour, font: colour }),
  ),
  severities: z.strictObject({
    error: z.strictObject({ label: text, fill: colour, font: colour }),
    explain: z.strictObject({ label: text, fill: colour, font: colour }),
    note: z.strictObject({ label: text, fill: colour, font: colour }),
  }),
  thresholds: z.strictObject({
    /** Share of the schedule from which a figure is only slightly behind. */
    nearSchedule: z.number().min(0).max(1),
  }),
  /** How to fill the form in; a heading where `heading` is true. Places: {due}, {coordinator}, {organisation}, {period}. */
  guide: z.array(z.strictObject({ heading: z.boolean(), text })),
  rowHeight: z.number(),
  styles: z.record(z.enum(FORM_STYLES), cellStyle),
});

export type Form = z.infer<typeof formSchema>;
