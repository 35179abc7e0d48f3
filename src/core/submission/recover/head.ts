import { parsePeriod, periodLabel } from '../../plan/period';
import { gridPlace, type SheetGrid } from '../../sheet/grid';
import { reporterName } from '../../template/form-sheet';
import type { TemplateModel } from '../../template/model';
import { behindColon, plain, plainText } from './plain-text';

/** How many rows from the top a head may stand in. */
const HEAD_ROWS = 60;
const LONGEST = 200;

/** The texts of the top rows, whole and without the label before the colon. */
export function headTexts({ cells }: SheetGrid): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const [place, cell] of cells) {
    if (cell.type !== 'text' || cell.raw.length > LONGEST) continue;
    if (gridPlace(place).row > HEAD_ROWS) continue;
    const text = plainText(cell);
    texts.add(text).add(behindColon(text));
  }
  return texts;
}

/** Whether these texts name the form's organisation (and region) and its period. */
export function isHeadOf(model: TemplateModel, head: ReadonlySet<string>): boolean {
  const period = parsePeriod(model.period);
  if (!period) throw new Error(`a round issued a template for the period ${model.period}`);
  const { language } = model;
  return (
    head.has(plain(reporterName(model)[language])) && head.has(plain(periodLabel(period)[language]))
  );
}
