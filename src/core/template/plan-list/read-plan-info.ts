import { planSchema, type Plan } from '../../plan/schema';
import type { Digest } from '../seal';
import { readAliases } from './cell-lists';
import { comparable } from './choices';
import { fieldWords } from './plan-messages';
import {
  FIELD_IDS,
  FIRST_YEAR,
  LAST_YEAR,
  sheetDesigns,
  type FieldId,
  type PlanColumn,
} from './columns';
import type { PlanListFinding } from './finding';
import type { Table } from './find-tables';
import { cellAt } from '../../sheet/grid';
import { formatAddress } from '../../sheet/address';
import { fill } from '../../plan/text';
import { findingMessages as messages } from './messages';
import { RecordReader, rowReader } from './record-reader';

type Fields = Omit<Plan, 'organisations' | 'regions' | 'indicators' | 'items' | 'rules'>;

/** The lines of 规划信息 by what they are called, wherever they stand. */
export function fieldReader(table: Table, findings: PlanListFinding[]): RecordReader<FieldId> {
  const labels = table.columns.get('field');
  const content = table.columns.get('content');
  const rows = new Map<string, number>();
  if (labels !== undefined)
    for (const row of table.rows) {
      const label = cellAt(table.sheet, row, labels)?.value;
      if (typeof label === 'string' && !rows.has(comparable(label)))
        rows.set(comparable(label), row);
    }
  const rowOf = (id: FieldId): number | undefined => {
    const { zh, en } = fieldWords[id].header;
    return rows.get(comparable(zh)) ?? rows.get(comparable(en));
  };
  const spotOf = (id: FieldId) => {
    const row = rowOf(id);
    return row === undefined || content === undefined ? null : { row, column: content };
  };
  if (labels !== undefined && content !== undefined)
    for (const id of FIELD_IDS.filter((id) => rowOf(id) === undefined))
      findings.push({
        sheet: table.sheet.name,
        cell: formatAddress(table.headRow, labels),
        message: fill(messages.fieldMissing, { name: fieldWords[id].header }),
      });
  return new RecordReader(table, fieldWords, spotOf, findings);
}

/** The plan as a whole. Its source's hash is computed where the cell is blank. */
export function readFields(
  reader: RecordReader<FieldId>,
  source: string | null,
  digest: Digest | null,
): Fields {
  const { shape } = planSchema;
  const year = (id: 'startYear' | 'endYear', standIn: number) =>
    reader.checked(id, reader.requiredNumber(id, standIn), shape[id], standIn);
  const version = reader.number('schemaVersion') ?? 1;
  return {
    schemaVersion: reader.checked('schemaVersion', version, shape.schemaVersion, 1),
    id: reader.checked('id', reader.required('id', 'plan'), shape.id, 'plan'),
    title: reader.required('title', '?'),
    issuer: reader.required('issuer', '?'),
    documentNumber: reader.name('documentNumber'),
    issuedOn: reader.checked('issuedOn', readDate(reader), shape.issuedOn, null),
    startYear: year('startYear', FIRST_YEAR),
    endYear: year('endYear', LAST_YEAR),
    source: {
      file: reader.words('sourceFile', '?'),
      sha256: readHash(reader, source, digest),
    },
    coordinator: reader.required('coordinator', '?'),
  };
}

/** The organisations, with the places of their cells in the same order. */
export function readOrganisations(table: Table, findings: PlanListFinding[]) {
  return readersOf(table, findings).flatMap((reader) => {
    const name = reader.name('organisation');
    const aliases = reader.shown('aliases');
    if (name === null) {
      if (aliases !== null) reader.missing('organisation', null);
      return [];
    }
    return [{ reader, value: { name, aliases: aliases === null ? [] : readAliases(aliases) } }];
  });
}

export function readRegions(table: Table, findings: PlanListFinding[]) {
  return readersOf(table, findings).flatMap((reader) => {
    const name = reader.name('region');
    return name === null ? [] : [{ reader, value: { name } }];
  });
}

function readersOf(table: Table, findings: PlanListFinding[]): RecordReader<PlanColumn>[] {
  const { columns } = sheetDesigns.plan;
  return table.rows.map((row) => rowReader<PlanColumn>(table, columns, row, findings));
}

/** 2022-09-27, also as 2022/9/27, 2022年9月27日 or a cell that a program made a date of. */
function readDate(reader: RecordReader<FieldId>): string | null {
  const shown = reader.name('issuedOn');
  if (shown === null) return null;
  const value = reader.cell('issuedOn')?.value;
  if (typeof value === 'number') return dateOfSerial(value) ?? shown;
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(shown.normalize('NFKC'));
  if (!match) return shown;
  const [, year, month, day] = match;
  return `${year!}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

const DAY = 86_400_000;
/** The first and the last day number that Excel takes for a date of its 1900 system. */
const FIRST_DAY = 61;
const LAST_DAY = 2_958_465;

function dateOfSerial(serial: number): string | null {
  if (!Number.isInteger(serial) || serial < FIRST_DAY || serial > LAST_DAY) return null;
  return new Date(Date.UTC(1899, 11, 30) + serial * DAY).toISOString().slice(0, 10);
}

function readHash(
  reader: RecordReader<FieldId>,
  source: string | null,
  digest: Digest | null,
): string {
  const computed = source === null || digest === null ? null : digest.sha256(source);
  const standIn = '0'.repeat(64);
  const written = reader.name('sourceHash')?.toLowerCase();
  if (written === undefined) {
    if (computed === null) reader.report('sourceHash', messages.hashNeeded);
    return computed ?? standIn;
  }
  if (computed !== null && computed !== written) reader.report('sourceHash', messages.hashDiffers);
  return reader.checked('sourceHash', written, planSchema.shape.source.shape.sha256, standIn);
}
