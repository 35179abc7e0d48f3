import { parsePeriod, periodLabel } from '../../core/plan/period';
import { verbatim, type Text } from '../../core/plan/text';

/** A period as a person writes it, from its code. */
export function labelOf(code: string): Text {
  const period = parsePeriod(code);
  return period ? periodLabel(period) : verbatim(code);
}
