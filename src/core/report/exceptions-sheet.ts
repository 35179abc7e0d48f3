import type { Fact, FiledFinding, IndicatorResult } from '../consolidation/consolidation';
import { fill, verbatim, type Text } from '../plan/text';
import { roundTo } from '../rule/rounding';
import { formatAddress, formatRange } from '../sheet/address';
import type { SheetDescription } from '../sheet/description';
import { SheetBuilder } from '../template/sheet-builder';
import { columnNumber, exceptionColumns, indicatorColumns } from './column-labels';
import { linkTo, reporterText, sourceText, type ReportContext } from './context';
import { exceptionsOf, type Exception } from './exceptions';
import { figureCell, milestoneLabel, targetWithUnit } from './figures';
import { findingSubject } from './findings-sheet';
import { exceptionCategories, reportMessages, sheetNames } from './messages';
import { FIRST_ROW } from './places';
import type { SheetId } from './report-design';
import { centre, columnsOf, tableSheet, text, type TableCell, type Widths } from './table-sheet';
import { SHARE_FORMAT, shareBarFormats, statusFormats, statusLabel } from './tally';

type Id = keyof typeof exceptionColumns;

const WIDTHS: Widths<typeof exceptionColumns> = {
  sequence: 5.5,
  category: 11,
  plan: 20,
  subject: 26,
  organisation: 15,
  target: 13,
  actual: 12,
  completion: 9.5,
  gap: 9.5,
  status: 10,
  problem: [46, 70],
  action: 20,
  source: 28,
  view: 10,
};
/** Indicators that a missing workbook, and a file's findings, name one by one. */
const MOST_NAMES = 8;
const MOST_SUBJECTS = 3;
/** Findings that are written out; the rest is on the sheet of the findings. */
const MOST_FINDINGS = 6;

/** 例外: what needs a person, most urgent first, with what to do and where to look. */
export function exceptionsSheet(context: ReportContext): SheetDescription {
  const { say, consolidation } = context;
  const builder = new SheetBuilder(context.styles);
  const exceptions = exceptionsOf(consolidation);
  const status = columnNumber(exceptionColumns, 'status');
  const rangeOf = (id: Id) => {
    const column = columnNumber(exceptionColumns, id);
    return formatRange(FIRST_ROW, column, FIRST_ROW + exceptions.length - 1, column);
  };
  return tableSheet(
    {
      id: 'exceptions',
      note: say(reportMessages.exceptionsNote),
      columns: columnsOf(
        exceptionColumns,
        WIDTHS,
        context,
        consolidation.plans.length > 1 ? [] : ['plan'],
      ),
      rows: exceptions.map((exception, index) => [
        centre(index + 1),
        ...exceptionCells(exception, builder, context),
      ]),
      empty: say(reportMessages.noExceptions),
      freezeColumns: columnNumber(exceptionColumns, 'subject'),
      conditionalFormats: [
        statusFormats(rangeOf('status'), `$${formatAddress(FIRST_ROW, status)}`, context),
        shareBarFormats(rangeOf('completion'), context),
      ],
    },
    builder,
    context,
  );
}

function exceptionCells(
  exception: Exception,
  builder: SheetBuilder,
  context: ReportContext,
): TableCell[] {
  const { say } = context;
  const result = 'result' in exception ? exception.result : null;
  const cells: Record<Exclude<Id, 'sequence'>, TableCell> = {
    category: centre(say(exceptionCategories[exception.category])),
    plan: text(planOf(exception)),
    subject: text(subjectOf(exception, context)),
    organisation: text(say(organisationOf(exception))),
    target: result ? targetWithUnit(result.indicator, context) : text(null),
    actual: result ? actualOf(result, builder, context) : text(null),
    completion: {
      value: result?.progress.completion ?? null,
      style: builder.variant('number', { numberFormat: SHARE_FORMAT }),
    },
    gap: {
      value: result?.progress.gap ?? null,
      style: builder.variant('number', { numberFormat: '0.0' }),
    },
    status: result ? statusCell(result, context) : centre(null),
    problem: text(problemOf(exception, context)),
    action: text(say(exception.action)),
    source: text(sourceOf(exception, context)),
    view: viewCell(exception, context),
  };
  return Object.keys(exceptionColumns)
    .slice(1)
    .map((id) => cells[id as Exclude<Id, 'sequence'>]);
}

/** The status, which leads to the indicator's row. */
function statusCell(result: IndicatorResult, context: ReportContext): TableCell {
  const row = context.places.indicatorRow(result);
  const column = columnNumber(indicatorColumns, 'indicator');
  return centre(statusLabel(result, context), linkTo(context, 'indicators', row, column));
}

function planOf(exception: Exception): string | null {
  switch (exception.is) {
    case 'indicator':
    case 'findings':
      return exception.result.plan.title;
    case 'workbook':
      return [...new Set(exception.results.map(({ plan }) => plan.title))].join('\n');
    case 'file-findings':
    case 'file':
      return null;
  }
}

function subjectOf(exception: Exception, context: ReportContext): string {
  const { say } = context;
  switch (exception.is) {
    case 'indicator':
    case 'findings':
      return exception.result.indicator.name;
    case 'file-findings': {
      const { findings } = exception;
      const names = findings.map((finding) => findingSubject(finding, context) ?? finding.file);
      return someOf([...new Set(names)], MOST_SUBJECTS, context);
    }
    case 'workbook': {
      const { length: count } = exception.results;
      const wording = count > 0 ? reportMessages.wholeWorkbook : reportMessages.workbookMissing;
      return say(fill(wording, { count }));
    }
    case 'file':
      return exception.setAside.file;
  }
}

function organisationOf(exception: Exception): Text {
  switch (exception.is) {
    case 'indicator':
      return verbatim(exception.result.reporter);
    case 'workbook': {
      const { organisation, region } = exception.workbook.issued;
      return reporterText(organisation, region);
    }
    case 'findings':
    case 'file-findings': {
      const [{ organisation, region }] = exception.findings as [FiledFinding];
      return reporterText(organisation, region);
    }
    case 'file':
      return verbatim('');
  }
}

function actualOf(
  result: IndicatorResult,
  builder: SheetBuilder,
  context: ReportContext,
): TableCell {
  return result.milestone === null
    ? figureCell(builder, result.actual, result.indicator.precision)
    : centre(milestoneLabel(result, context));
}

function problemOf(exception: Exception, context: ReportContext): string {
  const { say } = context;
  switch (exception.is) {
    case 'indicator':
      return exception.category === 'not-reported'
        ? say(exception.result.reason ?? reportMessages.withoutFigure)
        : say(behindText(exception.result, context));
    case 'workbook': {
      const { workbook, results } = exception;
      const { file } = workbook.issued;
      if (results.length === 0) return say(fill(reportMessages.notReceivedAlone, { file }));
      const all = results.map(({ indicator }) => indicator.name);
      const names = someOf(all, MOST_NAMES, context);
      return say(fill(reportMessages.notReceived, { file, names }));
    }
    case 'findings':
    case 'file-findings': {
      const { findings } = exception;
      const lines = [...new Set(findings.map((finding) => findingLine(finding, context)))];
      const more = fill(reportMessages.moreFindings, { count: lines.length });
      return lines.length > MOST_FINDINGS
        ? [...lines.slice(0, MOST_FINDINGS), say(more)].join('\n')
        : lines.join('\n');
    }
    case 'file':
      return say(exception.setAside.reason);
  }
}

/** The first of these names, and how many there are where that is not all. */
function someOf(names: readonly string[], most: number, { say }: ReportContext): string {
  const joined = names.slice(0, most).join(say(reportMessages.separator));
  const { length: count } = names;
  return count > most ? say(fill(reportMessages.andMoreNames, { names: joined, count })) : joined;
}

/** How far the figure is behind, and what the organisation says about it. */
function behindText(result: IndicatorResult, { form }: ReportContext): Text {
  const { actual, milestone, progress, indicator, explanation } = result;
  const shown = (value: number | null) =>
    value === null ? '—' : `${roundTo(value, indicator.precision + 1)}${indicator.measureUnit}`;
  const what =
    milestone === null
      ? fill(reportMessages.behindBy, {
          scheduled: shown(progress.scheduled),
          actual: shown(actual),
        })
      : fill(reportMessages.behindMilestone, { status: form.milestones[milestone] });
  const why =
    explanation === ''
      ? reportMessages.notExplained
      : fill(reportMessages.explainedAs, { explanation });
  return { zh: what.zh + why.zh, en: `${what.en} ${why.en}` };
}

/** The message; before it the row's name where the message does not say it. */
function findingLine(finding: FiledFinding, context: ReportContext): string {
  const message = context.say(finding.message);
  const row = finding.entry === null ? null : context.places.factAt(finding.file, finding.entry);
  if (!row || message.includes(row.name)) return message;
  return row.name + context.say(reportMessages.colon) + message;
}

/** The figure to look at: the first one that counts, else what was reported without counting. */
function leadFact(result: IndicatorResult, { consolidation }: ReportContext): Fact | undefined {
  return result.sources[0] ?? consolidation.facts.find(({ key }) => key === result.id);
}

function sourceOf(exception: Exception, context: ReportContext): string | null {
  switch (exception.is) {
    case 'indicator': {
      const fact = leadFact(exception.result, context);
      return fact ? sourceText(fact) : null;
    }
    case 'workbook':
      return exception.workbook.issued.file;
    case 'findings':
    case 'file-findings': {
      const [first] = exception.findings as [FiledFinding];
      return sourceText({ ...first, sheet: first.sheet ?? '' });
    }
    case 'file':
      return exception.setAside.file;
  }
}

/** The sheet and row to look at. */
function viewCell(exception: Exception, context: ReportContext): TableCell {
  const { places } = context;
  const to = (sheet: SheetId, row: number | null): TableCell =>
    row === null
      ? centre(null)
      : centre(context.say(sheetNames[sheet]), linkTo(context, sheet, row));
  switch (exception.is) {
    case 'indicator': {
      const fact = leadFact(exception.result, context);
      return to('data', fact ? places.factRow(fact) : null);
    }
    case 'workbook':
      return to('submissions', places.workbookRow(exception.workbook));
    case 'findings': {
      const [first] = exception.findings as [FiledFinding];
      const { file, entry } = first;
      const row = entry === null ? null : places.factRow({ file, key: entry });
      return row === null ? to('findings', places.findingRow(first)) : to('data', row);
    }
    case 'file-findings': {
      const [first] = exception.findings as [FiledFinding];
      return to('findings', places.findingRow(first));
    }
    case 'file':
      return to('submissions', places.setAsideRow(exception.setAside));
  }
}
