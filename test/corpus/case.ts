import type { Text } from '../../src/core/plan/text';
import type { Expected } from '../../src/core/review/against-round';
import type { WorkbookDescription } from '../../src/core/sheet/description';
import type { WorkbookChange } from './make/description-changes';
import type { Change, Column, Reading, RowId } from './make/filled';
import type { PackageChange } from './make/package-changes';
import type { Program } from './make/programs';

/** What a case is about; a line of the table each. */
export const GROUPS = {
  typed: { zh: '数值的各种写法', en: 'ways of typing a figure' },
  rows: { zh: '行：插入、排序、隐藏、删除、复制、合并', en: 'rows inserted, sorted, hidden, deleted, copied, merged' },
  columns: { zh: '列：插入、移动、删除、复制', en: 'columns inserted, moved, deleted, copied' },
  sheets: { zh: '工作表：改名、调序、删除、复制、增加', en: 'sheets renamed, reordered, deleted, copied, added' },
  locked: { zh: '锁定内容和公式被改', en: 'locked cells and formulas changed' },
  identity: { zh: '标识丢失', en: 'keys and identity lost' },
  round: { zh: '期别、任务、版本不符', en: 'another period, round or version' },
  programs: { zh: '用其他软件另存', en: 'saved by another program' },
  files: { zh: '文件本身不可读', en: 'files that cannot be read' },
  pairs: { zh: '以上两种同时发生', en: 'two of these at once' },
} as const satisfies Record<string, Text>;
export type Group = keyof typeof GROUPS;

/** What must come of a submission: rows that differ from what was typed, and the findings. */
export interface Outcome {
  /** Rows whose reading is another than that of the form as filled in; `unsure` must be flagged. */
  readonly entries?: Readonly<Partial<Record<RowId, Reading | 'unsure'>>>;
  /** “severity rule row”, each once, in any order. */
  readonly findings?: readonly string[];
  /** Where the file gives no submission: the code that says why. */
  readonly refused?: string;
}

/** One way in which a submission comes back other than it was sent out. */
export interface Case extends Outcome {
  readonly id: string;
  readonly name: Text;
  readonly group: Group;
  /** How some cells are typed. */
  readonly typed?: Readonly<Record<string, Partial<Record<Column, Change>>>>;
  /** Another workbook than the round's filled-in form. */
  readonly from?: () => WorkbookDescription;
  /** Whether what must come of it is what the same workbook gives that never became a file. */
  readonly isAsInMemory?: boolean;
  readonly change?: WorkbookChange;
  readonly bytes?: PackageChange;
  readonly program?: Program;
  /** What it is held against; the round where absent. */
  readonly expected?: Expected;
  /**
   * What it touches; a pair is made of two cases that touch nothing in common.
   * Absent where a case makes no pairs.
   */
  readonly touches?: readonly string[];
}

/** Names a case in both languages. */
export function named(zh: string, en: string): Text {
  return { zh, en };
}
