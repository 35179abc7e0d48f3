import type { FiledFinding } from '../consolidation/consolidation';
import { SEVERITIES } from '../plan/schema';
import { quote } from '../rule/excel-formula';
import { formatRange } from '../sheet/address';
import type { SheetDescription } from '../sheet/description';
import { SheetBuilder } from '../template/sheet-builder';
import { columnNumber, findingColumns, lettersOf } from './column-labels';
import { hasRegions, linkTo, resultOf, type ReportContext } from './context';
import { reportMessages } from './messages';
import { FIRST_ROW } from './places';
import { centre, columnsOf, tableSheet, text, type TableCell, type Widths } from './table-sheet';

const WIDTHS: Widths<typeof findingColumns> = {
  sequence: 6,
  severity: 12,
  organisation: 15,
  region: 11,
  file: [24, 34],
  sheet: 11,
  cell: 8,
  indicator: 26,
  rule: 19,
  message: [52, 70],
};

/** 审核问题: everything that review found, errors first. */
export function findingsSheet(context: ReportContext): SheetDescription {
  const { say, places, form, language } = context;
  const { findings } = places;
  const severity = columnNumber(findingColumns, 'severity');
  return tableSheet(
    {
      id: 'findings',
      note: say(reportMessages.findingsNote),
      columns: columnsOf(findingColumns, WIDTHS, context, hasRegions(context) ? [] : ['region']),
      rows: findings.map((finding, index) => findingRow(finding, index + 1, context)),
      empty: say(reportMessages.noFindings),
      freezeColumns: severity,
      conditionalFormats: [
        {
          range: formatRange(FIRST_ROW, severity, FIRST_ROW + findings.length - 1, severity),
          rules: SEVERITIES.map((each) => {
            const { label, fill, font } = form.severities[each];
            const cell = `$${lettersOf(findingColumns, 'severity')}${FIRST_ROW}`;
            const formula = `${cell}=${quote(label[language])}`;
            return { type: 'formula' as const, formula, fill, fontColour: font };
          }),
        },
      ],
    },
    new SheetBuilder(context.styles),
    context,
  );
}

function findingRow(finding: FiledFinding, sequence: number, context: ReportContext): TableCell[] {
  const { say, places, form, language } = context;
  const { entry, file } = finding;
  const row = entry === null ? null : places.factRow({ file, key: entry });
  const link = row === null ? null : linkTo(context, 'data', row);
  const cells: Record<keyof typeof findingColumns, TableCell> = {
    sequence: centre(sequence, link),
    severity: centre(
      finding.confirmed
        ? say(reportMessages.confirmedFinding)
        : form.severities[finding.severity].label[language],
    ),
    organisation: text(finding.organisation),
    region: centre(finding.region),
    file: text(file),
    sheet: text(finding.sheet),
    cell: centre(finding.cell),
    indicator: text(findingSubject(finding, context)),
    rule: { value: finding.rule, style: 'fine' },
    message: text(say(finding.message)),
  };
  return Object.values(cells);
}

/** What a finding is about: the row's name, the indicator's, or the checks of the plan itself; null for a file. */
export function findingSubject(
  { entry, indicator, file }: FiledFinding,
  { places, consolidation, say }: Pick<ReportContext, 'places' | 'consolidation' | 'say'>,
): string | null {
  const fact = entry === null ? null : places.factAt(file, entry);
  const name = fact?.name ?? resultOf(consolidation, indicator)?.indicator.name;
  return name ?? (file === '' ? say(reportMessages.planCheck) : null);
}
