import type { Fact, IndicatorResult } from '../consolidation/consolidation';
import { convertedText } from '../consolidation/facts-table';
import { originsText } from '../consolidation/origins';
import type { Origin } from '../submission/submission';
import type { SheetDescription } from '../sheet/description';
import { SheetBuilder } from '../template/sheet-builder';
import { columnNumber, dataColumns, indicatorColumns } from './column-labels';
import { hasRegions, linkTo, resultsByKey, type ReportContext } from './context';
import { figureCell, milestoneLabel } from './figures';
import { entryStates, reportMessages } from './messages';
import { centre, columnsOf, tableSheet, text, type TableCell, type Widths } from './table-sheet';

type Id = keyof typeof dataColumns;

const WIDTHS: Widths<typeof dataColumns> = {
  sequence: 6,
  key: 24,
  name: 26,
  measureUnit: 10,
  organisation: 14,
  region: 10,
  state: 11,
  value: 14,
  counts: 6,
  raw: [14, 30],
  explanation: [22, 56],
  evidence: [16, 40],
  converted: 14,
  file: [22, 34],
  submissionNumber: 8,
  sha256: 32,
  sheet: 11,
  cell: 8,
  behind: [40, 60],
  behindSha256: 32,
};

/** With more figures their rows are written one by one. */
const MOST_IN_MEMORY = 2_000;

/** 数据: every figure of every submission that counts, with where it came from. All totals are formulas over it. */
export function dataSheet(context: ReportContext): SheetDescription {
  const { consolidation, say } = context;
  const builder = new SheetBuilder(context.styles);
  const owners = resultsByKey(consolidation);
  const { facts } = consolidation;
  const line = (fact: Fact, index: number) =>
    factRow(fact, index + 1, owners.get(fact.key), builder, context);
  return tableSheet(
    {
      id: 'data',
      note: say(reportMessages.dataNote),
      columns: columnsOf(dataColumns, WIDTHS, context, hiddenColumns(context)),
      rows:
        facts.length > MOST_IN_MEMORY
          ? { length: facts.length, at: (index) => line(facts[index]!, index) }
          : facts.map(line),
      empty: say(reportMessages.noData),
      freezeColumns: columnNumber(dataColumns, 'name'),
      // sorting would put other figures where the formulas look
      protection: { allow: ['autoFilter', 'formatColumns', 'formatRows', 'formatCells'] },
    },
    builder,
    context,
  );
}

function hiddenColumns(context: ReportContext): Id[] {
  const { facts } = context.consolidation;
  const isFromBelow = facts.some(({ behind }) => behind);
  return [
    ...(hasRegions(context) ? [] : (['region'] as const)),
    ...(facts.some(({ convertedFrom }) => convertedFrom) ? [] : (['converted'] as const)),
    ...(isFromBelow ? [] : (['behind', 'behindSha256'] as const)),
  ];
}

/** Of every file below, level by level. */
function hashesOf(origins: readonly Origin[]): string[] {
  return origins.flatMap(({ sha256, behind = [] }) => [sha256, ...hashesOf(behind)]);
}

function factRow(
  fact: Fact,
  sequence: number,
  owner: IndicatorResult | undefined,
  builder: SheetBuilder,
  context: ReportContext,
): TableCell[] {
  const { say, places } = context;
  const link = owner && linkTo(context, 'indicators', places.indicatorRow(owner), INDICATOR);
  const cells: Record<Id, TableCell> = {
    sequence: centre(sequence, link),
    key: { value: fact.key, style: 'fine' },
    name: text(fact.name + nameNote(fact, context)),
    measureUnit: centre(fact.measureUnit),
    organisation: text(fact.organisation),
    region: centre(fact.region),
    state: centre(stateLabel(fact, context)),
    value:
      fact.milestone === null
        ? figureCell(builder, fact.value, fact.precision)
        : centre(milestoneLabel(fact, context)),
    counts: centre(say(fact.counts ? reportMessages.yes : reportMessages.no)),
    raw: text(fact.raw),
    explanation: text(fact.explanation),
    evidence: text(fact.evidence),
    converted: centre(convertedText(fact) || null),
    file: text(fact.file),
    submissionNumber: centre(fact.submissionNumber),
    sha256: { value: fact.sha256, style: 'fine' },
    sheet: text(fact.sheet),
    cell: centre(fact.cell),
    behind: text(originsText(fact.behind ?? [])),
    behindSha256: {
      value: hashesOf(fact.behind ?? []).join('\n') || null,
      style: 'fine',
    },
  };
  return Object.values(cells);
}

const INDICATOR = columnNumber(indicatorColumns, 'indicator');

/** What a reader must know of a figure that nobody typed into its own row. */
function nameNote({ isDerived, sharedFrom }: Fact, { say }: ReportContext): string {
  if (sharedFrom !== null) return say(reportMessages.shared);
  return isDerived ? say(reportMessages.computed) : '';
}

function stateLabel({ state }: Fact, { form, language, say }: ReportContext): string {
  switch (state) {
    case 'nil':
    case 'not-applicable':
    case 'not-due':
      return form.states[state][language];
    case 'value':
    case 'blank':
    case 'invalid':
    case 'conflict':
      return say(entryStates[state]);
  }
}
