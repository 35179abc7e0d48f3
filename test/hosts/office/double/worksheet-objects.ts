import { areaOf } from './addresses';
import type { CellArea, LiveSheet, ProtectionOptions } from './book';
import { accessDenied, type ExcelProgram } from './excel';
import { HostError, type HostObject } from './host-object';
import { rangeObject } from './range-objects';

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' } as const;
const WHOLE_SHEET: CellArea = { row: 0, column: 0, rows: 1_048_576, columns: 16_384 };
/** What protecting allows where nothing is said. */
const DEFAULT_OPTIONS: ProtectionOptions = { allowFormatCells: false, selectionMode: 'Normal' };

export function worksheetObject(excel: ExcelProgram, sheet: LiveSheet): HostObject {
  const range = (area: CellArea) => rangeObject(excel, sheet, area);
  const used = (valuesOnly: boolean | null) => {
    const area = sheet.usedArea(valuesOnly === true);
    return area ? range(area) : null;
  };
  return {
    type: 'Worksheet',
    identity: { Id: sheet.id },
    scalars: {
      Id: () => sheet.id,
      Name: () => sheet.name,
      Visibility: () => VISIBILITY[sheet.state],
    },
    properties: { Protection: () => protectionObject(excel, sheet) },
    methods: {
      Activate: () => {
        if (sheet.state !== 'visible')
          throw new HostError('InvalidOperation', '无法激活隐藏的工作表。');
        excel.book.active = sheet.name;
      },
      GetRange: (address: string | null) => range(address ? wanted(address) : WHOLE_SHEET),
      GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) =>
        range({ row, column, rows, columns }),
      GetUsedRange: (valuesOnly: boolean | null) =>
        used(valuesOnly) ?? range({ row: 0, column: 0, rows: 1, columns: 1 }),
      GetUsedRangeOrNullObject: used,
    },
  };
}

function wanted(address: string): CellArea {
  const area = areaOf(address);
  if (!area) throw new HostError('InvalidArgument', '参数无效或丢失或格式不正确。');
  return area;
}

function protectionObject(excel: ExcelProgram, sheet: LiveSheet): HostObject {
  return {
    type: 'WorksheetProtection',
    identity: {},
    scalars: {
      Protected: () => sheet.protection !== null,
      Options: () => sheet.protection?.options ?? null,
    },
    methods: {
      Protect: (options: ProtectionOptions | null, password?: string | null) => {
        if (sheet.protection || excel.isReadOnly) throw accessDenied();
        sheet.protection = {
          options: { ...DEFAULT_OPTIONS, ...options },
          password: password ?? null,
        };
      },
      Unprotect: (password?: string | null) => {
        const needed = sheet.protection?.password ?? null;
        if (excel.isReadOnly || (needed !== null && password !== needed)) throw accessDenied();
        sheet.protection = null;
      },
    },
  };
}
