import { sheetOf, workbookOf, cellOf } from '../../xlsx/write/sample';
import { writeWorkbook } from '../../../src/xlsx/write/write-workbook';
import type { SheetDescription } from '../../../src/core/sheet/description';
import { filled } from '../../corpus/make/filled';

/** The form that the corpus starts from, filled in. */
export function sampleForm(): Promise<Uint8Array> {
  return writeWorkbook(filled());
}

/** Its sheet and some of its cells. */
export const FORM = '填报表';

/** A workbook of these sheets, protected as little or as much as they say. */
export function bookOf(...sheets: readonly Partial<SheetDescription>[]): Promise<Uint8Array> {
  return writeWorkbook(
    workbookOf({
      styles: { plain: {}, open: { unlocked: true }, text: { unlocked: true, numberFormat: '@' } },
      sheets: sheets.map((sheet) => sheetOf(sheet)),
    }),
  );
}

export { cellOf };
