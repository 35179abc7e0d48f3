import { z } from 'zod';
import { STATUSES } from '../rule/progress/subject';
import { formSchema } from '../template/form';

const cellStyle = formSchema.shape.styles.valueType;
const colour = z.string().regex(/^[0-9A-F]{6}$/, 'RRGGBB in capitals');

/** The sheets of the consolidated workbook, in their order. */
export const SHEETS = [
  'overview',
  'exceptions',
  'indicators',
  'organisations',
  'regions',
  'submissions',
  'findings',
  'changes',
  'data',
  'charts',
] as const;
export type SheetId = (typeof SHEETS)[number];

/** Styles that the report asks for by name; a design may not leave one out. */
export const REPORT_STYLES = [
  'title',
  'note',
  'blockTitle',
  'head',
  'text',
  'centre',
  'number',
  'count',
  'link',
  'linkCentre',
  'linkNumber',
  'fine',
  'muted',
  'totalText',
  'totalCount',
  'empty',
  'coverTitle',
  'coverNote',
  'cardLabel',
  'cardHead',
  'cardNumber',
  'footnote',
  'back',
  'contentsLink',
] as const;
export type ReportStyle = (typeof REPORT_STYLES)[number];

const chartFont = z.strictObject({
  /** Of Latin and Chinese letters alike. */
  name: z.string().min(1),
  /** In points. */
  size: z.number().min(6).max(24),
  bold: z.boolean(),
  colour,
});

/** How the charts look, and what marks figures in the tables. */
const chartDesign = z.strictObject({
  title: chartFont,
  text: chartFont,
  background: colour,
  border: colour,
  gridLines: colour,
  axisLine: colour,
  /** Bars of one series; the actual beside the schedule. */
  bar: colour,
  scheduled: colour,
  /** Of what is written on a light and on a dark bar. */
  onLight: colour,
  onDark: colour,
  /** How light each status is drawn, 0 to 1; its hue is that of the form's colour. */
  lightness: z.record(z.enum(STATUSES), z.number().min(0.2).max(0.9)),
});

/** How the consolidated workbook looks. The statuses' and severities' colours are the form's. */
export const reportDesignSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Colours of the sheets' tabs. */
  tabs: z.record(z.enum(SHEETS), colour),
  styles: z.record(z.enum(REPORT_STYLES), cellStyle),
  charts: chartDesign,
  /** Bars in the cells of 完成率. */
  dataBar: colour,
  /** A sign before each status, so that it is told apart without its colour too. */
  marks: z.record(z.enum(STATUSES), z.string().length(1)),
});

export type ReportDesign = z.infer<typeof reportDesignSchema>;
