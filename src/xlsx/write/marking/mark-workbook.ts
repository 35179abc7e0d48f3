import type { Text } from '../../../core/plan/text';
import type { CellStyle, SheetDescription } from '../../../core/sheet/description';
import type { CellMark } from '../../../core/sheet/marks';
import { removeCalculationChain } from '../calculation-chain';
import { portableDeflate } from '../deflate';
import { openPackage, type OpenPackage } from '../open-package';
import { Unpatchable } from '../unpatchable';
import { packParts } from '../zip';
import { appendStyles } from './append-styles';
import { putNotes } from './cell-notes';
import { putFirst } from './first-sheet';
import { markCells } from './mark-cells';
import { markingMessages } from './messages';
import { PackageEditor } from './package-editor';
import { sheetPart } from './sheet-part';
import type { WriteOptions } from '../write-options';

/** What is added to a workbook that somebody else saved. */
export interface Marking {
  /** Goes before all other sheets; texts and links only. */
  readonly sheet: SheetDescription;
  readonly styles: Readonly<Record<string, CellStyle>>;
  /** At most one for each cell. */
  readonly marks: readonly CellMark[];
  /** Known again in rules and comments, so that a second marking takes the place of the first. */
  readonly sign: string;
  /** The sheet of an earlier marking, which goes. */
  readonly replaces: string | null;
}

export type Marked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  /** Why the workbook cannot be marked with certainty, as the middle of a sentence. */
  | { readonly ok: false; readonly reason: Text };

/**
 * Puts a sheet in front of a workbook and marks cells by colour and comment. Only the parts that
 * have to say so are changed, and in them only what is added: every value, formula, style,
 * validation, protection and unknown element stays as the other program wrote it.
 */
export function markWorkbook(
  bytes: Uint8Array,
  marking: Marking,
  { deflate = portableDeflate }: WriteOptions = {},
): Marked {
  try {
    const editor = new PackageEditor(openPackage(bytes));
    refuseUncertain(editor.opened);
    mark(editor, marking);
    return { ok: true, bytes: packParts(editor.opened.parts, deflate) };
  } catch (error) {
    if (error instanceof Unpatchable) return { ok: false, reason: error.reason };
    throw error;
  }
}

function mark(editor: PackageEditor, { sheet, styles, marks, sign, replaces }: Marking): void {
  const { relationships, sheets } = editor.opened;
  const stylesPath = relationships.find(({ type }) => type === 'styles')?.target;
  if (stylesPath === undefined) throw new Unpatchable('the workbook has no styles');
  const colours = marks.map(({ fill, fontColour }) => ({ fill, fontColour }));
  const appended = appendStyles(editor.text(stylesPath), stylesPath, styles, colours);
  editor.put(stylesPath, appended.xml);
  const numbered = marks.map((mark, index) => ({ mark, format: appended.differential[index]! }));
  for (const { mark } of numbered)
    if (!sheets.has(mark.sheet)) throw new Unpatchable(`there is no sheet ${mark.sheet}`);
  for (const [name, path] of sheets) {
    if (name === replaces) continue;
    const own = numbered.filter(({ mark }) => mark.sheet === name);
    const before = editor.text(path);
    const after = markCells(before, path, own, sign);
    if (after !== before) editor.put(path, after);
    const notes = own.map(({ mark: { cell, note } }) => ({ cell, text: note }));
    putNotes(editor, path, notes, sign);
  }
  putFirst(editor, {
    name: sheet.name,
    xml: sheetPart(sheet, appended.cells),
    titleRows: sheet.print?.titleRows,
    replaces,
  });
  // it names sheets by their number; programs make a new one
  removeCalculationChain(editor.opened);
}

const SHARED_WORKBOOK: ReadonlySet<string> = new Set(['revisionHeaders', 'usernames']);

function refuseUncertain({ parts, relationships }: OpenPackage): void {
  const refuse = (reason: keyof typeof markingMessages): never => {
    throw new Unpatchable(`not to be marked: ${reason}`, markingMessages[reason]);
  };
  const names = Object.keys(parts);
  if (names.some((name) => name.toLowerCase().startsWith('_xmlsignatures/'))) refuse('signed');
  if (names.some((name) => name.toLowerCase().endsWith('vbaproject.bin'))) refuse('macros');
  if (relationships.some(({ type }) => SHARED_WORKBOOK.has(type))) refuse('shared');
}
