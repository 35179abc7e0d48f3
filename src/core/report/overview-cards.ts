import { quote } from '../rule/excel-formula';
import { STATUSES } from '../rule/progress/subject';
import { formatAddress } from '../sheet/address';
import { lettersOf, submissionColumns } from './column-labels';
import { reportMessages, workbookStates } from './messages';
import { FIRST_COLUMN, FIRST_FIGURE, type OverviewPage } from './overview-page';
import type { TableCell } from './table-sheet';
import { COUNT_FORMAT, SHARE_FORMAT, tallyCells, tallyLabels } from './tally';
import type { Text } from '../plan/text';

const HEAD_HEIGHT = 26;
const FIGURE_HEIGHT = 36;

/** 应报指标 and how many have each status, in the statuses' colours. */
export function putIndicatorFigures(page: OverviewPage): void {
  const { builder, context } = page;
  const { consolidation, form } = context;
  putHeads(page, reportMessages.indicatorCard, tallyLabels(context));
  const place = { row: page.row, firstColumn: FIRST_FIGURE };
  const cells = tallyCells(
    consolidation.indicators,
    null,
    place,
    builder,
    context,
    'cardNumber',
  ).map((cell, index) => {
    const status = STATUSES[index - 1];
    if (!status) return cell;
    const { fill, font: colour } = form.statuses[status];
    const { font } = context.styles.get(cell.style)!;
    return { ...cell, style: builder.variant(cell.style, { fill, font: { ...font, colour } }) };
  });
  putFigures(page, cells);
}

/** What was sent out and what came back, over 报送情况. */
export function putSubmissionFigures(page: OverviewPage): void {
  const { consolidation, say } = page.context;
  putHeads(
    page,
    reportMessages.submissionCard,
    [
      reportMessages.issued,
      reportMessages.received,
      workbookStates.accepted,
      workbookStates.received,
      workbookStates.missing,
      reportMessages.late,
      reportMessages.files,
      reportMessages.setAside,
      reportMessages.acceptedShare,
    ].map(say),
  );
  const count = page.builder.variant('cardNumber', { numberFormat: COUNT_FORMAT });
  putFigures(page, [
    ...workbookCells(page, count),
    { value: consolidation.receivedCount, style: count },
    { value: consolidation.setAside.length, style: count },
    acceptedShare(page),
  ]);
}

/** 下发, 已交, 通过, 待修改说明, 未交 and 逾期. */
function workbookCells({ context }: OverviewPage, style: string): TableCell[] {
  const { consolidation, places, say } = context;
  const { workbooks } = consolidation;
  const column = (id: keyof typeof submissionColumns) =>
    places.column('submissions', lettersOf(submissionColumns, id));
  const states = column('state');
  const cell = (value: number, formula: string | null): TableCell =>
    formula === null ? { value, style } : { value, style, formula };
  const counted = (value: number, range: string | null, wanted: string) =>
    cell(value, range === null ? null : `COUNTIF(${range},${quote(wanted)})`);
  const inState = (state: keyof typeof workbookStates) => {
    const { length } = workbooks.filter((workbook) => workbook.state === state);
    return counted(length, states, say(workbookStates[state]));
  };
  const received = workbooks.filter(({ state }) => state !== 'missing');
  const late = received.filter(({ isLate }) => isLate);
  return [
    cell(workbooks.length, states === null ? null : `ROWS(${states})`),
    counted(received.length, states, `<>${say(workbookStates.missing)}`),
    inState('accepted'),
    inState('received'),
    inState('missing'),
    counted(late.length, column('late'), say(reportMessages.yes)),
  ];
}

/** 通过 ÷ 下发, which stand in the same row. */
function acceptedShare({ row, builder, context }: OverviewPage): TableCell {
  const { workbooks } = context.consolidation;
  const accepted = workbooks.filter(({ state }) => state === 'accepted').length;
  const issuedAt = formatAddress(row, FIRST_FIGURE);
  const acceptedAt = formatAddress(row, FIRST_FIGURE + 2);
  return {
    value: workbooks.length === 0 ? '' : accepted / workbooks.length,
    style: builder.variant('cardNumber', { numberFormat: SHARE_FORMAT }),
    formula: `IF(${issuedAt}=0,"",${acceptedAt}/${issuedAt})`,
  };
}

function putHeads(page: OverviewPage, label: Text, heads: readonly string[]): void {
  const { builder, context, row } = page;
  builder.merge(
    { row, column: FIRST_COLUMN },
    { row: row + 1, column: FIRST_FIGURE - 1 },
    context.say(label),
    'cardLabel',
  );
  heads.forEach((head, index) => {
    builder.put(row, FIRST_FIGURE + index, head, 'cardHead');
  });
  builder.rows.set(page.row++, { height: HEAD_HEIGHT });
}

function putFigures(page: OverviewPage, cells: readonly TableCell[]): void {
  cells.forEach(({ value, style, formula }, index) => {
    const extra = formula === undefined ? {} : { formula };
    page.builder.put(page.row, FIRST_FIGURE + index, value, style, extra);
  });
  page.builder.rows.set(page.row++, { height: FIGURE_HEIGHT });
}
