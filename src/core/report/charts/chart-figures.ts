import { SheetBuilder } from '../../template/sheet-builder';
import type { ReportContext } from '../context';
import type { ChartTable, Drawn, TableFrame } from './chart-table';
import { organisationsTable, regionsTable } from './reporters';
import { scheduleTable } from './schedule';
import { sectionsTable } from './sections';
import { trendTable } from './trend';

/** The tables behind the charts, laid out one below the other, and why any chart is left out. */
export interface ChartFigures {
  readonly tables: readonly ChartTable[];
  readonly omitted: readonly string[];
}

/** The row of the first table's title; a table's heads follow its title and its note. */
export const FIRST_TABLE_ROW = 4;
/** Rows between the title of a table and its heads. */
export const ROWS_ABOVE_HEADS = 2;
/** An empty row parts two tables. */
const ROWS_BETWEEN = 1;

type Builder = (frame: TableFrame) => Drawn | null;

/** In the order in which the charts stand on the overview. */
const BUILDERS: readonly Builder[] = [
  sectionsTable,
  organisationsTable,
  regionsTable,
  scheduleTable,
  trendTable,
];

/** Decides which charts there are, and lays out their figures. */
export function chartFigures(context: ReportContext): ChartFigures {
  const builder = new SheetBuilder(context.styles);
  const tables: ChartTable[] = [];
  const omitted: string[] = [];
  let row = FIRST_TABLE_ROW;
  for (const build of BUILDERS) {
    const drawn = build({ builder, context, headRow: row + ROWS_ABOVE_HEADS });
    if (drawn?.is === 'omitted') omitted.push(drawn.why);
    if (drawn?.is !== 'table') continue;
    tables.push(drawn.table);
    row = drawn.table.headRow + drawn.table.lines.length + 1 + ROWS_BETWEEN;
  }
  return { tables, omitted };
}
