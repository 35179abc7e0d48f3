import type { Consolidation } from '../../core/consolidation/consolidation';
import { brief } from '../../core/pipeline';
import type { Briefing } from '../../core/report/briefing/briefing';
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
  /** False where the document has a table in the chart's place, because this machine cannot draw Chinese letters. */
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
    draw: draw && ((chart) => draw(chartSvg(chart, fonts), PICTURE_WIDTH)),
  });
  return {
    docx,
    html: briefingHtml(briefing, { design, form }),
    hasPicture: draw !== null || !hasChart(briefing),
  };
}

function hasChart({ sections }: Briefing): boolean {
  const blocks = sections.flatMap(({ parts }) => parts.flatMap((part) => part.blocks));
  return blocks.some(({ is }) => is === 'chart');
}

/** Pixels: 200 to the inch over the width of the text. */
const PICTURE_WIDTH = 1240;
