import { periodLabel, type Period } from '../plan/period';
import { fill, verbatim, type Text } from '../plan/text';
import type { CellStyle, SheetDescription, ValidationDescription } from '../sheet/description';
import { formatAddress } from '../sheet/address';
import { linesIn, rowHeight } from '../sheet/text-size';
import type { Row } from './facts';
import type { Form, FormColumn } from './form';
import { KEY_COLUMN, KEY_ROW, layOut, type Layout } from './layout';
import { templateMessages } from './messages';
import { FORM_MARK, type HeadField, type TemplateModel } from './model';
import {
  completionFormula,
  derivedFormula,
  findingsFormula,
  readingFormula,
  ruleFormula,
  stateFormula,
  statusFormula,
  type LiveCell,
  type RowPlace,
} from './row-formulas';
import { SheetBuilder } from './sheet-builder';
import { conditionalFormatsOf, validationsOf } from './form-aids';
import { numberFormat, targetFormat, targetText } from './target-text';

/** What the form says of its round besides the rows. */
export interface FormContext {
  readonly model: TemplateModel;
  readonly period: Period;
  readonly form: Form;
  readonly rows: readonly Row[];
  /** The documents' numbers, joined. */
  readonly documentNumber: string;
  readonly validUntil: string;
  readonly password: string | null;
}

export interface BuiltForm {
  readonly sheet: SheetDescription;
  readonly layout: Layout;
}

/** The cells of the foot that a person fills in; known before the sheet, since the model lists them. */
export function footFields(
  form: Form,
  language: keyof Text,
  isSharedByPlans: boolean,
): HeadField[] {
  const slots = footSlots(isSharedByPlans);
  return form.foot.flatMap((fields, line) =>
    fields.flatMap((field, index) =>
      field.open
        ? [
            {
              id: field.id,
              label: field.label[language],
              required: field.required,
              row: `foot:${line + 1}`,
              column: slots[index]!.from,
            },
          ]
        : [],
    ),
  );
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
  rows.forEach((row, index) => {
    const rowNumber = layout.firstEntryRow + index;
    putRow(builder, { row, rowNumber, layout, model, form, rowNumbers }, index);
  });
  putFoot(builder, layout, form, model);
  return { layout, sheet: describe(builder, layout, context) };
}

function putKeys(builder: SheetBuilder, layout: Layout): void {
  builder.put(KEY_ROW, KEY_COLUMN, FORM_MARK, 'hidden');
  for (const id of layout.columns) builder.put(KEY_ROW, layout.column(id), id, 'hidden');
  builder.rows.set(KEY_ROW, { hidden: true });
}

function putHead(builder: SheetBuilder, layout: Layout, context: FormContext): void {
  const { form, model, period } = context;
  const { language } = model;
  const plans = planTitle(model);
  const title = fill(form.title, { plan: plans, period: periodLabel(period) })[language];
  builder.put(layout.titleRow, KEY_COLUMN, 'title', 'hidden');
  builder.merge(
    { row: layout.titleRow, column: layout.column('sequence') },
    { row: layout.titleRow, column: layout.lastVisible },
    title,
    'title',
  );
  builder.rows.set(layout.titleRow, { height: 48 });
  const right = layout.column('explanation');
  form.head.forEach((line, index) => {
    const row = layout.firstHeadRow + index;
    builder.put(row, KEY_COLUMN, `head:${index + 1}`, 'hidden');
    const sides = [
      { field: line.left, from: layout.column('sequence'), to: right - 1, style: 'headLabel' },
      { field: line.right, from: right, to: layout.lastVisible, style: 'headRight' },
    ];
    for (const { field, from, to, style } of sides) {
      const shown = headValue(field.value, field.label[language], context, layout);
      builder.merge({ row, column: from }, { row, column: to }, shown.value, style, {
        ...(shown.formula === '' ? {} : { formula: shown.formula }),
      });
    }
    builder.rows.set(row, { height: 19 });
  });
  builder.put(layout.columnHeadRow, KEY_COLUMN, 'columns', 'hidden');
  for (const { id, label } of form.columns)
    if (layout.has(id))
      builder.put(layout.columnHeadRow, layout.column(id), label[language], 'columnHead');
  builder.rows.set(layout.columnHeadRow, { height: 30 });
}

function headValue(
  value: Form['head'][number]['left']['value'],
  label: string,
  context: FormContext,
  layout: Layout,
): LiveCell {
  const { model, form, period } = context;
  const { language } = model;
  const lead = label + templateMessages.colon[language];
  const plain = (text: string): LiveCell => ({ formula: '', value: lead + text });
  switch (value) {
    case 'formCode':
      return plain(form.code);
    case 'issuer':
      return plain(model.coordinator);
    case 'documentNumber':
      return plain(context.documentNumber);
    case 'validUntil':
      return plain(context.validUntil);
    case 'period':
      return plain(periodLabel(period)[language]);
    case 'organisation':
      return plain(reporterName(model)[language]);
    case 'due':
      return plain(model.due);
    case 'measureUnit':
      return plain(templateMessages.perRow[language]);
    case 'progress':
      return progress(lead, context, layout);
  }
}

function progress(lead: string, { model, rows }: FormContext, layout: Layout): LiveCell {
  const { language } = model;
  const open = rows.filter(({ entry }) => entry.derivation === null).length;
  const range = (from: string, to: string) =>
    `$${from}$${layout.firstEntryRow}:$${to}$${layout.lastEntryRow}`;
  const states = range(layout.letters('state-code'), layout.letters('state-code'));
  const count = (severity: 'error' | 'explain') =>
    layout.rules
      .filter((rule) => rule.severity === severity && rule.id !== 'missing-figure')
      .map((rule) => layout.letters(`rule:${rule.id}`))
      .map((letters) => `SUM(${range(letters, letters)})`)
      .join('+') || '0';
  const filled = lead + templateMessages.filled[language];
  const errors = templateMessages.errors[language];
  const explanations = templateMessages.explanations[language];
  return {
    formula: `"${filled}"&(${open}-COUNTIF(${states},"blank"))&"/${open}${errors}"&(${count('error')})&"${explanations}"&(${count('explain')})`,
    value: `${filled}0/${open}${errors}0${explanations}0`,
  };
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
  behind('reading', readingFormula(place));
  behind('state-code', stateFormula(place));
  for (const rule of layout.rules) behind(`rule:${rule.id}`, ruleFormula(rule, place));
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

/** Each field of the foot: label up to the slot, then the cell to fill in. */
function footSlots(
  isSharedByPlans: boolean,
): { label: FormColumn; from: FormColumn; to: FormColumn }[] {
  return [
    {
      label: isSharedByPlans ? 'plan' : 'indicator',
      from: isSharedByPlans ? 'indicator' : 'measureUnit',
      to: 'target',
    },
    { label: 'previous', from: 'actual', to: 'state' },
    { label: 'findings', from: 'explanation', to: 'evidence' },
  ];
}

function putFoot(builder: SheetBuilder, layout: Layout, form: Form, model: TemplateModel): void {
  const slots = footSlots(layout.has('plan'));
  form.foot.forEach((fields, line) => {
    const row = layout.firstFootRow + line;
    builder.put(row, KEY_COLUMN, `foot:${line + 1}`, 'hidden');
    fields.forEach((field, index) => {
      const slot = slots[index];
      if (!slot) throw new Error(`form ${form.id}: a line of the foot holds three fields at most`);
      const label = field.label[model.language] + templateMessages.colon[model.language];
      builder.put(row, layout.column(slot.label), label, 'footLabel');
      const from = { row, column: layout.column(slot.from) };
      const to = { row, column: layout.column(slot.to) };
      builder.merge(from, to, null, field.open ? 'footOpen' : 'headLabel');
    });
    builder.rows.set(row, { height: 24 });
  });
  builder.put(layout.footnoteRow, KEY_COLUMN, 'footnote', 'hidden');
  builder.merge(
    { row: layout.footnoteRow, column: layout.column('sequence') },
    { row: layout.footnoteRow, column: layout.lastVisible },
    form.footnote[model.language],
    'footnote',
  );
  builder.rows.set(layout.footnoteRow, { height: 30 });
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

/** Who fills the form in: the organisation, with its region where it reports for one. */
export function reporterName({ organisation, region }: TemplateModel): Text {
  return region === null || region === organisation
    ? verbatim(organisation)
    : fill(templateMessages.forRegion, { organisation, region });
}

/** The title of the plan, or of the first one and how many there are. */
export function planTitle({ plans }: TemplateModel): Text {
  const first = `《${plans[0]!.title}》`;
  return plans.length === 1
    ? verbatim(first)
    : fill(templateMessages.andMore, { first, count: plans.length });
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
