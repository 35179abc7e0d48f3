import type { IndicatorResult } from '../consolidation/consolidation';
import { fill } from '../plan/text';
import { columnLetters, formatAddress, formatRange } from '../sheet/address';
import type { SheetDescription } from '../sheet/description';
import { kindLabels } from '../template/messages';
import { SheetBuilder } from '../template/sheet-builder';
import { actualFormula, factCell } from './actual-formula';
import { columnNumber, indicatorColumns } from './column-labels';
import { linkTo, sourceText, type ReportContext } from './context';
import { figureCell, milestoneLabel, targetCell, workedOutCell } from './figures';
import { leaders, sectionGroups } from './groups';
import { reportMessages } from './messages';
import { FIRST_ROW } from './places';
import {
  completionFormula,
  forecastFormula,
  gapFormula,
  paceFormula,
  statusFormula,
  yardstickOf,
  type ProgressCells,
} from './progress-formulas';
import { centre, columnsOf, tableSheet, text, type TableCell, type Widths } from './table-sheet';
import { gapFormats, SHARE_FORMAT, shareBarFormats, statusFormats, statusLabel } from './tally';

type Id = keyof typeof indicatorColumns;

const WIDTHS: Widths<typeof indicatorColumns> = {
  sequence: 5.5,
  plan: 18,
  section: 20,
  indicator: 24,
  measureUnit: 9,
  kind: 9.5,
  target: 10,
  targetYear: 7,
  baseline: 9.5,
  scheduled: 10,
  actual: 11.5,
  completion: 9.5,
  gap: 9.5,
  status: 10,
  yearOnYear: 8.5,
  requiredPace: 11,
  forecast: 11,
  organisation: 13,
  leader: 9,
  explanation: [22, 40],
  reason: [30, 44],
  quote: [34, 50],
  source: [28, 44],
  group: 8,
};
/** What is printed; the columns after it are for following a figure on the screen. */
const LAST_PRINTED: Id = 'reason';
/** Sources that a cell names one by one. */
const MOST_SOURCES = 3;
const GAP_FORMAT = '0.0';

/** What the rows have in common. */
interface Rows {
  readonly builder: SheetBuilder;
  readonly context: ReportContext;
  readonly groups: ReadonlyMap<IndicatorResult, number>;
  readonly hasYearOnYear: boolean;
  readonly hasLeaders: boolean;
}

/** 指标对照: every indicator with target, schedule, actual and verdict, each following from 数据 by formula. */
export function indicatorsSheet(context: ReportContext): SheetDescription {
  const { consolidation, say } = context;
  const { indicators, plans } = consolidation;
  const builder = new SheetBuilder(context.styles);
  const groups = new Map(
    sectionGroups(indicators).flatMap(({ number, results }) =>
      results.map((result) => [result, number] as const),
    ),
  );
  const hasYearOnYear = indicators.some(({ yearOnYear }) => yearOnYear !== null);
  const hasLeaders = leaders(indicators).length > 0;
  const rows: Rows = { builder, context, groups, hasYearOnYear, hasLeaders };
  const status = columnNumber(indicatorColumns, 'status');
  const rangeOf = (id: Id) => {
    const column = columnNumber(indicatorColumns, id);
    return formatRange(FIRST_ROW, column, FIRST_ROW + indicators.length - 1, column);
  };
  const note = say(reportMessages.indicatorsNote);
  return tableSheet(
    {
      id: 'indicators',
      note: hasYearOnYear ? note : note + say(reportMessages.noYearOnYear),
      columns: columnsOf(indicatorColumns, WIDTHS, context, [
        'group',
        ...(plans.length > 1 ? [] : ['plan' as const]),
        ...(hasLeaders ? [] : ['leader' as const]),
      ]),
      rows: indicators.map((result, index) => indicatorRow(result, index + 1, rows)),
      empty: say(reportMessages.noIndicators),
      freezeColumns: columnNumber(indicatorColumns, 'indicator'),
      conditionalFormats: [
        statusFormats(rangeOf('status'), `$${formatAddress(FIRST_ROW, status)}`, context),
        shareBarFormats(rangeOf('completion'), context),
        gapFormats(rangeOf('gap')),
      ],
      printedColumns: columnNumber(indicatorColumns, LAST_PRINTED),
    },
    builder,
    context,
  );
}

function indicatorRow(result: IndicatorResult, sequence: number, rows: Rows): TableCell[] {
  const { builder, context } = rows;
  const { say } = context;
  const { plan, indicator } = result;
  const { precision, baseline } = indicator;
  const cells: Record<Id, TableCell> = {
    sequence: centre(sequence),
    plan: text(plan.title),
    section: text(indicator.section.join(' / ')),
    indicator: text(indicator.name),
    measureUnit: centre(indicator.measureUnit),
    kind: centre(say(kindLabels[indicator.kind])),
    target: targetCell(builder, indicator, 'centre', context),
    targetYear: centre(indicator.target.year),
    baseline: workedOutCell(builder, baseline?.value ?? null, precision),
    scheduled: workedOutCell(builder, result.progress.scheduled, precision),
    ...judgedCells(result, rows),
    yearOnYear: shareCell(builder, result.yearOnYear),
    organisation: text(result.reporter),
    leader: centre(indicator.leader ?? (rows.hasLeaders ? say(reportMessages.noLeader) : null)),
    explanation: text(result.explanation),
    reason: text(reasonText(result, rows)),
    quote: text(indicator.quotes.map((quote) => quote.text.replaceAll('\t', ' ')).join('\n')),
    source: sourceCell(result, context),
    group: centre(rows.groups.get(result) ?? null),
  };
  const ordered = Object.keys(indicatorColumns).map((id) => cells[id as Id]);
  return result.isAsked ? ordered : ordered.map((cell) => muted(cell, rows));
}

type Judged = 'actual' | 'completion' | 'gap' | 'status' | 'requiredPace' | 'forecast';

/** 完成值 over 数据; all that is judged or foreseen from it, over the cells of the row. */
function judgedCells(result: IndicatorResult, rows: Rows): Record<Judged, TableCell> {
  const { builder, context } = rows;
  const { isAsked, progress } = result;
  const row = context.places.indicatorRow(result);
  const at = (id: Id) => `$${columnLetters(columnNumber(indicatorColumns, id))}${row}`;
  const cells: ProgressCells = {
    actual: at('actual'),
    scheduled: at('scheduled'),
    completion: at('completion'),
  };
  const measured = isAsked ? yardstickOf(result, context) : null;
  const completion = measured && completionFormula(measured, cells);
  const gap = measured && gapFormula(measured, cells);
  const share = builder.variant('number', { numberFormat: SHARE_FORMAT });
  const points = builder.variant('number', { numberFormat: GAP_FORMAT });
  const status = statusLabel(result, context);
  return {
    actual: actualCell(result, builder, context),
    completion: computed(progress.completion, share, completion),
    gap: computed(progress.gap, points, gap),
    status: isAsked
      ? { ...centre(status), formula: statusFormula(result, measured, cells, context) }
      : centre(status),
    requiredPace: foreseen(result.requiredPace, paceFormula),
    forecast: foreseen(result.forecast, forecastFormula),
  };

  function foreseen(value: number | null, formulaOf: typeof paceFormula): TableCell {
    const cell = workedOutCell(builder, value, result.indicator.precision);
    const formula = value === null ? null : formulaOf(result, cells, context);
    return formula === null ? cell : { ...cell, formula };
  }
}

function actualCell(
  result: IndicatorResult,
  builder: SheetBuilder,
  context: ReportContext,
): TableCell {
  const { actual, sources, indicator } = result;
  const [first] = sources;
  const row = first ? context.places.factRow(first) : null;
  const link = row === null ? null : linkTo(context, 'data', row);
  if (result.milestone !== null) {
    const formula = first ? factCell(first, context) : null;
    return { ...centre(milestoneLabel(result, context), link), ...(formula && { formula }) };
  }
  const formula = actualFormula(result, actual, sources, context);
  return figureCell(builder, actual, indicator.precision, {
    ...(formula !== null && { formula }),
    ...(actual !== null && link !== null && { link }),
  });
}

/** A formula that has no value shows nothing, which is a text; without a formula the cell is blank. */
function computed(value: number | null, style: string, formula: string | null): TableCell {
  return formula === null ? { value, style } : { value: value ?? '', style, formula };
}

function shareCell(builder: SheetBuilder, value: number | null): TableCell {
  return { value, style: builder.variant('number', { numberFormat: SHARE_FORMAT }) };
}

/** Why there is no figure or no judgement, and what the plan's list notes. */
function reasonText(result: IndicatorResult, { context, hasYearOnYear }: Rows): string {
  const { say } = context;
  const { actual, indicator, reason, yearOnYearReason, requiredPaceReason } = result;
  const lines = [
    reason && say(reason),
    actual !== null &&
      hasYearOnYear &&
      yearOnYearReason &&
      say(fill(reportMessages.yearOnYearReason, { reason: yearOnYearReason })),
    actual !== null &&
      requiredPaceReason &&
      say(fill(reportMessages.paceReason, { reason: requiredPaceReason })),
    indicator.note,
  ];
  return lines.filter((line) => typeof line === 'string' && line !== '').join('\n');
}

/** One source is a link to its row; several are listed. */
function sourceCell(result: IndicatorResult, context: ReportContext): TableCell {
  const shown = sourcesText(result, context);
  const [first, second] = result.sources;
  const row = first && !second ? context.places.factRow(first) : null;
  return text(shown, row === null ? null : linkTo(context, 'data', row));
}

function sourcesText({ sources }: IndicatorResult, { say }: ReportContext): string {
  const named = sources.slice(0, MOST_SOURCES).map(sourceText).join('\n');
  if (sources.length <= MOST_SOURCES) return named;
  return named + say(fill(reportMessages.andMoreSources, { count: sources.length }));
}

/** The cell in the colours of what this period leaves out. */
function muted(cell: TableCell, { builder, context }: Rows): TableCell {
  return { ...cell, style: builder.variant(cell.style, context.styles.get('muted')!) };
}
