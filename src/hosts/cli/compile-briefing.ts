import type { Consolidation } from '../../core/consolidation/consolidation';
import type { Round } from '../../core/template/round';
import { writeRoundBriefing, type WrittenBriefing } from '../../docx/write-round-briefing';
import { pictureDrawing } from './draw-picture';
import { loadBriefingDesign } from './plans';
import { PRODUCT } from './product';

/** The bulletin of a round, its picture drawn with the fonts of this machine. */
export async function compileBriefing(
  consolidation: Consolidation,
  round: Round,
  now: Date,
): Promise<WrittenBriefing> {
  return writeRoundBriefing(consolidation, round, {
    design: await loadBriefingDesign(),
    createdAt: now.toISOString(),
    product: PRODUCT,
    draw: pictureDrawing(),
  });
}
