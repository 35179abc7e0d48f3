import { formatPeriod, type Period } from '../plan/period';
import type { SharedFigure } from '../plan/links';
import type { Plan } from '../plan/schema';
import { fill, type Language } from '../plan/text';
import type { CellStyle, SheetDescription, WorkbookDescription } from '../sheet/description';
import { encodeCarrier } from './carrier';
import { carriedRules, toldRules } from './carried-rules';
import { definitionsSheet } from './definitions-sheet';
import { rowsOf } from './facts';
import { fingerprint, FORMULA_FINGERPRINT } from './fingerprint';
import { FORM_COLUMNS, type Form } from './form';
import { footFields, planTitle } from './form-head';
import { formSheet, type BuiltForm } from './form-sheet';
import { guideSheet } from './guide-sheet';
import type { History } from './entry';
import { KEY_COLUMN } from './layout';
import { templateMessages } from './messages';
import {
  CARRIER_SHEET,
  type Carrier,
  type IssuedSheet,
  type SheetColumn,
  type TemplateModel,
} from './model';
import { sealOf, type Digest } from './seal';
import { entriesFor, type Recipient } from './select';

/** What all workbooks of a round have in common. */
export interface RoundContext {
  readonly round: string;
  readonly plans: readonly { readonly plan: Plan; readonly hash: string }[];
  readonly period: Period;
  /** ISO date. */
  readonly due: string;
  /** ISO time; core has no clock. */
  readonly issuedAt: string;
  readonly coordinator: string;
  readonly product: string;
  readonly language: Language;
  readonly form: Form;
  readonly history: History;
  /** Figures that several of the plans use; each is asked once. */
  readonly shared: readonly SharedFigure[];
  readonly digest: Digest;
  /** Of the sheets; null leaves them protected without one. */
  readonly password: string | null;
}

export interface BuiltTemplate {
  readonly model: TemplateModel;
  readonly carrier: Carrier;
  readonly description: WorkbookDescription;
}

/** The blank workbook for one recipient: guide, form, definitions and the hidden sheet that identifies it. */
export function buildTemplate(context: RoundContext, recipient: Recipient): BuiltTemplate {
  const { form, language, period } = context;
  const model = modelOf(context, recipient);
  const rows = rowsOf(model, period);
  const styles = new Map<string, CellStyle>(Object.entries(form.styles) as [string, CellStyle][]);
  const plans = recipient.asked.map(({ plan }) => plan);
  const built = formSheet(
    {
      model,
      period,
      form,
      rows,
      documentNumber: plans.flatMap(({ documentNumber }) => documentNumber ?? []).join('、'),
      validUntil: fill(templateMessages.untilEnd, {
        year: Math.max(...plans.map(({ endYear }) => endYear)),
      })[language],
      password: context.password,
    },
    styles,
  );
  const issued = issuedSheet(built);
  const carrier: Carrier = {
    model,
    form: issued,
    seal: sealOf({ model, form: issued }, context.digest),
  };
  const description: WorkbookDescription = {
    title: `${planTitle(model)[language]} ${model.organisation} ${model.period}`,
    creator: context.product,
    createdAt: context.issuedAt,
    sheets: [
      guideSheet(form, model, period, toldRules(plans, model, language), styles),
      built.sheet,
      definitionsSheet(recipient, form, model, styles),
      carrierSheet(carrier),
    ],
    styles: Object.fromEntries(styles),
    names: [],
  };
  return { model, carrier, description };
}

function modelOf(context: RoundContext, recipient: Recipient): TemplateModel {
  const { form, language, period } = context;
  const ids = new Set(recipient.asked.map(({ plan }) => plan.id));
  const asked = context.plans.filter(({ plan }) => ids.has(plan.id));
  const { states, milestones } = form;
  const entries = entriesFor(recipient, period, context.history, context.shared);
  const { region } = recipient;
  const rules = carriedRules(
    asked.map(({ plan }) => plan),
    { entries, region },
  );
  return {
    version: 1,
    product: context.product,
    round: context.round,
    plans: asked.map(({ plan: { id, title, startYear }, hash }) => ({
      id,
      title,
      hash,
      startYear,
    })),
    period: formatPeriod(period),
    due: context.due,
    issuedAt: context.issuedAt,
    coordinator: context.coordinator,
    organisation: recipient.organisation,
    region,
    language,
    form: { id: form.id, nearSchedule: form.thresholds.nearSchedule },
    labels: {
      states: {
        normal: states.normal[language],
        nil: states.nil[language],
        'not-applicable': states['not-applicable'][language],
        'not-due': states['not-due'][language],
      },
      milestones: {
        'not-started': milestones['not-started'][language],
        'under-way': milestones['under-way'][language],
        'on-schedule': milestones['on-schedule'][language],
        completed: milestones.completed[language],
      },
      columns: Object.fromEntries(form.columns.map(({ id, label }) => [id, label[language]])),
    },
    entries,
    ...(rules.length === 0 ? {} : { rules }),
    fields: footFields(form, language, asked.length > 1),
  };
}

/** What was issued locked, row by row, so that a change can be named by its cell. */
function issuedSheet({ sheet, layout }: BuiltForm): IssuedSheet {
  const keys = new Map<number, string>();
  const locked: Record<string, Record<string, string>> = {};
  for (const { row, column, value } of sheet.cells)
    if (column === KEY_COLUMN && typeof value === 'string') keys.set(row, value);
  for (const cell of sheet.cells) {
    const key = keys.get(cell.row);
    const column = layout.columns[cell.column - 2];
    const isEmpty = (cell.value === null || cell.value === '') && cell.formula === undefined;
    if (key === undefined || cell.column === KEY_COLUMN || isEmpty) continue;
    // the columns behind the form are computed again, never read
    if (column === undefined || !isFormColumn(column)) continue;
    // the head's progress line is a formula too: its being one is kept
    (locked[key] ??= {})[column] =
      cell.formula === undefined ? fingerprint(cell.value) : FORMULA_FINGERPRINT;
  }
  return { name: sheet.name, locked };
}

function isFormColumn(column: SheetColumn): boolean {
  return (FORM_COLUMNS as readonly SheetColumn[]).includes(column);
}

/** `_tallybook`: very hidden, so that sorting, renaming and saving elsewhere leave it alone. */
function carrierSheet(carrier: Carrier): SheetDescription {
  return {
    name: CARRIER_SHEET,
    state: 'veryHidden',
    columns: [{ width: 20 }],
    rows: new Map(),
    cells: encodeCarrier(carrier).map((value, index) => ({
      row: index + 1,
      column: 1,
      value,
      style: 'hidden',
    })),
    merges: [],
    validations: [],
    conditionalFormats: [],
    protection: { allow: [] },
    showGridLines: true,
  };
}
