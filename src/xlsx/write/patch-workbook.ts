import { strToU8 } from 'fflate';
import { parseAddress } from '../../core/sheet/address';
import type { CellValue } from '../../core/sheet/description';
import { removeCalculationChain } from './calculation-chain';
import { portableDeflate } from './deflate';
import { openPackage, partText } from './open-package';
import { patchSheet } from './patch-sheet';
import { setAttribute, splice, walkXml } from './xml';
import type { ClosedElement, Element } from './xml';
import { packParts } from './zip';
import type { WriteOptions } from './write-options';

export interface CellEdit {
  readonly sheet: string;
  /** H9. */
  readonly cell: string;
  /** Takes the place of the cell's value and of its formula; null empties it. The style stays. */
  readonly value: CellValue;
}

/**
 * Sets cell values in an .xlsx as a person's program would, and changes nothing else in its sheets.
 * Values stored for formulas stay as they are; programs are told to compute them on opening.
 * Throws where the file is no .xlsx or a sheet or cell cannot be found or be typed into.
 */
export function patchWorkbook(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  { deflate = portableDeflate }: WriteOptions = {},
): Uint8Array {
  const opened = openPackage(bytes);
  const { parts, sheets, workbookPath } = opened;
  let droppedFormula = false;
  for (const [sheet, values] of editsBySheet(edits)) {
    const path = sheets.get(sheet);
    if (path === undefined) throw new Error(`the workbook has no sheet “${sheet}”`);
    const patched = patchSheet(partText(parts, path), values, sheet);
    parts[path] = strToU8(patched.xml);
    droppedFormula ||= patched.droppedFormula;
  }
  if (droppedFormula) removeCalculationChain(opened);
  if (edits.length > 0)
    parts[workbookPath] = strToU8(computedOnLoad(partText(parts, workbookPath), workbookPath));
  return packParts(parts, deflate);
}

/** sheet → row → column → value; the last edit of a cell counts. */
function editsBySheet(edits: readonly CellEdit[]) {
  const bySheet = new Map<string, Map<number, Map<number, CellValue>>>();
  for (const { sheet, cell, value } of edits) {
    const address = parseAddress(cell);
    if (!address) throw new Error(`“${cell}” is no cell`);
    const rows = bySheet.get(sheet) ?? new Map<number, Map<number, CellValue>>();
    const cells = rows.get(address.row) ?? new Map<number, CellValue>();
    bySheet.set(sheet, rows.set(address.row, cells.set(address.column, value)));
  }
  return bySheet;
}

/** The elements that calcPr follows in a workbook part (ECMA-376 part 1, 18.2.27). */
const BEFORE_CALCULATION = ['sheets', 'functionGroups', 'externalReferences', 'definedNames'];

function computedOnLoad(xml: string, path: string): string {
  let before: ClosedElement | undefined;
  let settings: Element | undefined;
  walkXml(xml, path, {
    close(element, parent) {
      if (parent?.name !== 'workbook') return;
      if (element.name === 'calcPr') settings = element;
      else if (BEFORE_CALCULATION.includes(element.name)) before = element;
    },
  });
  if (settings) return splice(xml, [setAttribute(xml, settings, 'fullCalcOnLoad', '1')]);
  if (!before) throw new Error(`${path} lists no sheets`);
  const text = `<${before.prefix}calcPr fullCalcOnLoad="1"/>`;
  return splice(xml, [{ from: before.end, to: before.end, text }]);
}
