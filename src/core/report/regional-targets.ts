import type { IndicatorResult, RegionResult } from '../consolidation/consolidation';
import type { Status } from '../rule/progress/subject';
import { yardstick } from '../rule/progress/yardstick';
import { columnLetters } from '../sheet/address';
import type { SheetBuilder } from '../template/sheet-builder';
import { subjectOf } from '../template/entry';
import { regionColumns } from './column-labels';
import type { ReportContext } from './context';
import { figureCell, workedOutCell } from './figures';
import { reportMessages } from './messages';
import { FIRST_ROW } from './places';
import { completionFormula } from './progress-formulas';
import { centre, text, type TableBlock, type TableCell } from './table-sheet';
import { SHARE_FORMAT } from './tally';

const FIRST_REGION = Object.keys(regionColumns).length + 1;
/** 分解目标, 序时目标, 完成率, 状态. */
const ROWS_OF_ONE = 4;

/** Where the block stands on its sheet, and which regions its columns are. */
interface Place {
  readonly results: readonly IndicatorResult[];
  readonly regions: readonly string[];
  /** Number of the block's first row of figures. */
  readonly firstRow: number;
}

/**
 * 分解目标完成情况: for each indicator whose target the plan shares out, what each region was given, what
 * its schedule asks by now, how far it is and how that is judged; null where no plan shares any out.
 */
export function allocationsBlock(
  { results, regions, firstRow }: Place,
  builder: SheetBuilder,
  context: ReportContext,
): TableBlock | null {
  const { say } = context;
  const shared = results.filter(({ regions: own }) => own.some(({ progress }) => progress));
  if (shared.length === 0) return null;
  const head = (value: string): TableCell => ({ value, style: 'head' });
  return {
    title: say(reportMessages.allocations),
    head: [
      ...Object.entries(regionColumns).map(([id, label]) =>
        head(say(id === 'target' ? reportMessages.allocationItem : label)),
      ),
      ...regions.map(head),
    ],
    rows: shared.flatMap((result, index) => {
      const row = firstRow + index * ROWS_OF_ONE;
      const actualRow = FIRST_ROW + results.indexOf(result);
      return linesOf(result, { row, actualRow, sequence: index + 1, regions }, builder, context);
    }),
    empty: '',
  };
}

interface LinePlace {
  readonly row: number;
  /** The indicator's row in the matrix above. */
  readonly actualRow: number;
  readonly sequence: number;
  readonly regions: readonly string[];
}

function linesOf(
  result: IndicatorResult,
  { row, actualRow, sequence, regions }: LinePlace,
  builder: SheetBuilder,
  context: ReportContext,
): TableCell[][] {
  const { say } = context;
  const { plan, indicator } = result;
  const { precision, measureUnit, allocations } = indicator;
  const given = (name: string) => allocations.find(({ region }) => region === name)?.value ?? null;
  const own = regions.map((name) => result.regions.find(({ region }) => region === name));
  const [first, last] = [FIRST_REGION, FIRST_REGION + regions.length - 1].map(columnLetters);
  const total = regions.reduce((sum, name) => sum + (given(name) ?? 0), 0);
  const isSummed = indicator.rollUp === 'sum';
  // named once; what follows belongs to it
  const named = [centre(sequence), text(plan.title), text(indicator.name), centre(measureUnit)];
  const unnamed = named.map(() => centre(null));
  const line = (label: string, whole: TableCell, cells: readonly TableCell[]): TableCell[] => [
    ...(label === say(reportMessages.allocated) ? named : unnamed),
    centre(label),
    whole,
    ...cells,
  ];
  const each = (cell: (region: RegionResult, column: string) => TableCell) =>
    own.map((region, index) =>
      region?.progress ? cell(region, columnLetters(FIRST_REGION + index)) : centre(null),
    );
  return [
    line(
      say(reportMessages.allocated),
      isSummed
        ? figureCell(builder, total, precision, { formula: `SUM(${first}${row}:${last}${row})` })
        : centre(null),
      each(({ region }) => figureCell(builder, given(region), precision)),
    ),
    line(
      say(reportMessages.scheduledOfRegion),
      centre(null),
      each(({ progress }) => workedOutCell(builder, progress!.scheduled, precision)),
    ),
    line(
      say(reportMessages.completionOfRegion),
      centre(null),
      each((region, column) =>
        completionCell(result, region, `${column}${actualRow}`, builder, context),
      ),
    ),
    line(
      say(reportMessages.statusOfRegion),
      centre(null),
      each(({ progress }) => statusCell(progress!.status, builder, context)),
    ),
  ];
}

/** 完成率 of the region against its share, over its figure in the matrix above. */
function completionCell(
  { plan, indicator }: IndicatorResult,
  { region, progress, actual }: RegionResult,
  address: string,
  builder: SheetBuilder,
  { consolidation: { period, nearSchedule } }: ReportContext,
): TableCell {
  const style = builder.variant('number', { numberFormat: SHARE_FORMAT });
  const subject = subjectOf(plan, indicator, region);
  if (actual === null || !subject) return { value: null, style };
  const cells = { actual: address, scheduled: '', completion: '' };
  const formula = completionFormula(yardstick(subject, period, { nearSchedule }), cells);
  const value = progress?.completion ?? null;
  return formula === null ? { value, style } : { value: value ?? '', style, formula };
}

function statusCell(
  status: Status,
  builder: SheetBuilder,
  { form, language, design, styles }: ReportContext,
): TableCell {
  const { label, fill, font } = form.statuses[status];
  const style = builder.variant('centre', {
    fill,
    font: { ...styles.get('centre')?.font, colour: font },
  });
  return { value: `${design.marks[status]} ${label[language]}`, style };
}
