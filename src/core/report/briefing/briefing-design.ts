import { z } from 'zod';
import type { Text } from '../../plan/text';
import { piecesOf, WORDING, type WordingKey } from './wording';

const text = z.strictObject({ zh: z.string(), en: z.string() });
const most = z.int().min(0);
/** Millimetres. */
const millimetres = z.number().positive();
/** Points. */
const points = z.number().positive();

/** How one kind of text is set. */
const letters = z.strictObject({
  font: text,
  size: points,
  /** Distance of the lines. */
  line: points,
  isBold: z.boolean(),
});
export type Letters = z.infer<typeof letters>;

const keys = Object.keys(WORDING) as [WordingKey, ...WordingKey[]];

const wordingSchema = z.record(z.enum(keys), text).superRefine((wording, context) => {
  for (const key of keys)
    for (const problem of problemsIn(wording[key], WORDING[key]))
      context.addIssue({ code: 'custom', path: [key], message: problem });
});

/** Places that nobody would fill, and figures that no figure of the round stands behind. */
function problemsIn(wording: Text | undefined, places: readonly string[]): string[] {
  if (!wording) return [];
  return [wording.zh, wording.en].flatMap((each) =>
    piecesOf(each).flatMap((piece) => {
      if (piece.is === 'words')
        return /[0-9０-９]/.test(piece.text) ? [`“${piece.text}”: 0-9`] : [];
      return places.includes(piece.name) ? [] : [`{${piece.name}}`];
    }),
  );
}

/**
 * How a briefing is worded and looks: templates/briefing.json. No wording may hold a digit of its own,
 * so that every figure in the text is one of the round's.
 */
export const briefingDesignSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** How many are written out; the rest is in an appendix. */
  limits: z.strictObject({
    /** Recipients that are addressed by name. */
    addressees: most,
    achieved: most,
    ahead: most,
    behind: most,
    slightly: most,
    worse: most,
    /** Names in one sentence. */
    names: most,
    /** Organisations whose findings are told. */
    organisations: most,
    setAside: most,
    notAssessable: most,
    planChecks: most,
    /** Characters of a quotation. */
    quote: z.int().min(10),
    /** Bars of the chart; what is left is put together in a last one. */
    bars: z.int().min(1),
    /** Regions that its tables name. */
    regions: z.int().min(1),
    /** Lines of each appendix. */
    appendix: z.int().min(1),
  }),
  page: z.strictObject({
    width: millimetres,
    height: millimetres,
    top: millimetres,
    bottom: millimetres,
    left: millimetres,
    right: millimetres,
  }),
  letters: z.strictObject({
    title: letters,
    body: letters,
    section: letters,
    part: letters,
    caption: letters,
    tableHead: letters,
    table: letters,
    pageNumber: letters,
  }),
  /** For letters and digits of the Latin alphabet. */
  latinFont: z.string().min(1),
  /** What stands in for a font on machines without it, best first. */
  fallbacks: z.record(z.string(), z.array(z.string()).min(1)),
  wording: wordingSchema,
});

export type BriefingDesign = z.infer<typeof briefingDesignSchema>;

/** The font and what stands in for it. */
export function fontsOf({ fallbacks }: Pick<BriefingDesign, 'fallbacks'>, font: string): string[] {
  return [font, ...(fallbacks[font] ?? [])];
}
