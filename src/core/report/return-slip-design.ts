import { z } from 'zod';
import { formSchema } from '../template/form';

const cellStyle = formSchema.shape.styles.valueType;
const colour = z.string().regex(/^[0-9A-F]{6}$/, 'RRGGBB in capitals');

/** Styles that a slip asks for by name; a design may not leave one out. */
export const SLIP_STYLES = [
  'hidden',
  'title',
  'subtitle',
  'label',
  'value',
  'due',
  'summary',
  'compared',
  'noCopy',
  'blockTitle',
  'head',
  'text',
  'centre',
  'link',
  'step',
] as const;

/** How a return slip looks. The severities' colours are the form's. */
export const slipDesignSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  tab: colour,
  styles: z.record(z.enum(SLIP_STYLES), cellStyle),
});

export type SlipDesign = z.infer<typeof slipDesignSchema>;
