import { z } from 'zod';
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
] as const;
export type ReportStyle = (typeof REPORT_STYLES)[number];

/** How the consolidated workbook looks. The statuses' and severities' colours are the form's. */
export const reportDesignSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Colours of the sheets' tabs. */
  tabs: z.record(z.enum(SHEETS), colour),
  styles: z.record(z.enum(REPORT_STYLES), cellStyle),
});

export type ReportDesign = z.infer<typeof reportDesignSchema>;
