import type { Indicator, Plan } from '../plan/schema';
import { fill, type Text } from '../plan/text';
import { formatRange } from '../sheet/address';
import type { CellStyle, SheetDescription } from '../sheet/description';
import type { Form } from './form';
import { definitionColumns, judgedLabels, kindLabels, templateMessages } from './messages';
import type { TemplateModel } from './model';
import type { Recipient } from './select';
import { linesIn, rowHeight } from '../sheet/text-size';
import { SheetBuilder } from './sheet-builder';
import { targetText } from './target-text';

type DefinitionColumn = keyof typeof definitionColumns;

const WIDTHS: Readonly<Record<DefinitionColumn, number>> = {
  sequence: 5.5,
  indicator: 26,
  measureUnit: 10.5,
  kind: 12,
  target: 14,
  baseline: 14,
  collect: 20,
  judged: 26,
  quote: 46,
  section: 30,
  lead: 15,
  supporting: 18,
  note: 26,
};
const COLUMNS = Object.keys(definitionColumns) as DefinitionColumn[];
const HEAD_ROW = 2;
/** Of the table's text, in points. */
const FONT_SIZE = 10;

/** 指标口径: what each indicator of the form means, how it is judged, and the plan's own words. */
export function definitionsSheet(
  recipient: Recipient,
  form: Form,
  model: TemplateModel,
  styles: Map<string, CellStyle>,
): SheetDescription {
  const { language } = model;
  const builder = new SheetBuilder(styles);
  for (const id of COLUMNS) builder.columns.push({ width: WIDTHS[id] });
  const last = COLUMNS.length;
  builder.merge(
    { row: 1, column: 1 },
    { row: 1, column: last },
    templateMessages.definitionsTitle[language],
    'title',
  );
  builder.rows.set(1, { height: 34 });
  COLUMNS.forEach((id, index) => {
    builder.put(HEAD_ROW, index + 1, definitionColumns[id][language], 'tableHead');
  });
  builder.rows.set(HEAD_ROW, { height: 28 });

  const asked = recipient.asked.flatMap(({ plan, indicators }) =>
    indicators.map((indicator) => ({ plan, indicator })),
  );
  asked.forEach(({ plan, indicator }, index) => {
    const row = HEAD_ROW + 1 + index;
    const cells = definition(plan, indicator, language);
    COLUMNS.forEach((id, column) => {
      const isCentred = ['sequence', 'measureUnit', 'kind', 'target', 'baseline'].includes(id);
      const value = id === 'sequence' ? index + 1 : cells[id];
      builder.put(row, column + 1, value, isCentred ? 'tableCentre' : 'tableText');
    });
    builder.rows.set(row, { height: heightFor(cells) });
  });
  const lastRow = HEAD_ROW + asked.length;
  return {
    name: form.sheets.definitions[language],
    state: 'visible',
    tabColour: '7F8FA6',
    columns: builder.columns,
    rows: builder.rows,
    cells: builder.sorted(),
    merges: builder.merges,
    validations: [],
    conditionalFormats: [],
    protection: { allow: ['sort', 'autoFilter', 'formatColumns', 'formatRows'] },
    freeze: { rows: HEAD_ROW, columns: 2 },
    autoFilter: formatRange(HEAD_ROW, 1, lastRow, last),
    print: {
      paper: 'A4',
      landscape: true,
      fitToWidth: 1,
      titleRows: { from: HEAD_ROW, to: HEAD_ROW },
      footer: `&C${templateMessages.pageFooter[language]}`,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4 },
    },
    showGridLines: false,
  };
}

function definition(
  plan: Plan,
  indicator: Indicator,
  language: keyof Text,
): Record<Exclude<DefinitionColumn, 'sequence'>, string> {
  const { baseline, target } = indicator;
  const lead =
    indicator.leadUnit === null
      ? templateMessages.noLead[language]
      : indicator.leadUnit +
        (indicator.responsibility === 'inferred' ? templateMessages.inferred[language] : '');
  return {
    indicator: indicator.name,
    measureUnit: indicator.measureUnit,
    kind: kindLabels[indicator.kind][language],
    target: `${targetText(target)[language]}\n${target.year}`,
    baseline:
      baseline === null
        ? ''
        : `${baseline.value}\n${baseline.year}${baseline.note === null ? '' : `（${baseline.note}）`}`,
    collect: collectText(plan, indicator)[language],
    judged: judgedLabels[indicator.kind][language],
    quote: indicator.quotes.map(({ text }) => text.replaceAll('\t', ' ')).join('\n'),
    section: indicator.section.join(' / '),
    lead: indicator.leader === null ? lead : `${lead}\n${indicator.leader}`,
    supporting: indicator.supportingUnits.join('、'),
    note: indicator.note ?? '',
  };
}

/** How the figure comes about: entered, or computed from which items. */
export function collectText(plan: Plan, { collect }: Indicator): Text {
  const name = (id: string) => plan.items.find((item) => item.id === id)?.name ?? id;
  switch (collect.method) {
    case 'direct':
      return templateMessages.direct;
    case 'ratio':
      return fill(templateMessages.numeratorOver, {
        numerator: name(collect.numerator),
        denominator: name(collect.denominator),
        scale: collect.scale,
      });
    case 'average-growth':
      return fill(templateMessages.growthOf, { item: name(collect.item), year: collect.baseYear });
  }
}

function heightFor(cells: Record<Exclude<DefinitionColumn, 'sequence'>, string>): number {
  const texts = Object.entries(cells) as [DefinitionColumn, string][];
  const lines = texts.map(([id, text]) => linesIn(text, WIDTHS[id], FONT_SIZE));
  return Math.max(30, rowHeight(Math.max(...lines), FONT_SIZE));
}
