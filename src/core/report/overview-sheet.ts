import { periodLabel } from '../plan/period';
import { fill, type Text } from '../plan/text';
import type { SheetDescription } from '../sheet/description';
import { SheetBuilder } from '../template/sheet-builder';
import { chinaTime, type ReportContext } from './context';
import { reportMessages, sheetNames } from './messages';
import { putIndicatorFigures, putSubmissionFigures } from './overview-cards';
import { OverviewPage } from './overview-page';
import { putContents, putOrganisations, putSections, type ContentsLine } from './overview-tables';
import { printOn } from './table-sheet';

/**
 * 总览: head figures, what the other sheets hold, and status by section and by organisation.
 * The columns to the right of the tables stay free for charts over them.
 */
export function overviewSheet(
  context: ReportContext,
  contents: readonly ContentsLine[],
): SheetDescription {
  const { say, design } = context;
  const builder = new SheetBuilder(context.styles);
  const page = new OverviewPage(builder, context);
  putHead(page);
  page.title(reportMessages.headFigures);
  putIndicatorFigures(page);
  putSubmissionFigures(page);
  page.title(reportMessages.contents);
  putContents(page, contents);
  page.title(reportMessages.bySection);
  putSections(page);
  page.title(reportMessages.byOrganisation);
  putOrganisations(page);
  page.space(8);
  const near = Math.round(context.consolidation.nearSchedule * 100);
  page.line(say(fill(reportMessages.statusNote, { near })), 'footnote');
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
    print: { ...printOn(context), centred: true },
    showGridLines: false,
  };
}

/** The title of the plan, or of the first one and how many there are. */
export function plansTitle({
  consolidation: { plans },
}: Pick<ReportContext, 'consolidation'>): Text {
  const first = fill(reportMessages.plan, { title: plans[0]!.title });
  return plans.length === 1
    ? first
    : fill(reportMessages.plansAndMore, { first, count: plans.length });
}

function putHead(page: OverviewPage): void {
  const { consolidation, say, createdAt } = page.context;
  const { plans, due } = consolidation;
  const period = periodLabel(consolidation.period);
  const made = chinaTime(createdAt);
  page.line(say(fill(reportMessages.title, { plans: plansTitle(page.context) })), 'coverTitle');
  page.line(say(fill(reportMessages.cover, { period, due, made })), 'coverNote');
  if (plans.length === 1) return;
  const titles = plans.map(({ title }) => say(fill(reportMessages.plan, { title })));
  const covered = titles.join(say(reportMessages.separator));
  page.line(say(fill(reportMessages.plansCovered, { plans: covered })), 'coverNote');
}
