import type { WorkbookState } from '../consolidation/consolidation';
import { quote } from '../rule/excel-formula';
import { formatRange } from '../sheet/address';
import type { SheetDescription } from '../sheet/description';
import { SheetBuilder } from '../template/sheet-builder';
import { columnNumber, lettersOf, organisationColumns, submissionColumns } from './column-labels';
import type { ReportContext } from './context';
import { leaders, reporters } from './groups';
import { reportMessages, workbookStates } from './messages';
import { FIRST_ROW, secondBlockFirstRow } from './places';
import { centre, columnsOf, tableSheet, text, type TableCell, type Widths } from './table-sheet';
import {
  COUNT_FORMAT,
  shareBarFormats,
  TALLY_CELLS,
  tallyCells,
  tallyLabels,
  textOf,
} from './tally';

const WIDTHS: Widths<typeof organisationColumns> = {
  sequence: 6,
  organisation: 24,
  issued: 9,
  received: 8,
  late: 8,
  errors: 9,
  explanations: 9,
};
const TALLY_COLUMN_WIDTH = 9.5;
const COLUMN_COUNT = Object.keys(organisationColumns).length;
const ORGANISATION = lettersOf(organisationColumns, 'organisation');
/** Columns that the list of a leader's organisations takes. */
const UNITS_SPAN = COLUMN_COUNT - 2;

/** 牵头单位: reporting and progress by organisation, then by the leaders whom the plans name. */
export function organisationsSheet(context: ReportContext): SheetDescription {
  const { consolidation, say } = context;
  const builder = new SheetBuilder(context.styles);
  const organisations = organisationsOf(context);
  const labels = tallyLabels(context);
  const isLed = leaders(consolidation.indicators).length > 0;
  const blockRow = secondBlockFirstRow(organisations.length);
  const head = (value: string, span = 1): TableCell => ({ value, style: 'head', span });
  return tableSheet(
    {
      id: 'organisations',
      note: say(reportMessages.organisationsNote),
      columns: [
        ...columnsOf(organisationColumns, WIDTHS, context),
        ...labels.map((label) => ({ label, width: TALLY_COLUMN_WIDTH })),
      ],
      rows: organisations.map((organisation, index) =>
        organisationRow(organisation, FIRST_ROW + index, builder, context),
      ),
      empty: say(reportMessages.noOrganisations),
      blocks: isLed
        ? [
            {
              title: say(reportMessages.byLeader),
              head: [
                head(say(organisationColumns.sequence)),
                head(say(reportMessages.leader)),
                head(say(reportMessages.leadUnits), UNITS_SPAN),
                ...labels.map((label) => head(label)),
              ],
              rows: leaderRows(blockRow, builder, context),
              empty: '',
            },
          ]
        : [],
      freezeColumns: columnNumber(organisationColumns, 'organisation'),
      conditionalFormats: [shareBarFormats(reportingShares(organisations.length), context)],
    },
    builder,
    context,
  );
}

/** The column of 报送完成率, the last of the tallies. */
function reportingShares(rows: number): string {
  const column = COLUMN_COUNT + TALLY_CELLS;
  return formatRange(FIRST_ROW, column, FIRST_ROW + rows - 1, column);
}

/** Everybody who reports an indicator or got a workbook. */
export function organisationsOf({
  consolidation: { indicators, workbooks },
}: Pick<ReportContext, 'consolidation'>): string[] {
  const issuedTo = workbooks.map(({ issued }) => issued.organisation);
  return [...new Set([...reporters(indicators), ...issuedTo])];
}

function organisationRow(
  organisation: string,
  row: number,
  builder: SheetBuilder,
  context: ReportContext,
): TableCell[] {
  const { consolidation } = context;
  const own = consolidation.indicators.filter(({ reporter }) => reporter === organisation);
  const workbooks = consolidation.workbooks.filter(
    ({ issued }) => issued.organisation === organisation,
  );
  const criterion = { column: 'organisation', equals: textOf(`$${ORGANISATION}${row}`) } as const;
  const place = { row, firstColumn: COLUMN_COUNT + 1 };
  return [
    centre(row - FIRST_ROW + 1),
    text(organisation),
    ...workbookCells(workbooks, row, builder, context),
    ...tallyCells(own, criterion, place, builder, context),
  ];
}

/** 下发, 已交, 逾期, 须修改 and 需说明 over 报送情况. */
function workbookCells(
  workbooks: readonly WorkbookState[],
  row: number,
  builder: SheetBuilder,
  { places, say }: ReportContext,
): TableCell[] {
  const column = (id: keyof typeof submissionColumns) =>
    places.column('submissions', lettersOf(submissionColumns, id));
  const organisations = column('organisation');
  const mine =
    organisations === null ? null : `${organisations},${textOf(`$${ORGANISATION}${row}`)}`;
  const style = builder.variant('count', { numberFormat: COUNT_FORMAT });
  const cell = (value: number, formula: (mine: string) => string): TableCell =>
    mine === null ? { value, style } : { value, style, formula: formula(mine) };
  const sum = (id: 'errors' | 'explanations', value: number) =>
    cell(value, (picked) => `SUMIFS(${column(id) ?? ''},${picked})`);
  const total = (count: (workbook: WorkbookState) => number) =>
    workbooks.reduce((sumSoFar, workbook) => sumSoFar + count(workbook), 0);
  const isReceived = ({ state }: WorkbookState) => state !== 'missing';
  const missing = quote(`<>${say(workbookStates.missing)}`);
  const yes = quote(say(reportMessages.yes));
  return [
    cell(workbooks.length, (picked) => `COUNTIFS(${picked})`),
    cell(
      workbooks.filter(isReceived).length,
      (picked) => `COUNTIFS(${picked},${column('state') ?? ''},${missing})`,
    ),
    cell(
      workbooks.filter((workbook) => isReceived(workbook) && workbook.isLate).length,
      (picked) => `COUNTIFS(${picked},${column('late') ?? ''},${yes})`,
    ),
    sum(
      'errors',
      total((workbook) => (isReceived(workbook) ? workbook.errors : 0)),
    ),
    sum(
      'explanations',
      total((workbook) => (isReceived(workbook) ? workbook.explanationsOwed : 0)),
    ),
  ];
}

function leaderRows(
  firstRow: number,
  builder: SheetBuilder,
  context: ReportContext,
): TableCell[][] {
  const { consolidation, say } = context;
  const named: (string | null)[] = leaders(consolidation.indicators);
  const isAnyUnled = consolidation.indicators.some(({ indicator }) => indicator.leader === null);
  return [...named, ...(isAnyUnled ? [null] : [])].map((leader, index) => {
    const row = firstRow + index;
    const own = consolidation.indicators.filter(({ indicator }) => indicator.leader === leader);
    const criterion = { column: 'leader', equals: textOf(`$${ORGANISATION}${row}`) } as const;
    return [
      centre(index + 1),
      text(leader ?? say(reportMessages.noLeader)),
      { ...text(reporters(own).join(say(reportMessages.separator))), span: UNITS_SPAN },
      ...tallyCells(own, criterion, { row, firstColumn: COLUMN_COUNT + 1 }, builder, context),
    ];
  });
}
