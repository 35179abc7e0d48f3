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

/** How many cells a tally takes: 应报, the statuses, 已报 and 报送完成率. */
export const TALLY_CELLS = STATUSES.length + 3;

/** A cell's text as a criterion: taken as it stands even where it begins with < or =. */
export function textOf(address: string): string {
  return `"="&${address}`;
}

/** A column of 指标对照, and what it must hold: a formula of a criterion. */
export interface TallyCriterion {
  readonly column: 'organisation' | 'leader' | 'group' | 'plan';
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

/** Colours a column by the status that it names, and puts the status’s mark before it. */
export function statusFormats(
  range: string,
  firstCell: string,
  { form, design, language }: ReportContext,
): ConditionalFormatDescription {
  return {
    range,
    rules: STATUSES.map((status) => {
      const { label, fill, font } = form.statuses[status];
      const formula = `${firstCell}=${quote(label[language])}`;
      const numberFormat = `${quote(`${design.marks[status]} `)}@`;
      return { type: 'formula', formula, fill, fontColour: font, numberFormat };
    }),
  };
}

/** A bar in each cell of a column of shares, from 0 to 100 %. */
export function shareBarFormats(
  range: string,
  { design }: Pick<ReportContext, 'design'>,
): ConditionalFormatDescription {
  return { range, rules: [{ type: 'dataBar', colour: design.dataBar, min: 0, max: 1 }] };
}

/** An arrow beside each 进度差: up at or ahead of the schedule as the cell shows it, down behind it. */
export function gapFormats(range: string): ConditionalFormatDescription {
  return { range, rules: [{ type: 'iconSet', icons: '3Arrows', from: [LEAST_GAP, LEAST_GAP] }] };
}

/** Points that are shown as 0.0. */
const LEAST_GAP = -0.05;
