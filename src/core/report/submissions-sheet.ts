import type { SetAside, WorkbookState } from '../consolidation/consolidation';
import { decisionKinds, signatureOf, standings } from '../consolidation/decision-messages';
import type { DecisionRecord } from '../consolidation/decisions';
import { fill } from '../plan/text';
import { quote } from '../rule/excel-formula';
import { formatAddress, formatRange } from '../sheet/address';
import type { ConditionalFormatDescription, SheetDescription } from '../sheet/description';
import { SheetBuilder } from '../template/sheet-builder';
import { columnNumber, submissionColumns } from './column-labels';
import { chinaTime, hasRegions, type ReportContext } from './context';
import { reportMessages, workbookStates } from './messages';
import { FIRST_ROW } from './places';
import {
  centre,
  columnsOf,
  tableSheet,
  text,
  type TableBlock,
  type TableCell,
  type Widths,
} from './table-sheet';
import { COUNT_FORMAT } from './tally';

const WIDTHS: Widths<typeof submissionColumns> = {
  sequence: 6,
  organisation: 22,
  region: 13,
  blank: [30, 44],
  state: 13,
  file: [30, 44],
  savedAt: 20,
  late: 10,
  errors: 9,
  explanations: 9,
  decision: [30, 44],
};

/** 报送情况: what became of each workbook sent out, then the files that do not count. */
export function submissionsSheet(context: ReportContext): SheetDescription {
  const { consolidation, say } = context;
  const { workbooks, setAside, decisions } = consolidation;
  const builder = new SheetBuilder(context.styles);
  const head = (value: string, span = 1): TableCell => ({ value, style: 'head', span });
  return tableSheet(
    {
      id: 'submissions',
      note: say(reportMessages.submissionsNote),
      columns: columnsOf(submissionColumns, WIDTHS, context, hiddenColumns(context)),
      rows: workbooks.map((workbook, index) => workbookRow(workbook, index + 1, builder, context)),
      empty: say(reportMessages.noSubmissions),
      blocks: [
        {
          title: say(reportMessages.setAsideTitle),
          head: [
            head(say(submissionColumns.sequence)),
            head(say(reportMessages.setAsideFile), FILE_SPAN),
            head(say(reportMessages.setAsideReason), REASON_SPAN),
          ],
          rows: setAside.map((file, index) => setAsideRow(file, index + 1, context)),
          empty: say(reportMessages.noSetAside),
        },
        ...(decisions.length > 0 ? [decisionsBlock(context)] : []),
      ],
      freezeColumns: columnNumber(submissionColumns, 'organisation'),
      conditionalFormats: [stateFormats(context)],
    },
    builder,
    context,
  );
}

function hiddenColumns(context: ReportContext): (keyof typeof submissionColumns)[] {
  const { workbooks } = context.consolidation;
  return [
    ...(hasRegions(context) ? [] : (['region'] as const)),
    ...(workbooks.some(({ decision }) => decision) ? [] : (['decision'] as const)),
  ];
}

/** Columns that a file set aside and its reason take. */
const FILE_SPAN = 2;
const REASON_SPAN = Object.keys(submissionColumns).length - 1 - FILE_SPAN;

/** What is missing in the colours of an error, what is to be corrected in those of an explanation owed. */
function stateFormats(context: ReportContext): ConditionalFormatDescription {
  const { consolidation, form, say } = context;
  const { error, explain } = form.severities;
  const colours = { missing: error, received: explain, accepted: form.statuses.achieved };
  const column = columnNumber(submissionColumns, 'state');
  const last = FIRST_ROW + consolidation.workbooks.length - 1;
  return {
    range: formatRange(FIRST_ROW, column, last, column),
    rules: (['missing', 'received', 'accepted'] as const).map((state) => ({
      type: 'formula',
      formula: `$${formatAddress(FIRST_ROW, column)}=${quote(say(workbookStates[state]))}`,
      fill: colours[state].fill,
      fontColour: colours[state].font,
    })),
  };
}

function workbookRow(
  workbook: WorkbookState,
  sequence: number,
  builder: SheetBuilder,
  { say }: ReportContext,
): TableCell[] {
  const { issued, state, file, savedAt, isLate } = workbook;
  const count = builder.variant('count', { numberFormat: COUNT_FORMAT });
  const isMissing = state === 'missing';
  const cells: Record<keyof typeof submissionColumns, TableCell> = {
    sequence: centre(sequence),
    organisation: text(issued.organisation),
    region: centre(issued.region),
    blank: text(issued.file),
    state: centre(say(workbookStates[state])),
    file: text(file),
    savedAt: centre(savedAt === null ? null : chinaTime(savedAt)),
    late: centre(isMissing ? null : say(isLate ? reportMessages.yes : reportMessages.no)),
    errors: { value: isMissing ? null : workbook.errors, style: count },
    explanations: { value: isMissing ? null : workbook.explanationsOwed, style: count },
    decision: text(acceptanceOf(workbook, say)),
  };
  return Object.values(cells);
}

function acceptanceOf({ decision, confirmed }: WorkbookState, say: ReportContext['say']) {
  if (!decision) return null;
  const fillings = { count: confirmed, why: decision.why, signature: signatureOf(decision) };
  return say(fill(reportMessages.acceptedBy, fillings));
}

/** Columns that a decision's file takes, and those left for who decided. */
const DECIDED_FILE_SPAN = 2;
const DECIDED_BY_SPAN = Object.keys(submissionColumns).length - 5 - DECIDED_FILE_SPAN;

/** Every decision ever recorded, with what has become of it. */
function decisionsBlock({ consolidation, say }: ReportContext): TableBlock {
  const { decisions } = consolidation;
  const head = (value: string, span = 1): TableCell => ({ value, style: 'head', span });
  return {
    title: say(reportMessages.decisionsTitle),
    head: [
      head(say(submissionColumns.sequence)),
      head(say(reportMessages.setAsideFile), DECIDED_FILE_SPAN),
      head(say(reportMessages.decisionWhy)),
      head(say(reportMessages.decisionKind)),
      head(say(reportMessages.decisionStanding)),
      head(say(reportMessages.decisionTime)),
      head(say(reportMessages.decisionBy), DECIDED_BY_SPAN),
    ],
    rows: decisions.map((decision, index) => decisionRow(decision, index + 1, say)),
    empty: say(reportMessages.noDecisions),
  };
}

function decisionRow(
  { file, decision, why, at, by, standing }: DecisionRecord,
  sequence: number,
  say: ReportContext['say'],
): TableCell[] {
  return [
    centre(sequence),
    { ...text(file), span: DECIDED_FILE_SPAN },
    text(why),
    centre(say(decisionKinds[decision])),
    text(say(standings[standing])),
    centre(chinaTime(at)),
    { ...centre(by), span: DECIDED_BY_SPAN },
  ];
}

function setAsideRow(
  { file, reason }: SetAside,
  sequence: number,
  { say }: ReportContext,
): TableCell[] {
  return [
    centre(sequence),
    { ...text(file), span: FILE_SPAN },
    { ...text(say(reason)), span: REASON_SPAN },
  ];
}
