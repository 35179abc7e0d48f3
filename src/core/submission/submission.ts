import type { Fillings } from '../plan/text';
import type { FileRuleName } from '../rule/catalogue';
import type { Entry } from '../template/entry';
import type { TemplateModel } from '../template/model';
import type { SealState } from '../template/seal';
import type { MilestoneStatus } from '../rule/row';

/** What a cell of the form turned out to be; `conflict` is a state that contradicts the figure or is none of the list. */
export type EntryState =
  'value' | 'blank' | 'nil' | 'not-applicable' | 'not-due' | 'invalid' | 'conflict';

/** Where a figure that a region compiled came from, one level down. */
export interface Origin {
  readonly organisation: string;
  readonly region: string | null;
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly cell: string | null;
  readonly raw: string;
  /** In measureUnit, which may be another than one level up; null for a milestone. */
  readonly value: number | null;
  readonly measureUnit: string;
  /** Another level down. */
  readonly behind?: readonly Origin[] | undefined;
}

/** One row of a returned form, as read. */
export interface SubmittedEntry {
  readonly entry: Entry;
  readonly state: EntryState;
  /**
   * In the entry's measureUnit; 0 for a nil report; a milestone's place in the list of statuses;
   * null where there is no figure. A derived row's figure is computed, never read.
   */
  readonly value: number | null;
  readonly milestone: MilestoneStatus | null;
  /** The cell's text as stored, before any reading. */
  readonly raw: string;
  /** The same as messages quote it: a number without its binary tail or exponent. */
  readonly quoted: string;
  readonly explanation: string;
  readonly evidence: string;
  readonly sheet: string;
  /** The row's number on its sheet; null where the row is gone. */
  readonly row: number | null;
  /** Addresses of the row's cells; missing where the column is gone. */
  readonly cells: Readonly<
    Partial<Record<'actual' | 'state' | 'explanation' | 'evidence', string>>
  >;
  /** What stands behind a figure that a region compiled; absent where a department filled it in. */
  readonly behind?: readonly Origin[];
}

/** Something that reading noticed and a file rule speaks about. */
export interface Observation {
  readonly rule: FileRuleName;
  readonly sheet: string | null;
  readonly cell: string | null;
  /** Key of the entry concerned. */
  readonly entry: string | null;
  readonly fillings: Fillings;
}

export interface SubmittedField {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly value: string;
  readonly sheet: string;
  readonly cell: string | null;
}

/** A returned workbook, read. */
export interface Submission {
  readonly model: TemplateModel;
  /** `missing` where the hidden sheet is gone and the form was told by its head. */
  readonly seal: SealState | 'missing';
  /** The seal's own value: names the very blank that was issued. */
  readonly sealValue: string;
  readonly entries: readonly SubmittedEntry[];
  readonly fields: readonly SubmittedField[];
  readonly observations: readonly Observation[];
  /** The document's own saved time, ISO; and the program that saved it. */
  readonly savedAt: string | null;
  readonly application: string | null;
}
