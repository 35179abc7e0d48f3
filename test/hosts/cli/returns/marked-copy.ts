import { strFromU8, unzipSync } from 'fflate';
import type { ReturnRecord } from '../../../../src/core/report/return-record';
import type { WorkbookGrid } from '../../../../src/core/sheet/grid';
import { writeSlip, type WrittenSlip } from '../../../../src/hosts/cli/returns/write-slip';
import { nodeInflate } from '../../../../src/xlsx/read/inflate-node';
import { readWorkbook } from '../../../../src/xlsx/read/read-workbook';
import { writeWorkbook } from '../../../../src/xlsx/write/write-workbook';
import { returnedFile, SLIP_DESIGN } from '../../../core/report/returned';
import { BLANK, filled, typeInto } from '../../../corpus/make/filled';
import { formOf } from '../../../factories/filling';

/** A filled form with something wrong in every way that has a cell: two errors in one, blanks, text, a state, a locked cell. */
export function brokenForm(): Promise<Uint8Array> {
  const workbook = filled({
    productivity: { actual: '约31' },
    firms: { actual: -5 },
    investment: { actual: 2_105_000 },
    renewal: { actual: 0.615 },
    'item.revenue': { state: '零报告' },
    'item.rd': { actual: null },
    park: { actual: '已完成' },
  });
  const { name } = formOf(BLANK);
  const phone = BLANK.description.sheets
    .find((sheet) => sheet.name === name)!
    .cells.filter(({ style, column }) => style === 'footOpen' && column === 4)[1]!;
  const cell = `${String.fromCharCode(64 + phone.column)}${phone.row}`;
  return writeWorkbook(typeInto(workbook, name, new Map([[cell, null]])));
}

export function gridOfBytes(bytes: Uint8Array): WorkbookGrid {
  const read = readWorkbook(bytes, { inflate: nodeInflate });
  if (!read.ok) throw new Error(read.message.en);
  return read.grid;
}

/** The slip that a workbook gets. */
export function slipFor(
  bytes: Uint8Array,
  record: ReturnRecord | null = null,
): Promise<WrittenSlip> {
  const grid = gridOfBytes(bytes);
  const returned = returnedFile(grid, record);
  return writeSlip(returned, { bytes, grid }, SLIP_DESIGN, '2021-07-06T01:00:00.000Z');
}

export function partsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(unzipSync(bytes));
  return Object.fromEntries(parts.map(([path, content]) => [path, strFromU8(content)]));
}
