import type { SheetDescription, WorkbookDescription } from '../../core/sheet/description';
import { parseAddress } from '../../core/sheet/address';
import { absoluteRange, quotedSheet } from './ranges';
import { checkedFormula, escapeXml } from './text';

/**
 * The definedNames element, empty text where there is none. exceljs takes a name apart into single
 * cells, knows no formulas there and does not quote sheet names, so the element is written here.
 */
export function definedNamesXml(description: WorkbookDescription): string {
  const names = [
    ...description.sheets.flatMap(sheetNames),
    ...description.names.map(({ name, reference }) => {
      checkName(name);
      return nameXml(name, checkedFormula(reference, `name ${name}`), '');
    }),
  ];
  return names.length > 0 ? `<definedNames>${names.join('')}</definedNames>` : '';
}

/** The names by which the format keeps a sheet's filter, print area and repeated rows. */
function sheetNames(sheet: SheetDescription, index: number): string[] {
  const local = ` localSheetId="${index}"`;
  const on = (range: string) => `${quotedSheet(sheet.name)}!${range}`;
  const names: string[] = [];
  if (sheet.autoFilter !== undefined)
    names.push(
      nameXml('_xlnm._FilterDatabase', on(absoluteRange(sheet.autoFilter)), `${local} hidden="1"`),
    );
  if (sheet.print?.area !== undefined)
    names.push(nameXml('_xlnm.Print_Area', on(absoluteRange(sheet.print.area)), local));
  if (sheet.print?.titleRows) {
    const { from, to } = sheet.print.titleRows;
    names.push(nameXml('_xlnm.Print_Titles', on(`$${from}:$${to}`), local));
  }
  return names;
}

function nameXml(name: string, reference: string, attributes: string): string {
  return `<definedName name="${escapeXml(name)}"${attributes}>${escapeXml(reference)}</definedName>`;
}

function checkName(name: string): void {
  const isName = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name) && name.length <= 255;
  if (!isName || parseAddress(name.toUpperCase()) || /^(R\d*)?(C\d*)?$/i.test(name))
    throw new Error(`“${name}” cannot name a range: Excel would refuse the file`);
}
