import type { Text } from '../../core/plan/text';

/** A cell that the pane can lead to. */
export interface ShownPlace {
  readonly sheet: string;
  readonly cell: string;
}

/** In the order in which they are shown; `open` is what is not filled in yet. */
export const FINDING_GROUPS = ['error', 'explain', 'open', 'note'] as const;
export type FindingGroup = (typeof FINDING_GROUPS)[number];

/** A finding as the pane shows it. */
export interface ShownFinding {
  /** The same for the same finding after every reading. */
  readonly id: string;
  readonly rule: string;
  readonly group: FindingGroup;
  /** The row's or field's name; null for what concerns the whole file. */
  readonly name: string | null;
  readonly message: Text;
  readonly place: ShownPlace | null;
  /** The row that can be explained right here; null where nothing is to be explained. */
  readonly explains: ShownExplanation | null;
}

export interface ShownExplanation {
  /** The cell's name among drafts. */
  readonly input: string;
  /** What the workbook holds now. */
  readonly stored: string;
}

/** A cell of the form that a department fills in. */
export interface ShownCell {
  /** Its name among drafts: the row's key or the field's id, and the column's. */
  readonly input: string;
  readonly place: ShownPlace;
  readonly stored: string;
}

export interface ShownRow {
  readonly key: string;
  readonly sequence: number;
  readonly name: string;
  readonly measureUnit: string;
  readonly target: Text | null;
  readonly scheduled: string;
  readonly previous: string;
  /** What a status may be; null for a figure. */
  readonly choices: readonly string[] | null;
  /** Of a row that computes itself; null for one that is filled in. */
  readonly computed: string | null;
  readonly cells: Readonly<
    Partial<Record<'actual' | 'state' | 'explanation' | 'evidence', ShownCell>>
  >;
  /** The gravest of its findings. */
  readonly gravest: FindingGroup | null;
  /** What is to be done, gravest first; notes are left out. */
  readonly messages: readonly { readonly group: FindingGroup; readonly message: Text }[];
}

export interface ShownField extends ShownCell {
  readonly id: string;
  readonly label: string;
  readonly isRequired: boolean;
  /** Filled in by declaring the form final. */
  readonly isStamped: boolean;
}

/** A department's form as it stands. */
export interface ShownForm {
  readonly reporter: Text;
  readonly plans: Text;
  readonly period: Text;
  /** ISO date. */
  readonly due: string;
  readonly coordinator: string;
  readonly filled: number;
  readonly total: number;
  readonly findings: readonly ShownFinding[];
  readonly rows: readonly ShownRow[];
  readonly fields: readonly ShownField[];
  /** The labels of the states, the first of which need not be chosen. */
  readonly states: readonly string[];
}

export type GroupCounts = Readonly<Record<FindingGroup, number>>;

export function countGroups(findings: readonly ShownFinding[]): GroupCounts {
  const counts = { error: 0, explain: 0, open: 0, note: 0 };
  for (const { group } of findings) counts[group]++;
  return counts;
}
