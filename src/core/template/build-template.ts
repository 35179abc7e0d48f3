import { formatPeriod, type Period } from '../plan/period';
import type { SharedFigure } from '../plan/links';
import type { Plan } from '../plan/schema';
import { fill, type Language } from '../plan/text';
import type {
  CellDescription,
  CellStyle,
  SheetDescription,
  WorkbookDescription,
} from '../sheet/description';
import { encodeCarrier } from './carrier';
import { carriedRules, toldRules } from './carried-rules';
import { definitionsSheet } from './definitions-sheet';
import { rowsOf } from './facts';
import { fingerprint, FORMULA_FINGERPRINT } from './fingerprint';
import { FORM_COLUMNS, type Form } from './form';
import { footFields, planTitle, putHead, type FormContext } from './form-head';
import { formSheet } from './form-sheet';
import { guideSheet } from './guide-sheet';
import type { History } from './entry';
import { KEY_COLUMN, type Layout } from './layout';
import { templateMessages } from './messages';
import {
  CARRIER_SHEET,
  type Carrier,
  type IssuedSheet,
  type SheetColumn,
  type TemplateModel,
} from './model';
import { inOrder, sealInOrder, type Digest, type SealedContent } from './seal';
import { entriesFor, type Recipient } from './select';
import { SheetBuilder } from './sheet-builder';

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
  return templateBuilder(context)(recipient);
}

/** As many sets of questions as a round by unit and region goes through between two of a kind. */
const MOST_SETS = 64;

/**
 * Builds blanks of one round as buildTemplate does, but makes the form and the definitions once for
 * all recipients who are asked the same: their blanks differ only where they name who reports.
 */
export function templateBuilder(context: RoundContext): (recipient: Recipient) => BuiltTemplate {
  const frames = new Map<string, Frame>();
  return (recipient) => {
    const model = modelOf(context, recipient);
    const key = questions(model, recipient);
    const known = frames.get(key);
    const frame = known ?? frameOf(context, recipient, model);
    frames.delete(key);
    frames.set(key, frame);
    if (frames.size > MOST_SETS) frames.delete(frames.keys().next().value!);
    return complete(context, frame, known ? forReporter(frame, model) : frame);
  };
}

/** A workbook but for what is made for each recipient anew. */
interface Frame extends SealedForm {
  readonly context: FormContext;
  readonly layout: Layout;
  readonly definitions: SheetDescription;
  /** What the guide says of rules that the form itself cannot judge. */
  readonly told: ReturnType<typeof toldRules>;
  readonly styles: Map<string, CellStyle>;
}

/** The form's sheet, and what the hidden sheet says of it, in the order in which it is sealed. */
interface SealedForm {
  readonly sheet: SheetDescription;
  readonly sealed: SealedContent;
}

/** Two recipients with one text of questions get the same form, but for their names. */
function questions(model: TemplateModel, { asked }: Recipient): string {
  const { organisation, region, ...rest } = model;
  const names = asked.map(({ plan, indicators }) => [plan.id, indicators.map(({ id }) => id)]);
  return JSON.stringify([region === null, region === organisation, names, rest]);
}

function frameOf(context: RoundContext, recipient: Recipient, model: TemplateModel): Frame {
  const { form, language, period } = context;
  const styles = new Map<string, CellStyle>(Object.entries(form.styles) as [string, CellStyle][]);
  const plans = recipient.asked.map(({ plan }) => plan);
  const formContext: FormContext = {
    model,
    period,
    form,
    rows: rowsOf(model, period),
    documentNumber: plans.flatMap(({ documentNumber }) => documentNumber ?? []).join('、'),
    validUntil: fill(templateMessages.untilEnd, {
      year: Math.max(...plans.map(({ endYear }) => endYear)),
    })[language],
    password: context.password,
  };
  const { sheet, layout } = formSheet(formContext, styles);
  const issued: IssuedSheet = { name: sheet.name, locked: lockedCells(sheet.cells, layout) };
  return {
    context: formContext,
    layout,
    sheet,
    sealed: inOrder({ model, form: issued }),
    definitions: definitionsSheet(recipient, form, model, styles),
    told: toldRules(plans, model, language),
    styles,
  };
}

/** The same form with another's name in its head. */
function forReporter(frame: Frame, model: TemplateModel): SealedForm {
  const { context, layout, sheet, sealed, styles } = frame;
  const builder = new SheetBuilder(styles);
  putHead(builder, layout, { ...context, model });
  const head = builder.sorted();
  const isAbove = ({ row }: CellDescription) => row < layout.titleRow;
  const isBelow = ({ row }: CellDescription) => row > layout.columnHeadRow;
  const cells = [...sheet.cells.filter(isAbove), ...head, ...sheet.cells.filter(isBelow)];
  const { organisation, region } = model;
  return {
    sheet: { ...sheet, cells },
    sealed: {
      // spread over the frame's: the order of keys is sealed, too
      model: { ...sealed.model, organisation, region },
      form: {
        ...sealed.form,
        locked: { ...sealed.form.locked, ...lockedCells(head, layout) },
      },
    },
  };
}

function complete(
  context: RoundContext,
  { definitions, told, styles }: Frame,
  { sheet, sealed }: SealedForm,
): BuiltTemplate {
  const { model } = sealed;
  const carrier: Carrier = { ...sealed, seal: sealInOrder(sealed, context.digest) };
  const description: WorkbookDescription = {
    title: `${planTitle(model)[context.language]} ${model.organisation} ${model.period}`,
    creator: context.product,
    createdAt: context.issuedAt,
    sheets: [
      guideSheet(context.form, model, context.period, told, styles),
      sheet,
      definitions,
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

/** What was issued locked, row by row, so that a change can be named by its cell; the rows come whole. */
function lockedCells(cells: readonly CellDescription[], layout: Layout): IssuedSheet['locked'] {
  const keys = new Map<number, string>();
  const locked: Record<string, Record<string, string>> = {};
  for (const { row, column, value } of cells)
    if (column === KEY_COLUMN && typeof value === 'string') keys.set(row, value);
  for (const cell of cells) {
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
  return locked;
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
