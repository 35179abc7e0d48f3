import type { Language, Text } from '../../core/plan/text';
import type { Severity } from '../../core/plan/schema';
import type { CellValue } from '../../core/sheet/description';
import type { WorkbookGrid } from '../../core/sheet/grid';

/**
 * What the pane needs of the program that shows the workbook. `hosts/office` answers it with Office.js,
 * `hosts/web` over picked files; the pane never asks which of them it talks to but through `can`.
 * Every call that the program refuses rejects with a PortFailure; anything else thrown is our own bug.
 */
export interface Port {
  readonly kind: 'office' | 'web';
  /** The program and its version, for the line about the add-in; null where it does not say. */
  readonly program: string | null;
  readonly language: Language;
  readonly can: {
    /** Bytes can be opened as a new workbook; elsewhere they are downloaded. */
    readonly openWorkbook: boolean;
    /** No program shows the workbook: the pane itself has the form filled in. */
    readonly fillHere?: boolean;
    /** Sheets of a file can be put into the open workbook (ExcelApi 1.13). */
    readonly insertSheets: boolean;
  };
  /**
   * The open workbook as a grid, the same that its file would give; null where none is open.
   * With `known`, what the edits cannot have touched may be taken from there. Excel does not tell of
   * every change as an edit (hidden rows before 2021, formats), so a verdict that counts, such as
   * the one before a form is declared final, is made without it.
   */
  readWorkbook(known?: KnownWorkbook): Promise<WorkbookGrid | null>;
  /**
   * Tells of every edit that is not the pane's own, until the returned function is called. Edits
   * that come in a burst are told together, one for each sheet.
   */
  watch(listener: (edit: Edit) => void): Promise<() => Promise<void>>;
  /** Selects a cell and brings it into view. */
  goTo(place: Place): Promise<void>;
  /**
   * Marks these cells and takes every earlier mark of the pane away. A protected sheet is left as it
   * is: nothing unprotects a form to colour it, and the form's own colours show the verdict there.
   */
  mark(marks: readonly Mark[]): Promise<void>;
  /**
   * Writes values into open cells in one batch, and nothing where one of them is locked. Text stays
   * text as it is: no formula, number or date is made of it; null empties the cell.
   */
  write(cells: readonly WrittenCell[]): Promise<void>;
  /** Locks the sheets so that a form declared final is not changed by accident. */
  lock(sheets: readonly string[]): Promise<void>;
  /** Saves the open workbook, where the program can; else hands its bytes to the person. */
  save(suggestedName: string): Promise<void>;
  /** Opens finished bytes as a new workbook, or downloads them where `can.openWorkbook` is false. */
  open(bytes: Uint8Array, name: string): Promise<void>;
  insertSheets(bytes: Uint8Array): Promise<void>;
  /** Hands any file to the person: zip of blanks, bulletin. */
  download(bytes: Uint8Array, name: string): Promise<void>;
  /** Small choices kept between openings on this machine; never figures. */
  readonly choices: {
    read(key: string): string | null;
    write(key: string, value: string): void;
  };
}

export interface Place {
  readonly sheet: string;
  /** Such as H12. */
  readonly cell: string;
}

/** What was read of a workbook, and every edit since. */
export interface KnownWorkbook {
  readonly grid: WorkbookGrid;
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly sheet: string;
  /** The range edited; null where the program does not say or rows moved: read all anew. */
  readonly range: string | null;
}

export interface Mark extends Place {
  readonly severity: Severity;
  /** Shown as the cell's note where the program has notes. */
  readonly text: string;
}

export interface WrittenCell extends Place {
  readonly value: CellValue;
}

/** Why the program refused. */
export type PortFailureCode =
  /** A cell is being edited. */
  | 'editing'
  | 'protected'
  /** The sheet is gone. */
  | 'no-sheet'
  /** The program is too old for this call. */
  | 'too-old'
  /** More than one request may carry. */
  | 'too-large'
  /** The program said no in words of its own. */
  | 'refused';

export class PortFailure extends Error {
  constructor(
    readonly code: PortFailureCode,
    /** For the person: what happened and what to do. */
    readonly text: Text,
  ) {
    super(text.en);
  }
}
