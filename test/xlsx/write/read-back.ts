import { strFromU8, unzipSync } from 'fflate';
import * as exceljs from 'exceljs';

/** The workbook as exceljs, an independent reader of the written parts, sees it. */
export async function readBack(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer);
  return workbook;
}

/** One sheet as exceljs sees it. */
export async function readSheet(bytes: Uint8Array, name: string): Promise<exceljs.Worksheet> {
  return (await readBack(bytes)).getWorksheet(name)!;
}

/** A part's text as stored. */
export function partOf(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path]!);
}
