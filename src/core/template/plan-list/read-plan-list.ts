import type { Plan } from '../../plan/schema';
import { formatAddress } from '../../sheet/address';
import type { WorkbookGrid } from '../../sheet/grid';
import type { Digest } from '../seal';
import { knownNames } from './cell-lists';
import {
  SHEET_IDS,
  sheetDesigns,
  type IndicatorColumn,
  type ItemColumn,
  type QuoteColumn,
  type RuleColumn,
  type SettingColumn,
  type SheetId,
} from './columns';
import { QuoteFinder, type Quote } from './find-quote';
import { findTables, type Table } from './find-tables';
import type { PlanListFinding } from './finding';
import { findingMessages as messages } from './messages';
import { inReadingOrder, type PlanDraft } from './plan-draft';
import { finishPlan, reportProblems, reportRuleProblems } from './plan-problems';
import { readIndicator, type Surroundings } from './read-indicator';
import { fieldReader, readFields, readOrganisations, readRegions } from './read-plan-info';
import { readQuote } from './read-quotes';
import { checkRuleNames, readItemRow, readRuleRow, readSettingRow } from './read-records';
import { brief, rowReader, type RecordReader } from './record-reader';

export type PlanListRead =
  | { readonly ok: true; readonly plan: Plan; readonly findings: readonly [] }
  | { readonly ok: false; readonly findings: readonly PlanListFinding[] };

/**
 * Reads an edited indicator list back. Sheets are found by name or headers, columns by their headers,
 * so both may have moved; every mistake is reported at once, each at its cell.
 * @param source the plan's text, in which quotes are looked up; null takes them and their starts as written
 * @param digest computes the source's SHA-256 where its cell is blank, and compares it where it is not
 */
export function readPlanList(
  grid: WorkbookGrid,
  source: string | null,
  digest: Digest | null = null,
): PlanListRead {
  const { tables, findings: faults } = findTables(grid);
  const findings = [...faults];
  const draft = isComplete(tables) ? readDraft(tables, source, digest, findings) : null;
  if (draft) reportProblems(draft, source);
  // whatever else is wrong may be why a rule cannot be applied
  if (draft && findings.length === 0) reportRuleProblems(draft);
  const plan = draft && findings.length === 0 ? finishPlan(draft) : null;
  return plan
    ? { ok: true, plan, findings: [] }
    : { ok: false, findings: inReadingOrder(findings, grid) };
}

/** What the list says of itself, by which its source can be found; null for what it does not say. */
export function planListSource(grid: WorkbookGrid): {
  readonly planId: string | null;
  readonly file: string | null;
} {
  const table = findTables(grid).tables.plan;
  if (!table) return { planId: null, file: null };
  const reader = fieldReader(table, []);
  return { planId: reader.name('id'), file: reader.name('sourceFile') };
}

/** Lists of earlier versions have no settings. */
type Tables = Readonly<Record<Exclude<SheetId, 'settings'>, Table>> & {
  readonly settings: Table | null;
};

function isComplete(tables: Readonly<Record<SheetId, Table | null>>): tables is Tables {
  return SHEET_IDS.every((id) => tables[id] !== null || sheetDesigns[id].isNew);
}

function readDraft(
  tables: Tables,
  source: string | null,
  digest: Digest | null,
  findings: PlanListFinding[],
): PlanDraft {
  const rows = <Id extends string>(id: SheetId): RecordReader<Id>[] =>
    readersOf<Id>(tables[id], id, findings);
  const finder = source === null ? null : new QuoteFinder(source);
  const standIn = (index: number) => `row-${index + 1}`;

  const fields = fieldReader(tables.plan, findings);
  const head = readFields(fields, source, digest);
  const organisations = readOrganisations(tables.plan, findings);
  const regions = readRegions(tables.plan, findings);
  const itemRows = rows<ItemColumn>('items');
  const items = itemRows.map((reader, index) => readItemRow(reader, standIn(index)));
  const around: Surroundings = {
    organisations: knownNames(organisations.map(({ value }) => value)),
    regions: new Set(regions.map(({ value }) => value.name)),
    items,
    years:
      fields.isFaulty('startYear') || fields.isFaulty('endYear') || head.startYear > head.endYear
        ? null
        : { start: head.startYear, end: head.endYear },
  };
  const indicatorRows = rows<IndicatorColumn>('indicators');
  const indicators = indicatorRows.map((reader, index) =>
    readIndicator(reader, around, standIn(index)),
  );
  if (indicators.length === 0) findings.push(noIndicators(tables.indicators));
  const moreQuotes = rows<QuoteColumn>('quotes');
  const quotes = indicatorRows.map((reader) => quoteAt(reader, finder));
  const more = readMoreQuotes(moreQuotes, indicators, finder);
  const all = indicators.map(({ id }, index) => [
    ...quotes[index]!,
    ...more.filter((quote) => quote.indicator === id),
  ]);
  const ruleRows = rows<RuleColumn>('rules');
  const rules = ruleRows.map((reader, index) => readRuleRow(reader, standIn(index)));
  const settingRows = rows<SettingColumn>('settings');
  const settings = settingRows.map(readSettingRow);
  const ruleNames = new Set([...indicators, ...items].map(({ id }) => id));
  for (const { id } of items) ruleNames.add(`item.${id}`);
  rules.forEach((rule, index) => {
    checkRuleNames(ruleRows[index]!, rule, head.id, ruleNames);
  });
  return {
    plan: {
      ...head,
      organisations: organisations.map(({ value }) => value),
      regions: regions.map(({ value }) => value),
      indicators: indicators.map((indicator, index) => ({
        ...indicator,
        quotes: all[index]!.map(({ quote: { text, start } }) => ({ text, start })),
      })),
      items,
      rules,
      ...(settings.length === 0 ? {} : { ruleSettings: settings }),
    },
    fields,
    organisations: organisations.map(({ reader }) => reader),
    regions: regions.map(({ reader }) => reader),
    indicators: indicatorRows,
    quotes: all.map((list) => list.map(({ reader }) => reader)),
    moreQuotes,
    items: itemRows,
    rules: ruleRows,
    settings: settingRows,
  };
}

function readersOf<Id extends string>(
  table: Table | null,
  id: SheetId,
  findings: PlanListFinding[],
): RecordReader<Id>[] {
  if (!table) return [];
  return table.rows.map((row) => rowReader<Id>(table, sheetDesigns[id].columns, row, findings));
}

interface QuoteRead {
  readonly reader: RecordReader<'quote' | 'quoteStart'>;
  readonly quote: Quote;
}

function quoteAt(
  reader: RecordReader<'quote' | 'quoteStart'>,
  source: QuoteFinder | null,
): QuoteRead[] {
  const quote = readQuote(reader, source);
  return quote ? [{ reader, quote }] : [];
}

/** The rows of 补充摘录, each with the indicator that it belongs to. */
function readMoreQuotes(
  readers: readonly RecordReader<QuoteColumn>[],
  indicators: readonly { readonly id: string }[],
  source: QuoteFinder | null,
): (QuoteRead & { readonly indicator: string })[] {
  return readers.flatMap((reader) => {
    const indicator = reader.name('indicator') ?? reader.missing('indicator', null);
    if (indicator !== null && !indicators.some(({ id }) => id === indicator))
      reader.report('indicator', messages.unknownIndicator, { found: brief(indicator) });
    if (reader.text('quote') === null) reader.missing('quote', null);
    const quotes = quoteAt(reader, source);
    return indicator === null ? [] : quotes.map((quote) => ({ ...quote, indicator }));
  });
}

function noIndicators({ sheet, headRow }: Table): PlanListFinding {
  return {
    sheet: sheet.name,
    cell: formatAddress(headRow + 1, 1),
    message: messages.noIndicators,
  };
}
