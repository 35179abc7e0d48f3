import type { IndicatorResult, RegionResult } from '../consolidation/consolidation';
import { columnLetters } from '../sheet/address';
import type { SheetDescription } from '../sheet/description';
import { SheetBuilder } from '../template/sheet-builder';
import { actualFormula, factCell } from './actual-formula';
import { columnNumber, indicatorColumns, regionColumns } from './column-labels';
import { linkTo, type ReportContext } from './context';
import { figureCell, milestoneLabel, targetCell } from './figures';
import { reportMessages } from './messages';
import { FIRST_ROW } from './places';
import { allocationsBlock } from './regional-targets';
import { totalsBlock } from './regional-totals';
import { centre, columnsOf, tableSheet, text, type TableCell, type Widths } from './table-sheet';

const WIDTHS: Widths<typeof regionColumns> = {
  sequence: 6,
  plan: 20,
  indicator: 28,
  measureUnit: 10,
  target: 11,
  whole: 13,
};
const REGION_WIDTH = 12;
/** The row of counts below the matrix. */
const FOOTER = 1;
/** Rows from the end of a table to the first figures of the block below it. */
const BLOCK_HEAD = 3;
const FIRST_REGION = Object.keys(regionColumns).length + 1;

/** The indicators that regions report, in the plans' order. */
export function regionalResults({
  consolidation: { indicators },
}: Pick<ReportContext, 'consolidation'>): IndicatorResult[] {
  return indicators.filter(({ isAsked, regions }) => isAsked && regions.length > 0);
}

/** The regions that the sheet has a column for, in the plans' order. */
export function regionNames(context: Pick<ReportContext, 'consolidation'>): string[] {
  const { plans } = context.consolidation;
  const reporting = new Set(
    regionalResults(context).flatMap(({ regions }) => regions.map(({ region }) => region)),
  );
  return [...new Set(plans.flatMap((plan) => plan.regions.map(({ name }) => name)))].filter(
    (name) => reporting.has(name),
  );
}

/** A region's cells as an absolute range; blank where the region is not asked, a mark where it has not reported. */
export function regionColumn(name: string, context: ReportContext): string {
  const index = regionNames(context).indexOf(name);
  if (index < 0) throw new Error(`${name} has no column on the sheet of the regions`);
  const letters = columnLetters(FIRST_REGION + index);
  const last = FIRST_ROW + regionalResults(context).length - 1;
  return `${context.places.sheet('regions')}!$${letters}$${FIRST_ROW}:$${letters}$${last}`;
}

/** Whether the region has a figure or a milestone's status that counts. */
export function isReported({ actual, facts }: RegionResult): boolean {
  return actual !== null || countedMilestone(facts) !== undefined;
}

function countedMilestone(facts: RegionResult['facts']) {
  return facts.find(({ counts, milestone }) => counts && milestone !== null);
}

/** 区县: one row for each indicator that regions report, one column for each region, and the whole. */
export function regionsSheet(context: ReportContext): SheetDescription {
  const { consolidation, say } = context;
  const builder = new SheetBuilder(context.styles);
  const results = regionalResults(context);
  const regions = regionNames(context);
  const allocated = allocationsBlock(
    { results, regions, firstRow: FIRST_ROW + results.length + FOOTER + BLOCK_HEAD },
    builder,
    context,
  );
  const totals = totalsBlock(
    results,
    {
      columns: FIRST_REGION - 1 + regions.length,
      firstRow:
        FIRST_ROW +
        results.length +
        FOOTER +
        (allocated ? BLOCK_HEAD + allocated.rows.length : 0) +
        BLOCK_HEAD,
    },
    builder,
    context,
  );
  return tableSheet(
    {
      id: 'regions',
      note: say(reportMessages.regionsNote),
      columns: [
        ...columnsOf(
          regionColumns,
          WIDTHS,
          context,
          consolidation.plans.length > 1 ? [] : ['plan'],
        ),
        ...regions.map((label) => ({ label, width: REGION_WIDTH })),
      ],
      rows: results.map((result, index) => [
        ...headCells(result, index + 1, builder, context),
        ...regions.map((name) => regionCell(result, name, builder, context)),
      ]),
      empty: say(reportMessages.noRegions),
      blocks: [allocated, totals].filter((block) => block !== null),
      footer: countRow(results, regions, builder, context),
      freezeColumns: columnNumber(regionColumns, 'indicator'),
    },
    builder,
    context,
  );
}

function headCells(
  result: IndicatorResult,
  sequence: number,
  builder: SheetBuilder,
  context: ReportContext,
): TableCell[] {
  const { plan, indicator, actual, sources } = result;
  const formula = actualFormula(result, actual, sources, context);
  const column = columnNumber(indicatorColumns, 'indicator');
  const link = linkTo(context, 'indicators', context.places.indicatorRow(result), column);
  const cells: Record<keyof typeof regionColumns, TableCell> = {
    sequence: centre(sequence, link),
    plan: text(plan.title),
    indicator: text(indicator.name),
    measureUnit: centre(indicator.measureUnit),
    target: targetCell(builder, indicator, 'centre', context),
    whole: figureCell(builder, actual, indicator.precision, formula === null ? {} : { formula }),
  };
  return Object.values(cells);
}

function regionCell(
  result: IndicatorResult,
  name: string,
  builder: SheetBuilder,
  context: ReportContext,
): TableCell {
  const region = result.regions.find((candidate) => candidate.region === name);
  if (!region) return centre(null);
  const sources = region.facts.filter(({ counts, isDerived }) => counts && !isDerived);
  const [first] = region.facts;
  const row = first ? context.places.factRow(first) : null;
  const link = row === null ? null : linkTo(context, 'data', row);
  if (region.actual === null) return textualCell(region, link, context);
  const formula = actualFormula(result, region.actual, sources, context);
  return figureCell(builder, region.actual, result.indicator.precision, {
    ...(formula !== null && { formula }),
    ...(link !== null && { link }),
  });
}

/** A milestone's status, or that there is no figure that counts. */
function textualCell(
  { facts }: RegionResult,
  link: string | null,
  context: ReportContext,
): TableCell {
  const fact = countedMilestone(facts);
  if (!fact) return centre(context.say(reportMessages.notReportedMark), link);
  const formula = factCell(fact, context);
  return { ...centre(milestoneLabel(fact, context), link), ...(formula && { formula }) };
}

/** How many figures each region has given, and the whole. */
function countRow(
  results: readonly IndicatorResult[],
  regions: readonly string[],
  builder: SheetBuilder,
  { say }: ReportContext,
): TableCell[] {
  const style = builder.variant('totalCount', { numberFormat: '0' });
  const last = FIRST_ROW + results.length - 1;
  const countIn = (column: number, value: number): TableCell => {
    const letters = columnLetters(column);
    return { value, style, formula: `COUNT(${letters}${FIRST_ROW}:${letters}${last})` };
  };
  const figuresOf = (name: string) =>
    results.filter(({ regions: own }) =>
      own.some(({ region, actual }) => region === name && actual !== null),
    ).length;
  const whole = results.filter(({ actual }) => actual !== null).length;
  return [
    { value: say(reportMessages.regionReported), style: 'totalText', span: FIRST_REGION - 2 },
    countIn(FIRST_REGION - 1, whole),
    ...regions.map((name, index) => countIn(FIRST_REGION + index, figuresOf(name))),
  ];
}
