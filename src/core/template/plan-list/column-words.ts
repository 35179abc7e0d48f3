import type { Text } from '../../plan/text';

/** How one column of the workbook is called and filled in. */
export interface ColumnWords {
  readonly header: Text;
  /** What to enter, in one sentence: the hint beside the cell, the guide and the findings say it. */
  readonly hint: Text;
  /** One indicator runs through the examples of a sheet. */
  readonly example: Text;
}

/** A wording that is the same in both languages. */
export const same = (wording: string): Text => ({ zh: wording, en: wording });
export const none = same('');
