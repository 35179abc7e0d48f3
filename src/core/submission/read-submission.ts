import { columnLetters, formatAddress } from '../sheet/address';
import { cellAt, type GridCell, type WorkbookGrid } from '../sheet/grid';
import { decodeCarrier } from '../template/carrier';
import type { Entry } from '../template/entry';
import type { Carrier, TemplateModel } from '../template/model';
import { checkSeal, type Digest } from '../template/seal';
import { reporterName } from '../template/form-head';
import { quotedText, rawOf, textOf } from './cell-text';
import { filledCopy, filledTwins } from './copies';
import { findForm, OPEN_COLUMNS, type FormPlaces, type OpenColumn } from './form-places';
import { findAlteredCells } from './locked-cells';
import { PENDING, readActual } from './read-actual';
import { findExtras } from './recover/extras';
import { identify, type IssuedTemplates, type UnidentifiedReason } from './recover/identity';
import { isCovered, mergedAreas, type MergedArea } from './recover/merged-cells';
import { readRegional, type RegionalReading } from './regional/read-regional';
import type { Observation, Submission, SubmittedEntry, SubmittedField } from './submission';
import { withDerived } from './with-derived';

export type SubmissionReading =
  | { readonly is: 'submission'; readonly submission: Submission }
  /** A workbook, but none of ours. */
  | { readonly is: 'foreign' }
  /** Ours once; the hidden sheet no longer reads, and nothing else tells whose it is. */
  | { readonly is: 'damaged' }
  /** A form of ours without its hidden sheet. */
  | { readonly is: 'unidentified'; readonly why: UnidentifiedReason }
  | Extract<RegionalReading, { is: 'refused' }>;

/**
 * Recovers what a department filled in, by the keys in the hidden sheet, row and column, never by
 * position alone; where keys are gone, by headings and names; where the hidden sheet is gone, by what
 * the round issued. Every weaker way is said.
 * @param issued the blanks of the round; null where no round is named
 */
export function readSubmission(
  grid: WorkbookGrid,
  digest: Digest,
  issued: IssuedTemplates | null = null,
): SubmissionReading {
  const decoded = decodeCarrier(grid);
  if (decoded.found === 'carrier') {
    const { carrier, sheet, sealed } = decoded;
    const seal = checkSeal(carrier, digest, sealed);
    const altered =
      seal === 'altered' ? [observe('alteredIdentity', null, { sheet: sheet.name })] : [];
    const places = findForm(grid, carrier);
    return { is: 'submission', submission: read(grid, carrier, { places, seal, said: altered }) };
  }
  const regional = decoded.found === 'nothing' ? readRegional(grid, digest, issued) : null;
  if (regional) return regional;
  const identified = identify(grid, issued);
  if (identified.is !== 'identified')
    return decoded.found === 'damaged' ? { is: 'damaged' } : identified;
  const { carrier, places } = identified;
  const said = [
    observe('recoveredIdentity', null, {
      who: reporterName(carrier.model),
      period: carrier.model.period,
    }),
  ];
  return { is: 'submission', submission: read(grid, carrier, { places, seal: 'missing', said }) };
}

interface Found {
  readonly places: FormPlaces | null;
  readonly seal: Submission['seal'];
  /** What finding the form already said. */
  readonly said: readonly Observation[];
}

function read(grid: WorkbookGrid, carrier: Carrier, { places, seal, said }: Found): Submission {
  const observations: Observation[] = [...said];
  if (grid.externalLinks.length > 0)
    observations.push(observe('externalLink', null, { count: grid.externalLinks.length }));
  if (grid.hasMacros) observations.push(observe('macros', null, {}));
  const reading = places ? readForm(carrier, places) : unreadForm(carrier.model, carrier.form.name);
  return {
    model: carrier.model,
    seal,
    sealValue: carrier.seal.value,
    entries: withDerived(reading.entries),
    fields: reading.fields,
    observations: [...observations, ...reading.observations, ...findExtras(grid, carrier, places)],
    savedAt: grid.savedAt,
    application: grid.application,
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
  const observations = [...recovered(model, places), ...findAlteredCells(carrier, places)];
  for (const id of ['actual', 'state', 'explanation'] as const)
    if (!places.columns.has(id))
      observations.push(
        observe('missingColumn', null, { name: model.labels.columns[id] ?? id }, places),
      );
  const merged = mergedOpenCells(model, places);
  for (const { range, top, left } of merged) {
    const first = formatAddress(top, left);
    observations.push({
      ...observe('mergedCells', null, { range, first }, places),
      cell: first,
    });
  }
  const form = { places, merged, open: openColumns(places) };
  const entries = model.entries.map((entry) => readEntry(entry, model, form, observations));
  return { entries, fields: model.fields.map((field) => readField(field, form)), observations };
}

/** What was told by its texts alone. */
function recovered({ labels }: TemplateModel, places: FormPlaces): Observation[] {
  const { columns, rows } = places.byText;
  const said: Observation[] = [];
  if (columns.length > 0) {
    const byId: Readonly<Partial<Record<string, string>>> = labels.columns;
    const names = columns.map((id) => byId[id] ?? id).join('、');
    said.push(observe('recoveredByHeadings', null, { names }, places));
  }
  if (rows.length > 0) said.push(observe('recoveredByNames', null, { count: rows.length }, places));
  return said;
}

/** The merges that people made over cells to fill in. */
function mergedOpenCells(model: TemplateModel, { sheet, rows, columns }: FormPlaces): MergedArea[] {
  const entryRows = model.entries.flatMap(({ key }) => rows.get(key) ?? []);
  const openColumns = OPEN_COLUMNS.flatMap((id) => columns.get(id) ?? []);
  return mergedAreas(sheet, entryRows, openColumns);
}

/** The form as it stands, with the cells that other cells cover. */
interface OpenForm {
  readonly places: FormPlaces;
  readonly merged: readonly MergedArea[];
  readonly open: Readonly<Partial<Record<OpenColumn, NamedColumn>>>;
}

interface NamedColumn {
  readonly column: number;
  readonly letters: string;
}

function openColumns({ columns }: FormPlaces): OpenForm['open'] {
  const open: Partial<Record<OpenColumn, NamedColumn>> = {};
  for (const id of OPEN_COLUMNS) {
    const column = columns.get(id);
    if (column !== undefined) open[id] = { column, letters: columnLetters(column) };
  }
  return open;
}

function readEntry(
  entry: Entry,
  model: TemplateModel,
  form: OpenForm,
  observations: Observation[],
): SubmittedEntry {
  const { places, merged, open } = form;
  const { sheet } = places;
  const [row, second] = places.rows.get(entry.key) ?? [];
  if (row === undefined) {
    observations.push(observe('missingRow', entry.key, { name: entry.name }, places));
    return unread(entry, sheet.name);
  }
  const cells: Partial<Record<OpenColumn, string>> = {};
  for (const id of OPEN_COLUMNS) if (open[id]) cells[id] = `${open[id].letters}${row}`;
  const cellOf = (id: OpenColumn): GridCell | undefined => {
    const column = open[id]?.column;
    return column === undefined || isCovered(merged, row, column)
      ? undefined
      : cellAt(sheet, row, column);
  };
  const actual = cellOf('actual');
  const noticed = (rule: Observation['rule'], fillings: Observation['fillings']) =>
    observations.push({
      rule,
      sheet: sheet.name,
      cell: cells.actual ?? null,
      entry: entry.key,
      fillings,
    });
  const { name } = entry;
  if (second !== undefined) noticed('duplicateRow', { name, first: row, second });
  else {
    const copy = filledCopy(entry.key, places);
    if (copy) noticed('duplicateForm', { name, first: sheet.name, second: copy.sheet.name });
  }
  for (const { id, column } of filledTwins(row, places))
    noticed('duplicateColumn', {
      ...{ name, label: model.labels.columns[id] ?? id },
      first: formatAddress(row, places.columns.get(id) ?? column),
      second: formatAddress(row, column),
    });
  if (sheet.hiddenRows.has(row)) noticed('hiddenRow', { name });

  const reading = entry.derivation ? PENDING : readActual(actual, cellOf('state'), entry, model);
  const raw = rawOf(actual);
  if (!entry.derivation && actual?.hasCachedValue === false)
    noticed('formulaWithoutValue', { raw });
  if (reading.wasText) noticed('numberAsText', { raw, value: reading.value ?? '' });
  return {
    entry,
    state: reading.state,
    value: reading.value,
    milestone: reading.milestone,
    raw,
    quoted: quotedText(actual),
    explanation: textOf(cellOf('explanation')),
    evidence: textOf(cellOf('evidence')),
    sheet: sheet.name,
    row,
    cells,
  };
}

function readField(
  field: TemplateModel['fields'][number],
  { places, merged }: OpenForm,
): SubmittedField {
  const { id, label, required } = field;
  const row = places.rows.get(field.row)?.[0];
  const column = places.columns.get(field.column);
  const isFound = row !== undefined && column !== undefined;
  return {
    id,
    label,
    required,
    value:
      isFound && !isCovered(merged, row, column) ? textOf(cellAt(places.sheet, row, column)) : '',
    sheet: places.sheet.name,
    cell: isFound ? formatAddress(row, column) : null,
  };
}

function unread(entry: Entry, sheet: string): SubmittedEntry {
  return {
    entry,
    ...{
      state: 'blank',
      value: null,
      milestone: null,
      raw: '',
      quoted: '',
      explanation: '',
      evidence: '',
    },
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
