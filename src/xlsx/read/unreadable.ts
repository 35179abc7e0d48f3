import type { Text } from '../../core/plan/text';

export type UnreadableCode =
  | 'empty'
  | 'encrypted'
  | 'legacy-xls'
  | 'xlsb'
  | 'csv-or-text'
  | 'not-a-workbook'
  | 'truncated'
  | 'damaged'
  | 'too-large'
  | 'bomb'
  | 'dtd';

/** Why a file cannot be read, for a person; thrown inside the reader and returned by readWorkbook. */
export class Unreadable extends Error {
  constructor(
    readonly code: UnreadableCode,
    readonly text: Text,
  ) {
    super(text.en);
    this.name = 'Unreadable';
  }
}
