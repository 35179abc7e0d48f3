import { periodLabel } from '../plan/period';
import { fill } from '../plan/text';
import { formatRange } from '../sheet/address';
import type { SheetDescription } from '../sheet/description';
import { SheetBuilder } from '../template/sheet-builder';
import type { ChartFigures } from './charts/chart-figures';
import { chinaTime, plansTitle, type ReportContext } from './context';
import { reportMessages, sheetNames } from './messages';
import { putCharts } from './overview-charts';
import { putIndicatorFigures, putSubmissionFigures } from './overview-cards';
import { LAST_COLUMN, OverviewPage } from './overview-page';
import {
  contentsHeight,
  putContents,
  putLinks,
  putOrganisations,
  putSections,
  type ContentsLine,
} from './overview-tables';
import { printOn } from './table-sheet';

/** Points of a table's heads and first lines, which stand on the page of its title. */
const TABLE_START = 110;

/** 总览: head figures, charts, what the other sheets hold, and status by section and by organisation. */
export function overviewSheet(
  context: ReportContext,
  contents: readonly ContentsLine[],
  figures: ChartFigures,
): SheetDescription {
  const { say, design } = context;
  const builder = new SheetBuilder(context.styles);
  const page = new OverviewPage(builder, context);
  putHead(page);
  putLinks(page, contents);
  page.title(reportMessages.headFigures);
  putIndicatorFigures(page);
  putSubmissionFigures(page);
  const charts = putCharts(page, figures);
  page.title(reportMessages.contents, contentsHeight(contents));
  putContents(page, contents);
  page.title(reportMessages.bySection, TABLE_START);
  putSections(page);
  page.title(reportMessages.byOrganisation, TABLE_START);
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
    conditionalFormats: page.conditionalFormats,
    print: {
      ...printOn(context),
      area: formatRange(1, 1, page.row - 1, LAST_COLUMN + 1),
      breaks: page.breaks,
    },
    charts,
    showGridLines: false,
  };
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
