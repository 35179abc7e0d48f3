import type { IndicatorResult } from '../consolidation/consolidation';
import { columnLetters } from '../sheet/address';
import type { SheetBuilder } from '../template/sheet-builder';
import { regionColumns } from './column-labels';
import type { ReportContext } from './context';
import { figureCell } from './figures';
import { reportMessages } from './messages';
import { centre, text, type TableBlock, type TableCell } from './table-sheet';

/** Columns before the whole's own figure. */
const BEFORE = Object.keys(regionColumns).length - 2;

/**
 * 全市与各区(县、市)合计: where the lead organisation's figure for the whole and the regions' stand side
 * by side, their difference and what was said of it; null where there are none. The two may rightly
 * differ (unified accounting), so a difference asks for words, never for a correction.
 */
export function totalsBlock(
  results: readonly IndicatorResult[],
  { columns, firstRow }: { readonly columns: number; readonly firstRow: number },
  builder: SheetBuilder,
  context: ReportContext,
): TableBlock | null {
  const { say } = context;
  const both = results.filter(
    ({ composition, regionsTogether }) => composition !== 'rolled-up' && regionsTogether !== null,
  );
  if (both.length === 0) return null;
  const remarkSpan = Math.max(1, columns - BEFORE - 3);
  const head = (value: string, span = 1): TableCell => ({ value, style: 'head', span });
  const labels = Object.values(regionColumns).slice(0, BEFORE);
  return {
    title: say(reportMessages.regionTotals),
    head: [
      ...labels.map((label) => head(say(label))),
      head(say(reportMessages.ownFigure)),
      head(say(reportMessages.regionsTogether)),
      head(say(reportMessages.differenceOfTotals)),
      head(say(reportMessages.totalsRemark), remarkSpan),
    ],
    rows: both.map((result, index) =>
      lineOf(result, { sequence: index + 1, row: firstRow + index, remarkSpan }, builder, context),
    ),
    empty: '',
  };
}

function lineOf(
  result: IndicatorResult,
  place: { readonly sequence: number; readonly row: number; readonly remarkSpan: number },
  builder: SheetBuilder,
  { say }: ReportContext,
): TableCell[] {
  const { plan, indicator, actual, regionsTogether, explanation, reason } = result;
  const { precision, measureUnit, name } = indicator;
  const { sequence, row, remarkSpan } = place;
  const [own, together] = [BEFORE + 1, BEFORE + 2].map(
    (column) => `${columnLetters(column)}${row}`,
  );
  const difference = actual === null || regionsTogether === null ? null : actual - regionsTogether;
  const remarks = [explanation, reason === null ? '' : say(reason)].filter((part) => part !== '');
  return [
    centre(sequence),
    text(plan.title),
    text(name),
    centre(measureUnit),
    figureCell(builder, actual, precision),
    figureCell(builder, regionsTogether, precision),
    figureCell(builder, difference, precision, {
      ...(difference !== null && { formula: `${own}-${together}` }),
    }),
    { ...text(remarks.join('\n')), span: remarkSpan },
  ];
}
