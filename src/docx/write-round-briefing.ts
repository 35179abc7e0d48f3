import type { Consolidation } from '../core/consolidation/consolidation';
import { brief } from '../core/pipeline';
import type { Briefing } from '../core/report/briefing/briefing';
import { fontsOf, type BriefingDesign } from '../core/report/briefing/briefing-design';
import { chartSvg } from '../core/report/briefing/chart-svg';
import { briefingHtml } from '../core/report/briefing/html';
import type { Round } from '../core/template/round';
import { writeBriefing } from './write-briefing';

/** Draws an SVG as PNG bytes, this many pixels wide; null where it cannot. */
export type DrawSvg = (svg: string, width: number) => Promise<Uint8Array | null>;

export interface RoundBriefingOptions {
  readonly design: BriefingDesign;
  /** ISO time. */
  readonly createdAt: string;
  readonly product: string;
  /** Null where this host cannot draw Chinese letters. */
  readonly draw: DrawSvg | null;
}

export interface WrittenBriefing {
  readonly docx: Uint8Array;
  readonly html: string;
  /** False where the document has a table in the chart's place, because nothing could draw it. */
  readonly hasPicture: boolean;
}

/** The bulletin of a round as a document to edit and as a page to read. */
export async function writeRoundBriefing(
  consolidation: Consolidation,
  { form, language, coordinator, history }: Round,
  { design, createdAt, product, draw }: RoundBriefingOptions,
): Promise<WrittenBriefing> {
  const options = { form, design, language, coordinator, createdAt, product, history };
  const briefing = brief(consolidation, options);
  const fonts = fontsOf(design, design.letters.caption.font[language]);
  let drawn = 0;
  const docx = await writeBriefing(briefing, {
    design,
    form,
    draw:
      draw &&
      (async (chart) => {
        const picture = await draw(chartSvg(chart, fonts), PICTURE_WIDTH);
        if (picture) drawn++;
        return picture;
      }),
  });
  return {
    docx,
    html: briefingHtml(briefing, { design, form }),
    hasPicture: drawn === chartCount(briefing),
  };
}

function chartCount({ sections }: Briefing): number {
  const blocks = sections.flatMap((section) => [
    ...section.blocks,
    ...section.parts.flatMap((part) => part.blocks),
  ]);
  return blocks.filter(({ is }) => is === 'chart').length;
}

/** Pixels: 200 to the inch over the width of the text. */
const PICTURE_WIDTH = 1240;
