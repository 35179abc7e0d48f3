// What writes workbooks: large, and so loaded when it is needed.
import { stringify } from 'csv-stringify/sync';
export { workbookSeries } from '../../../xlsx/write/workbook-series';
export { writeWorkbook } from '../../../xlsx/write/write-workbook';

/** As the command line writes facts.csv: text that a program would run is quoted. */
export function csv(table: readonly (readonly string[])[]): string {
  return stringify([...table], { bom: true, escape_formulas: true });
}
