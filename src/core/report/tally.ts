import type { IndicatorResult } from '../consolidation/consolidation';
import { quote } from '../rule/excel-formula';
import { STATUSES, type Status } from '../rule/progress/subject';
import { columnLetters } from '../sheet/address';
import type { ConditionalFormatDescription } from '../sheet/description';
import type { SheetBuilder } from '../template/sheet-builder';
import { indicatorColumns, lettersOf } from './column-labels';
import type { ReportContext } from './context';
import { reportMessages } from './messages';
import type { TableCell } from './table-sheet';

/** The status that 指标对照 shows: one of the form's, or that the period does not ask for the indicator. */
export function statusLabel(
  { isAsked, progress }: IndicatorResult,
  { form, language, say }: ReportContext,
): string {
  return isAsked ? form.statuses[progress.status].label[language] : say(reportMessages.notAsked);
}

/** How many of these indicators are asked, and have each status. */
export function tally(results: readonly IndicatorResult[]): Record<Status | 'asked', number> {
  const counts = Object.fromEntries(
    ['asked' as const, ...STATUSES].map((status) => [status, 0]),
  ) as Record<Status | 'asked', number>;
  for (const { isAsked, progress } of results)
    if (isAsked) {
      counts.asked++;
      counts[progress.status]++;
    }
  return counts;
}

/** The heads of the cells that tallyCells gives: 应报, each status, 已报, 报送完成率. */
export function tallyLabels({ form, language, say }: ReportContext): string[] {
  return [
    say(reportMessages.asked),
    ...STATUSES.map((status) => form.statuses[status].label[language]),
    say(reportMessages.reported),
    say(reportMessages.reportingShare),
  ];
}

/** A column of 指标对照, and what it must hold: a cell's address or a literal. */
export interface TallyCriterion {
  readonly column: 'organisation' | 'leader' | 'group';
  readonly equals: string;
}

/**
 * Counts as live formulas over 指标对照, with their values.
 * @param results what the criterion picks out
 * @param firstColumn number of the first of the cells' columns, for the formulas that read the others
 */
export function tallyCells(
  results: readonly IndicatorResult[],
  criterion: TallyCriterion | null,
  place: { readonly row: number; readonly firstColumn: number },
  builder: SheetBuilder,
  context: ReportContext,
  style: 'count' | 'cardNumber' = 'count',
): TableCell[] {
  const { places, form, language, say } = context;
  const counts = tally(results);
  const count = builder.variant(style, { numberFormat: COUNT_FORMAT });
  const column = (id: 'status' | TallyCriterion['column']) =>
    places.column('indicators', lettersOf(indicatorColumns, id));
  const status = column('status');
  const picked = criterion === null ? '' : `${column(criterion.column) ?? ''},${criterion.equals},`;
  const cell = (value: number, wanted: string): TableCell =>
    status === null
      ? { value, style: count }
      : { value, style: count, formula: `COUNTIFS(${picked}${status},${quote(wanted)})` };
  return [
    cell(counts.asked, `<>${say(reportMessages.notAsked)}`),
    ...STATUSES.map((each) => cell(counts[each], form.statuses[each].label[language])),
    ...reportingCells(counts.asked, counts['not-reported'], place, builder, style),
  ];
}

/** The sums of the tallies in the rows above. */
export function tallyTotals(
  results: readonly IndicatorResult[],
  place: { readonly row: number; readonly firstColumn: number; readonly from: number },
  builder: SheetBuilder,
): TableCell[] {
  const counts = tally(results);
  const count = builder.variant('totalCount', { numberFormat: COUNT_FORMAT });
  const sums = (['asked', ...STATUSES] as const).map((each, index): TableCell => {
    const letters = columnLetters(place.firstColumn + index);
    const formula = `SUM(${letters}${place.from}:${letters}${place.row - 1})`;
    return { value: counts[each], style: count, formula };
  });
  return [
    ...sums,
    ...reportingCells(counts.asked, counts['not-reported'], place, builder, 'totalCount'),
  ];
}

/** 已报 = 应报 − 未报, and its share of what is asked. */
function reportingCells(
  asked: number,
  notReported: number,
  { row, firstColumn }: { readonly row: number; readonly firstColumn: number },
  builder: SheetBuilder,
  style: 'count' | 'cardNumber' | 'totalCount',
): TableCell[] {
  const at = (offset: number) => `${columnLetters(firstColumn + offset)}${row}`;
  const notReportedAt = at(1 + STATUSES.indexOf('not-reported'));
  const reportedAt = at(1 + STATUSES.length);
  return [
    {
      value: asked - notReported,
      style: builder.variant(style, { numberFormat: COUNT_FORMAT }),
      formula: `${at(0)}-${notReportedAt}`,
    },
    {
      value: asked === 0 ? '' : (asked - notReported) / asked,
      style: builder.variant(style, { numberFormat: SHARE_FORMAT }),
      formula: `IF(${at(0)}=0,"",${reportedAt}/${at(0)})`,
    },
  ];
}

/** Zero as a dash, so that what is there stands out. */
export const COUNT_FORMAT = '#,##0;-#,##0;"—"';
export const SHARE_FORMAT = '0.0%';

/** Colours a column by the status that it names. */
export function statusFormats(
  range: string,
  firstCell: string,
  { form, language }: ReportContext,
): ConditionalFormatDescription {
  return {
    range,
    rules: STATUSES.map((status) => {
      const { label, fill, font } = form.statuses[status];
      const formula = `${firstCell}=${quote(label[language])}`;
      return { type: 'formula', formula, fill, fontColour: font };
    }),
  };
}
