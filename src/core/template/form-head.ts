import { periodLabel, type Period } from '../plan/period';
import { fill, verbatim, type Text } from '../plan/text';
import type { Row } from './facts';
import type { Form, FormColumn } from './form';
import { KEY_COLUMN, type Layout } from './layout';
import { templateMessages } from './messages';
import type { HeadField, TemplateModel } from './model';
import type { LiveCell } from './row-formulas';
import type { SheetBuilder } from './sheet-builder';

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

export function putHead(builder: SheetBuilder, layout: Layout, context: FormContext): void {
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
  const total = (column: 'errors' | 'owed') => {
    const letters = layout.letters(column);
    return `SUM(${range(letters, letters)})`;
  };
  const blank = `COUNTIF(${states},"blank")`;
  const { toFill, filled, errors, explanations } = templateMessages;
  const first = lead + toFill[language];
  return {
    formula:
      `"${first}"&${blank}&"${filled[language]}"&(${open}-${blank})&"/${open}${errors[language]}"` +
      `&${total('errors')}&"${explanations[language]}"&${total('owed')}`,
    value: `${first}${open}${filled[language]}0/${open}${errors[language]}0${explanations[language]}0`,
  };
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

export function putFoot(
  builder: SheetBuilder,
  layout: Layout,
  form: Form,
  model: TemplateModel,
): void {
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
