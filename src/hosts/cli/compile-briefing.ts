import type { Consolidation } from '../../core/consolidation/consolidation';
import { brief } from '../../core/pipeline';
import { fontsOf } from '../../core/report/briefing/briefing-design';
import { chartSvg } from '../../core/report/briefing/chart-svg';
import { briefingHtml } from '../../core/report/briefing/html';
import type { Round } from '../../core/template/round';
import { writeBriefing } from '../../docx/write-briefing';
import { pictureDrawing } from './draw-picture';
import { loadBriefingDesign } from './plans';
import { PRODUCT } from './product';

export interface WrittenBriefing {
  readonly docx: Uint8Array;
  readonly html: string;
  /** False where this machine cannot draw Chinese letters and the document has a table in the chart's place. */
  readonly hasPicture: boolean;
}

/** The bulletin of a round as a document to edit and as a page to read. */
export async function compileBriefing(
  consolidation: Consolidation,
  { form, language, coordinator, history }: Round,
  now: Date,
): Promise<WrittenBriefing> {
  const design = await loadBriefingDesign();
  const createdAt = now.toISOString();
  const options = { form, design, language, coordinator, createdAt, product: PRODUCT, history };
  const briefing = brief(consolidation, options);
  const draw = pictureDrawing();
  const fonts = fontsOf(design, design.letters.caption.font[language]);
  const docx = await writeBriefing(briefing, {
    design,
    form,
    draw: draw && ((chart) => Promise.resolve(draw(chartSvg(chart, fonts), PICTURE_WIDTH))),
  });
  return { docx, html: briefingHtml(briefing, { design, form }), hasPicture: draw !== null };
}

/** Pixels: 300 to the inch over the width of the text. */
const PICTURE_WIDTH = 1840;
