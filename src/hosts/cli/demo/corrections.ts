import { patchWorkbook } from '../../../xlsx/write/patch-workbook';
import { SAMPLE_MARK } from './figures';
import { fillIn, openForm } from './fill-in';

/** How a department corrects the workbook that came back to it. */
export type Correction = (slip: Uint8Array, reportedOn: string) => Uint8Array;

/** 全部改正。 */
export const correctAll: Correction = fillIn;

/** 只补了填报人，其余没有改。 */
export const correctSome: Correction = (slip) =>
  patchWorkbook(
    slip,
    openForm(slip).fields.flatMap(({ id, sheet, cell }) =>
      id === 'filler' && cell !== null ? [{ sheet, cell, value: SAMPLE_MARK }] : [],
    ),
  );
