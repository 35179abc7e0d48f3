import type { Plan } from '../../plan/schema';
import { parseAddress } from '../../sheet/address';
import type { WorkbookGrid } from '../../sheet/grid';
import type {
  FieldId,
  IndicatorColumn,
  ItemColumn,
  PlanColumn,
  QuoteColumn,
  RuleColumn,
  SettingColumn,
} from './columns';
import type { PlanListFinding } from './finding';
import type { RecordReader } from './record-reader';

/**
 * The plan as far as it can be read, stand-ins where it cannot, and the readers of its records in the
 * plan's own order.
 */
export interface PlanDraft {
  readonly plan: Plan;
  readonly fields: RecordReader<FieldId>;
  readonly organisations: readonly RecordReader<PlanColumn>[];
  readonly regions: readonly RecordReader<PlanColumn>[];
  readonly indicators: readonly RecordReader<IndicatorColumn>[];
  /** The readers of each indicator's quotes, its own row first; parallel to `quotes` of the plan. */
  readonly quotes: readonly (readonly RecordReader<'quote' | 'quoteStart'>[])[];
  readonly moreQuotes: readonly RecordReader<QuoteColumn>[];
  readonly items: readonly RecordReader<ItemColumn>[];
  readonly rules: readonly RecordReader<RuleColumn>[];
  readonly settings: readonly RecordReader<SettingColumn>[];
}

/** By sheet as the workbook has them, then by row and column. */
export function inReadingOrder(
  findings: readonly PlanListFinding[],
  grid: WorkbookGrid,
): PlanListFinding[] {
  const sheets = grid.sheets.map(({ name }) => name);
  const placed = findings.map((finding) => ({
    finding,
    sheet: sheets.indexOf(finding.sheet),
    at: parseAddress(finding.cell) ?? { row: 0, column: 0 },
  }));
  placed.sort(
    (left, right) =>
      left.sheet - right.sheet || left.at.row - right.at.row || left.at.column - right.at.column,
  );
  return placed.map(({ finding }) => finding);
}
