import type { Consolidation } from '../consolidation/consolidation';
import { formatPeriod } from '../plan/period';
import { fill, type Text } from '../plan/text';
import type { CellStyle, SheetDescription, WorkbookDescription } from '../sheet/description';
import { changesOf } from './changes-note';
import { changesSheet } from './changes-sheet';
import { chartFigures, type ChartFigures } from './charts/chart-figures';
import { chartDataSheet } from './charts/data-sheet';
import { plansTitle, type ReportContext, type ReportOptions } from './context';
import { dataSheet } from './data-sheet';
import { exceptionsOf } from './exceptions';
import { exceptionsSheet } from './exceptions-sheet';
import { findingsSheet } from './findings-sheet';
import { indicatorsSheet } from './indicators-sheet';
import { reportMessages } from './messages';
import { organisationsOf, organisationsSheet } from './organisations-sheet';
import { overviewSheet } from './overview-sheet';
import { placesOf } from './places';
import { regionalResults, regionsSheet } from './regions-sheet';
import { regionalSheet } from './regional-sheet';
import type { SheetId } from './report-design';
import { submissionsSheet } from './submissions-sheet';

export type { ReportOptions } from './context';

/** One sheet after the overview: what it lists, how many lines of it there are, and how it is built. */
interface Chapter {
  readonly id: Exclude<SheetId, 'overview'>;
  readonly count: number;
  readonly build: (context: ReportContext) => SheetDescription;
}

/** The consolidated workbook (汇总表): the overview, then each matter on its own sheet, down to the single figure. */
export function consolidatedWorkbook(
  consolidation: Consolidation,
  options: ReportOptions,
): WorkbookDescription {
  const { design, language, createdAt, product } = options;
  const styles = new Map<string, CellStyle>(Object.entries(design.styles) as [string, CellStyle][]);
  const context: ReportContext = {
    ...options,
    consolidation,
    styles,
    places: placesOf(consolidation, language),
    say: (text: Text) => text[language],
  };
  const figures = chartFigures(context);
  const chapters = chaptersOf(context, figures);
  const sheets = [
    overviewSheet(context, chapters, figures),
    ...chapters.map(({ build }) => build(context)),
    ...(options.asRegion ? [regionalSheet(options.asRegion, context)] : []),
  ];
  const title = context.say(fill(reportMessages.title, { plans: plansTitle(context) }));
  return {
    title: `${title} ${formatPeriod(consolidation.period)}`,
    creator: product,
    createdAt,
    styles: Object.fromEntries(styles),
    sheets,
    names: [],
  };
}

function chaptersOf(context: ReportContext, figures: ChartFigures): Chapter[] {
  const { indicators, workbooks, findings, facts } = context.consolidation;
  const regional = regionalResults(context).length;
  const regions: Chapter = { id: 'regions', count: regional, build: regionsSheet };
  return [
    { id: 'exceptions', count: exceptionsOf(context.consolidation).length, build: exceptionsSheet },
    { id: 'indicators', count: indicators.length, build: indicatorsSheet },
    { id: 'organisations', count: organisationsOf(context).length, build: organisationsSheet },
    ...(regional > 0 ? [regions] : []),
    { id: 'submissions', count: workbooks.length, build: submissionsSheet },
    { id: 'findings', count: findings.length, build: findingsSheet },
    { id: 'changes', count: changesOf(context)?.indicators.length ?? 0, build: changesSheet },
    { id: 'data', count: facts.length, build: dataSheet },
    {
      id: 'charts',
      count: figures.tables.length,
      build: () => chartDataSheet(figures, context),
    },
  ];
}
