import { z } from 'zod';
import { MILESTONE_STATUSES } from '../../rule/row';
import type { SheetGrid, WorkbookGrid } from '../../sheet/grid';
import { decodeHidden, encodeHidden, hiddenSheet } from '../../template/carrier';
import { checkSealOfText, sealOfText, type Digest, type SealState } from '../../template/seal';

/** The text in A1 of the hidden sheet of a region's consolidated workbook. */
export const REGIONAL_MARK = 'tallybook:consolidated:1';

const originShape = {
  organisation: z.string(),
  region: z.string().nullable(),
  file: z.string(),
  sha256: z.string(),
  sheet: z.string(),
  cell: z.string().nullable(),
  raw: z.string(),
  value: z.number().nullable(),
  measureUnit: z.string(),
};
/** Department, county, city, province: no more levels than that, however a file nests them. */
const department = z.strictObject(originShape);
const county = z.strictObject({ ...originShape, behind: z.array(department).optional() });
export const originSchema = z.strictObject({
  ...originShape,
  behind: z.array(county).optional(),
});

const regionalFigure = z.strictObject({
  /** The row's key, the same at every level. */
  key: z.string().min(1),
  measureUnit: z.string(),
  /** value and nil count; the others were declared by the department. */
  state: z.enum(['value', 'nil', 'not-applicable', 'not-due', 'conflict']),
  value: z.number().nullable(),
  milestone: z.enum(MILESTONE_STATUSES).nullable(),
  /** What stands in its cell on the sheet of data. */
  shown: z.string(),
  explanation: z.string(),
  evidence: z.string(),
  cell: z.string(),
  behind: z.array(originSchema),
});

const contentSchema = z.strictObject({
  version: z.literal(1),
  product: z.string(),
  /** The region's own round. */
  round: z.string(),
  plans: z.array(z.strictObject({ id: z.string(), title: z.string(), hash: z.string() })).min(1),
  period: z.string(),
  region: z.string(),
  /** ISO time. */
  compiledAt: z.string(),
  /** The name of the sheet that shows the figures. */
  sheet: z.string(),
  figures: z.array(regionalFigure),
});

const carrierSchema = z.strictObject({
  content: contentSchema,
  seal: z.strictObject({ method: z.enum(['sha256', 'hmac-sha256']), value: z.string() }),
});

export type RegionalFigure = z.infer<typeof regionalFigure>;
/** What a region's consolidated workbook says of itself, besides showing it. */
export type RegionalContent = z.infer<typeof contentSchema>;

/** The texts that the hidden sheet holds in column A, top to bottom. */
export function encodeRegional(content: RegionalContent, digest: Digest): string[] {
  // with keys in the order of the schema, as reading gives them
  const sealed = contentSchema.parse(content);
  return encodeHidden(REGIONAL_MARK, {
    content: sealed,
    seal: sealOfText(JSON.stringify(sealed), digest),
  });
}

export type DecodedRegional =
  | { readonly found: 'nothing' }
  | { readonly found: 'damaged' }
  | { readonly found: 'content'; readonly content: RegionalContent; readonly seal: SealState };

/** Finds the hidden sheet of a region's consolidated workbook and reads it. */
export function decodeRegional(grid: WorkbookGrid, digest: Digest): DecodedRegional {
  const sheet: SheetGrid | undefined = hiddenSheet(grid, 'tallybook:consolidated');
  if (!sheet) return { found: 'nothing' };
  const read = carrierSchema.safeParse(decodeHidden(sheet, REGIONAL_MARK));
  if (!read.success) return { found: 'damaged' };
  const { content, seal } = read.data;
  return {
    found: 'content',
    content,
    seal: checkSealOfText(seal, JSON.stringify(content), digest),
  };
}
