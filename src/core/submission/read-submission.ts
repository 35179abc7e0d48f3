import { formatAddress } from '../sheet/address';
import { cellAt, type GridCell, type WorkbookGrid } from '../sheet/grid';
import { evaluateNumber, isEmptyText } from '../rule/evaluate';
import { MILESTONE_STATUSES, milestoneCode } from '../rule/row';
import { roundTo } from '../rule/rounding';
import { decodeCarrier } from '../template/carrier';
import { derivedExpression } from '../template/derivation';
import type { Entry } from '../template/entry';
import type { Carrier, TemplateModel } from '../template/model';
import { checkSeal, type Digest } from '../template/seal';
import { findForm, type FormPlaces } from './form-places';
import { findAlteredCells } from './locked-cells';
import { readNumber } from './read-number';
import type {
  EntryState,
  Observation,
  Submission,
  SubmittedEntry,
  SubmittedField,
} from './submission';

export type SubmissionReading =
  | { readonly is: 'submission'; readonly submission: Submission }
  /** A workbook, but none of ours. */
  | { readonly is: 'foreign' }
  /** Ours once; the hidden sheet no longer reads. */
  | { readonly is: 'damaged' };

/** Recovers what a department filled in, by the keys in the hidden sheet, row and column, never by position alone. */
export function readSubmission(grid: WorkbookGrid, digest: Digest): SubmissionReading {
  const decoded = decodeCarrier(grid);
  if (decoded.found === 'nothing') return { is: 'foreign' };
  if (decoded.found === 'damaged') return { is: 'damaged' };
  const { carrier, sheet } = decoded;
  const seal = checkSeal(carrier, digest);
  const observations: Observation[] = [];
  if (seal === 'altered')
    observations.push(observe('alteredIdentity', null, { sheet: sheet.name }));
  if (grid.externalLinks.length > 0)
    observations.push(observe('externalLink', null, { count: grid.externalLinks.length }));
  if (grid.hasMacros) observations.push(observe('macros', null, {}));

  const keys = carrier.model.entries.map(({ key }) => key);
  const places = findForm(grid, keys);
  const reading = places ? readForm(carrier, places) : unreadForm(carrier.model, carrier.form.name);
  return {
    is: 'submission',
    submission: {
      model: carrier.model,
      seal,
      sealValue: carrier.seal.value,
      entries: withDerived(reading.entries),
      fields: reading.fields,
      observations: [...observations, ...reading.observations],
      savedAt: grid.savedAt,
      application: grid.application,
    },
  };
}

type FormReading = Pick<Submission, 'entries' | 'fields' | 'observations'>;

function unreadForm(model: TemplateModel, name: string): FormReading {
  return {
    entries: model.entries.map((entry) => unread(entry, name)),
    fields: [],
    observations: [observe('missingSheet', null, { name })],
  };
}

function readForm(carrier: Carrier, places: FormPlaces): FormReading {
  const { model } = carrier;
  const observations = findAlteredCells(carrier, places);
  for (const id of ['actual', 'state', 'explanation'] as const)
    if (!places.columns.has(id))
      observations.push(
        observe('missingColumn', null, { name: model.labels.columns[id] ?? id }, places),
      );
  const entries = model.entries.map((entry) => readEntry(entry, model, places, observations));
  return { entries, fields: model.fields.map((field) => readField(field, places)), observations };
}

function readEntry(
  entry: Entry,
  model: TemplateModel,
  places: FormPlaces,
  observations: Observation[],
): SubmittedEntry {
  const { sheet } = places;
  const [row, second] = places.rows.get(entry.key) ?? [];
  if (row === undefined) {
    observations.push(observe('missingRow', entry.key, { name: entry.name }, places));
    return unread(entry, sheet.name);
  }
  const at = (id: string): { cell: GridCell | undefined; address: string | undefined } => {
    const column = places.columns.get(id);
    return column === undefined
      ? { cell: undefined, address: undefined }
      : { cell: cellAt(sheet, row, column), address: formatAddress(row, column) };
  };
  const actual = at('actual');
  const noticed = (rule: Observation['rule'], fillings: Observation['fillings']) =>
    observations.push({
      rule,
      sheet: sheet.name,
      cell: actual.address ?? null,
      entry: entry.key,
      fillings,
    });
  const twin = second ?? filledCopy(entry.key, places);
  if (twin !== undefined) noticed('duplicateRow', { name: entry.name, first: row, second: twin });
  if (sheet.hiddenRows.has(row)) noticed('hiddenRow', { name: entry.name });

  const chosen = at('state');
  const explanation = at('explanation');
  const evidence = at('evidence');
  const reading = entry.derivation ? PENDING : readActual(actual.cell, chosen.cell, entry, model);
  const raw = rawOf(actual.cell);
  if (!entry.derivation && actual.cell?.hasCachedValue === false)
    noticed('formulaWithoutValue', { raw });
  if (reading.wasText) noticed('numberAsText', { raw, value: reading.value ?? '' });
  return {
    entry,
    state: reading.state,
    value: reading.value,
    milestone: reading.milestone,
    raw,
    explanation: textOf(explanation.cell),
    evidence: textOf(evidence.cell),
    sheet: sheet.name,
    row,
    cells: Object.fromEntries(
      Object.entries({
        actual: actual.address,
        state: chosen.address,
        explanation: explanation.address,
        evidence: evidence.address,
      }).filter(([, address]) => address !== undefined),
    ),
  };
}

/** Where a copy of the form holds another figure or state for the row; a blank or equal copy does no harm. */
function filledCopy(key: string, { sheet, columns, rows, copies }: FormPlaces): string | undefined {
  const text = (form: Omit<FormPlaces, 'copies'>, id: string): string => {
    const [row, column] = [form.rows.get(key)?.[0], form.columns.get(id)];
    return row === undefined || column === undefined ? '' : rawOf(cellAt(form.sheet, row, column));
  };
  for (const copy of copies) {
    const isOther = (id: string) =>
      !['', text({ sheet, columns, rows }, id)].includes(text(copy, id));
    if (isOther('actual') || isOther('state'))
      return `${copy.rows.get(key)?.[0] ?? ''}（${copy.sheet.name}）`;
  }
  return undefined;
}

type ActualReading = Pick<SubmittedEntry, 'state' | 'value' | 'milestone'> & { wasText: boolean };

const PENDING: ActualReading = { state: 'blank', value: null, milestone: null, wasText: false };

/** The row's state from its figure and the state chosen for it. */
function readActual(
  cell: GridCell | undefined,
  chosenCell: GridCell | undefined,
  entry: Entry,
  model: TemplateModel,
): ActualReading {
  const figure =
    entry.accumulation === 'status' ? readMilestone(cell, model) : readFigure(cell, entry);
  const chosen = chosenState(chosenCell, model);
  const none = (state: EntryState): ActualReading => ({ ...PENDING, state });
  if (cell?.type === 'error') return none('invalid');
  if (chosen === null) return none('conflict');
  if (chosen === 'normal') return figure;
  if (chosen !== 'nil') return none(figure.state === 'blank' ? chosen : 'conflict');
  // a status is one of its list; there is no nil one
  if (entry.accumulation === 'status') return none('conflict');
  const isZero = figure.state === 'blank' || (figure.state === 'value' && figure.value === 0);
  return isZero ? { ...none('nil'), value: 0 } : none('conflict');
}

function readFigure(cell: GridCell | undefined, entry: Entry): ActualReading {
  const reading = readNumber(cell, entry.measureUnit);
  switch (reading.is) {
    case 'blank':
      return PENDING;
    case 'invalid':
      return { ...PENDING, state: 'invalid' };
    case 'number':
      return { state: 'value', value: reading.value, milestone: null, wasText: reading.wasText };
  }
}

function readMilestone(cell: GridCell | undefined, model: TemplateModel): ActualReading {
  if (cell?.hasCachedValue === false) return { ...PENDING, state: 'invalid' };
  const text = textOf(cell);
  if (text === '') return PENDING;
  const milestone = MILESTONE_STATUSES.find((status) =>
    isLabel(model.labels.milestones[status], text),
  );
  return milestone
    ? { state: 'value', value: milestoneCode(milestone), milestone, wasText: false }
    : { ...PENDING, state: 'invalid' };
}

function chosenState(cell: GridCell | undefined, model: TemplateModel) {
  const text = textOf(cell);
  if (text === '') return 'normal';
  const labels = Object.entries(model.labels.states) as [
    keyof typeof model.labels.states,
    string,
  ][];
  return labels.find(([, label]) => isLabel(label, text))?.[0] ?? null;
}

/** Whatever the case of its letters, as a spreadsheet compares texts. */
function isLabel(label: string, text: string): boolean {
  return label.toLowerCase() === text.toLowerCase();
}

function readField(field: TemplateModel['fields'][number], places: FormPlaces): SubmittedField {
  const { id, label, required } = field;
  const row = places.rows.get(field.row)?.[0];
  const column = places.columns.get(field.column);
  const isFound = row !== undefined && column !== undefined;
  return {
    id,
    label,
    required,
    value: isFound ? textOf(cellAt(places.sheet, row, column)) : '',
    sheet: places.sheet.name,
    cell: isFound ? formatAddress(row, column) : null,
  };
}

/** Computes the rows that come from other rows; a row whose parts are missing stays blank. */
function withDerived(entries: readonly SubmittedEntry[]): SubmittedEntry[] {
  const values = new Map(entries.map(({ entry, value }) => [entry.key, value]));
  return entries.map((submitted) => {
    const expression = derivedExpression(submitted.entry);
    if (!expression) return submitted;
    const value = evaluateNumber(expression, {
      number: () => null,
      text: () => '',
      entry: (key) => values.get(key) ?? null,
    });
    if (value === null) return submitted;
    return { ...submitted, state: 'value', value: roundTo(value, submitted.entry.precision) };
  });
}

function unread(entry: Entry, sheet: string): SubmittedEntry {
  return {
    entry,
    ...{ state: 'blank', value: null, milestone: null, raw: '', explanation: '', evidence: '' },
    sheet,
    row: null,
    cells: {},
  };
}

function observe(
  rule: Observation['rule'],
  entry: string | null,
  fillings: Observation['fillings'],
  places?: FormPlaces,
): Observation {
  return { rule, sheet: places?.sheet.name ?? null, cell: null, entry, fillings };
}

function rawOf(cell: GridCell | undefined): string {
  if (cell === undefined) return '';
  if (cell.type === 'boolean') return cell.value === true ? 'TRUE' : 'FALSE';
  return cell.hasCachedValue === false ? `=${cell.formula ?? ''}` : cell.raw;
}

/** The cell's text without the characters that leave it empty at either end. */
function textOf(cell: GridCell | undefined): string {
  if (cell === undefined || cell.type === 'error') return '';
  const text = String(cell.value);
  return isEmptyText(text) ? '' : text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}
