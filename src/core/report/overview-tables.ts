import type { IndicatorResult } from '../consolidation/consolidation';
import { fill, type Text } from '../plan/text';
import { columnLetters, formatRange } from '../sheet/address';
import { indicatorColumns } from './column-labels';
import { linkTo } from './context';
import { reporters, sectionGroups } from './groups';
import { reportMessages, sheetContents, sheetNames } from './messages';
import {
  FIGURES,
  FIRST_COLUMN,
  FIRST_FIGURE,
  LAST_COLUMN,
  type OverviewPage,
} from './overview-page';
import type { SheetId } from './report-design';
import { centre, text } from './table-sheet';
import {
  shareBarFormats,
  tallyCells,
  tallyLabels,
  tallyTotals,
  textOf,
  type TallyCriterion,
} from './tally';

/** A sheet after the overview, and how many lines of its matter it holds. */
export interface ContentsLine {
  readonly id: Exclude<SheetId, 'overview'>;
  readonly count: number;
}

/** One line of links to the other sheets, at hand before anything else is read. */
export function putLinks(page: OverviewPage, contents: readonly ContentsLine[]): void {
  const { builder, context, row } = page;
  const { say } = context;
  const label = { row, column: FIRST_FIGURE - 1 };
  builder.merge({ row, column: FIRST_COLUMN }, label, say(reportMessages.goTo), 'cardHead');
  for (let index = 0; index < FIGURES; index++) {
    const line = contents[index];
    const link = line && linkTo(context, line.id, 1);
    const value = line ? say(sheetNames[line.id]) : null;
    builder.put(row, FIRST_FIGURE + index, value, 'contentsLink', link ? { link } : {});
  }
  page.space(LINKS_HEIGHT);
}

const LINKS_HEIGHT = 22;

/** Points that the list of sheets takes, about. */
export function contentsHeight(contents: readonly ContentsLine[]): number {
  return (contents.length + 1) * CONTENTS_LINE_HEIGHT;
}

const CONTENTS_LINE_HEIGHT = 21;

/** The list of the other sheets, with links. */
export function putContents(page: OverviewPage, contents: readonly ContentsLine[]): void {
  const { context } = page;
  const { say } = context;
  page.cells([
    { value: say(indicatorColumns.sequence), style: 'head' },
    { value: say(reportMessages.sheet), style: 'head' },
    { value: say(reportMessages.content), style: 'head', span: FIGURES },
  ]);
  contents.forEach(({ id, count }, index) => {
    page.cells([
      centre(index + 1),
      text(say(sheetNames[id]), linkTo(context, id, 1)),
      { ...text(say(fill(sheetContents[id], { count }))), span: FIGURES },
    ]);
  });
}

/** Status × the parts of the plans. */
export function putSections(page: OverviewPage): void {
  const { consolidation, say } = page.context;
  const { indicators, plans } = consolidation;
  const lines = sectionGroups(indicators).map(({ number, plan, headings, results }): Line => {
    const name = headings.length > 0 ? headings.join(' / ') : say(reportMessages.noSection);
    return { number, label: name, results, over: plans.length > 1 ? plan.title : null };
  });
  // formulas tell the groups by their numbers
  const number = columnLetters(FIRST_COLUMN);
  putTable(page, reportMessages.section, lines, (row) => ({
    column: 'group',
    equals: `$${number}${row}`,
  }));
}

/** Status and reporting × the organisations that report. */
export function putOrganisations(page: OverviewPage): void {
  const { indicators } = page.context.consolidation;
  const lines = reporters(indicators).map((label, index): Line => {
    const results = indicators.filter(({ reporter }) => reporter === label);
    return { number: index + 1, label, results, over: null };
  });
  const name = columnLetters(FIRST_COLUMN + 1);
  putTable(page, indicatorColumns.organisation, lines, (row) => ({
    column: 'organisation',
    equals: textOf(`$${name}${row}`),
  }));
}

interface Line {
  readonly number: number;
  readonly label: string;
  readonly results: readonly IndicatorResult[];
  /** A heading that the line stands under. */
  readonly over: string | null;
}

function putTable(
  page: OverviewPage,
  name: Text,
  lines: readonly Line[],
  criterion: (row: number) => TallyCriterion,
): void {
  const { builder, context } = page;
  const { say, consolidation } = context;
  const heads = [say(indicatorColumns.sequence), say(name), ...tallyLabels(context)];
  page.cells(heads.map((value) => ({ value, style: 'head' })));
  const from = page.row;
  let over: string | null = null;
  for (const line of lines) {
    if (line.over !== over)
      page.cells([{ value: line.over, style: 'totalText', span: FIGURES + 2 }]);
    over = line.over;
    const place = { row: page.row, firstColumn: FIRST_FIGURE };
    page.cells([
      centre(line.number),
      text(line.label),
      ...tallyCells(line.results, criterion(page.row), place, builder, context),
    ]);
  }
  if (lines.length === 0) return;
  const shares = formatRange(from, LAST_COLUMN, page.row - 1, LAST_COLUMN);
  page.conditionalFormats.push(shareBarFormats(shares, context));
  const place = { row: page.row, firstColumn: FIRST_FIGURE, from };
  page.cells([
    { value: null, style: 'totalText' },
    { value: say(reportMessages.total), style: 'totalText' },
    ...tallyTotals(consolidation.indicators, place, builder),
  ]);
}
