import type { IndicatorResult } from '../consolidation/consolidation';
import { periodLabel } from '../plan/period';
import { fill, type Text } from '../plan/text';
import { quote } from '../rule/excel-formula';
import { STATUSES } from '../rule/progress/subject';
import type { SheetDescription } from '../sheet/description';
import { SheetBuilder } from '../template/sheet-builder';
import { indicatorColumns, lettersOf, submissionColumns } from './column-labels';
import { chinaTime, linkTo, type ReportContext } from './context';
import { reporters, sectionGroups } from './groups';
import { reportMessages, sheetContents, sheetNames, workbookStates } from './messages';
import type { SheetId } from './report-design';
import { centre, putRow, text, type TableCell } from './table-sheet';
import { COUNT_FORMAT, SHARE_FORMAT, tallyCells, tallyLabels, tallyTotals } from './tally';
import { linesIn, rowHeight } from './text-size';

/** A margin, then number and name, then one column for each figure of a tally. */
const MARGIN = 1.5;
const SEQUENCE = 6;
const NAME = 32;
const FIGURE = 11;
const FIRST_COLUMN = 2;
const FIRST_FIGURE = 4;
const FIGURES = STATUSES.length + 3;
const LAST_COLUMN = FIRST_FIGURE + FIGURES - 1;

/** Puts one part of the sheet below another. */
interface Page {
  readonly builder: SheetBuilder;
  readonly context: ReportContext;
  readonly widths: readonly number[];
  row: number;
}

/**
 * 总览: head figures, what the other sheets hold, and status by section and by organisation.
 * The columns to the right of the tables stay free for charts over them.
 */
export function overviewSheet(
  context: ReportContext,
  contents: readonly { readonly id: Exclude<SheetId, 'overview'>; readonly count: number }[],
): SheetDescription {
  const { say, design } = context;
  const builder = new SheetBuilder(context.styles);
  const widths = [MARGIN, SEQUENCE, NAME, ...Array<number>(FIGURES).fill(FIGURE)];
  builder.columns.push(...widths.map((width) => ({ width })));
  const page: Page = { builder, context, widths, row: 1 };
  putHead(page);
  putTitle(page, reportMessages.headFigures);
  putIndicatorFigures(page);
  putSubmissionFigures(page);
  putTitle(page, reportMessages.contents);
  putContents(page, contents);
  putTitle(page, reportMessages.bySection);
  putSections(page);
  putTitle(page, reportMessages.byOrganisation);
  putOrganisations(page);
  putFootnote(page);
  return {
    name: say(sheetNames.overview),
    state: 'visible',
    tabColour: design.tabs.overview,
    columns: builder.columns,
    rows: builder.rows,
    cells: builder.sorted(),
    merges: builder.merges,
    validations: [],
    conditionalFormats: [],
    print: {
      paper: 'A4',
      landscape: true,
      fitToWidth: 1,
      footer: `&C${say(reportMessages.pageFooter)}`,
      centred: true,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4 },
    },
    showGridLines: false,
  };
}

/** The titles of the plans, or the first one and how many there are. */
export function plansTitle({
  consolidation: { plans },
}: Pick<ReportContext, 'consolidation'>): Text {
  const first = fill(reportMessages.plan, { title: plans[0]!.title });
  return plans.length === 1
    ? first
    : fill(reportMessages.plansAndMore, { first, count: plans.length });
}

function putHead(page: Page): void {
  const { consolidation, say, createdAt } = page.context;
  const { plans, period, due } = consolidation;
  const plansHere = plansTitle(page.context);
  putLine(page, say(fill(reportMessages.title, { plans: plansHere })), 'coverTitle');
  const made = chinaTime(createdAt);
  putLine(
    page,
    say(fill(reportMessages.cover, { period: periodLabel(period), due, made })),
    'coverNote',
  );
  if (plans.length === 1) return;
  const titles = plans.map(({ title }) => say(fill(reportMessages.plan, { title })));
  putLine(
    page,
    say(fill(reportMessages.plansCovered, { plans: titles.join(say(reportMessages.separator)) })),
    'coverNote',
  );
}

function putTitle(page: Page, title: Text): void {
  const { builder, context } = page;
  builder.put(page.row, FIRST_COLUMN, context.say(title), 'blockTitle');
  builder.rows.set(page.row, { height: 32 });
  page.row++;
}

function putFootnote(page: Page): void {
  const { context } = page;
  const near = Math.round(context.consolidation.nearSchedule * 100);
  page.builder.rows.set(page.row++, { height: 8 });
  putLine(page, context.say(fill(reportMessages.statusNote, { near })), 'footnote');
}

/** A text over the whole width. */
function putLine(page: Page, value: string, style: 'coverTitle' | 'coverNote' | 'footnote'): void {
  const { builder, widths, context, row } = page;
  builder.merge({ row, column: FIRST_COLUMN }, { row, column: LAST_COLUMN }, value, style);
  const size = context.styles.get(style)?.font?.size ?? 10;
  const width = widths.slice(FIRST_COLUMN - 1).reduce((sum, each) => sum + each, 0);
  builder.rows.set(row, { height: rowHeight(linesIn(value, width, size), size) + 4 });
  page.row++;
}

function put(page: Page, cells: readonly TableCell[]): void {
  putRow(page.builder, page.context.styles, page.widths, page.row, cells, FIRST_COLUMN);
  page.row++;
}

/** 应报指标 and how many have each status, in the statuses' colours. */
function putIndicatorFigures(page: Page): void {
  const { builder, context } = page;
  const { consolidation, form } = context;
  putCardHeads(page, reportMessages.indicatorCard, tallyLabels(context));
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
    const { fill: paper, font: colour } = form.statuses[status];
    const { font } = context.styles.get(cell.style)!;
    return {
      ...cell,
      style: builder.variant(cell.style, { fill: paper, font: { ...font, colour } }),
    };
  });
  putCards(page, cells);
}

/** What was sent out and what came back, over 报送情况. */
function putSubmissionFigures(page: Page): void {
  const { builder, context } = page;
  const { consolidation, places, say } = context;
  const { workbooks, receivedCount, setAside } = consolidation;
  const column = (id: keyof typeof submissionColumns) =>
    places.column('submissions', lettersOf(submissionColumns, id));
  const count = builder.variant('cardNumber', { numberFormat: COUNT_FORMAT });
  const share = builder.variant('cardNumber', { numberFormat: SHARE_FORMAT });
  const states = column('state');
  const late = column('late');
  const counted = (value: number, range: string | null, wanted: string): TableCell =>
    range === null
      ? { value, style: count }
      : { value, style: count, formula: `COUNTIF(${range},${quote(wanted)})` };
  const inState = (state: keyof typeof workbookStates) =>
    counted(
      workbooks.filter((workbook) => workbook.state === state).length,
      states,
      say(workbookStates[state]),
    );
  const missing = inState('missing');
  const accepted = inState('accepted');
  const received = workbooks.filter(({ state }) => state !== 'missing');
  const lateCount = received.filter(({ isLate }) => isLate).length;
  const issuedFormula = states === null ? {} : { formula: `ROWS(${states})` };
  putCardHeads(page, reportMessages.submissionCard, [
    say(reportMessages.issued),
    say(reportMessages.received),
    say(reportMessages.accepted),
    say(reportMessages.toCorrect),
    say(reportMessages.missing),
    say(reportMessages.late),
    say(reportMessages.files),
    say(reportMessages.setAside),
    say(reportMessages.acceptedShare),
  ]);
  putCards(page, [
    { value: workbooks.length, style: count, ...issuedFormula },
    counted(received.length, states, `<>${say(workbookStates.missing)}`),
    accepted,
    inState('received'),
    missing,
    counted(lateCount, late, say(reportMessages.yes)),
    { value: receivedCount, style: count },
    { value: setAside.length, style: count },
    acceptedShare(Number(accepted.value), page.row, workbooks.length, share),
  ]);
}

function acceptedShare(accepted: number, row: number, issued: number, style: string): TableCell {
  const value = issued === 0 ? '' : accepted / issued;
  return { value, style, formula: `IF(D${row}=0,"",F${row}/D${row})` };
}

function putCardHeads(page: Page, label: Text, heads: readonly string[]): void {
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
  builder.rows.set(row, { height: 26 });
  page.row++;
}

function putCards(page: Page, cells: readonly TableCell[]): void {
  cells.forEach(({ value, style, formula }, index) => {
    const extra = formula === undefined ? {} : { formula };
    page.builder.put(page.row, FIRST_FIGURE + index, value, style, extra);
  });
  page.builder.rows.set(page.row, { height: 36 });
  page.row++;
}

function putContents(page: Page, contents: Parameters<typeof overviewSheet>[1]): void {
  const { context } = page;
  const { say } = context;
  put(page, [
    { value: null, style: 'head' },
    { value: say(reportMessages.sheet), style: 'head' },
    { value: say(reportMessages.content), style: 'head', span: FIGURES },
  ]);
  contents.forEach(({ id, count }, index) => {
    put(page, [
      centre(index + 1),
      text(say(sheetNames[id]), linkTo(context, id, 1)),
      { ...text(say(fill(sheetContents[id], { count }))), span: FIGURES },
    ]);
  });
}

function putSections(page: Page): void {
  const { context } = page;
  const { consolidation, say } = context;
  const { indicators, plans } = consolidation;
  const groups = sectionGroups(indicators);
  putTable(
    page,
    reportMessages.section,
    groups.map(({ plan, headings, results }) => {
      const name = headings.length > 0 ? headings.join(' / ') : say(reportMessages.noSection);
      const label = plans.length > 1 ? plan.title + say(reportMessages.colon) + name : name;
      return { label, results };
    }),
    // the groups' numbers stand in the rows' first column
    (row) => ({ column: 'group', equals: `$B${row}` }),
  );
}

function putOrganisations(page: Page): void {
  const { indicators } = page.context.consolidation;
  putTable(
    page,
    indicatorColumns.organisation,
    reporters(indicators).map((label) => {
      return { label, results: indicators.filter(({ reporter }) => reporter === label) };
    }),
    (row) => ({ column: 'organisation', equals: `$C${row}` }),
  );
}

function putTable(
  page: Page,
  name: Text,
  lines: readonly { readonly label: string; readonly results: readonly IndicatorResult[] }[],
  criterion: (row: number) => Parameters<typeof tallyCells>[1],
): void {
  const { builder, context } = page;
  const { say, consolidation } = context;
  const heads = [say(indicatorColumns.sequence), say(name), ...tallyLabels(context)];
  put(
    page,
    heads.map((value) => ({ value, style: 'head' })),
  );
  const from = page.row;
  lines.forEach(({ label, results }, index) => {
    const place = { row: page.row, firstColumn: FIRST_FIGURE };
    put(page, [
      centre(index + 1),
      text(label),
      ...tallyCells(results, criterion(page.row), place, builder, context),
    ]);
  });
  if (lines.length === 0) return;
  const place = { row: page.row, firstColumn: FIRST_FIGURE, from };
  put(page, [
    { value: null, style: 'totalText' },
    { value: say(reportMessages.total), style: 'totalText' },
    ...tallyTotals(consolidation.indicators, place, builder),
  ]);
}
