import type { CellStyle, SheetDescription, ValidationDescription } from '../sheet/description';
import { formatAddress } from '../sheet/address';
import { linesIn, rowHeight } from '../sheet/text-size';
import { putFoot, putHead, type FormContext } from './form-head';
import type { FormColumn } from './form';
import { KEY_COLUMN, KEY_ROW, layOut, type Layout } from './layout';
import { templateMessages } from './messages';
import { FORM_MARK, READING_COLUMNS, type TemplateModel } from './model';
import { readingFormulas } from './reading-formulas';
import {
  completionFormula,
  countFormula,
  derivedFormula,
  explainedFormula,
  findingsFormula,
  ruleFormula,
  statusFormula,
  type LiveCell,
  type RowPlace,
} from './row-formulas';
import { SheetBuilder } from './sheet-builder';
import { conditionalFormatsOf, validationsOf } from './form-aids';
import { numberFormat, targetFormat, targetText } from './target-text';

export interface BuiltForm {
  readonly sheet: SheetDescription;
  readonly layout: Layout;
}

/** 填报表: title, head, one row per figure, foot; behind it the columns that the rules compute in. */
export function formSheet(context: FormContext, styles: Map<string, CellStyle>): BuiltForm {
  const { model, form, rows } = context;
  const isShared = model.plans.length > 1;
  const layout = layOut(form, rows, isShared);
  const builder = new SheetBuilder(styles);
  builder.columns.push({ width: 4, hidden: true });
  for (const id of layout.columns) {
    const design = form.columns.find((column) => column.id === id);
    builder.columns.push(design ? { width: design.width } : { width: 8, hidden: true });
  }
  putKeys(builder, layout);
  putHead(builder, layout, context);
  const rowNumbers = new Map(
    rows.map((row, index) => [row.entry.key, layout.firstEntryRow + index]),
  );
  const entries = new Map(rows.map(({ entry }) => [entry.key, entry]));
  rows.forEach((row, index) => {
    const rowNumber = layout.firstEntryRow + index;
    putRow(builder, { row, rowNumber, layout, model, form, rowNumbers, entries }, index);
  });
  putFoot(builder, layout, form, model);
  return { layout, sheet: describe(builder, layout, context) };
}

function putKeys(builder: SheetBuilder, layout: Layout): void {
  builder.put(KEY_ROW, KEY_COLUMN, FORM_MARK, 'hidden');
  for (const id of layout.columns) builder.put(KEY_ROW, layout.column(id), id, 'hidden');
  builder.rows.set(KEY_ROW, { hidden: true });
}

function putRow(builder: SheetBuilder, place: RowPlace, index: number): void {
  const { row, rowNumber, layout, model } = place;
  const { entry, facts } = row;
  const { language } = model;
  const put = (id: FormColumn, value: string | number | null, style: string, formula?: string) => {
    builder.put(rowNumber, layout.column(id), value, style, formula ? { formula } : {});
  };
  const live = (id: FormColumn, cell: LiveCell | null, style: string) => {
    put(id, (cell?.value ?? null) as string | number | null, style, cell?.formula);
  };
  const figures = numberFormat(entry.precision);
  const number = (style: string) => builder.variant(style, { numberFormat: figures });

  builder.put(rowNumber, KEY_COLUMN, entry.key, 'hidden');
  put('sequence', index + 1, 'locked');
  const plans = layout.has('plan') ? plansServed(model, entry.serves) : '';
  if (layout.has('plan')) put('plan', plans, 'lockedText');
  put('indicator', entry.name, 'lockedText');
  put('measureUnit', entry.measureUnit, 'locked');
  putTarget(builder, place);
  put('scheduled', facts.scheduled, number('lockedNumber'));
  put('previous', facts.previous, number('lockedNumber'));
  const derived = derivedFormula(place);
  if (derived) {
    live('actual', derived, number('lockedNumber'));
    put('state', templateMessages.computed[language], 'locked');
  } else {
    put('actual', null, entry.accumulation === 'status' ? 'openChoice' : number('openNumber'));
    put('state', null, 'openChoice');
  }
  live(
    'completion',
    completionFormula(place),
    builder.variant('derived', { numberFormat: '0.0%' }),
  );
  live('status', statusFormula(place), 'derived');
  const { passed, moreBefore, moreAfter } = templateMessages;
  const more: [string, string] = [moreBefore[language], moreAfter[language]];
  live('findings', findingsFormula(place, passed[language], more), 'findings');
  put('explanation', null, 'openText');
  put('evidence', null, 'openText');

  const behind = (id: Parameters<Layout['column']>[0], cell: LiveCell | null) => {
    if (cell)
      builder.put(rowNumber, layout.column(id), cell.value, 'hidden', { formula: cell.formula });
  };
  const reading = readingFormulas(place);
  for (const id of READING_COLUMNS) behind(id, reading[id] ?? null);
  if (row.rules.some(({ severity }) => severity === 'explain'))
    behind('explained', explainedFormula(place));
  for (const rule of row.rules) behind(`rule:${rule.column}`, ruleFormula(rule, place));
  behind('errors', countFormula('error', place));
  behind('owed', countFormula('explain', place));
  builder.rows.set(rowNumber, { height: heightOf(place, plans) });
}

function putTarget(builder: SheetBuilder, { row, rowNumber, layout, model }: RowPlace): void {
  const target = row.entry.subject?.target;
  const column = layout.column('target');
  const format = target ? targetFormat(target) : null;
  if (target && format !== null) {
    const style = builder.variant('lockedNumber', { numberFormat: format, horizontal: 'center' });
    builder.put(rowNumber, column, target.value, style);
  } else {
    const text = target ? targetText(target)[model.language] : null;
    builder.put(rowNumber, column, text, 'locked');
  }
}

function describe(builder: SheetBuilder, layout: Layout, context: FormContext): SheetDescription {
  const { form, model, rows, password } = context;
  const { language } = model;
  const lastRow = layout.footnoteRow;
  const validations: ValidationDescription[] = validationsOf(context, layout);
  return {
    name: form.sheets.form[language],
    state: 'visible',
    tabColour: '2F5582',
    columns: builder.columns,
    rows: builder.rows,
    cells: builder.sorted(),
    merges: builder.merges,
    validations,
    conditionalFormats: rows.length > 0 ? conditionalFormatsOf(form, layout, model) : [],
    protection: {
      ...(password === null ? {} : { password }),
      allow: ['sort', 'autoFilter', 'formatColumns', 'formatRows'],
    },
    freeze: { rows: layout.columnHeadRow, columns: layout.column('indicator') },
    autoFilter: `${formatAddress(layout.columnHeadRow, KEY_COLUMN)}:${formatAddress(
      layout.lastEntryRow,
      layout.column(layout.columns.at(-1)!),
    )}`,
    print: {
      paper: 'A4',
      landscape: true,
      fitToWidth: 1,
      titleRows: { from: layout.columnHeadRow, to: layout.columnHeadRow },
      area: `${formatAddress(layout.titleRow, layout.column('sequence'))}:${formatAddress(lastRow, layout.lastVisible)}`,
      footer: `&C${templateMessages.pageFooter[language]}`,
      centred: true,
      margins: { top: 0.5, bottom: 0.6, left: 0.4, right: 0.4 },
    },
    showGridLines: false,
  };
}

function plansServed(model: TemplateModel, serves: readonly string[]): string {
  const ids = new Set(serves.map((name) => name.slice(0, name.indexOf('/'))));
  return model.plans
    .filter(({ id }) => ids.has(id))
    .map(({ title }) => title)
    .join('\n');
}

/** The form's row height, or what the longest of the row's fixed texts needs. */
function heightOf({ row, form }: RowPlace, plans: string): number {
  const size = form.styles.lockedText.font?.size ?? 10;
  const lines = (id: FormColumn, text: string) =>
    linesIn(text, form.columns.find((column) => column.id === id)?.width ?? 10, size);
  const most = Math.max(lines('plan', plans), lines('indicator', row.entry.name));
  return Math.max(form.rowHeight, rowHeight(most, size));
}
