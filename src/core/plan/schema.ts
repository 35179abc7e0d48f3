import { z } from 'zod';

/** How an indicator's figure behaves, and so which formula judges it (see the kinds table in README). */
export const KINDS = [
  'level',
  'share',
  'cumulative',
  'increment',
  'annual',
  'average-growth',
  'year-growth',
  'change',
  'milestone',
] as const;
export const OPERATORS = ['>=', '>', '<=', '<', '~', 'range', 'qualitative'] as const;
export const DIRECTIONS = ['higher', 'lower', 'none'] as const;
export const STRENGTHS = ['firm', 'striving'] as const;
/** 指标属性: 约束性 / 预期性, where the plan marks them. */
export const ATTRIBUTES = ['binding', 'expected'] as const;
export const RESPONSIBILITIES = ['stated', 'inferred', 'none'] as const;
export const ROLL_UPS = ['none', 'sum', 'ratio', 'max'] as const;
export const FREQUENCIES = ['month', 'quarter', 'half', 'year'] as const;
export const ACCUMULATIONS = ['stock', 'year-to-date', 'since-start'] as const;
export const SEVERITIES = ['error', 'explain', 'note'] as const;
/** The columns of a row that a finding can point at. */
export const FINDING_COLUMNS = ['actual', 'state', 'explanation', 'evidence'] as const;

const name = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens');
const year = z.int().min(1949).max(2100);
const figure = z.number();

const quoteSchema = z.strictObject({
  text: z.string().min(1),
  /** Where the quote starts in the source, in UTF-16 code units of the file as stored. */
  start: z.int().min(0),
});

const targetSchema = z.strictObject({
  operator: z.enum(OPERATORS),
  /** In the indicator's measureUnit; null for a qualitative target or one that is set from outside later. */
  value: figure.nullable(),
  /** Upper end of a range. */
  upper: figure.nullable(),
  year,
  /** 保持: the bound must hold in every year up to `year`. */
  everyYear: z.boolean(),
  /** Share of the value that 左右 allows either way, 0.05 for ±5 %. */
  tolerance: z.number().min(0).max(1).nullable(),
});

const baselineSchema = z.strictObject({ year, value: figure, note: z.string().nullable() });

const collectSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('direct') }),
  /** numerator ÷ denominator × scale. */
  z.strictObject({
    method: z.literal('ratio'),
    numerator: id,
    denominator: id,
    scale: z.number().positive(),
  }),
  /** ((level ÷ level of baseYear)^(1 ÷ years) − 1) × 100. */
  z.strictObject({ method: z.literal('average-growth'), item: id, baseYear: year }),
]);

export const indicatorSchema = z.strictObject({
  id,
  name,
  section: z.array(name),
  quotes: z.array(quoteSchema),
  measureUnit: z.string(),
  /** Decimals a figure is reported with. */
  precision: z.int().min(0).max(6),
  kind: z.enum(KINDS),
  target: targetSchema,
  direction: z.enum(DIRECTIONS),
  strength: z.enum(STRENGTHS),
  attribute: z.enum(ATTRIBUTES).nullable(),
  /** Vision or ranking wording that nobody can measure: listed, never collected. */
  soft: z.boolean(),
  baseline: baselineSchema.nullable(),
  leadUnit: name.nullable(),
  supportingUnits: z.array(name),
  leader: name.nullable(),
  responsibility: z.enum(RESPONSIBILITIES),
  collect: collectSchema,
  rollUp: z.enum(ROLL_UPS),
  frequency: z.enum(FREQUENCIES),
  yearlyTargets: z.array(z.strictObject({ year, value: figure })),
  allocations: z.array(z.strictObject({ region: name, value: figure })),
  note: z.string().nullable(),
});

export const itemSchema = z.strictObject({
  id,
  name,
  measureUnit: z.string().min(1),
  precision: z.int().min(0).max(6),
  accumulation: z.enum(ACCUMULATIONS),
  /** How the figure comes from other items, in the rule language: [first] + [second]; typed in where absent. */
  compute: z.string().min(1).optional(),
});

const ids = z.array(z.string().min(1)).min(1);

/** Which rows of a form: those that meet all that is given. */
export const rowSelectionSchema = z.strictObject({
  /** Ids of indicators, and of items as item.id where an indicator has the same one. */
  ids: ids.optional(),
  kinds: z.array(z.enum(KINDS)).min(1).optional(),
  measureUnits: ids.optional(),
});

/** A rule of the plan's own: over every row that it selects, or over the entries that it names. */
export const planRuleSchema = z.strictObject({
  id,
  severity: z.enum(SEVERITIES),
  /** The rows that it concerns, each by itself; without it the rule relates the entries that it names. */
  rows: rowSelectionSchema.optional(),
  /** What must hold, in the rule language; indicators and items are named [id]. */
  assert: z.string().min(1),
  /** Places: {raw} {name} {unit}, figures of the row as {actual}, entries as {id}. */
  message: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** The column of the row that a finding points at; 本期完成值 where absent. */
  at: z.enum(FINDING_COLUMNS).optional(),
  /** True for a relation that holds within each region as well as for the whole. */
  regions: z.boolean().optional(),
});

/** The rows that a relation of the catalogue speaks of, by their ids. */
const relatedSchema = z.strictObject({
  whole: z.string().min(1).optional(),
  parts: ids.optional(),
  growth: z.string().min(1).optional(),
  level: z.string().min(1).optional(),
});

/** What a plan makes of a rule of the catalogue: off, another severity, other thresholds, or applied to rows. */
export const ruleSettingSchema = z.strictObject({
  /** The rule's id. */
  rule: z.string().min(1),
  /** Only for these rows. */
  rows: rowSelectionSchema.optional(),
  /** Which rows a relation of the catalogue speaks of. */
  of: relatedSchema.optional(),
  off: z.literal(true).optional(),
  severity: z.enum(SEVERITIES).optional(),
  thresholds: z.record(z.string(), z.number()).optional(),
});

export const planSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id,
  title: name,
  issuer: name,
  documentNumber: name.nullable(),
  issuedOn: z.iso.date().nullable(),
  startYear: year,
  endYear: year,
  source: z.strictObject({ file: z.string().min(1), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  coordinator: name,
  organisations: z.array(z.strictObject({ name, aliases: z.array(name) })),
  regions: z.array(z.strictObject({ name })),
  indicators: z.array(indicatorSchema),
  items: z.array(itemSchema),
  rules: z.array(planRuleSchema),
  /** Changes to the rules of the catalogue; none where absent. */
  ruleSettings: z.array(ruleSettingSchema).optional(),
});

export type Plan = z.infer<typeof planSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type Item = z.infer<typeof itemSchema>;
export type Target = z.infer<typeof targetSchema>;
export type PlanRule = z.infer<typeof planRuleSchema>;
export type RuleSetting = z.infer<typeof ruleSettingSchema>;
export type RowSelection = z.infer<typeof rowSelectionSchema>;
export type Related = z.infer<typeof relatedSchema>;
export type FindingColumn = (typeof FINDING_COLUMNS)[number];
export type Kind = (typeof KINDS)[number];
export type Operator = (typeof OPERATORS)[number];
export type Direction = (typeof DIRECTIONS)[number];
export type Frequency = (typeof FREQUENCIES)[number];
export type Severity = (typeof SEVERITIES)[number];
